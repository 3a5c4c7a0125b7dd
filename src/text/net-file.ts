import {createHash} from 'node:crypto'
import {gunzipSync, gzipSync} from 'node:zlib'
import {DetenteError} from '../model/index.ts'
import {endingRows, Net, shapeRows, type Table, type TableName, tables, wide} from './net.ts'
import {longestForNet, NetParser} from './net-parser.ts'

/** Scales of the tables and of the matrices of a net in a model file. */
interface NetScales {
  readonly tables: {readonly [name in TableName]: number}
  readonly weights: {readonly [name: string]: number}
}

/** Steps from nothing to the largest number of a table of vectors, and of a matrix: vectors bear more rounding, and fewer steps pack better. */
const tableSteps = 31
const weightSteps = 127

/** Header of a net's file: the text model that it goes with, the numbers of its tags and labels, and its parts. */
interface NetHeader {
  readonly format: 1
  readonly version: string
  /** Version of the text model that it was trained with. */
  readonly base: string
  readonly tags: number
  readonly labels: number
  readonly scales: NetScales
  readonly parts: readonly (readonly [name: string, bytes: number])[]
}

/** A net as a file: gzip of a length, a JSON header and 8 bits a number. `base`: version of the text model. */
export function packNet(net: Net, base: string, tags: number, labels: number): Uint8Array {
  const parts: [string, Uint8Array][] = [['words', new TextEncoder().encode([...net.words.keys()].slice(2).join('\n'))]]
  const tableScales = {} as {[name in TableName]: number}
  for (const name of tables) {
    const {values} = net.embeddings[name]
    const scale = largest(values) / tableSteps
    tableScales[name] = scale
    parts.push([name, new Uint8Array(Int8Array.from(values, x => Math.round(x / scale)).buffer)])
  }
  const weights = new Int8Array(net.size)
  const weightScales: {[name: string]: number} = {}
  for (const [name, {at, rows, columns}] of Object.entries(net.places)) {
    const values = net.kernel.floats.subarray(at, at + rows * columns)
    const scale = largest(values) / weightSteps
    weightScales[name] = scale
    for (let i = 0; i < values.length; i++) weights[at + i] = Math.round(values[i] / scale)
  }
  parts.push(['weights', new Uint8Array(weights.buffer)])
  const hash = createHash('sha256')
  for (const [, bytes] of parts) hash.update(bytes)
  const header: NetHeader = {
    format: 1,
    version: hash.digest('hex').slice(0, 8),
    base,
    tags,
    labels,
    scales: {tables: tableScales, weights: weightScales},
    parts: parts.map(([name, bytes]) => [name, bytes.length]),
  }
  const head = new TextEncoder().encode(JSON.stringify(header))
  const size = new Uint8Array(4)
  new DataView(size.buffer).setUint32(0, head.length, true)
  return gzipSync(Buffer.concat([size, head, ...parts.map(([, bytes]) => bytes)]), {level: 9})
}

function largest(values: ArrayLike<number>): number {
  let most = 1e-9
  for (let i = 0; i < values.length; i++) most = Math.max(most, Math.abs(values[i]))
  return most
}

/** A net from its file. Throws `model/format` when it is none, or goes with another text model than `base`. */
export function loadNet(file: Uint8Array, base: string): {parser: NetParser; version: string} {
  try {
    return unpack(gunzipSync(file), base)
  } catch (cause) {
    throw new DetenteError(
      'model/format',
      `expected a net for the text model ${base} (net.bin), found something else`,
      {
        hint: 'npm run train -- net makes one',
        cause,
      },
    )
  }
}

function unpack(bytes: Uint8Array, base: string): {parser: NetParser; version: string} {
  const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.length).getUint32(0, true)
  const header: NetHeader = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length)))
  if (header.format !== 1 || header.base !== base) throw new Error(`format ${header.format}, for ${header.base}`)
  const parts = new Map<string, Uint8Array>()
  let next = 4 + length
  for (const [name, size] of header.parts) {
    parts.set(name, bytes.subarray(next, next + size))
    next += size
  }
  const part = (name: string, size: number) => {
    const found = parts.get(name)
    if (!found || found.length !== size) throw new Error(`part ${name}`)
    return new Int8Array(found)
  }
  const words = new Map<string, number>([
    ['', 0],
    ['\n', 1],
  ])
  for (const word of new TextDecoder().decode(parts.get('words')).split('\n')) words.set(word, words.size)
  const {scales, tags, labels} = header
  const rows = {word: words.size, ending: endingRows, shape: shapeRows, tag: tags + 1}
  const embeddings = {} as {[name in TableName]: Table}
  for (const name of tables)
    embeddings[name] = {values: part(name, rows[name] * wide[name]), scale: scales.tables[name]}
  const net = new Net(words, embeddings, tags, labels, longestForNet + 1, longestForNet)
  const weights = part('weights', net.size)
  for (const [name, {at, rows, columns}] of Object.entries(net.places))
    for (let i = at; i < at + rows * columns; i++) net.kernel.floats[i] = weights[i] * scales.weights[name]
  return {parser: new NetParser(net, tags, labels), version: header.version}
}
