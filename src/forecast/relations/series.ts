/** Incidents of one pair by period (week or month), from the first period of its panel on; both lists are of one length. */
export interface Series {
  readonly id: string
  readonly cooperative: ArrayLike<number>
  readonly conflictual: ArrayLike<number>
}

export const kinds = ['cooperative', 'conflictual'] as const
export type Kind = (typeof kinds)[number]

/** Series over the same periods. */
export interface Panel {
  readonly series: readonly Series[]
  readonly periods: number
  /** Periods of a year: 52 of weeks, 12 of months. */
  readonly year: number
}

/** Running sums, so that the count of any stretch is one subtraction: `sums[t]` counts periods before `t`. */
export function runningSums(counts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (let t = 0; t < counts.length; t++) sums[t + 1] = sums[t] + counts[t]
  return sums
}
