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
  readonly roots: readonly number[]
  readonly weights: readonly number[]
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
  const made = new Map<string, Terms>()
  const termsOf = (id: string): Terms | null => {
    const known = made.get(id)
    if (known) return known
    const own = counts.get(id)
    if (!own) return null
    const pairs: [number, number][] = []
    let sum = 0
    for (const [n, count] of own) {
      if (inDocs[n] < 2) continue
      const weight = (1 + Math.log(count)) * Math.log((all + 1) / inDocs[n]) ** sharpness
      pairs.push([n, weight])
      sum += weight * weight
    }
    pairs.sort(([a], [b]) => a - b)
    const length = Math.sqrt(sum) || 1
    const terms = {roots: pairs.map(([n]) => n), weights: pairs.map(([, weight]) => weight / length)}
    made.set(id, terms)
    counts.delete(id)
    return terms
  }
  const seen = new Map<string, number>()
  const alike = (a: string, b: string) => {
    if (a === b) return 1
    const key = a < b ? `${a} ${b}` : `${b} ${a}`
    const known = seen.get(key)
    if (known !== undefined) return known
    const [x, y] = [termsOf(a), termsOf(b)]
    if (!x || !y) return null
    const value = cosine(x, y)
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
