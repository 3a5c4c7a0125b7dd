import type {Tree} from '../../../text/index.ts'
import {type Item, isSpeech, type Line} from '../lines.ts'
import {isComma, isFiniteVerb, isStop, type Run} from '../sources.ts'

/** Word clusters from coarse to fine; 0 when a word is in none. */
export interface Clusters {
  entry(word: string): {readonly coarse: number; readonly middle: number; readonly fine: number}
}

/** Hash of a string, FNV-1a: quicker for such short ones than to look it up. */
export function hashOf(text: string): number {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return h
}

/** A line with the tree between its items: a quotation is one node, whatever its words hang on. */
export class View {
  readonly items: readonly Item[]
  readonly length: number
  readonly lemma: Int32Array
  readonly tag: Int32Array
  readonly rel: Int32Array
  readonly coarse: Int32Array
  readonly fine: Int32Array
  /** Item that an item hangs on; -1 for the root and for what hangs on something outside of the line. */
  readonly head: Int32Array
  /** First and last item of what hangs on an item. */
  readonly first: Int32Array
  readonly last: Int32Array
  readonly children: number[][] = []
  readonly finite: Uint8Array
  readonly comma: Uint8Array
  readonly stop: Uint8Array
  readonly speech: Uint8Array
  /** How many of each kind stand before an item; one entry more than items. */
  readonly sums: {
    readonly commas: Int32Array
    readonly verbs: Int32Array
    readonly quotes: Int32Array
    readonly nouns: Int32Array
    readonly subjects: Int32Array
  }
  /** Last item that is no stop. */
  readonly end: number
  readonly quotes: boolean
  /** 1 where most words have a capital: a headline. */
  readonly titled: 0 | 1

  constructor(
    readonly line: Line,
    trees: readonly Tree[],
    clusters: Clusters,
  ) {
    const {items} = line
    const n = items.length
    this.items = items
    this.length = n
    const room = new Room(8 * n + 5 * (n + 1), 4 * n)
    this.lemma = room.numbers(n)
    this.tag = room.numbers(n)
    this.rel = room.numbers(n)
    this.coarse = room.numbers(n)
    this.fine = room.numbers(n)
    this.head = room.numbers(n).fill(-1)
    this.first = room.numbers(n)
    this.last = room.numbers(n)
    this.sums = {
      commas: room.numbers(n + 1),
      verbs: room.numbers(n + 1),
      quotes: room.numbers(n + 1),
      nouns: room.numbers(n + 1),
      subjects: room.numbers(n + 1),
    }
    this.finite = room.flags(n)
    this.comma = room.flags(n)
    this.stop = room.flags(n)
    this.speech = room.flags(n)
    const places = placesIn(items, trees)
    let end = n - 1
    let quotes = false
    for (let k = 0; k < n; k++) {
      const item = items[k]
      this.first[k] = k
      this.last[k] = k
      this.children.push([])
      if (item.quote) {
        quotes = true
        this.speech[k] = isSpeech(item) ? 1 : 0
        this.tag[k] = hashOf(this.speech[k] ? 'QUOTE' : 'quote')
      } else {
        const entry = clusters.entry(item.form.toLowerCase())
        this.lemma[k] = hashOf(item.lemma)
        this.tag[k] = hashOf(item.upos === 'VERB' || item.upos === 'AUX' ? item.xpos : item.upos)
        this.coarse[k] = entry.coarse
        this.fine[k] = entry.fine
        this.finite[k] = isFiniteVerb(item) ? 1 : 0
        this.comma[k] = isComma(item) ? 1 : 0
        this.stop[k] = isStop(item) ? 1 : 0
      }
    }
    while (end > 0 && this.stop[end]) end--
    this.end = end
    this.quotes = quotes
    this.titled = isTitled(items) ? 1 : 0
    for (const {sentence, at} of places) this.hang(trees[sentence], sentence, at)
    this.sumUp()
    for (let k = 0; k < n; k++) if (this.head[k] >= 0) this.children[this.head[k]].push(k)
  }

  private sumUp(): void {
    const {commas, verbs, quotes, nouns, subjects} = this.sums
    for (let k = 0; k < this.length; k++) {
      const {upos} = this.items[k]
      commas[k + 1] = commas[k] + this.comma[k]
      verbs[k + 1] = verbs[k] + this.finite[k]
      quotes[k + 1] = quotes[k] + this.speech[k]
      nouns[k + 1] = nouns[k] + (upos === 'NOUN' || upos === 'PROPN' ? 1 : 0)
      subjects[k + 1] = subjects[k] + (this.rel[k] === nsubj ? 1 : 0)
    }
  }

