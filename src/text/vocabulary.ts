import {hashString} from './hash.ts'

/** What is known of a word. */
export interface Entry {
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

const unknown: Entry = {hash: 0, coarse: 0, middle: 0, fine: 0, tags: [], known: false, closed: false, written: 0}

/** Words by lower-case form. */
export class Vocabulary {
  private readonly entries = new Map<string, Entry>()

  /** One word a line: form, coarse, middle and fine cluster, how well known (0 rare, 1 common, 2 known, 3 closed), way of writing, tags by commas. */
  constructor(readonly lines: string) {
    let start = 0
    while (start < lines.length) {
      let end = lines.indexOf('\n', start)
      if (end < 0) end = lines.length
      const [word, coarse, middle, fine, grade, written, tags] = lines.slice(start, end).split('\t')
      this.entries.set(word, {
        hash: grade !== '0' ? hashString(word) : 0,
        coarse: Number(coarse),
        middle: Number(middle),
        fine: Number(fine),
        known: grade >= '2',
        closed: grade === '3',
        written: Number(written),
        tags: tags ? tags.split(',').map(Number) : [],
      })
      start = end + 1
    }
  }

  get size(): number {
    return this.entries.size
  }

  /** `word` in lower case. Digits are looked up as `0`. */
  entry(word: string): Entry {
    return this.entries.get(word) ?? this.entries.get(word.replace(/\d/g, '0')) ?? unknown
  }
}
