import type {Span} from './span.ts'

/** A calendar day as `YYYY-MM-DD`. */
export type Day = string

export type Precision = 'day' | 'week' | 'month' | 'season' | 'year' | 'decade' | 'era'

/** From the first to the last day, both included. `null`: open on that side. */
export interface DayRange {
  readonly first: Day | null
  readonly last: Day | null
}

/** What a day expression was counted from. */
export interface Anchor {
  /** `said`: the phrase names the day itself; `none`: relative, but to a day the text does not tell. */
  readonly to: 'said' | 'published' | 'statement' | 'event' | 'phrase' | 'none'
  /** Day counted from, when known. */
  readonly day: Day | null
  /** Id of the statement, event or day reading that it hangs on. */
  readonly id?: string
}

/** One day expression: where it stands, what it means, how exactly, counted from what. */
export interface DayReading extends DayRange {
  readonly id: string
  readonly span: Span
  readonly precision: Precision
  readonly approx: boolean
  readonly anchor: Anchor
  /** `day`: a point or interval on the calendar; `duration`, `set`: kept, never used as a day. */
  readonly kind: 'day' | 'duration' | 'set'
  /** TIMEX3 value, when one can be given (`2021-08-26`, `198`, `P10D`, `PRESENT_REF`). */
  readonly timex: string | null
}
