import {DetenteError} from '../model/index.ts'
import {openContainer, signed} from './container.ts'
import {Net} from './net.ts'
import {matricesOf, type Table, type TableName, tables, type Weights} from './net-weights.ts'
import {longestForNet, NetParser} from './net-parser.ts'
import type {TextModel} from './model.ts'
import {Usage} from './usage.ts'

/** Header of a net's file: the text model that it goes with, and the numbers of its tags and labels. */
export interface NetHeader {
  readonly format: 3
  readonly version: string
  /** Version of the text model that it was trained with. */
  readonly base: string
  readonly tags: number
  readonly labels: number
  readonly scales: {readonly [name in TableName]: number}
}

/** A net from its file. Throws `model/format` when it is none, or goes with another text model than `model`. */
export function loadNet(file: Uint8Array, model: TextModel): {parser: NetParser; version: string} {
  try {
    return unpack(file, model)
  } catch (cause) {
    throw new DetenteError(
      'model/format',
      `expected a net for the text model ${model.version} (net.bin), found something else`,
      {
        hint: 'npm run train -- net makes one',
        cause,
      },
    )
  }
}

function unpack(file: Uint8Array, model: TextModel): {parser: NetParser; version: string} {
  const {header, part} = openContainer<NetHeader>(file)
  const {format, version, tags, labels, scales} = header
  if (format !== 3 || header.base !== model.version) throw new Error(`format ${format}, for ${header.base}`)
  const table = (name: TableName): Table => ({values: signed(part(name)), scale: scales[name]})
  const weights: Weights = {
    // Copies, so that numbers of two and four bytes begin where they may.
    words: new Uint16Array(new Uint8Array(part('words')).buffer),
    tables: Object.fromEntries(tables.map(name => [name, table(name)])) as Weights['tables'],
    tags,
    labels,
    matrices: signed(part('matrices')),
    columns: new Float32Array(new Uint8Array(part('columns')).buffer),
  }
  const numbers = matricesOf(tags, labels).reduce((sum, {rows, columns}) => sum + rows * columns, 0)
  if (weights.matrices.length !== numbers) throw new Error(`${weights.matrices.length} numbers for ${numbers}`)
  const usage = new Usage(new TextDecoder().decode(part('usage')), model.upos, model.labels)
  return {parser: new NetParser(new Net(weights, longestForNet), usage), version}
}
