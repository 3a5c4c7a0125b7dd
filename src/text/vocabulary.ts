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

/** Words by lower-case form. Lines are found at once and read when their word is first asked for, so that loading is quick. */
export class Vocabulary {
  private readonly places = new Map<string, number>()
  private readonly entries = new Map<string, Entry>()

  /** One word a line: form, coarse, middle and fine cluster, how well known (0 rare, 1 common, 2 known, 3 closed), way of writing, tags by commas. */
  constructor(readonly lines: string) {
    for (let start = 0; start < lines.length; ) {
      this.places.set(lines.slice(start, lines.indexOf('\t', start)), start)
      const end = lines.indexOf('\n', start)
      start = end < 0 ? lines.length : end + 1
    }
  }

  get size(): number {
    return this.places.size
  }

  /** `word` in lower case. Digits are looked up as `0`. */
  entry(word: string): Entry {
    const known = this.entries.get(word)
    if (known) return known
    const place = this.places.get(word) ?? this.places.get(word.replace(/\d/g, '0'))
    if (place === undefined) return unknown
    const entry = this.readEntry(place)
    this.entries.set(word, entry)
    return entry
  }

  private readEntry(start: number): Entry {
    const end = this.lines.indexOf('\n', start)
    const line = this.lines.slice(start, end < 0 ? undefined : end)
    const [word, coarse, middle, fine, grade, written, tags] = line.split('\t')
    return {
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
