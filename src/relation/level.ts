/** What was observed in one month: the precision-weighted sum and the sum of precisions, both in units of 1/variance 1. */
export interface MonthObservation {
  /** Sum of weights. 0: silence. */
  readonly weight: number
  /** Sum of weight × score. */
  readonly weighted: number
}

export interface Variances {
  /** Variance of an observation of weight 1. */
  readonly observation: number
  /** Variance of the level's step from one month to the next. */
  readonly step: number
  /** Variance of the level before any news; its mean is 0. */
  readonly start: number
}

export interface Level {
  readonly mean: Float64Array
  readonly variance: Float64Array
}

/**
 * Kalman filter of the local-level model: the level after each month, given that month and all before it.
 * Harvey, Forecasting, Structural Time Series Models and the Kalman Filter (1989), ch. 3; Durbin & Koopman (2012), ch. 2.
 */
export function filter(months: readonly MonthObservation[], v: Variances): Level & {readonly logLikelihood: number} {
  const mean = new Float64Array(months.length)
  const variance = new Float64Array(months.length)
  let level = 0
  let uncertainty = v.start
  let logLikelihood = 0
  for (let t = 0; t < months.length; t++) {
    if (t > 0) uncertainty += v.step
    const {weight, weighted} = months[t]
    if (weight > 0) {
      const noise = v.observation / weight
      const innovation = weighted / weight - level
      const spread = uncertainty + noise
      logLikelihood -= 0.5 * (Math.log(2 * Math.PI * spread) + (innovation * innovation) / spread)
      const gain = uncertainty / spread
      level += gain * innovation
      uncertainty *= 1 - gain
    }
    mean[t] = level
    variance[t] = uncertainty
  }
  return {mean, variance, logLikelihood}
}

/** Rauch–Tung–Striebel smoother over a filtered level: the level given the whole record. */
export function smooth(filtered: Level, v: Variances): Level {
  const n = filtered.mean.length
  const mean = Float64Array.from(filtered.mean)
  const variance = Float64Array.from(filtered.variance)
  for (let t = n - 2; t >= 0; t--) {
    const predicted = filtered.variance[t] + v.step
    const gain = filtered.variance[t] / predicted
    mean[t] += gain * (mean[t + 1] - filtered.mean[t])
    variance[t] += gain * gain * (variance[t + 1] - predicted)
  }
  return {mean, variance}
}

/**
 * How much one unit of weighted score in each month adds to `level[to] − level[from]` of the smoothed level.
 * The posterior mean solves a tridiagonal system in the months' precisions, so a single solve gives every month's share.
 */
export function influence(months: readonly MonthObservation[], v: Variances, from: number, to: number): Float64Array {
  const n = months.length
  const coupling = 1 / v.step
  const diagonal = new Float64Array(n)
  const right = new Float64Array(n)
  for (let t = 0; t < n; t++) {
    diagonal[t] = months[t].weight / v.observation + (t === 0 ? 1 / v.start : coupling) + (t < n - 1 ? coupling : 0)
  }
  right[to] += 1
  right[from] -= 1
  for (let t = 1; t < n; t++) {
    const factor = coupling / diagonal[t - 1]
    diagonal[t] -= factor * coupling
    right[t] += factor * right[t - 1]
  }
  right[n - 1] /= diagonal[n - 1]
  for (let t = n - 2; t >= 0; t--) right[t] = (right[t] + coupling * right[t + 1]) / diagonal[t]
  for (let t = 0; t < n; t++) right[t] /= v.observation
  return right
}
