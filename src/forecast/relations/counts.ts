/** Counts are held in bins: each by itself up to 40, then ever wider ones, 8 % each. `bins[i]` is the greatest count of bin i. */
export const bins: Float64Array = makeBins()

function makeBins(): Float64Array {
  const tops: number[] = []
  for (let top = 0; top < 200_000; top = top < 40 ? top + 1 : Math.ceil(top * 1.08)) tops.push(top)
  return Float64Array.from(tops)
}

/** A distribution of counts: the chance of at most `bins[i]`. */
export type Counts = Float64Array

/** Bin of a count. */
export function binOf(count: number): number {
  if (count <= 40) return Math.max(0, count)
  let low = 40
  let high = bins.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (bins[middle] >= count) high = middle
    else low = middle + 1
  }
  return low
}

/** Chance of at most `count`; inside a wide bin on a straight line. */
export function atMost(counts: Counts, count: number): number {
  if (count < 0) return 0
  const bin = binOf(count)
  if (bin === 0) return counts[0]
  const [below, top] = [bins[bin - 1], bins[bin]]
  return counts[bin - 1] + (counts[bin] - counts[bin - 1]) * Math.min(1, (count - below) / (top - below))
}

/** Chance of just this count. */
export const exactly = (counts: Counts, count: number): number => atMost(counts, count) - atMost(counts, count - 1)

/**
 * Negative binomial with this mean and size; its variance is mean + mean²/size.
 * `size` stays below 60 so that the chance of none can be held in a double.
 */
export function negativeBinomial(mean: number, size: number, into: Counts = new Float64Array(bins.length)): Counts {
  const r = Math.min(60, Math.max(0.02, size))
  const m = Math.max(1e-6, mean)
  const share = m / (m + r)
  let chance = Math.exp(-r * Math.log1p(m / r))
  let sum = chance
  let count = 0
  for (let bin = 0; bin < bins.length; bin++) {
    if (sum < 1 - 1e-9)
      while (count < bins[bin]) {
        chance *= (share * (count + r)) / (count + 1)
        sum += chance
        count++
      }
    into[bin] = Math.min(1, sum)
  }
  return into
}

/** Least count whose chance of “at most” reaches `share`. */
export function quantile(counts: Counts, share: number): number {
  let bin = 0
  while (bin < bins.length - 1 && counts[bin] < share - 1e-12) bin++
  if (bin <= 40) return bin
  const rest = (share - counts[bin - 1]) / Math.max(1e-12, counts[bin] - counts[bin - 1])
  return Math.ceil(bins[bin - 1] + rest * (bins[bin] - bins[bin - 1]))
}

export function meanOf(counts: Counts): number {
  let sum = 0
  for (let bin = 0; bin < bins.length; bin++) {
    const chance = counts[bin] - (bin ? counts[bin - 1] : 0)
    sum += chance * (bin <= 40 ? bins[bin] : (bins[bin] + bins[bin - 1] + 1) / 2)
  }
  return sum
}

/** Chance that a draw of `a` less a draw of `b` is more than `than`, the two drawn apart. */
export function exceeds(a: Counts, b: Counts, than: number): number {
  let sum = 0
  let before = 0
  for (let bin = 0; bin < bins.length && before < 1 - 1e-9; bin++) {
    const chance = b[bin] - before
    before = b[bin]
    if (chance > 0) {
      const middle = bin <= 40 ? bins[bin] : Math.round((bins[bin] + bins[bin - 1] + 1) / 2)
      sum += chance * (1 - atMost(a, than + middle))
    }
  }
  return Math.min(1, Math.max(0, sum))
}
