import {type Features, type Linear, scoreOf} from '../../src/text/linear.ts'

/** An averaged perceptron over hashed features. */
export class Perceptron implements Linear {
  readonly table: Float32Array
  private readonly sums: Float64Array
  readonly mask: number
  private step = 1

  /** `bits`: binary logarithm of the number of weights. */
  constructor(bits: number) {
    this.table = new Float32Array(1 << bits)
    this.sums = new Float64Array(1 << bits)
    this.mask = (1 << bits) - 1
  }

  tick(): void {
    this.step++
  }

  update({hashes, count}: Features, label: number, by: number): void {
    const {table, sums, mask, step} = this
    for (let i = 0; i < count; i++) {
      const at = (hashes[i] ^ label) & mask
      table[at] += by
      sums[at] += by * step
    }
  }

  average(): Float32Array {
    const {table, sums, step} = this
    return table.map((w, i) => w - sums[i] / step)
  }

  /** The average, to score with. */
  averaged(): Linear {
    return {table: this.average(), mask: this.mask}
  }
}

/** Numbers in [0, 1) from a seed, the same on every machine (mulberry32). */
export function chance(seed: number): () => number {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** `0` to `n - 1` in an order drawn from `random`. */
export function shuffled(n: number, random: () => number): Int32Array {
  const order = Int32Array.from({length: n}, (_, i) => i)
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const held = order[i]
    order[i] = order[j]
    order[j] = held
  }
  return order
}

/** The best of `candidates` other than `truth`; -1 if there is no other. */
export function bestRival(linear: Linear, features: Features, candidates: readonly number[], truth: number): number {
  let best = -1
  let high = Number.NEGATIVE_INFINITY
  for (const candidate of candidates) {
    if (candidate === truth) continue
    const score = scoreOf(linear, features, candidate)
    if (score > high) {
      high = score
      best = candidate
    }
  }
  return best
}
