/**
 * Weights of a linear model over hashed features. A loaded model keeps signed square roots in 8 bits: whole numbers, so that
 * sums are the same on every machine; `unit` turns such a sum into the log-odds of training.
 */
export interface Weights {
  readonly table: Int8Array | Float32Array
  readonly mask: number
  readonly unit: number
}

/** Sum of the weights of features, in log-odds. */
export function scoreOf({table, mask, unit}: Weights, features: ArrayLike<number>): number {
  let sum = 0
  if (table instanceof Int8Array)
    for (let i = 0; i < features.length; i++) {
      const root = table[features[i] & mask]
      sum += root < 0 ? -root * root : root * root
    }
  else for (let i = 0; i < features.length; i++) sum += table[features[i] & mask]
  return sum * unit
}

/** Folds numbers into a feature; their order matters. */
export function feature(template: number, a = 0, b = 0, c = 0): number {
  let h = Math.imul(template + 1, 0x9e3779b1)
  h = stir(h, a)
  h = stir(h, b)
  return stir(h, c)
}

function stir(hash: number, value: number): number {
  let h = (Math.imul(hash, 0x85ebca6b) + value) | 0
  h = Math.imul(h ^ (h >>> 15), 0x9e3779b1)
  return h ^ (h >>> 13)
}

/** A small number for a count: 0, 1, 2, 3, 4 (to 5), 6 (to 8), 9 (to 13), 14 (to 24), 25. */
export function bucket(count: number): number {
  if (count < 4) return count
  return count < 6 ? 4 : count < 9 ? 6 : count < 14 ? 9 : count < 25 ? 14 : 25
}
