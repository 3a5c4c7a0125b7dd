/** How likely two sides are to be closer at a horizon than now, with what it is to be held against. Chances lie in [0, 1]. */
export interface CloserForecast {
  /** Months ahead: 1, 3, 6 or 12. */
  readonly horizon: number
  /** Month from which it looks ahead, `YYYY-MM`. */
  readonly from: string
  /** Chance that the level is higher then than now. */
  readonly probability: number
  /** How often that was so in the past of this relation, or of all where it is too short, and in how many cases. */
  readonly baseRate: number
  readonly cases: number
  /** Chance that the last change goes on. */
  readonly persistence: number
  /** The rule by which the record itself will settle it, in words. */
  readonly rule: string
  /** Mean Brier scores of past forecasts at this horizon (0 is best), and how many were scored; `null`: none is due yet. */
  readonly past: {
    readonly scored: number
    readonly brier: number
    readonly baseRate: number
    readonly persistence: number
  } | null
}
