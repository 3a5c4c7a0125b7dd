/** Incidents of one pair by period (week or month), from the first period of its panel on; both lists are of one length. */
export interface Series {
  readonly id: string
  readonly cooperative: ArrayLike<number>
  readonly conflictual: ArrayLike<number>
}

export const kinds = ['cooperative', 'conflictual'] as const
export type Kind = (typeof kinds)[number]

/** Counts of both kinds by period. */
export type Tolls = Readonly<Record<Kind, ArrayLike<number>>>

/** Series over the same periods. */
export interface Panel {
  readonly series: readonly Series[]
  readonly periods: number
  /** Periods of a year: 52 of weeks, 12 of months. */
  readonly year: number
  /** What each side does and suffers with anybody, over the same periods; without it the sum of the panel's own series. */
  readonly sides?: ReadonlyMap<string, Tolls>
}

/** The two sides of a series, as its id names them. */
export const sidesOf = ({id}: Series): string[] => id.split('|')

/** Running sums, so that the count of any stretch is one subtraction: `sums[t]` counts periods before `t`. */
export function runningSums(counts: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(counts.length + 1)
  for (let t = 0; t < counts.length; t++) sums[t + 1] = sums[t] + counts[t]
  return sums
}
