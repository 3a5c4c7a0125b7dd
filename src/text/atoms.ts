import {hashString, mix} from './hash.ts'
import type {Entry, Vocabulary} from './vocabulary.ts'

/** What the tagger and the parser see of each word of a sentence. Entry `length` and beyond stand for the outside. */
export class Atoms {
  readonly length: number
  readonly forms: readonly string[]
  /** The forms in lower case. */
  readonly lower: readonly string[]
  readonly entries: Entry[] = []
  readonly words: Int32Array
  readonly coarse: Int32Array
  readonly middle: Int32Array
  readonly fine: Int32Array
  readonly shapes: Int32Array
  readonly tags: Int32Array
  /** Commas, conjunctions and verbs before each word, once `count` has been called. */
  readonly commas: Int32Array
  readonly links: Int32Array
  readonly verbs: Int32Array
  /** Whether the sentence is written in capitals (or all in title case), so that case tells nothing. */
  readonly loud: boolean

  /** Of forms, looked up in the vocabulary; or of other atoms, in reverse order. */
  constructor(forms: readonly string[], vocabulary: Vocabulary)
  constructor(atoms: Atoms)
  constructor(from: readonly string[] | Atoms, vocabulary?: Vocabulary) {
    const forms = from instanceof Atoms ? from.forms.toReversed() : from
    this.forms = forms
    const n = forms.length
    this.length = n
    this.words = new Int32Array(n)
    this.coarse = new Int32Array(n)
    this.middle = new Int32Array(n)
    this.fine = new Int32Array(n)
    this.shapes = new Int32Array(n)
    this.tags = new Int32Array(n).fill(-1)
    this.commas = new Int32Array(n + 2)
    this.links = new Int32Array(n + 2)
    this.verbs = new Int32Array(n + 2)
    if (from instanceof Atoms) {
      this.entries = from.entries.toReversed()
      this.lower = from.lower.toReversed()
      for (const name of ['words', 'coarse', 'middle', 'fine', 'shapes', 'tags'] as const)
        this[name].set(from[name].toReversed())
      this.loud = from.loud
      return
    }
    this.lower = forms.map(form => form.toLowerCase())
    let lower = 0
    let upper = 0
    for (let i = 0; i < n; i++) {
      const form = forms[i]
      const word = this.lower[i]
      const entry = vocabulary!.entry(word)
      this.entries.push(entry)
      this.coarse[i] = entry.coarse
      this.middle[i] = entry.middle
      this.fine[i] = entry.fine
      this.shapes[i] = shape(form)
      this.words[i] = entry.hash || mix(hashString(word.slice(-3)), this.shapes[i])
      if (form.length > 1) {
        if (form === word) lower++
        else upper++
      }
    }
    this.loud = upper > 3 && lower < upper / 4
  }

  /** Counts what stands between words, by the kind of each tag: 1 comma, 2 conjunction, 3 verb. */
  count(kinds: Uint8Array): void {
    const {tags, commas, links, verbs, length} = this
    for (let i = 0; i < length; i++) {
      const kind = kinds[tags[i]]
      commas[i + 1] = commas[i] + (kind === 1 ? 1 : 0)
      links[i + 1] = links[i] + (kind === 2 ? 1 : 0)
      verbs[i + 1] = verbs[i] + (kind === 3 ? 1 : 0)
    }
    commas[length + 1] = commas[length]
    links[length + 1] = links[length]
    verbs[length + 1] = verbs[length]
  }

  /** What stands between two words, as one small number. */
  between(low: number, high: number): number {
    return (
      Math.min(3, this.commas[high] - this.commas[low + 1]) * 16 +
      Math.min(3, this.links[high] - this.links[low + 1]) * 4 +
      Math.min(3, this.verbs[high] - this.verbs[low + 1])
    )
  }
}

/** Kind of writing: case of the first letter and of the rest, digits, hyphens, other signs. */
export function shape(form: string): number {
  let bits = 0
  for (let i = 0; i < form.length; i++) {
    const c = form.charCodeAt(i)
    if (c >= 97 && c <= 122) bits |= 1
    else if (c >= 65 && c <= 90) bits |= i ? 2 : 4
    else if (c >= 48 && c <= 57) bits |= 8
    else if (c === 45) bits |= 16
    else if (c === 46) bits |= 32
    else if (c < 128) bits |= 64
    else
      bits |= form[i].toLowerCase() === form[i].toUpperCase() ? 128 : form[i].toLowerCase() === form[i] ? 1 : i ? 2 : 4
  }
  return bits | (form.length === 1 ? 256 : 0)
}