  /** Takes over the tree of one sentence; `at[token]` is its item. */
  private hang(tree: Tree, sentence: number, at: Int32Array): void {
    const {items, first, last} = this
    const size = new Int32Array(this.length).fill(-1)
    for (let token = 0; token < tree.length; token++) {
      const k = at[token]
      if (k < 0) continue
      const head = tree.head(token)
      const to = head < 0 ? -1 : at[head]
      if (to === k) continue
      const [a, b] = tree.subtree(token)
      // The word of a quotation that most hangs on stands for it.
      if (items[k].quote && (size[k] >= b - a || (this.rel[k] !== 0 && size[k] < 0))) continue
      if (!items[k].quote && items[k].sentence !== sentence) continue
      size[k] = b - a
      this.rel[k] = hashOf(tree.rel(token))
      this.head[k] = to
      for (let t = a; t <= token; t++)
        if (at[t] >= 0) {
          first[k] = Math.min(k, at[t])
          break
        }
      for (let t = b; t >= token; t--)
        if (at[t] >= 0) {
          last[k] = Math.max(k, at[t])
          break
        }
    }
  }

  /** Whether something said is in a run. */
  speaks({first, last}: Run): boolean {
    return this.sums.quotes[last + 1] > this.sums.quotes[first]
  }

  /** Whether a finite verb is in a run. */
  hasVerb({first, last}: Run): boolean {
    return this.sums.verbs[last + 1] > this.sums.verbs[first]
  }

  /** Whether `k` hangs, directly or not, on `head` or is it. */
  under(head: number, k: number): boolean {
    let at = k
    for (let steps = 0; at >= 0 && steps < this.length; steps++) {
      if (at === head) return true
      at = this.head[at]
    }
    return false
  }

  /** The highest node without `cue` below it that begins at `k`. */
  topAt(k: number, cue: number): number {
    let at = k
    for (let steps = 0; steps < this.length; steps++) {
      const up = this.head[at]
      if (up < 0 || up === cue || this.first[up] !== k || (this.first[up] <= cue && cue <= this.last[up])) return at
      at = up
    }
    return at
  }

  /** The highest node without `cue` below it that ends at `k`. */
  topTo(k: number, cue: number): number {
    let at = k
    for (let steps = 0; steps < this.length; steps++) {
      const up = this.head[at]
      if (up < 0 || up === cue || this.last[up] !== k || (this.first[up] <= cue && cue <= this.last[up])) return at
      at = up
    }
    return at
  }

  /** How a node hangs on the cue: 1 on it, 2 on something that hangs on it, 3 on what the cue hangs on, 4 higher, 0 else. */
  tie(node: number, cue: number): number {
    const up = this.head[node]
    if (up < 0) return 5
    if (up === cue) return 1
    if (this.head[up] === cue) return 2
    if (up === this.head[cue]) return 3
    return this.first[up] <= cue && cue <= this.last[up] ? 4 : 0
  }
}

const nsubj = hashOf('nsubj')

/** Memory for many short lists of zeros: one block is made much quicker than a block for each. */
class Room {
  private readonly bytes: ArrayBuffer
  private at = 0

  constructor(numbers: number, flags: number) {
    this.bytes = new ArrayBuffer(numbers * 4 + flags)
  }

  numbers(count: number): Int32Array {
    return new Int32Array(this.bytes, this.take(count * 4), count)
  }

  /** Lists of flags come after those of numbers, which begin at whole words. */
  flags(count: number): Uint8Array {
    return new Uint8Array(this.bytes, this.take(count), count)
  }

  private take(size: number): number {
    this.at += size
    return this.at - size
  }
}

/** Whether six of ten words have a capital. */
function isTitled(items: readonly Item[]): boolean {
  let [words, capitals] = [0, 0]
  for (const {quote, form} of items) {
    if (quote) continue
    const low = form[0] >= 'a' && form[0] <= 'z'
    if (!low && !letter.test(form)) continue
    words++
    if (!low && capital.test(form)) capitals++
  }
  return words >= 4 && capitals * 10 >= words * 6
}

const letter = /^(?:[A-Za-z]|\p{L})/u
const capital = /^(?:[A-Z]|\p{Lu})/u

interface Place {
  readonly sentence: number
  readonly at: Int32Array
}

/** For each sentence of a line the item of each token. */
function placesIn(items: readonly Item[], trees: readonly Tree[]): Place[] {
  const found: Place[] = []
  const quotes: number[] = []
  for (let k = 0; k < items.length; k++) {
    const {sentence, token} = items[k]
    if (token < 0) {
      quotes.push(k)
      continue
    }
    let place = found.find(one => one.sentence === sentence)
    if (!place) {
      place = {sentence, at: new Int32Array(trees[sentence].length).fill(-1)}
      found.push(place)
    }
    place.at[token] = k
  }
  for (const {sentence, at} of found)
    for (const k of quotes) {
      const {start, end, starts} = trees[sentence].sentence
      const item = items[k]
      if (item.start >= end || start >= item.end) continue
      for (let token = 0; token < at.length; token++)
        if (starts[token] >= item.start && starts[token] < item.end) at[token] = k
    }
  return found
}
