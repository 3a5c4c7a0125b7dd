/**
 * Weights of a linear model over hashed features. A loaded model keeps signed square roots in 8 bits: whole numbers, so that
 * sums are the same on every machine; `unit` turns such a sum into the log-odds of training.
 */
export interface Weights {
  readonly table: Int8Array | Float32Array
  readonly mask: number
  readonly unit: number
}

/** A list of features that is filled anew for each thing to be weighed. */
export class Features {
  readonly list = new Int32Array(2048)
  length = 0
  private template = 0

  clear(): this {
    this.length = 0
    return this
  }

  /** The template of the next feature that is added; each further one has the next number. */
  from(template: number): void {
    this.template = template
  }

  /** Leaves out templates. */
  skip(count: number): void {
    this.template += count
  }

  add(a = 0, b = 0, c = 0): void {
    this.put(this.template++, a, b, c)
  }

  /** A feature of another template; what goes beyond the list's room is left out. */
  put(template: number, a = 0, b = 0, c = 0): void {
    if (this.length < this.list.length) this.list[this.length++] = feature(template, a, b, c)
  }

  copy(): Int32Array {
    return this.list.slice(0, this.length)
  }
}

/** Sum of the weights of features, or of those from one up to another, in log-odds. */
export function scoreOf({table, mask, unit}: Weights, {list, length}: Features, from = 0, to = length): number {
  let sum = 0
  if (table instanceof Int8Array) for (let i = from; i < to; i++) sum = (sum + signedSquare(table[list[i] & mask])) | 0
  else for (let i = from; i < to; i++) sum += table[list[i] & mask]
  return sum * unit
}

/** The weight of a signed root, without a branch: which sign it has is chance. */
export const signedSquare = (root: number) => Math.imul(root, Math.abs(root))

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
