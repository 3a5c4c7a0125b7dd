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

/** Words of a Doc by number, ascending, with how often each counts, or what it weighs. */
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
  const {counts, inDocs} = countsOf(docs)
  const all = docs.length
  const rare: number[] = []
  const rareness = (n: number) => (rare[n] ??= Math.log((all + 1) / inDocs[n]) ** sharpness)
  const made = new Map<string, Terms>()
  const termsOf = (id: string): Terms => {
    const known = made.get(id)
    if (known) return known
    const terms = weighed(counts.get(id)!, inDocs, rareness)
    made.set(id, terms)
    return terms
  }
  // One Doc is compared with many: its weights are spread out by number, so that the other's words alone are gone through.
  const spread = new Float64Array(inDocs.length)
  let spreadOut: Terms | null = null
  const spreading = (terms: Terms) => {
    if (spreadOut === terms) return
    for (const n of spreadOut?.roots ?? []) spread[n] = 0
    for (let i = 0; i < terms.roots.length; i++) spread[terms.roots[i]] = terms.weights[i]
    spreadOut = terms
  }
  return {
    docs: (a, b) => {
      if (a === b) return 1
      if (!counts.has(a) || !counts.has(b)) return null
      spreading(termsOf(b))
      const {roots, weights} = termsOf(a)
      let sum = 0
      for (let i = 0; i < roots.length; i++) sum += weights[i] * spread[roots[i]]
      return sum
    },
  }
}

/** How often each Doc has each word, and how many Docs have it; words are numbered in the order in which they come. */
function countsOf(docs: readonly LikenessText[]): {counts: Map<string, Terms>; inDocs: number[]} {
  const numbers = new Map<string, number>()
  const inDocs: number[] = []
  // By word as printed: most come again, and cutting their endings costs more than finding them.
  const printed = new Map<string, {readonly n: number; readonly weight: number}>()
  const numbered = (found: string) => {
    const root = rootOf(found.toLowerCase())
    let n = numbers.get(root)
    if (n === undefined) {
      n = numbers.size
      numbers.set(root, n)
      inDocs.push(0)
    }
    const known = {n, weight: isName(found) ? nameWeight : 1}
    printed.set(found, known)
    return known
  }
  const counts = new Map<string, Terms>()
  const sums: number[] = []
  for (const {id, text} of docs) {
    const own: number[] = []
    for (const found of text.match(word) ?? []) {
      const {n, weight} = printed.get(found) ?? numbered(found)
      if (!sums[n]) {
        sums[n] = 0
        own.push(n)
        inDocs[n]++
      }
      sums[n] += weight
    }
    const roots = Int32Array.from(own).sort()
    const weights = new Float64Array(roots.length)
    for (let i = 0; i < roots.length; i++) {
      weights[i] = sums[roots[i]]
      sums[roots[i]] = 0
    }
    counts.set(id, {roots, weights})
  }
  return {counts, inDocs}
}

const isName = (found: string) => /^\p{Lu}/u.test(found)

/** The words that other Docs have too, each by its weight, at a length of 1. */
function weighed({roots, weights: counts}: Terms, inDocs: readonly number[], rareness: (n: number) => number): Terms {
  const kept = roots.filter(n => inDocs[n] > 1)
  const weights = new Float64Array(kept.length)
  let sum = 0
  for (let i = 0, at = 0; i < kept.length; i++, at++) {
    while (roots[at] !== kept[i]) at++
    weights[i] = (1 + Math.log(counts[at])) * rareness(kept[i])
    sum += weights[i] * weights[i]
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < weights.length; i++) weights[i] /= length
  return {roots: kept, weights}
}
