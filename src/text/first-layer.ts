import type {Atoms} from './atoms.ts'
import type {Kernel} from './kernel.ts'
import {endingRow, type Place, rootWord, shapeRow, type TableName, tables, type Weights, wide} from './net-weights.ts'

/** How many rows of products are kept: those of the commonest words, and room for any one sentence. */
export const keptSums = 2048
/** Rows that are multiplied together. */
const together = 32

/**
 * The first layer of the net. What goes into it is a word, its ending, its shape and its tag side by side, so what comes out is the sum of
 * what its matrix makes of each; these are whole numbers, which add up exactly, and each is kept once it is made.
 */
export class FirstLayer {
  private readonly halves: Int16Array
  private readonly inputs: Int32Array
  private readonly floats: Float32Array
  /** Where the products with a row of a table are kept, by the number of the row among those of all tables; 0 where they are not. */
  private readonly places: Int32Array
  private kept = 0
  private readonly scale: number
  /** For each table: the number of its first row, where it stands among what goes in, and what brings it to the common scale. */
  private readonly slots: {
    readonly [name in TableName]: {readonly first: number; readonly across: number; readonly factor: number}
  }

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
    const slot = (name: TableName) => {
      const {scale, values} = weights.tables[name]
      const made = {first, across, factor: Math.round((scale / highest) * 250)}
      first += values.length / wide[name]
      across += wide[name]
      return made
    }
    // In the order in which they lie side by side.
    const [word, ending, shape, tag] = tables.map(slot)
    this.slots = {word, ending, shape, tag}
    this.places = new Int32Array(first)
    this.scale = highest / 250
  }

  /** Puts the gates of the words from `start` to `end` and of the root at `gates`. */
  read(atoms: Atoms, start: number, end: number): void {
    const {kernel, inputs, at, matrix, weights} = this
    const {tags, shapes, entries, lower, loud} = atoms
    const n = end - start + 1
    if (this.kept + n * 4 > keptSums) {
      this.places.fill(0)
      this.kept = 0
    }
    let to = at.inputs / 4
    let fresh = 0
    const put = (name: TableName, row: number) => {
      const slot = this.slots[name]
      if (!this.places[slot.first + row]) {
        this.spread(name, row, fresh++)
        this.places[slot.first + row] = this.placeOf(this.kept++)
        if (fresh === together) fresh = this.multiply(fresh)
      }
      inputs[to++] = this.places[slot.first + row]
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
    this.multiply(fresh)
    this.floats[to] = this.scale
    kernel.addUp(at.inputs, matrix.scales, matrix.bias, at.gates, n, matrix.columns)
  }

  private placeOf(sum: number): number {
    return this.at.sums + sum * wide.gates * 4
  }

  /** A row of a table where it stands among the others, which are nothing. */
  private spread(name: TableName, row: number, to: number): void {
    const {values} = this.weights.tables[name]
    const {across, factor} = this.slots[name]
    const at = this.at.halves / 2 + to * wide.input
    this.halves.fill(0, at, at + wide.input)
    for (let i = 0; i < wide[name]; i++) this.halves[at + across + i] = values[row * wide[name] + i] * factor
  }

  /** Multiplies the last rows that were spread; none are left. */
  private multiply(count: number): 0 {
    const {at, rows, columns} = this.matrix
    if (count) this.kernel.sum(this.at.halves, at, this.placeOf(this.kept - count), count, rows, columns)
    return 0
  }
}
