import type {Atoms} from './atoms.ts'
import type {Net} from './net.ts'
import {SpanTrees} from './span-trees.ts'
import {type Usage, usedAs} from './usage.ts'

/** Most words that the net reads at once, so that time stays linear and memory bounded; what is longer is read in pieces. */
export const longestForNet = 250
/** A piece ends at the last comma or semicolon among its last words, where there is one. */
const searched = 60
const dep = 1

/** Heads and labels of words; word `length` stands for the root. */
export interface Arcs {
  readonly heads: Int32Array
  readonly labels: Int32Array
}

/** Tags and trees by the net. */
export class NetParser {
  private readonly trees = new SpanTrees(longestForNet)

  constructor(
    readonly net: Net,
    readonly usage: Usage,
  ) {}

  /** Reads a tagged sentence, tags it again, and finds heads (the root's is `length`) and labels. Roots of later pieces hang on the first. */
  parse(atoms: Atoms): Arcs {
    const {length} = atoms
    if (length <= longestForNet) return this.parsePiece(atoms, 0, length)
    const heads = new Int32Array(length)
    const labels = new Int32Array(length)
    let root = length
    for (let start = 0; start < length; ) {
      const end = pieceEnd(atoms, start)
      const piece = this.parsePiece(atoms, start, end)
      for (let i = start; i < end; i++) {
        const head = piece.heads[i - start]
        const top = head === end - start
        heads[i] = top ? root : head + start
        labels[i] = top && root < length ? dep : piece.labels[i - start]
      }
      if (root === length) root = heads.indexOf(length)
      start = end
    }
    return {heads, labels}
  }

  private parsePiece(atoms: Atoms, start: number, end: number): Arcs {
    const {net, usage} = this
    const {floats, weights} = net
    const n = end - start
    net.read(atoms, start, end)
    net.scoreArcs(n)
    const heads = this.trees.best(floats, net.arcScores, n + 1, n)
    net.scoreLabels(heads, n)
    const labels = new Int32Array(n)
    for (let i = 0; i < n; i++) {
      if (heads[i] !== n) labels[i] = best(floats, net.labelScores + i * net.labelColumns, dep, weights.labels)
      const scores = net.tagScores + i * net.tagColumns
      const usual = usage.best(
        usedAs(atoms.forms, atoms.lower, start + i, atoms.loud),
        labels[i],
        floats,
        scores,
        weights.tags,
      )
      atoms.tags[start + i] = usual < 0 ? best(floats, scores, 0, weights.tags) : usual
    }
    return {heads, labels}
  }
}

function pieceEnd({forms, length}: Atoms, start: number): number {
  const end = start + longestForNet
  if (end >= length) return length
  for (let i = end; i > end - searched; i--) if (forms[i - 1] === ',' || forms[i - 1] === ';') return i
  return end
}

/** The best of `from` to `to - 1`; the first one among equals. */
function best(scores: Float32Array, at: number, from: number, to: number): number {
  let found = from
  for (let k = from + 1; k < to; k++) if (scores[at + k] > scores[at + found]) found = k
  return found
}
