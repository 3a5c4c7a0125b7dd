import type {Weights} from '../../../src/read/statements/learned/weights.ts'
import {chance, shuffled} from '../perceptron.ts'

/** One decision: the features of each choice, in groups that choices may share, and how much of the answer each is; shares add up to one. */
export interface Choice {
  readonly options: readonly (readonly Int32Array[])[]
  readonly shares: Float64Array
}

/** A single yes or no. */
export interface Verdict {
  readonly features: Int32Array
  readonly yes: boolean
}

export interface FitOptions {
  readonly bits: number
  readonly epochs: number
  readonly rate: number
  /** Pull towards zero at each step that touches a weight. */
  readonly decay: number
  /** Features seen less often are left out. */
  readonly least: number
}

/** Log-linear weights by stochastic descent with a rate for each weight (AdaGrad), averaged over the last half of all steps. */
class Fit {
  readonly table: Float32Array
  private readonly squares: Float32Array
  private readonly sums: Float64Array
  private readonly touched: Int32Array
  private readonly seen: Uint8Array
  readonly mask: number
  private step = 0
  private readonly from: number

  constructor(
    private readonly options: FitOptions,
    steps: number,
  ) {
    const size = 1 << options.bits
    this.table = new Float32Array(size)
    this.squares = new Float32Array(size).fill(1)
    this.sums = new Float64Array(size)
    this.touched = new Int32Array(size)
    this.seen = new Uint8Array(size)
    this.mask = size - 1
    this.from = steps / 2
  }

  see(features: Int32Array): void {
    for (const hash of features) {
      const at = hash & this.mask
      if (this.seen[at] < this.options.least) this.seen[at]++
    }
  }

  score(features: Int32Array): number {
    let sum = 0
    for (let i = 0; i < features.length; i++) sum += this.table[features[i] & this.mask]
    return sum
  }

  next(): void {
    this.step++
  }

  move(features: Int32Array, gradient: number): void {
    const {table, squares, sums, touched, seen, mask, step, from} = this
    const {rate, decay, least} = this.options
    for (let i = 0; i < features.length; i++) {
      const at = features[i] & mask
      if (seen[at] < least) continue
      sums[at] += table[at] * Math.max(0, step - Math.max(touched[at], from))
      touched[at] = step
      const slope = gradient - decay * table[at]
      squares[at] += slope * slope
      table[at] += (rate * slope) / Math.sqrt(squares[at])
    }
  }

  averaged(): Weights {
    const {table, sums, touched, step, from} = this
    const span = Math.max(1, step - from)
    const mean = table.map((w, at) => (sums[at] + w * Math.max(0, step - Math.max(touched[at], from))) / span)
    return {table: mean, mask: this.mask, unit: 1}
  }
}

/** Weights under which the right one of several options has the highest score. */
export function fitChoices(data: readonly Choice[], options: FitOptions): Weights {
  const fit = new Fit(options, data.length * options.epochs)
  for (const {options: list} of data) for (const group of new Set(list.flat())) fit.see(group)
  const random = chance(11)
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const n of shuffled(data.length, random)) {
      const {options: list, shares} = data[n]
      fit.next()
      const known = new Map<Int32Array, number>()
      for (const groups of list) for (const group of groups) if (!known.has(group)) known.set(group, fit.score(group))
      const scores = list.map(groups => groups.reduce((sum, group) => sum + known.get(group)!, 0))
      const high = Math.max(...scores)
      const parts = scores.map(score => Math.exp(score - high))
      const all = parts.reduce((sum, part) => sum + part, 0)
      const slopes = new Map<Int32Array, number>()
      list.forEach((groups, i) => {
        const gradient = shares[i] - parts[i] / all
        for (const group of groups) slopes.set(group, (slopes.get(group) ?? 0) + gradient)
      })
      for (const [group, gradient] of slopes) if (Math.abs(gradient) > 0.001) fit.move(group, gradient)
    }
  return fit.averaged()
}

/** Weights whose sum is the log-odds of yes. */
export function fitVerdicts(data: readonly Verdict[], options: FitOptions): Weights {
  const fit = new Fit(options, data.length * options.epochs)
  for (const {features} of data) fit.see(features)
  const random = chance(7)
  for (let epoch = 0; epoch < options.epochs; epoch++)
    for (const n of shuffled(data.length, random)) {
      const {features, yes} = data[n]
      fit.next()
      const gradient = (yes ? 1 : 0) - 1 / (1 + Math.exp(-fit.score(features)))
      if (Math.abs(gradient) > 0.001) fit.move(features, gradient)
    }
  return fit.averaged()
}
