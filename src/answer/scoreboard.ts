import type {Lexicon} from '../lexicon/index.ts'
import type {ForecastOutcome, ScoreboardAnswer, ScoreboardRow} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {horizons} from './question.ts'

/** Every forecast that was issued from a record, with how it came out where it is due, and mean scores by horizon. */
export async function scoreboard(record: OpenRecord, lexicon: Lexicon): Promise<ScoreboardAnswer> {
  const [issued, outcomes, names] = await Promise.all([
    record.forecasts.issued(),
    record.forecasts.outcomes(),
    record.names(),
  ])
  const came = new Map(outcomes.map(outcome => [outcome.forecast, outcome]))
  const side = (id: string) => ({id, name: lexicon.entities.get(id)?.name ?? names[id] ?? id})
  const rows = horizons.map(horizon => {
    const own = issued.filter(one => one.horizon === horizon)
    return rowOf(
      horizon,
      own.length,
      own.flatMap(({id}) => came.get(id) ?? []),
    )
  })
  const forecasts = [...issued]
    .sort((a, b) => (a.origin === b.origin ? (a.id < b.id ? -1 : 1) : a.origin > b.origin ? -1 : 1))
    .map(({id, issued: moment, a, b, horizon, origin, due, closer, apart, baseRate, persistence, rule}) => ({
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
      outcome: came.get(id) ?? null,
    }))
  return {rows: rows.filter(row => row.issued > 0), forecasts}
}

function rowOf(horizon: number, issued: number, outcomes: readonly ForecastOutcome[]): ScoreboardRow {
  const settled = outcomes.length
  const mean = (of: (outcome: ForecastOutcome) => number) =>
    settled === 0 ? null : outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / settled
  const [brier, brierBase, brierPersistence] = [
    mean(o => o.brier),
    mean(o => o.brierBase),
    mean(o => o.brierPersistence),
  ]
  const cautions: string[] = []
  if (brier !== null && brierPersistence !== null && brier >= brierPersistence)
    cautions.push('does not beat persistence here')
  if (brier !== null && brierBase !== null && brier >= brierBase) cautions.push('does not beat the base rate here')
  return {
    horizon,
    issued,
    settled,
    came: mean(o => (o.closer ? 1 : 0)),
    brier,
    brierBase,
    brierPersistence,
    log: mean(o => o.log),
    crpsCooperative: mean(o => o.crpsCooperative),
    crpsConflictual: mean(o => o.crpsConflictual),
    crpsLevel: mean(o => o.crpsLevel),
    cautions,
  }
}
