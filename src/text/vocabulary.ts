import {hashString} from './hash.ts'
import {Lines} from './lines.ts'

/** What is known of a word. */
export interface Entry {
  /** Number of its line in the vocabulary, from 1; 0 for unknown words. */
  readonly index: number
  /** Hash of the word where it is common enough to stand for itself, else 0. */
  readonly hash: number
  /** Word clusters, from coarse to fine; 0 when it is in none. */
  readonly coarse: number
  readonly middle: number
  readonly fine: number
  /** Tags seen, most frequent first; empty when too rare to tell. */
  readonly tags: readonly number[]
  /** Whether it was seen often enough to trust those tags. */
  readonly known: boolean
  /** Whether other tags than those are improbable. */
  readonly closed: boolean
  /** How it is mostly written: 0 unknown, 1 lower case, 2 capitalised, 3 capitals. */
  readonly written: number
}

const unknown: Entry = {
  index: 0,
  hash: 0,
  coarse: 0,
  middle: 0,
  fine: 0,
  tags: [],
  known: false,
  closed: false,
  written: 0,
}

/** Words by lower-case form. A line is read when its word is first asked for, so that loading is quick. */
export class Vocabulary {
  private readonly lines: Lines
  private readonly entries: (Entry | undefined)[]

  /** One word a line: form, coarse, middle and fine cluster, how well known (0 rare, 1 common, 2 known, 3 closed), way of writing, tags by commas. */
  constructor(text: string) {
    this.lines = new Lines(text, 1)
    this.entries = new Array(this.lines.count).fill(undefined)
  }

  get size(): number {
    return this.lines.count
  }

  /** All words, in the order of their lines. */
  words(): string[] {
    return this.entries.map((_, line) => this.lines.columns(line)[0])
  }

  /** `word` in lower case. Digits are looked up as `0`. */
  entry(word: string): Entry {
    let line = this.lines.find(word)
    if (line < 0 && hasDigit(word)) line = this.lines.find(word.replace(/\d/g, '0'))
    if (line < 0) return unknown
    return (this.entries[line] ??= this.readEntry(line))
  }

  private readEntry(line: number): Entry {
    const [word, coarse, middle, fine, grade, written, tags] = this.lines.columns(line)
    return {
      index: line + 1,
      hash: grade !== '0' ? hashString(word) : 0,
      coarse: Number(coarse),
      middle: Number(middle),
      fine: Number(fine),
      known: grade >= '2',
      closed: grade === '3',
      written: Number(written),
      tags: tags ? tags.split(',').map(Number) : [],
    }
  }
}

function hasDigit(word: string): boolean {
  for (let i = 0; i < word.length; i++) {
    const c = word.charCodeAt(i)
    if (c >= 48 && c <= 57) return true
  }
  return false
}
