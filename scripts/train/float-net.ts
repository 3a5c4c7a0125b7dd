import type {Atoms} from '../../src/text/atoms.ts'
import {
  endingRow,
  layers,
  matricesOf,
  rootWord,
  shapeRow,
  sixteen,
  type TableName,
  tables,
  unknownWord,
  wide,
} from '../../src/text/net-weights.ts'
import {type FloatKernel, makeFloatKernel} from '../../src/text/float-kernel.ts'

/** Where each matrix of weights begins, and its rows and columns. */
export type Places = {readonly [name: string]: {readonly at: number; readonly rows: number; readonly columns: number}}

/** Weights in the order in which they lie in memory. */
function placesFor(tags: number, labels: number): {places: Places; size: number} {
  const places: {[name: string]: {at: number; rows: number; columns: number}} = {}
  let size = 0
  const put = (name: string, rows: number, columns: number) => {
    places[name] = {at: size, rows, columns}
    size += rows * columns
  }
  for (const {name, rows, columns} of matricesOf(tags, labels)) {
    put(name, rows, columns)
    put(`${name} bias`, 1, columns)
  }
  return {places, size}
}

/** What the net reads of words: rows of its tables. */
export interface Rows {
  count: number
  readonly word: Int32Array
  readonly ending: Int32Array
  readonly shape: Int32Array
  readonly tag: Int32Array
}

export function makeRows(most: number): Rows {
  return {
    count: 0,
    word: new Int32Array(most),
    ending: new Int32Array(most),
    shape: new Int32Array(most),
    tag: new Int32Array(most),
  }
}

/** The net of `src/text/net.ts` in floats, over many sentences at a time, keeping what it worked out on the way for learning. */
export class FloatNet {
  readonly kernel: FloatKernel
  readonly places: Places
  readonly size: number
  readonly tagColumns: number
  readonly labelColumns: number
  /** Places of what is worked out, row by row. */
  readonly at: {
    readonly input: number
    readonly gates: readonly number[]
    readonly states: readonly number[]
    readonly hidden: readonly number[]
    readonly child: number
    readonly head: number
    readonly labelChild: number
    readonly labelHead: number
    readonly query: number
    readonly turned: number
    readonly scores: number
    readonly mixed: number
    readonly label: number
    readonly tag: number
    readonly free: number
  }

  constructor(
    readonly words: ReadonlyMap<string, number>,
    readonly embeddings: {readonly [name in TableName]: Float32Array},
    tags: number,
    labels: number,
    /** Most rows (words and roots) of one run, and most words of one sentence. */
    readonly mostRows: number,
    readonly mostWords: number,
    extra = 0,
  ) {
    this.tagColumns = sixteen(tags)
    this.labelColumns = sixteen(labels)
    const {places, size} = placesFor(tags, labels)
    this.places = places
    this.size = size
    const rows = mostRows + 34
    const side = sixteen(mostWords + 2)
    let next = size + extra
    const take = (floats: number) => {
      const at = next
      next += floats
      return at
    }
    const each = (width: number) => Array.from({length: layers}, () => take(rows * width))
    this.at = {
      input: take(rows * wide.input),
      gates: each(wide.gates),
      states: each(wide.both),
      hidden: each(wide.both),
      child: take(rows * wide.part),
      head: take(rows * wide.part),
      labelChild: take(rows * wide.part),
      labelHead: take(rows * wide.part),
      query: take(rows * wide.part),
      turned: take(wide.part * side),
      scores: take(side * side),
      mixed: take(rows * wide.part),
      label: take(rows * this.labelColumns),
      tag: take(rows * this.tagColumns),
      free: next,
    }
    this.kernel = makeFloatKernel(extra ? next + extra : next)
  }

  /** The numbers of a matrix or of what is added to it, row by row. */
  weightsOf(name: string): Float32Array {
    const {at, rows, columns} = this.places[name]
    return this.kernel.floats.subarray(at, at + rows * columns)
  }

  /** Adds a sentence with tags to the rows, and the root behind it. */
  addRows(atoms: Atoms, rows: Rows, rootTag: number): void {
    for (let i = 0; i < atoms.length; i++) {
      const form = atoms.lower[i]
      const r = rows.count++
      rows.word[r] = this.words.get(form) ?? this.words.get(form.replace(/\d/g, '0')) ?? unknownWord
      rows.ending[r] = endingRow(form)
      rows.shape[r] = shapeRow(atoms.shapes[i], atoms.loud)
      rows.tag[r] = atoms.tags[i]
    }
    const r = rows.count++
    rows.word[r] = rootWord
    rows.ending[r] = 0
    rows.shape[r] = 0
    rows.tag[r] = rootTag
  }

