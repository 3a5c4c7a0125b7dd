/** One month as the search sees it. */
export interface MonthMix {
  /** Sum of weights of what was observed, 0: silence. */
  readonly weight: number
  /** Sum of weight × score. */
  readonly weighted: number
  /** Sum of weight × score². */
  readonly squared: number
  /** Weight of each class of acts. */
  readonly classes: readonly number[]
}

export interface ChangePointOptions {
  /** Variance of an observation of weight 1. */
  readonly variance: number
  /** Least months of a segment; 12 by default. */
  readonly least?: number
  /** Least weight observed in a segment; 3 by default. */
  readonly observed?: number
}

export interface ChangePoints {
  /** Index of the first month of each segment, the first being 0. */
  readonly starts: readonly number[]
  /** For each start but the first: by how many penalties the model is better with it than with its two sides as one. */
  readonly strengths: readonly number[]
}

/**
 * Change-points of level and mix: the segmentation that minimises the sum over segments of −2 × log-likelihood plus a penalty for each
 * (optimal partitioning: Jackson et al., IEEE Signal Processing Letters 2005; PELT prunes the same search, which months do not need). In a segment, scores are normal around one mean with the known variance, the classes of acts
 * multinomial. The penalty is that of the Bayesian information criterion for a mean, the free shares and the place of a boundary:
 * (1 + classes − 1 + 1) × log(observed months). Silent months cost nothing, so that a boundary falls where something was observed. Exact and without
 * chance; ties go to the earlier boundary. Quadratic in months: 600 of them take some milliseconds.
 */
export function changePoints(
  months: readonly MonthMix[],
  {variance, least = 12, observed = 3}: ChangePointOptions,
): ChangePoints {
  const n = months.length
  const width = months[0]?.classes.length ?? 0
  const seen = months.filter(({weight}) => weight > 0).length
  if (n < 2 * least || seen < 2 * observed) return {starts: n === 0 ? [] : [0], strengths: []}
  const sums = prefixSums(months, width)
  const penalty = (1 + width) * Math.log(seen)
  const cost = (from: number, to: number) => segmentCost(sums, width, from, to, variance)
  const weightOf = (from: number, to: number) => sums[to * (3 + width)] - sums[from * (3 + width)]

  // best[t]: least cost of the months before t; came[t]: start of its last segment.
  const best = new Float64Array(n + 1).fill(Number.POSITIVE_INFINITY)
  const came = new Int32Array(n + 1).fill(-1)
  best[0] = -penalty
  for (let t = least; t <= n; t++) {
    for (let from = 0; from <= t - least; from++) {
      if (best[from] === Number.POSITIVE_INFINITY || weightOf(from, t) < observed) continue
      const value = best[from] + cost(from, t) + penalty
      if (value < best[t]) {
        best[t] = value
        came[t] = from
      }
    }
  }
  const found: number[] = []
  for (let t = n; t > 0 && came[t] >= 0; t = came[t]) found.unshift(came[t])
  const ends = [...found.slice(1), n]
  const strengths = found
    .slice(1)
    .map((start, i) => (cost(found[i], ends[i + 1]) - cost(found[i], start) - cost(start, ends[i + 1])) / penalty)
  return {starts: found.length > 0 ? found : [0], strengths}
}

function prefixSums(months: readonly MonthMix[], width: number): Float64Array {
  const step = 3 + width
  const sums = new Float64Array((months.length + 1) * step)
  months.forEach(({weight, weighted, squared, classes}, t) => {
    const values = [weight, weighted, squared, ...classes]
    for (let i = 0; i < step; i++) sums[(t + 1) * step + i] = sums[t * step + i] + values[i]
  })
  return sums
}

function segmentCost(sums: Float64Array, width: number, from: number, to: number, variance: number): number {
  const step = 3 + width
  const part = (i: number) => sums[to * step + i] - sums[from * step + i]
  const weight = part(0)
  if (weight <= 0) return 0
  const level = Math.max(0, part(2) - (part(1) * part(1)) / weight) / variance
  let mix = 0
  for (let i = 0; i < width; i++) {
    const count = part(3 + i)
    if (count > 0) mix -= 2 * count * Math.log(count / weight)
  }
  return level + mix
}
