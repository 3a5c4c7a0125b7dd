import {rootsOf} from './roots.ts'

/** Words in a run. */
const runLength = 4

/**
 * The smallest hashes of a text's runs of four words, sorted: texts that share words in the same order share them.
 * Bounded in size, so that a long article costs no more than a short one.
 */
export function sketchOf(text: string, size: number): number[] {
  const words = rootsOf(text)
  const hashes = new Set<number>()
  for (let i = 0; i + runLength <= words.length; i++) hashes.add(hash(words.slice(i, i + runLength).join(' ')))
  return [...hashes].sort((a, b) => a - b).slice(0, size)
}

/** Share of the smaller sketch that is in the other, over the range that both cover. 0 when one is too short to tell. */
export function overlap(a: readonly number[], b: readonly number[], size: number): number {
  if (a.length < 4 || b.length < 4) return 0
  const limit = Math.min(a.length < size ? Infinity : a[a.length - 1], b.length < size ? Infinity : b[b.length - 1])
  let countA = 0
  let countB = 0
  let shared = 0
  // Both are sorted: one walk along the two.
  while ((a[countA] ?? Infinity) <= limit || (b[countB] ?? Infinity) <= limit) {
    const x = a[countA] ?? Infinity
    const y = b[countB] ?? Infinity
    if (x === Infinity && y === Infinity) break
    if (x === y) shared++
    if (x <= y) countA++
    if (y <= x) countB++
  }
  const smaller = Math.min(countA, countB)
  return smaller < 4 ? 0 : shared / smaller
}

/** FNV-1a over UTF-16 units, 32 bits. */
export function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193)
  value ^= value >>> 15
  value = Math.imul(value, 0x85ebca6b)
  return (value ^ (value >>> 13)) >>> 0
}
