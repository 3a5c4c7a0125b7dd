import {hashSlice, mix} from './hash.ts'
import type {Entry, Vocabulary} from './vocabulary.ts'

/** Words with what is known of each. */
export interface Known {
  readonly forms: readonly string[]
  /** The forms in lower case. */
  readonly lower: readonly string[]
  readonly entries: readonly Entry[]
  readonly shapes: readonly number[]
}

/** Looks words up. */
export function lookUp(forms: readonly string[], vocabulary: Vocabulary): Known {
  const lower = forms.map(form => form.toLowerCase())
  return {forms, lower, entries: lower.map(word => vocabulary.entry(word)), shapes: forms.map(shape)}
}

/** What the tagger and the parser see of each word of a sentence. Entry `length` and beyond stand for the outside. */
export class Atoms implements Known {
  readonly length: number
  readonly forms: readonly string[]
  readonly lower: readonly string[]
  readonly entries: readonly Entry[]
  readonly shapes: readonly number[]
  readonly words: Int32Array
  readonly coarse: Int32Array
  readonly middle: Int32Array
  readonly fine: Int32Array
  readonly tags: Int32Array
  /** As `isLoud` says. */
  readonly loud: boolean

  /** The words from `first` to `end - 1`. */
  constructor(known: Known, first = 0, end = known.forms.length) {
    const n = end - first
    this.length = n
    this.forms = known.forms.slice(first, end)
    this.lower = known.lower.slice(first, end)
    this.entries = known.entries.slice(first, end)
    this.shapes = known.shapes.slice(first, end)
    this.words = new Int32Array(n)
    this.coarse = new Int32Array(n)
    this.middle = new Int32Array(n)
    this.fine = new Int32Array(n)
    this.tags = new Int32Array(n).fill(-1)
    for (let i = 0; i < n; i++) {
      const entry = this.entries[i]
      this.coarse[i] = entry.coarse
      this.middle[i] = entry.middle
      this.fine[i] = entry.fine
      this.words[i] = entry.hash || mix(lastLetters(this.lower[i]), this.shapes[i])
    }
    this.loud = isLoud(this.forms, this.lower)
  }
}

const lastLetters = (word: string) => hashSlice(word, Math.max(0, word.length - 3), word.length)

/** Whether words, which `lower` has in lower case, are written in capitals, or nearly all with a capital, so that case tells nothing. */
export function isLoud(forms: readonly string[], lower: readonly string[]): boolean {
  let small = 0
  let upper = 0
  for (let i = 0; i < forms.length; i++) {
    if (forms[i].length < 2) continue
    if (forms[i] === lower[i]) small++
    else upper++
  }
  return upper > 3 && small < upper / 4
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
