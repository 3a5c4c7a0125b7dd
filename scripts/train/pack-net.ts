import {createHash} from 'node:crypto'
import {packContainer} from '../../src/text/container.ts'
import {pairUp} from '../../src/text/kernel.ts'
import {matricesOf, type TableName, tables} from '../../src/text/net-weights.ts'
import type {NetHeader} from '../../src/text/net-file.ts'
import type {FloatNet} from './float-net.ts'

/** Steps from nothing to the largest number of a table of vectors, and of a column of a matrix: vectors bear more rounding, and fewer steps pack better. */
const tableSteps = 31
const weightSteps = 127

/**
 * A trained net as a file, 8 bits a number. `vocabulary`: words of the text model, in its order; `usage`: lines of `Usage`; `base`: the
 * version of the text model.
 */
export function packNet(
  net: FloatNet,
  vocabulary: readonly string[],
  usage: string,
  base: string,
  tags: number,
  labels: number,
): Uint8Array {
  const rowOf = (word: string) => net.words.get(word) ?? net.words.get(word.replace(/\d/g, '0')) ?? 0
  const parts: [string, Uint8Array][] = [['words', bytesOf(Uint16Array.from([0, ...vocabulary.map(rowOf)]))]]
  const scales = {} as {[name in TableName]: number}
  for (const name of tables) {
    const values = net.embeddings[name]
    const scale = largest(values, 0, 1) / tableSteps
    scales[name] = scale
    parts.push([name, bytesOf(Int8Array.from(values, x => Math.round(x / scale)))])
  }
  const matrices: Int8Array[] = []
  const columnParts: Float32Array[] = []
  for (const {name, rows, columns} of matricesOf(tags, labels)) {
    const values = net.weightsOf(name)
    const steps = Float32Array.from({length: columns}, (_, j) => largest(values, j, columns) / weightSteps)
    matrices.push(
      pairUp(
        Int8Array.from(values, (x, i) => Math.round(x / steps[i % columns])),
        rows,
        columns,
      ),
    )
    columnParts.push(steps, net.weightsOf(`${name} bias`))
  }
  parts.push(['matrices', Buffer.concat(matrices.map(bytesOf))], ['columns', Buffer.concat(columnParts.map(bytesOf))])
  parts.push(['usage', new TextEncoder().encode(usage)])
  const hash = createHash('sha256')
  for (const [, bytes] of parts) hash.update(bytes)
  const header: NetHeader = {format: 3, version: hash.digest('hex').slice(0, 8), base, tags, labels, scales}
  return packContainer(header, parts)
}

const bytesOf = ({buffer, byteOffset, byteLength}: Uint16Array | Int8Array | Float32Array) =>
  new Uint8Array(buffer, byteOffset, byteLength)

/** The largest of every so many numbers. */
function largest(values: Float32Array, from: number, by: number): number {
  let most = 1e-9
  for (let i = from; i < values.length; i += by) most = Math.max(most, Math.abs(values[i]))
  return most
}
