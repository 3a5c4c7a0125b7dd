import {logScore} from '../forecast/relations/index.ts'
import type {Lexicon} from '../lexicon/index.ts'
import type {
  Day,
  EntityId,
  ForecastOutcome,
  ScoreboardAnswer,
  ScoreboardForecast,
  ScoreboardRow,
} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {isOver} from './forecast-settle.ts'
import {horizons} from './question.ts'

/** Every forecast that was issued from a record, with how it came out where it is due, and mean scores by horizon. */
export async function scoreboard(
  record: OpenRecord,
  lexicon: Lexicon,
  asOf: Day | null = null,
): Promise<ScoreboardAnswer> {
  const forecasts = await issuedForecasts(record, lexicon, null, asOf)
  const rows = horizons.map(horizon =>
    rowOf(
      horizon,
      forecasts.filter(one => one.horizon === horizon),
    ),
  )
  return {rows: rows.filter(row => row.issued > 0), forecasts}
}

/**
 * Forecasts as they were written down, of one relation or of all, newest origin first. As of a past day: those made from months that were
 * over by then, settled where their own months were.
 */
export async function issuedForecasts(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: readonly [EntityId, EntityId] | null = null,
  asOf: Day | null = null,
): Promise<ScoreboardForecast[]> {
  const [issued, outcomes, names, coverage] = await Promise.all([
    record.forecasts.issued(),
    record.forecasts.outcomes(),
    record.names(),
    record.coverage({asOf}),
  ])
  const came = new Map(outcomes.map(outcome => [outcome.forecast, outcome]))
  const side = (id: string) => ({id, name: lexicon.entities.get(id)?.name ?? names[id] ?? id})
  return issued
    .filter(({a, b}) => pair === null || (pair.includes(a) && pair.includes(b)))
    .filter(({origin}) => asOf === null || isOver(origin, asOf))
    .sort((a, b) => (a.origin === b.origin ? (a.id < b.id ? -1 : 1) : a.origin > b.origin ? -1 : 1))
    .map(({id, issued: moment, a, b, horizon, origin, due, closer, apart, baseRate, persistence, rule}) => {
      const outcome = asOf === null || isOver(due, asOf) ? (came.get(id) ?? null) : null
      return {
        id,
        issued: moment,
        pair: [side(a), side(b)] as const,
        horizon,
        origin,
        due,
        closer,
        apart,
        baseRate,
        persistence,
        rule,
        state: outcome !== null ? 'settled' : isOver(due, coverage.days.last) ? 'due' : 'open',
        outcome,
      }
    })
}

function rowOf(horizon: number, issued: readonly ScoreboardForecast[]): ScoreboardRow {
  const settled = issued.flatMap(({outcome, ...forecast}) => (outcome === null ? [] : [{outcome, forecast}]))
  type Settled = (typeof settled)[number]
  const mean = (of: (one: Settled) => number) =>
    settled.length === 0 ? null : settled.reduce((sum, one) => sum + of(one), 0) / settled.length
  const [brier, brierBase, brierPersistence] = [
    mean(({outcome}) => outcome.brier),
    mean(({outcome}) => outcome.brierBase),
    mean(({outcome}) => outcome.brierPersistence),
  ]
  /** Of those that it was kept of. */
  const kept = (of: (outcome: ForecastOutcome) => number | null) => {
    const known = settled.flatMap(({outcome}) => of(outcome) ?? [])
    return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0) / known.length
  }
  const counted = {
    crpsCooperative: kept(o => o.crpsCooperative),
    crpsCooperativeBase: kept(o => o.crpsCooperativeBase),
    crpsCooperativePersistence: kept(o => o.crpsCooperativePersistence),
    crpsConflictual: kept(o => o.crpsConflictual),
    crpsConflictualBase: kept(o => o.crpsConflictualBase),
    crpsConflictualPersistence: kept(o => o.crpsConflictualPersistence),
    crpsLevel: kept(o => o.crpsLevel),
    crpsLevelBase: kept(o => o.crpsLevelBase),
    crpsLevelPersistence: kept(o => o.crpsLevelPersistence),
  }
  const cautions: string[] = []
  if (brier !== null && brierPersistence !== null && brier >= brierPersistence)
    cautions.push('does not beat persistence here')
  if (brier !== null && brierBase !== null && brier >= brierBase) cautions.push('does not beat the base rate here')
  return {
    horizon,
    issued: issued.length,
    due: issued.filter(({state}) => state === 'due').length,
    settled: settled.length,
    came: mean(({outcome}) => (outcome.closer ? 1 : 0)),
    brier,
    brierBase,
    brierPersistence,
    log: mean(({outcome}) => outcome.log),
    logBase: mean(({outcome, forecast}) => logScore(forecast.baseRate, outcome.closer)),
    logPersistence: mean(({outcome, forecast}) => logScore(forecast.persistence, outcome.closer)),
    ...counted,
    cautions,
  }
}
