import type {Atoms} from './atoms.ts'
import type {Kernel} from './kernel.ts'
import {endingRow, type Place, rootWord, shapeRow, type TableName, tables, type Weights, wide} from './net-weights.ts'

/** How many rows of products are kept: those of the commonest words, and room for any one sentence. */
export const keptSums = 2048

/** The row of a table that stands for a word. */
const rowOf: {readonly [name in TableName]: (weights: Weights, atoms: Atoms, i: number) => number} = {
  word: ({words}, {entries}, i) => words[entries[i].index],
  ending: (_, {lower}, i) => endingRow(lower[i]),
  shape: (_, {shapes, loud}, i) => shapeRow(shapes[i], loud),
  tag: (_, {tags}, i) => tags[i],
}
/** The row that stands for the root. */
const rootRow: {readonly [name in TableName]: (weights: Weights) => number} = {
  word: () => rootWord,
  ending: () => 0,
  shape: () => 0,
  tag: ({tags}) => tags,
}

/** A table, what it gives being a part of what goes in. */
interface Part {
  readonly name: TableName
  /** The number of its first row among those of all tables. */
  readonly first: number
  /** Where it stands in what goes in. */
  readonly across: number
  /** What brings it to the common scale. */
  readonly factor: number
}

/**
 * The first layer of the net. What goes into it is a word, its ending, its shape and its tag side by side, so what comes out is the sum of
 * what its matrix makes of each; these are whole numbers, which add up exactly, and each is kept once it is made.
 */
export class FirstLayer {
  private readonly halves: Int16Array
  private readonly inputs: Int32Array
  private readonly floats: Float32Array
  private readonly parts: readonly Part[]
  /** Where the products with a row of a table are kept, by the number of the row among those of all tables; 0 where they are not. */
  private readonly places: Int32Array
  private kept = 0
  private readonly scale: number

  constructor(
    private readonly kernel: Kernel,
    private readonly weights: Weights,
    private readonly matrix: Place,
    private readonly at: {halves: number; gates: number; inputs: number; sums: number},
  ) {
    const {buffer} = kernel.memory
    this.halves = new Int16Array(buffer)
    this.inputs = new Int32Array(buffer)
    this.floats = new Float32Array(buffer)
    const highest = Math.max(...tables.map(name => weights.tables[name].scale))
    let first = 0
    let across = 0
    // In the order in which they lie side by side.
    this.parts = tables.map(name => {
      const {scale, values} = weights.tables[name]
      const part = {name, first, across, factor: Math.round((scale / highest) * 250)}
      first += values.length / wide[name]
      across += wide[name]
      return part
    })
    this.places = new Int32Array(first)
    this.scale = highest / 250
  }

  /** Puts the gates of the words from `start` to `end` and of the root at `gates`. */
  read(atoms: Atoms, start: number, end: number): void {
    const {kernel, at, matrix, parts} = this
    const n = end - start + 1
    if (this.kept + n * parts.length > keptSums) {
      this.places.fill(0)
      this.kept = 0
    }
    const to = at.inputs / 4
    parts.forEach((part, p) => {
      this.put(part, atoms, start, end, to + p)
    })
    this.floats[to + n * parts.length] = this.scale
    kernel.addUp(at.inputs, matrix.scales, matrix.bias, at.gates, n, matrix.columns)
  }

  /** Puts the places of the products of a part, once they are made, at `to` and each fourth after it. */
  private put({name, first, across, factor}: Part, atoms: Atoms, start: number, end: number, to: number): void {
    const {kernel, weights, places, inputs, matrix, at, parts} = this
    const width = wide[name]
    let fresh = 0
    for (let i = start; i <= end; i++) {
      const row = i < end ? rowOf[name](weights, atoms, i) : rootRow[name](weights)
      const number = first + row
      if (!places[number]) {
        this.spread(weights.tables[name].values, row, width, factor, fresh++)
        places[number] = this.placeOf(this.kept++)
      }
      inputs[to + (i - start) * parts.length] = places[number]
    }
    if (fresh === 0) return
    const products = this.placeOf(this.kept - fresh)
    kernel.sum(at.halves, matrix.at + across * 8, products, fresh, width, matrix.rows, matrix.columns)
  }

  private placeOf(sum: number): number {
    return this.at.sums + sum * wide.gates * 4
  }

  /** A row of a table on the common scale. */
  private spread(values: Int8Array, row: number, width: number, factor: number, to: number): void {
    const at = this.at.halves / 2 + to * width
    for (let i = 0; i < width; i++) this.halves[at + i] = values[row * width + i] * factor
  }
}
