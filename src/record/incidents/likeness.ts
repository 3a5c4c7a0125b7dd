import {PrintedWords} from './printed-words.ts'
import {rootOf} from './roots.ts'

/** A name says more of what an article is about than another word. */
const nameWeight = 3
/** Power of a word’s rarity: rare words say more than their share. */
const sharpness = 1.3
const mostPairs = 1_000_000

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
  const weighed = new Set<Terms>()
  const weighing = (terms: Terms) => {
    if (weighed.has(terms)) return
    weigh(terms, inDocs, rareness)
    weighed.add(terms)
  }
  // One Doc is compared with many: its weights are spread out by number, so that the other's words alone are gone through.
  const spread = new Float64Array(inDocs.length)
  let spreadOut: Terms | null = null
  // Those who tell of one thing tell of others: pairs come again. Pairs without end must not fill the memory.
  const found = new Map<Terms, Map<Terms, number>>()
  let pairs = 0
  const spreading = (terms: Terms) => {
    if (spreadOut === terms) return
    if (spreadOut) for (const n of spreadOut.roots) spread[n] = 0
    for (let i = 0; i < terms.roots.length; i++) spread[terms.roots[i]] = terms.weights[i]
    spreadOut = terms
  }
  const cosine = (one: Terms, other: Terms) => {
    weighing(one)
    weighing(other)
    spreading(other)
    let sum = 0
    for (let i = 0; i < one.roots.length; i++) sum += one.weights[i] * spread[one.roots[i]]
    return sum
  }
  return {
    docs: (a, b) => {
      if (a === b) return 1
      const [one, other] = [counts.get(a), counts.get(b)]
      if (!one || !other) return null
      if (pairs > mostPairs) {
        found.clear()
        pairs = 0
      }
      let beside = found.get(other)
      if (!beside) found.set(other, (beside = new Map()))
      let like = beside.get(one)
      if (like === undefined) {
        like = cosine(one, other)
        beside.set(one, like)
        pairs++
      }
      return like
    },
  }
}

/** How often each Doc has each word, and how many Docs have it; words are numbered in the order in which they come. */
function countsOf(docs: readonly LikenessText[]): {counts: Map<string, Terms>; inDocs: number[]} {
  const numbers = new Map<string, number>()
  const inDocs: number[] = []
  const found = new PrintedWords()
  /** By root, of the Doc at hand. */
  const sums: number[] = []
  /** By printed word: number of its root, and how much it counts. */
  const rootOfWord: number[] = []
  const weightOf: number[] = []
  const meet = (word: number) => {
    const printed = found.words[word]
    const text = rootOf(printed.toLowerCase())
    let n = numbers.get(text)
    if (n === undefined) {
      n = numbers.size
      numbers.set(text, n)
      inDocs.push(0)
      sums.push(0)
    }
    rootOfWord.push(n)
    weightOf.push(isName(printed) ? nameWeight : 1)
  }
  const counts = new Map<string, Terms>()
  for (const {id, text} of docs) {
    const own: number[] = []
    found.each(text, word => {
      if (word === rootOfWord.length) meet(word)
      const n = rootOfWord[word]
      if (sums[n] === 0) {
        own.push(n)
        inDocs[n]++
      }
      sums[n] += weightOf[word]
    })
    const roots = new Int32Array(own).sort()
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

/** Turns how often each word comes into what it weighs, at a length of 1; words of one Doc alone weigh nothing. */
function weigh({roots, weights}: Terms, inDocs: readonly number[], rareness: (n: number) => number): void {
  let sum = 0
  for (let i = 0; i < roots.length; i++) {
    const n = roots[i]
    weights[i] = inDocs[n] > 1 ? (1 + Math.log(weights[i])) * rareness(n) : 0
    sum += weights[i] * weights[i]
  }
  const length = Math.sqrt(sum) || 1
  for (let i = 0; i < weights.length; i++) weights[i] /= length
}
