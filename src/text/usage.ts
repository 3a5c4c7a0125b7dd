import {Lines} from './lines.ts'

/** How much a word's past counts beside the net's score of a tag. */
const weight = 0.35
/** What stands for a tag that the word never had. */
const unseen = 1 / 16

/** A word as `Usage` knows it: in lower case, or with a capital where that may tell a name. */
export function usedAs(forms: readonly string[], lower: readonly string[], i: number, loud: boolean): string {
  if (i === 0 || loud || forms[i][0] === lower[i][0]) return lower[i]
  return forms[i][0] + lower[i].slice(1)
}

/** How often each word of the treebanks had which universal tag in which relation: "that" is a pronoun as a subject, hardly ever as a mark. */
export class Usage {
  private readonly lines: Lines
  private readonly tags: readonly string[]
  /** Number of the universal tag of each tag. */
  private readonly universal: Uint8Array
  private readonly labels: readonly string[]
  /** By relation: how much more often than chance each tag has it. */
  private readonly leanings = new Map<string, readonly number[]>()
  /** By line and relation, once asked for. */
  private readonly known = new Map<number, Float32Array>()

  /**
   * `text`: one word a line (as `usedAs` gives them; an empty one stands for all words), a tab, and by commas relation, universal tag and
   * count, as `case ADP 12`. `upos`: the universal tag of each tag; `labels`: relations, of which subtypes are left out.
   */
  constructor(text: string, upos: readonly string[], labels: readonly string[]) {
    this.lines = new Lines(text, 1)
    this.tags = [...new Set(upos)]
    this.universal = Uint8Array.from(upos, tag => this.tags.indexOf(tag))
    this.labels = labels.map(label => label.split(':')[0])
    const {text: all} = this.lines
    const by = new Map<string, number[]>()
    const anywhere = this.tags.map(() => 0)
    this.eachCell(this.lines.find(''), (at, space, tag, times) => {
      const relation = all.slice(at, space)
      const here = by.get(relation) ?? this.tags.map(() => 0)
      by.set(relation, here)
      anywhere[tag] += times
      here[tag] += times
    })
    for (const [label, here] of by)
      this.leanings.set(
        label,
        here.map((n, tag) => Math.sqrt((20 * (n + 0.5)) / (anywhere[tag] + 20))),
      )
  }

  /** The tag with the best of `count` scores from `at`, the word's past in that relation counted in; -1 for words that are not known. */
  best(word: string, label: number, scores: Float32Array, at: number, count: number): number {
    const line = this.lines.find(word)
    if (line < 0) return -1
    const {universal} = this
    const more = this.habits(line, label)
    let found = 0
    let high = Number.NEGATIVE_INFINITY
    for (let tag = 0; tag < count; tag++) {
      const score = scores[at + tag] + more[universal[tag]]
      if (score > high) {
        high = score
        found = tag
      }
    }
    return found
  }

  private habits(line: number, label: number): Float32Array {
    const key = line * this.labels.length + label
    let habits = this.known.get(key)
    if (!habits) {
      habits = this.readHabits(line, this.labels[label])
      this.known.set(key, habits)
    }
    return habits
  }

  /** Logarithms of shares of tags in the relation, smoothed by those of the word in any and those of the relation. */
  private readHabits(line: number, label: string): Float32Array {
    const {text} = this.lines
    const habits = new Float32Array(this.tags.length)
    const anywhere = new Int32Array(this.tags.length)
    const here = new Int32Array(this.tags.length)
    let all = 0
    let some = 0
    this.eachCell(line, (at, space, tag, times) => {
      anywhere[tag] += times
      all += times
      if (space - at !== label.length || !text.startsWith(label, at)) return
      here[tag] += times
      some += times
    })
    const leanings = this.leanings.get(label)
    for (let tag = 0; tag < habits.length; tag++) {
      const before = ((anywhere[tag] + unseen) / (all + 1)) * (leanings?.[tag] ?? 1)
      habits[tag] = weight * Math.log((here[tag] + before) / (some + 1))
    }
    return habits
  }

  /** Calls `then` with where each relation of a line begins and ends, with a tag and its count. */
  private eachCell(line: number, then: (at: number, space: number, tag: number, times: number) => void): void {
    const {text} = this.lines
    const end = this.lines.endOf(line)
    for (let at = this.lines.secondOf(line); at < end; ) {
      const space = text.indexOf(' ', at)
      const second = text.indexOf(' ', space + 1)
      const tag = this.tags.findIndex(name => name.length === second - space - 1 && text.startsWith(name, space + 1))
      let times = 0
      let i = second + 1
      for (; i < end && text.charCodeAt(i) !== comma; i++) times = times * 10 + text.charCodeAt(i) - zero
      then(at, space, tag, times)
      at = i + 1
    }
  }
}

const comma = 44
const zero = 48
