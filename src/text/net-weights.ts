import {hashSlice} from './hash.ts'

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

/** Where a matrix, its scales and its bias begin, in bytes. */
export interface Place extends Matrix {
  readonly at: number
  readonly scales: number
  readonly bias: number
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
