import type {Arcs} from './arcs.ts'
import type {Atoms} from './atoms.ts'
import {makeRows, type Net, type Rows} from './net.ts'
import {SpanTrees} from './span-trees.ts'

/** Longest sentence that the net reads, so that time stays linear and memory bounded; longer ones are left to the linear models. */
export const longestForNet = 250

/** What the decisions of the linear models add to the net's scores; set on the dev parts. */
const tagVote = 1
const arcVote = 1.5
const labelVote = 1

/** Heads and labels; word `length` stands for the root. */
type Trees = Pick<Arcs, 'heads' | 'labels'>

/** Tags and trees by the net, with the votes of tagger and transitions. */
export class NetParser {
  private readonly rows: Rows = makeRows(longestForNet + 2)
  private readonly trees = new SpanTrees(longestForNet)
  private hidden = 0

  constructor(
    readonly net: Net,
    readonly tags: number,
    readonly labels: number,
  ) {}

  /** Whether the sentence is short enough. */
  reads(atoms: Atoms): boolean {
    return atoms.length > 0 && atoms.length <= longestForNet
  }

  /** Reads the sentence, and tags it again; arcs may be asked for afterwards. */
  tag(atoms: Atoms): void {
    const {net, rows, tags} = this
    const {floats} = net.kernel
    rows.count = 0
    net.addRows(atoms, rows, tags)
    net.embed(rows)
    this.hidden = net.encode(rows.count, [rows.count])
    net.product('tag', this.hidden, net.at.tag, atoms.length)
    for (let i = 0; i < atoms.length; i++) {
      const row = net.at.tag + i * net.tagColumns
      floats[row + atoms.tags[i]] += tagVote
      atoms.tags[i] = best(floats, row, 0, tags)
    }
  }

  /** Heads (the root's is `length`) and labels of the sentence read last; `draft` and `second` are its trees by transitions. */
  tree(draft: Arcs, second: Trees): Trees {
    const {net, rows} = this
    const {floats} = net.kernel
    const n = draft.length
    net.parts(this.hidden, rows.count)
    const columns = net.arcScores(0, n)
    for (let i = 0; i < n; i++) {
      floats[net.at.scores + i * columns + draft.heads[i]] += arcVote
      floats[net.at.scores + i * columns + second.heads[i]] += arcVote
    }
    const heads = this.trees.best(floats, net.at.scores, columns, n)
    net.labelScores(heads, n)
    const labels = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      if (heads[i] === n) continue
      const row = net.at.label + i * net.labelColumns
      for (const {heads: others, labels: names} of [draft, second])
        if (others[i] === heads[i]) floats[row + names[i]] += labelVote
      labels[i] = best(floats, row, 1, this.labels)
    }
    return {heads, labels}
  }
}

/** The best of `from` to `to - 1`; the first one among equals. */
function best(scores: Float32Array, at: number, from: number, to: number): number {
  let found = from
  for (let k = from + 1; k < to; k++) if (scores[at + k] > scores[at + found]) found = k
  return found
}
