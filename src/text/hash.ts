/** Folds a number into a hash; both are 32-bit integers, and their order matters. */
export function mix(hash: number, value: number): number {
  let h = (Math.imul(hash, 0x85ebca6b) + value) | 0
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1)
  return h ^ (h >>> 13)
}

/** Hash of a string, as a signed 32-bit integer. */
export function hashString(text: string): number {
  return hashSlice(text, 0, text.length)
}

/** As `hashString` of `text.slice(start, end)`, without making the slice (FNV-1a over UTF-16 units). */
export function hashSlice(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h, end - start)
}

/** As `hashString` of the first, a tab, and the second from the letter `from` on. */
export function hashPair(first: string, second: string, from = 0): number {
  let h = 0x811c9dc5
  for (let i = 0; i < first.length; i++) h = Math.imul(h ^ first.charCodeAt(i), 0x01000193)
  h = Math.imul(h ^ 9, 0x01000193)
  for (let i = from; i < second.length; i++) h = Math.imul(h ^ second.charCodeAt(i), 0x01000193)
  return mix(h, first.length + 1 + second.length - from)
}
