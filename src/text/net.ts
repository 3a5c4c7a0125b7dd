import type {Atoms} from './atoms.ts'
import {FirstLayer, keptSums} from './first-layer.ts'
import {type Kernel, makeKernel} from './kernel.ts'
import {layers, matricesOf, type Place, sixteen, type Weights, wide} from './net-weights.ts'

/**
 * A recurrent net over a sentence: three layers of gated running means from both sides (as the simple recurrent unit, Lei and others
 * 2018), then scores for each pair of word and head (biaffine, Dozat and Manning 2017), for labels and for tags. Weights have 8
 * bits, what goes through them 16. It holds one sentence at a time; each step stands on the one before it.
 */
export class Net {
  private readonly kernel: Kernel
  private readonly places: {readonly [name: string]: Place}
  private readonly at
  private readonly wholes: Int32Array
  private readonly first: FirstLayer
  /** Scores of the last step, in rows of `tagColumns`, `labelColumns`, or one more than there are words. */
  readonly floats: Float32Array
  readonly tagScores: number
  readonly tagColumns: number
  readonly labelScores: number
  readonly labelColumns: number
  readonly arcScores: number

  constructor(
    readonly weights: Weights,
    /** Most words of a sentence. */
    readonly most: number,
  ) {
    const {tags, labels, matrices, columns} = weights
    this.tagColumns = sixteen(tags)
    this.labelColumns = sixteen(labels)
    let next = (matrices.length + 15) & ~15
    const take = (bytes: number) => {
      const at = next
      next += (bytes + 15) & ~15
      return at
    }
    const columnsAt = take(columns.length * 4)
    const places: {[name: string]: Place} = {}
    let at = 0
    let scales = columnsAt
    for (const matrix of matricesOf(tags, labels)) {
      places[matrix.name] = {...matrix, at, scales, bias: scales + matrix.columns * 4}
      at += matrix.rows * matrix.columns
      scales += matrix.columns * 8
    }
    this.places = places
    const rows = most + 1
    this.at = {
      halves: take(rows * wide.both * 2),
      scales: take(rows * 4),
      gates: take(rows * wide.gates * 4),
      state: take(wide.hidden * 4),
      none: take(wide.both * 4),
      hidden: [take(rows * wide.both * 4), take(rows * wide.both * 4)],
      child: take(rows * wide.part * 4),
      head: take(rows * wide.part * 4),
      labelChild: take(rows * wide.part * 4),
      labelHead: take(rows * wide.part * 4),
      query: take(rows * wide.part * 4),
      mixed: take(rows * wide.part * 4),
      arcs: take(rows * rows * 4),
      heads: take(rows * 4),
      label: take(rows * this.labelColumns * 4),
      tag: take(rows * this.tagColumns * 4),
      inputs: take(rows * 16 + 4),
      sums: take(keptSums * wide.gates * 4),
    }
    this.kernel = makeKernel(next)
    const {buffer} = this.kernel.memory
    new Int8Array(buffer).set(matrices)
    this.floats = new Float32Array(buffer)
    this.floats.set(columns, columnsAt / 4)
    this.wholes = new Int32Array(buffer)
    this.tagScores = this.at.tag / 4
    this.labelScores = this.at.label / 4
    this.arcScores = this.at.arcs / 4
    this.first = new FirstLayer(this.kernel, weights, places.layer0, this.at)
  }

  /** Reads the words of a tagged sentence from `start` to `end`, and scores their tags. */
  read(atoms: Atoms, start: number, end: number): void {
    const {kernel, at} = this
    const n = end - start + 1
    this.first.read(atoms, start, end)
    for (let l = 0; l < layers; l++) {
      if (l) this.multiply(`layer${l}`, at.gates, n)
      const [below, out] = l % 2 ? at.hidden : [at.hidden[1], at.hidden[0]]
      for (let side = 0; side < 2; side++) {
        this.floats.fill(0, at.state / 4, at.state / 4 + wide.hidden)
        const first = side ? n - 1 : 0
        const by = side ? -1 : 1
        const across = side * wide.hidden * 4
        kernel.gate(
          at.gates + first * wide.gates * 4 + across * 3,
          by * wide.gates * 4,
          l ? below + first * wide.both * 4 + across : at.none,
          l ? by * wide.both * 4 : 0,
          out + first * wide.both * 4 + across,
          by * wide.both * 4,
          at.state,
          n,
          wide.hidden,
        )
      }
      kernel.quantize(out, at.halves, at.scales, n, wide.both)
    }
    this.multiply('tag', at.tag, n - 1)
  }

  /** Scores the heads of each word; the root is behind the last word. */
  scoreArcs(n: number): void {
    const {kernel, at} = this
    const rows = n + 1
    for (const name of ['child', 'head', 'labelChild', 'labelHead'] as const) this.multiply(name, at[name], rows)
    kernel.positive(at.child, rows * wide.part)
    kernel.positive(at.head, rows * wide.part)
    kernel.quantize(at.child, at.halves, at.scales, n, wide.part)
    this.multiply('pair', at.query, n)
    kernel.pairs(at.query, at.head, at.arcs, n, n + 1, wide.part, n + 1)
  }

  /** Scores the labels of each word on its head. */
  scoreLabels(heads: Int32Array, n: number): void {
    const {kernel, at} = this
    this.wholes.set(heads, at.heads / 4)
    kernel.mix(at.labelChild, at.labelHead, at.heads, at.mixed, n, wide.part)
    kernel.quantize(at.mixed, at.halves, at.scales, n, wide.part)
    this.multiply('label', at.label, n)
  }

  private multiply(name: string, to: number, count: number): void {
    const {at, scales, bias, rows, columns} = this.places[name]
    this.kernel.multiply(this.at.halves, this.at.scales, at, scales, bias, to, count, rows, columns)
  }
}
