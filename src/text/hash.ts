/** Folds a number into a hash; both are 32-bit integers. */
export function mix(hash: number, value: number): number {
  const h = Math.imul(hash ^ value, 0x9e3779b1)
  return h ^ (h >>> 15)
}

/** FNV-1a over UTF-16 units, as a signed 32-bit integer. */
export function hashString(text: string): number {
  return hashSlice(text, 0, text.length)
}

/** As `hashString` of `text.slice(start, end)`, without making the slice. */
export function hashSlice(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  return mix(h, end - start)
}
