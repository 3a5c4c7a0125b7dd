/**
 * Weights of a linear classifier over hashed features: feature `h` and class `c` meet at `(h ^ c) & mask`.
 * In training they are floats; in a loaded model signed square roots in 8 bits, squared when they are summed: a quarter of
 * the memory, and whole numbers, so that sums are the same on every machine.
 */
export interface Linear {
  readonly table: Float32Array | Int8Array
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
  if (table instanceof Int8Array) {
    for (let i = 0; i < count; i++) sum = (sum + signedSquare(table[(hashes[i] ^ label) & mask])) | 0
  } else for (let i = 0; i < count; i++) sum += table[(hashes[i] ^ label) & mask]
  return sum
}

/** `root·|root|`: the weight, but for a scale that no comparison needs. */
function signedSquare(root: number): number {
  return Math.imul(root, Math.abs(root))
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
 * Weights as bytes: those of at least `least`, each as the gap since the one before it (a varint) and its signed square
 * root in 8 bits, so that small weights keep their differences. The first byte is the binary logarithm of the table's size.
 */
export function compand(table: Linear['table'], least: number): Uint8Array {
  let max = 0
  for (const w of table) max = Math.max(max, Math.abs(w))
  const bytes: number[] = [Math.log2(table.length)]
  let last = -1
  for (let i = 0; i < table.length; i++) {
    const w = table[i]
    const q = Math.abs(w) < least ? 0 : Math.sign(w) * Math.round(127 * Math.sqrt(Math.abs(w) / max))
    if (q === 0) continue
    let gap = i - last - 1
    last = i
    while (gap > 127) {
      bytes.push((gap & 127) | 128)
      gap >>= 7
    }
    bytes.push(gap, q & 255)
  }
  return Uint8Array.from(bytes)
}

/** Weights from their bytes. */
export function expand(bytes: Uint8Array): Linear {
  const table = new Int8Array(1 << bytes[0])
  let at = -1
  let i = 1
  while (i < bytes.length) {
    let gap = bytes[i++]
    if (gap > 127) {
      gap &= 127
      for (let shift = 7; ; shift += 7) {
        const byte = bytes[i++]
        gap |= (byte & 127) << shift
        if (byte < 128) break
      }
    }
    at += gap + 1
    table[at] = bytes[i++]
  }
  return {table, mask: table.length - 1}
}
