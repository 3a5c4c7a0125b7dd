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
  /** Chance of it after a last change like the last one. */
  readonly persistence: number
  /** The same three of being further apart; what is left of `probability` and `apart` is that nothing differs. */
  readonly apart: number
  readonly apartBaseRate: number
  readonly apartPersistence: number
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

/** A forecast as it was issued; `a` and `b` in order of their ids, months as `YYYY-MM`. */
export interface IssuedForecast {
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly issued: string
  readonly a: string
  readonly b: string
  readonly horizon: number
  /** Last month that was known. */
  readonly origin: string
  /** Last month of those forecast. */
  readonly due: string
  readonly closer: number
  readonly apart: number
  readonly baseRate: number
  readonly persistence: number
  /** Chances of at most so many incidents, by the bins of counts. */
  readonly cooperative: readonly number[]
  readonly conflictual: readonly number[]
  readonly level: number
  readonly levelSd: number
  readonly model: string
  readonly rule: string
}

/** How a forecast came out. Scores are losses: 0 is best. */
export interface ForecastOutcome {
  readonly forecast: string
  readonly settled: string
  readonly closer: boolean
  readonly netBefore: number
  readonly netAfter: number
  readonly cooperative: number
  readonly conflictual: number
  readonly level: number
  readonly brier: number
  readonly brierBase: number
  readonly brierPersistence: number
  readonly log: number
  readonly crpsCooperative: number
  readonly crpsConflictual: number
  readonly crpsLevel: number
  /** The same of the pair's own past stretches, and of the last one; `null`: settled before these were kept. */
  readonly crpsCooperativeBase: number | null
  readonly crpsCooperativePersistence: number | null
  readonly crpsConflictualBase: number | null
  readonly crpsConflictualPersistence: number | null
  readonly crpsLevelBase: number | null
  readonly crpsLevelPersistence: number | null
}

/** A count with its 80 % band: the chance of `low` to `high`, both included, is `chance`. */
export interface CountForecast {
  readonly low: number
  readonly middle: number
  readonly high: number
  readonly chance: number
}

/** A forecast of a relation at one horizon with everything it is to be held against. */
export interface RelationForecast extends CloserForecast {
  readonly id: string
  readonly due: string
  readonly cooperative: CountForecast
  readonly conflictual: CountForecast
  /** The index in the month when it is due, with its 80 % band, on PLOVER's scale. */
  readonly index: {readonly mean: number; readonly low: number; readonly high: number}
  /** Incidents that the forecast rests on. */
  readonly incidents: number
  /** The months that it is held against: how many incidents of either kind, and the share of earlier such stretches that were less cooperative. */
  readonly last: {readonly cooperative: number; readonly conflictual: number; readonly above: number}
  /** The same forecasts made for every month of the record's own past: mean scores of this pair. `null`: too short a past. */
  readonly backtest: {
    readonly forecasts: number
    readonly brier: number
    readonly baseRate: number
    readonly persistence: number
    readonly log: number
    readonly crps: number
    /** CRPS of the pair's own past windows. */
    readonly crpsPast: number
    /** Share of counts inside the 80 % band, its ends counted by their part. */
    readonly held: number
  } | null
  /** What is said where it is true: that it does not beat a yardstick here, that the record is thin. */
  readonly cautions: readonly string[]
}

/** Mean scores of the settled forecasts of one horizon. */
export interface ScoreboardRow {
  readonly horizon: number
  readonly issued: number
  /** Months are over, and nobody has settled them yet. */
  readonly due: number
  readonly settled: number
  readonly came: number | null
  readonly brier: number | null
  readonly brierBase: number | null
  readonly brierPersistence: number | null
  readonly log: number | null
  readonly logBase: number | null
  readonly logPersistence: number | null
  readonly crpsCooperative: number | null
  readonly crpsConflictual: number | null
  readonly crpsLevel: number | null
  readonly crpsCooperativeBase: number | null
  readonly crpsCooperativePersistence: number | null
  readonly crpsConflictualBase: number | null
  readonly crpsConflictualPersistence: number | null
  readonly crpsLevelBase: number | null
  readonly crpsLevelPersistence: number | null
  /** Said where true: `does not beat persistence here`. */
  readonly cautions: readonly string[]
}

export interface ScoreboardForecast {
  readonly id: string
  readonly issued: string
  readonly pair: readonly [{readonly id: string; readonly name: string}, {readonly id: string; readonly name: string}]
  readonly horizon: number
  readonly origin: string
  readonly due: string
  readonly closer: number
  readonly apart: number
  readonly baseRate: number
  readonly persistence: number
  readonly rule: string
  /** `due`: its months are over in the record, and it waits to be settled. */
  readonly state: ForecastState
  /** `null`: not settled. */
  readonly outcome: ForecastOutcome | null
}

export type ForecastState = 'open' | 'due' | 'settled'

/** What is to be expected of one relation, and what was forecast of it before. */
export interface RelationForecasts {
  readonly pair: ScoreboardForecast['pair']
  /** By horizon; empty when the record holds too little. */
  readonly ahead: readonly RelationForecast[]
  /** What a forecast needs. */
  readonly least: {readonly incidents: number; readonly months: number}
  /** As they were written down, newest origin first. */
  readonly issued: readonly ScoreboardForecast[]
}

/** Every forecast that was ever issued and how well they did, worst news not left out. */
export interface ScoreboardAnswer {
  readonly rows: readonly ScoreboardRow[]
  /** Newest origin first. */
  readonly forecasts: readonly ScoreboardForecast[]
}

/** What two sides may do to each other within some days after the last one known. */
export interface NextAnswer {
  readonly pair: readonly [{readonly id: string; readonly name: string}, {readonly id: string; readonly name: string}]
  /** Last day known; `null`: the record has no dated incident. */
  readonly after: string | null
  readonly days: number
  /** Dated acts of anyone that it rests on. */
  readonly facts: number
  /** Whether a ranker was learned from them; with few it is counts alone. */
  readonly learned: boolean
  /** The same asked of this pair at the beginning of earlier stretches of as many days: mean Brier scores, 0 is best. `null`: too short a past. */
  readonly backtest: {
    readonly stretches: number
    readonly acts: number
    readonly came: number
    readonly brier: number
    readonly baseRate: number
  } | null
  /** Likeliest first. */
  readonly acts: readonly {
    readonly actor: string
    readonly event: string
    readonly recipient: string
    /** Chance of at least one within these days. */
    readonly chance: number
    /** Share of past stretches of as many days that had one. */
    readonly baseRate: number
    readonly count: number
    readonly last: string
  }[]
}
