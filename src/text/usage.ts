import {Lines} from './lines.ts'

/** How much a word's past counts beside the net's score of a tag. */
const weight = 0.25
/** What stands for a tag that the word never had. */
const unseen = 1 / 16

/** A word as `Usage` knows it: in lower case, or with a capital where that may tell a name. */
export function usedAs(forms: readonly string[], i: number, loud: boolean): string {
  const form = forms[i]
  const lower = form.toLowerCase()
  if (i === 0 || loud || form[0] === lower[0]) return lower
  return form[0] + lower.slice(1)
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
    const {anywhere, by} = this.countsOf(this.lines.find(''))
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
    for (let tag = 1; tag < count; tag++)
      if (scores[at + tag] + more[universal[tag]] > scores[at + found] + more[universal[found]]) found = tag
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
    const {anywhere, by} = this.countsOf(line)
    const here = by.get(label)
    const leanings = this.leanings.get(label)
    const all = sum(anywhere)
    const some = here ? sum(here) : 0
    return Float32Array.from(this.tags, (_, tag) => {
      const before = ((anywhere[tag] + unseen) / (all + 1)) * (leanings?.[tag] ?? 1)
      return weight * Math.log(((here?.[tag] ?? 0) + before) / (some + 1))
    })
  }

  private countsOf(line: number): {anywhere: number[]; by: Map<string, number[]>} {
    const anywhere = this.tags.map(() => 0)
    const by = new Map<string, number[]>()
    for (const cell of this.lines.columns(line)[1].split(',')) {
      const [relation, upos, times] = cell.split(' ')
      const tag = this.tags.indexOf(upos)
      const here = by.get(relation) ?? this.tags.map(() => 0)
      by.set(relation, here)
      anywhere[tag] += Number(times)
      here[tag] += Number(times)
    }
    return {anywhere, by}
  }
}

const sum = (counts: readonly number[]) => counts.reduce((total, n) => total + n, 0)
