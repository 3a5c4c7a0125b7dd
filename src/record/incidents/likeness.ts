import {rootOf} from './roots.ts'

const word = /[\p{L}\p{N}]+/gu
/** A name says more of what an article is about than another word. */
const nameWeight = 3
/** Power of a word’s rarity: rare words say more than their share. */
const sharpness = 1.3

export interface Likeness {
  /** How like two Docs are in what they are about: 0 to 1, `null` when one of them is not known. Symmetric. */
  docs(a: string, b: string): number | null
}

export interface LikenessText {
  readonly id: string
  readonly text: string
}

interface Terms {
  readonly roots: Int32Array
  readonly weights: Float64Array
}

/**
 * Cosine of the Docs' words, each weighed by how often the Doc has it and how rare it is among these Docs (Salton and Buckley 1988);
 * words that one Doc alone has do not count. Each Doc is weighed when it is first asked for.
 */
export function likenessOf(given: readonly LikenessText[]): Likeness {
  // Sums are added up in the order of the words' numbers, so that it must not depend on the order of the Docs.
  const docs = [...given].sort((a, b) => (a.id < b.id ? -1 : 1))
  const numbers = new Map<string, number>()
  const inDocs: number[] = []
  const counts = new Map<string, Map<number, number>>()
  for (const {id, text} of docs) {
    const own = new Map<number, number>()
    for (const [found] of text.matchAll(word)) {
      const root = rootOf(found.toLowerCase())
      let n = numbers.get(root)
      if (n === undefined) {
        n = numbers.size
        numbers.set(root, n)
      }
      const before = own.get(n)
      if (before === undefined) inDocs[n] = (inDocs[n] ?? 0) + 1
      own.set(n, (before ?? 0) + (isName(found) ? nameWeight : 1))
    }
    counts.set(id, own)
  }
  const all = docs.length
  const rare: number[] = []
  const rareness = (n: number) => (rare[n] ??= Math.log((all + 1) / inDocs[n]) ** sharpness)
  const made = new Map<string, Terms>()
  const termsOf = (id: string): Terms => {
    const known = made.get(id)
    if (known) return known
    const own = counts.get(id)!
    const roots = Int32Array.from([...own.keys()].filter(n => inDocs[n] > 1)).sort()
    const weights = Float64Array.from(roots, n => (1 + Math.log(own.get(n)!)) * rareness(n))
    let sum = 0
    for (const weight of weights) sum += weight * weight
    const length = Math.sqrt(sum) || 1
    const terms = {roots, weights: weights.map(weight => weight / length)}
    made.set(id, terms)
    counts.delete(id)
    return terms
  }
  const order = new Map(docs.map(({id}, n) => [id, n]))
  const seen = new Map<number, number>()
  const alike = (a: string, b: string) => {
    if (a === b) return 1
    const [x, y] = [order.get(a), order.get(b)]
    if (x === undefined || y === undefined) return null
    const key = x < y ? x * all + y : y * all + x
    const known = seen.get(key)
    if (known !== undefined) return known
    const value = cosine(termsOf(a), termsOf(b))
    seen.set(key, value)
    return value
  }
  return {docs: alike}
}

const isName = (found: string) => /^\p{Lu}/u.test(found)

function cosine(a: Terms, b: Terms): number {
  let i = 0
  let j = 0
  let sum = 0
  while (i < a.roots.length && j < b.roots.length) {
    const step = a.roots[i] - b.roots[j]
    if (step === 0) sum += a.weights[i++] * b.weights[j++]
    else if (step < 0) i++
    else j++
  }
  return sum
}
