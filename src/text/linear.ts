/** Weights of a linear classifier over hashed features: feature `h` and class `c` meet at `(h ^ c) & mask`. */
export interface Linear {
  readonly table: Float32Array | Int16Array
  readonly mask: number
}

/** Features of one decision, reused from decision to decision. */
export class Features {
  readonly hashes = new Int32Array(256)
  count = 0

  add(hash: number): void {
    this.hashes[this.count++] = hash
  }
}

/** Sum of the weights of all features for one class. */
export function scoreOf({table, mask}: Linear, {hashes, count}: Features, label: number): number {
  let sum = 0
  for (let i = 0; i < count; i++) sum += table[(hashes[i] ^ label) & mask]
  return sum
}

/** The best of `candidates`; the first one among equals. */
export function bestOf(linear: Linear, features: Features, candidates: ArrayLike<number>): number {
  if (candidates.length === 1) return candidates[0]
  let best = candidates[0]
  let high = Number.NEGATIVE_INFINITY
  for (let i = 0; i < candidates.length; i++) {
    const score = scoreOf(linear, features, candidates[i])
    if (score > high) {
      high = score
      best = candidates[i]
    }
  }
  return best
}

/**
 * Weights as bytes: sign and square root, so that small weights keep their differences.
 * Decoding gives `q·|q|`, whole numbers, so sums are the same on every machine; the scale is lost, which no comparison needs.
 */
export function compand(table: Float32Array): Uint8Array {
  let max = 0
  for (const w of table) max = Math.max(max, Math.abs(w))
  const bytes = new Uint8Array(table.length)
  if (max > 0)
    for (let i = 0; i < table.length; i++)
      bytes[i] = Math.sign(table[i]) * Math.round(127 * Math.sqrt(Math.abs(table[i]) / max))
  return bytes
}

export function expand(bytes: Uint8Array): Linear {
  const signed = new Int8Array(bytes.buffer, bytes.byteOffset, bytes.length)
  const table = new Int16Array(bytes.length)
  for (let i = 0; i < table.length; i++) table[i] = signed[i] * Math.abs(signed[i])
  return {table, mask: table.length - 1}
}