  /** Copies the vectors of the rows into the input. */
  embed(rows: Rows): void {
    const {floats} = this.kernel
    let to = this.at.input
    for (let r = 0; r < rows.count; r++)
      for (const name of tables) {
        const values = this.embeddings[name]
        const width = wide[name]
        const from = rows[name][r] * width
        for (let d = 0; d < width; d++) floats[to++] = values[from + d]
      }
  }

  /** `to = from · weights + bias` for so many rows. */
  product(name: string, from: number, to: number, rows: number): void {
    const {floats} = this.kernel
    const {at, rows: depth, columns} = this.places[name]
    const bias = this.places[`${name} bias`].at
    for (let r = 0; r < rows; r++) floats.copyWithin(to + r * columns, bias, bias + columns)
    this.kernel.multiply(from, at, to, (rows + 1) & ~1, depth, columns)
  }

  /** Runs the layers over sentences whose rows end at `ends`; `masks` multiply what each layer gives, in training. */
  encode(rows: number, ends: ArrayLike<number>, masks: readonly (Float32Array | undefined)[] = []): number {
    for (let l = 0; l < layers; l++) {
      this.product(`layer${l}`, l ? this.at.hidden[l - 1] : this.at.input, this.at.gates[l], rows)
      let start = 0
      for (let s = 0; s < ends.length; s++) {
        this.runLayer(l, start, ends[s], masks[l])
        start = ends[s]
      }
    }
    return this.at.hidden[layers - 1]
  }

  private runLayer(l: number, start: number, end: number, mask: Float32Array | undefined): void {
    const {floats} = this.kernel
    const {hidden: width, both} = wide
    const below = l ? this.at.hidden[l - 1] : -1
    const n = end - start
    for (let side = 0; side < 2; side++)
      for (let step = 0; step < n; step++) {
        const r = side ? end - 1 - step : start + step
        const g = this.at.gates[l] + r * wide.gates + side * width * 3
        const c = this.at.states[l] + r * both + side * width
        const h = this.at.hidden[l] + r * both + side * width
        const before = step ? (side ? c + both : c - both) : -1
        for (let d = 0; d < width; d++) {
          const f = soft(floats[g + width + d])
          const o = soft(floats[g + 2 * width + d])
          const z = floats[g + d]
          const state = before < 0 ? (1 - f) * z : f * floats[before + d] + (1 - f) * z
          floats[g + width + d] = f
          floats[g + 2 * width + d] = o
          floats[c + d] = state
          let out = o * state
          if (mask) out *= mask[r * both + side * width + d]
          floats[h + d] = below < 0 ? out : out + floats[below + r * both + side * width + d]
        }
      }
  }

  /** What arcs and labels are scored from. */
  parts(hidden: number, rows: number): void {
    const {floats} = this.kernel
    for (const name of ['child', 'head', 'labelChild', 'labelHead'] as const)
      this.product(name, hidden, this.at[name], rows)
    for (const name of ['child', 'head'] as const)
      for (let i = this.at[name]; i < this.at[name] + rows * wide.part; i++) if (floats[i] < 0) floats[i] = 0
    this.product('pair', this.at.child, this.at.query, rows)
  }

  /** Scores of all heads for the `n` words whose rows begin at `start`: row `i`, column `head`; the root is column `n`. Returns the row length. */
  arcScores(start: number, n: number): number {
    const {floats} = this.kernel
    const {part} = wide
    const columns = sixteen(n + 1)
    const {turned, scores, head} = this.at
    for (let j = 0; j < columns; j++)
      for (let d = 0; d < part; d++)
        floats[turned + d * columns + j] = j <= n ? floats[head + (start + j) * part + d] : 0
    floats.fill(0, scores, scores + (n + 1) * columns)
    this.kernel.multiply(this.at.query + start * part, turned, scores, (n + 1) & ~1, part, columns)
    return columns
  }

  /** Scores of labels for rows with a head each (a row, or -1 for none). */
  labelScores(heads: Int32Array, rows: number): void {
    const {floats} = this.kernel
    const {part} = wide
    const {mixed, labelChild, labelHead} = this.at
    for (let r = 0; r < rows; r++)
      for (let d = 0; d < part; d++) {
        const sum = heads[r] < 0 ? 0 : floats[labelChild + r * part + d] + floats[labelHead + heads[r] * part + d]
        floats[mixed + r * part + d] = sum > 0 ? sum : 0
      }
    this.product('label', mixed, this.at.label, rows)
  }
}

/** A sigmoid without powers, so that it is the same on every machine. */
function soft(x: number): number {
  return 0.5 + (0.5 * x) / (1 + (x < 0 ? -x : x))
}
