import type {Counts} from './counts.ts'

/** A rising staircase: chances up to `at[i]` become `to[i]`. */
export interface Staircase {
  readonly at: readonly number[]
  readonly to: readonly number[]
}

/** Isotonic regression by pooling adjacent violators (Zadrozny & Elkan 2002), in steps of at least `least` cases. */
export function isotonic(chances: ArrayLike<number>, came: ArrayLike<number>, least = 50): Staircase {
  const order = Array.from(chances, (_, i) => i).sort((a, b) => chances[a] - chances[b] || a - b)
  const blocks: {sum: number; x: number; weight: number}[] = []
  let open = {sum: 0, x: 0, weight: 0}
  order.forEach((i, place) => {
    open.sum += came[i]
    open.x += chances[i]
    open.weight += 1
    const next = order[place + 1]
    if (open.weight < least || (next !== undefined && chances[next] === chances[i])) return
    blocks.push(open)
    open = {sum: 0, x: 0, weight: 0}
    while (blocks.length > 1) {
      const [a, b] = blocks.slice(-2)
      if (a.sum / a.weight <= b.sum / b.weight) break
      blocks.splice(-2, 2, {sum: a.sum + b.sum, x: a.x + b.x, weight: a.weight + b.weight})
    }
  })
  return {at: blocks.map(b => b.x / b.weight), to: blocks.map(b => (b.sum + 0.5) / (b.weight + 1))}
}

/** A staircase walked as a line through its steps' middles; without steps nothing changes. */
export function along({at, to}: Staircase, chance: number): number {
  if (at.length === 0) return chance
  let i = 0
  while (i < at.length && at[i] < chance) i++
  if (i === 0) return to[0]
  if (i === at.length) return to[at.length - 1]
  const width = at[i] - at[i - 1]
  return width > 0 ? to[i - 1] + ((chance - at[i - 1]) / width) * (to[i] - to[i - 1]) : to[i]
}

const steps = 20

/** Part of `low` to `high` that lies below `u`. */
const partBelow = (u: number, low: number, high: number): number =>
  u >= high ? 1 : u <= low ? 0 : (u - low) / Math.max(1e-12, high - low)

/** Share of cases below each twentieth, from cases that fill `low` to `high` evenly: the PIT of counts (Czado, Gneiting & Held 2009). */
export function shareBelow(low: ArrayLike<number>, high: ArrayLike<number>, prior = 40): Staircase {
  const at = Array.from({length: steps + 1}, (_, i) => i / steps)
  const to = at.map(u => {
    let sum = prior * u
    for (let i = 0; i < low.length; i++) sum += partBelow(u, low[i], high[i])
    return sum / (low.length + prior)
  })
  return {at, to}
}

/**
 * What settled forecasts tell of the next ones: chances of “at most” are moved so that as many outcomes fell below each twentieth as should have
 * (online recalibration: Kuleshov, Fenner & Ermon 2018; Gibbs & Candès 2021). Windows that overlap tell one thing together, and what is older than `halfLife`
 * periods counts half.
 */
export class Settled {
  private readonly below = new Float64Array(steps + 1)
  private cases = 0
  private period = 0

  /** `prior`: cases that say that nothing need be moved. */
  constructor(
    private readonly window: number,
    private readonly halfLife: number,
    private readonly prior: number,
  ) {}

  /** Takes in an outcome that filled `low` to `high` of what was forecast; periods must not go backwards. */
  learn(low: number, high: number, period: number): void {
    const keep = 0.5 ** ((period - this.period) / this.halfLife)
    this.period = period
    const weight = 1 / this.window
    this.cases = this.cases * keep + weight
    for (let i = 0; i <= steps; i++) this.below[i] = this.below[i] * keep + weight * partBelow(i / steps, low, high)
  }

  /** Moves a distribution in the light of all outcomes so far. */
  mend(counts: Counts): Counts {
    if (this.cases === 0) return counts
    const at = Array.from(this.below, (_, i) => i / steps)
    const to = at.map((u, i) => (this.below[i] + this.prior * u) / (this.cases + this.prior))
    return counts.map(chance => along({at, to}, chance))
  }
}
