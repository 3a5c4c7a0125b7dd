import {bins, brier, crps, lengthened, logScore, normalCrps, sampleCrps} from '../forecast/relations/index.ts'
import type {CloserForecast, Day, ForecastOutcome, Incident, IssuedForecast} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {indexOf, monthName, monthNumber} from '../relation/index.ts'
import {countsIn, dated, knownBy, lastWholeMonth, seriesOf} from './forecast-months.ts'

/** Settles every forecast whose months are over in the record, and writes the outcomes down. Answers with those settled now. */
export async function settleForecasts(record: OpenRecord, moment: string): Promise<ForecastOutcome[]> {
  const [issued, known, coverage] = await Promise.all([
    record.forecasts.issued(),
    record.forecasts.outcomes(),
    record.coverage(),
  ])
  const settled = new Set(known.map(outcome => outcome.forecast))
  const due = issued.filter(one => !settled.has(one.id) && isOver(one.due, coverage.days.last))
  const outcomes: ForecastOutcome[] = []
  for (const one of due) outcomes.push(settle(one, await record.incidents({pair: [one.a, one.b]}), moment))
  if (outcomes.length > 0) await record.forecasts.settle(outcomes)
  return outcomes
}

/** Whether a month is over in a record whose last day is `last`. */
export const isOver = (month: string, last: Day | null): boolean =>
  last !== null && lastWholeMonth(last) >= monthNumber(month)

/** The rule in code: both stretches are counted from the incidents that the record has now. */
export function settle(issued: IssuedForecast, incidents: readonly Incident[], moment: string): ForecastOutcome {
  const origin = monthNumber(issued.origin)
  const {horizon} = issued
  const list = dated(incidents)
  const before = countsIn(list, origin - horizon + 1, origin)
  const after = countsIn(list, origin + 1, origin + horizon)
  const [netBefore, netAfter] = [before, after].map(({cooperative, conflictual}) => cooperative - conflictual)
  const closer = netAfter > netBefore
  const pair = [issued.a, issued.b] as const
  const due = origin + horizon
  const {points} = indexOf(knownBy(incidents, due), {pair, direction: 'both', theme: null, until: monthName(due)})
  const level = points.at(-1)?.asOf ?? 0
  const past = points.filter(({month}) => monthNumber(month) <= origin).map(({asOf}) => asOf)
  const series = seriesOf(issued.id, list, origin)
  const counts = (chances: readonly number[], count: number) => crps(lengthened(chances, bins.length), count)
  return {
    forecast: issued.id,
    settled: moment,
    closer,
    netBefore,
    netAfter,
    ...after,
    level,
    brier: brier(issued.closer, closer),
    brierBase: brier(issued.baseRate, closer),
    brierPersistence: brier(issued.persistence, closer),
    log: logScore(issued.closer, closer),
    crpsCooperative: counts(issued.cooperative, after.cooperative),
    crpsConflictual: counts(issued.conflictual, after.conflictual),
    crpsLevel: normalCrps(issued.level, issued.levelSd, level),
    crpsCooperativeBase: sampleCrps(stretches(series.cooperative, horizon), after.cooperative),
    crpsCooperativePersistence: Math.abs(before.cooperative - after.cooperative),
    crpsConflictualBase: sampleCrps(stretches(series.conflictual, horizon), after.conflictual),
    crpsConflictualPersistence: Math.abs(before.conflictual - after.conflictual),
    crpsLevelBase: sampleCrps(past, level),
    crpsLevelPersistence: Math.abs((past.at(-1) ?? 0) - level),
  }
}

/** Counts of all stretches of so many months, one beginning a month after the other; of the whole where it is shorter. */
function stretches(counts: ArrayLike<number>, long: number): number[] {
  const months = Array.from(counts)
  const sum = (from: number, to: number) => months.slice(from, to).reduce((all, count) => all + count, 0)
  if (months.length < long) return [sum(0, months.length)]
  return Array.from({length: months.length - long + 1}, (_, n) => sum(n, n + long))
}

/** Mean Brier scores of what was settled at a horizon. */
export function pastScores(
  outcomes: readonly ForecastOutcome[],
  issued: readonly IssuedForecast[],
  horizon: number,
): CloserForecast['past'] {
  const ids = new Set(issued.filter(one => one.horizon === horizon).map(one => one.id))
  const own = outcomes.filter(outcome => ids.has(outcome.forecast))
  if (own.length === 0) return null
  const mean = (of: (outcome: ForecastOutcome) => number) =>
    own.reduce((sum, outcome) => sum + of(outcome), 0) / own.length
  return {
    scored: own.length,
    brier: mean(o => o.brier),
    baseRate: mean(o => o.brierBase),
    persistence: mean(o => o.brierPersistence),
  }
}
