import type {Atoms} from './atoms.ts'
import {hashSlice} from './hash.ts'
import {type Kernel, makeKernel} from './kernel.ts'

/** Widths of the layers. */
export const wide = {word: 100, ending: 24, shape: 8, tag: 28, input: 160, hidden: 128, both: 256, gates: 768, part: 64}
export const layers = 3
export const tables = ['word', 'ending', 'shape', 'tag'] as const
export type TableName = (typeof tables)[number]
export const endingRows = 2048
export const shapeRows = 1024
/** Rows of the table of words for words without a vector, and for the root. */
export const unknownWord = 0
export const rootWord = 1

export const endingRow = (form: string) => hashSlice(form, Math.max(0, form.length - 3), form.length) & (endingRows - 1)
export const shapeRow = (shape: number, loud: boolean) => shape | (loud ? 512 : 0)

export interface Matrix {
  readonly name: string
  readonly rows: number
  readonly columns: number
}

/** The matrices of a net, in the order in which they lie. */
export function matricesOf(tags: number, labels: number): Matrix[] {
  const list: Matrix[] = []
  for (let l = 0; l < layers; l++) list.push({name: `layer${l}`, rows: l ? wide.both : wide.input, columns: wide.gates})
  for (const name of ['child', 'head', 'labelChild', 'labelHead'])
    list.push({name, rows: wide.both, columns: wide.part})
  return [
    ...list,
    {name: 'pair', rows: wide.part, columns: wide.part},
    {name: 'label', rows: wide.part, columns: sixteen(labels)},
    {name: 'tag', rows: wide.both, columns: sixteen(tags)},
  ]
}

export const sixteen = (n: number) => (n + 15) & ~15
const fours = (n: number) => (n + 3) & ~3

/** A table of vectors: 8 bits a number. */
export interface Table {
  readonly values: Int8Array
  readonly scale: number
}

/** Numbers of a trained net. */
export interface Weights {
  /** Row of the table of words for each entry of the vocabulary; the first is that of unknown words. */
  readonly words: Uint16Array
  readonly tables: {readonly [name in TableName]: Table}
  readonly tags: number
  readonly labels: number
  /** All matrices, as `pairUp` lays them. */
  readonly matrices: Int8Array
  /** For each matrix, scales of its columns, then what is added to them. */
  readonly columns: Float32Array
}

/** Where a matrix, its scales and its bias begin, in bytes. */
interface Place extends Matrix {
  readonly at: number
  readonly scales: number
  readonly bias: number
}

/**
 * A recurrent net over a sentence: three layers of gated running means from both sides (as the simple recurrent unit, Lei and others
 * 2018), then scores for each pair of word and head (biaffine, Dozat and Manning 2017), for labels and for tags. Weights have 8
 * bits, what goes through them 16. It holds one sentence at a time; each step stands on the one before it.
 */
export class Net {
  private readonly kernel: Kernel
  private readonly places: {readonly [name: string]: Place}
  private readonly at
  private readonly halves: Int16Array
  private readonly wholes: Int32Array
  /** Factors that bring the tables to one scale. */
  private readonly factors: {readonly [name in TableName]: number}
  private readonly inputScale: number
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
    const rows = fours(most + 1)
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
    }
    this.kernel = makeKernel(next)
    const {buffer} = this.kernel.memory
    new Int8Array(buffer).set(matrices)
    this.floats = new Float32Array(buffer)
    this.floats.set(columns, columnsAt / 4)
    this.halves = new Int16Array(buffer)
    this.wholes = new Int32Array(buffer)
    this.tagScores = this.at.tag / 4
    this.labelScores = this.at.label / 4
    this.arcScores = this.at.arcs / 4
    const highest = Math.max(...tables.map(name => weights.tables[name].scale))
    const factor = (name: TableName) => Math.round((weights.tables[name].scale / highest) * 250)
    this.factors = {word: factor('word'), ending: factor('ending'), shape: factor('shape'), tag: factor('tag')}
    this.inputScale = highest / 250
  }

  /** Reads the words of a tagged sentence from `start` to `end`, and scores their tags. */
  read(atoms: Atoms, start: number, end: number): void {
    const {kernel, at} = this
    const n = end - start + 1
    const rows = fours(n)
    this.embed(atoms, start, end)
    for (let l = 0; l < layers; l++) {
      this.multiply(`layer${l}`, at.gates, rows)
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
      kernel.quantize(out, at.halves, at.scales, rows, wide.both)
    }
    this.multiply('tag', at.tag, rows)
  }

  /** Scores the heads of each word; the root is behind the last word. */
  scoreArcs(n: number): void {
    const {kernel, at} = this
    const rows = fours(n + 1)
    for (const name of ['child', 'head', 'labelChild', 'labelHead'] as const) this.multiply(name, at[name], rows)
    kernel.positive(at.child, rows * wide.part)
    kernel.positive(at.head, rows * wide.part)
    kernel.quantize(at.child, at.halves, at.scales, rows, wide.part)
    this.multiply('pair', at.query, rows)
    kernel.pairs(at.query, at.head, at.arcs, n, n + 1, wide.part, n + 1)
  }

  /** Scores the labels of each word on its head. */
  scoreLabels(heads: Int32Array, n: number): void {
    const {kernel, at} = this
    const rows = fours(n)
    this.wholes.set(heads, at.heads / 4)
    kernel.mix(at.labelChild, at.labelHead, at.heads, at.mixed, n, wide.part)
    kernel.quantize(at.mixed, at.halves, at.scales, rows, wide.part)
    this.multiply('label', at.label, rows)
  }

  private embed(atoms: Atoms, start: number, end: number): void {
    const {halves, floats, at, weights} = this
    const {tags, shapes, entries, lower, loud} = atoms
    let to = at.halves / 2
    const put = (name: TableName, row: number) => {
      const {values} = weights.tables[name]
      const factor = this.factors[name]
      const end = (row + 1) * wide[name]
      for (let from = row * wide[name]; from < end; from++) halves[to++] = values[from] * factor
    }
    for (let i = start; i < end; i++) {
      put('word', weights.words[entries[i].index])
      put('ending', endingRow(lower[i]))
      put('shape', shapeRow(shapes[i], loud))
      put('tag', tags[i])
    }
    put('word', rootWord)
    put('ending', 0)
    put('shape', 0)
    put('tag', weights.tags)
    floats.fill(this.inputScale, at.scales / 4, at.scales / 4 + end - start + 1)
  }

  private multiply(name: string, to: number, count: number): void {
    const {at, scales, bias, rows, columns} = this.places[name]
    this.kernel.multiply(this.at.halves, this.at.scales, at, scales, bias, to, count, rows, columns)
  }
}
