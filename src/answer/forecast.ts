import {bandOf, type Outlook, modelVersion, outlookInSteps, shortened} from '../forecast/relations/index.ts'
import {inTurns} from '../model/turns.ts'
import type {Lexicon} from '../lexicon/index.ts'
import type {Day, EntityId, IssuedForecast, RelationForecast} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {monthName} from '../relation/index.ts'
import {type Around, aroundOf} from './around.ts'
import {modelFor} from './forecast-models.ts'
import {bandWidth, dated, firstMonth, indexAhead, knownBy, lastWholeMonth, seriesOf} from './forecast-months.ts'
import {pastScores} from './forecast-settle.ts'
import {sideOf} from './relation.ts'
import {monthWords, stretchWords} from './words.ts'

/** Under this nothing is forecast. */
export const leastForForecast = {incidents: 8, months: 24} as const

export interface ForecastOptions {
  /** Months ahead: 1, 3, 6 or 12. */
  readonly horizon?: number
  /** Leave out what was published after this day; the record's last day by default. */
  readonly asOf?: Day | null
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: Day | null
  /** What the record tells of the pair and its sides by those days, where it is in hand. */
  readonly around?: Around
  /** Moment of issue, ISO 8601 in UTC, for what is written down; the clock is the caller's. */
  readonly issued?: string
}

/** A forecast with what is written down of it. */
export interface Forecasted {
  readonly forecast: RelationForecast
  readonly issue: IssuedForecast
}

/**
 * What is to be expected of a relation after the last month that the record knows whole. `null`: under the threshold, the record
 * cannot answer. Throws `answer/unknown-entity`, `usage/argument` and `model/…`.
 */
export async function forecast(
  record: OpenRecord,
  lexicon: Lexicon,
  sides: readonly [EntityId, EntityId],
  options: ForecastOptions = {},
): Promise<Forecasted | null> {
  const {horizon = 6, asOf = null, readBy = null, issued = ''} = options
  const model = modelFor(horizon)
  const [one, other] = [(await sideOf(record, lexicon, sides[0])).id, (await sideOf(record, lexicon, sides[1])).id]
  const pair: readonly [EntityId, EntityId] = one < other ? [one, other] : [other, one]
  const [{pair: incidents, sides: ofSides}, coverage] = await Promise.all([
    options.around ?? aroundOf(record, pair, {asOf, readBy}),
    record.coverage({asOf, readBy}),
  ])
  const day = asOf ?? coverage.days.last
  if (day === null) return null
  const origin = lastWholeMonth(day)
  const known = dated(knownBy(incidents, origin))
  const series = seriesOf(pair.join('|'), known, origin)
  const months = series.cooperative.length
  if (known.length < leastForForecast.incidents || months < Math.max(leastForForecast.months, 2 * horizon)) return null
  const first = firstMonth(known, origin)
  const around = new Map(
    pair.map(side => [side, seriesOf(side, dated(knownBy(ofSides.get(side) ?? [], origin)), origin, first)] as const),
  )
  const ahead = await inTurns(outlookInSteps(model, series, 12, around))
  const index = indexAhead(incidents, pair, origin, horizon)
  const due = origin + horizon
  const rule = ruleOf(origin, horizon)
  const id = `fc_${pair.join('_')}_${monthName(origin)}_${horizon}_${modelVersion}`
  const common = {
    id,
    horizon,
    due: monthName(due),
    apart: ahead.chance.apart,
    baseRate: ahead.own.closer,
    persistence: ahead.momentum.closer,
    rule,
  }
  return {
    forecast: {
      ...common,
      from: monthName(origin),
      probability: ahead.chance.closer,
      cases: ahead.own.cases,
      apartBaseRate: ahead.own.apart,
      apartPersistence: ahead.momentum.apart,
      past: pastScores(await record.forecasts.outcomes(), await record.forecasts.issued(), horizon),
      cooperative: bandOf(ahead.counts.cooperative),
      conflictual: bandOf(ahead.counts.conflictual),
      index: {mean: index.mean, low: index.mean - bandWidth * index.sd, high: index.mean + bandWidth * index.sd},
      incidents: known.length,
      last: ahead.last,
      backtest: ahead.tested,
      cautions: cautionsOf(known.length, ahead),
    },
    issue: {
      ...common,
      issued,
      a: pair[0],
      b: pair[1],
      origin: monthName(origin),
      closer: ahead.chance.closer,
      cooperative: shortened(ahead.counts.cooperative),
      conflictual: shortened(ahead.counts.conflictual),
      level: index.mean,
      levelSd: index.sd,
      model: modelVersion,
    },
  }
}

/** The rule in words; `settle` is the rule in code. */
function ruleOf(origin: number, horizon: number): string {
  const span = (first: number, last: number) => stretchWords({first: monthName(first), last: monthName(last)})
  return (
    `closer, if cooperative incidents minus conflictual ones are more in ${span(origin + 1, origin + horizon)} than they were in ${span(origin - horizon + 1, origin)}; ` +
    `both are counted when the record has passed ${monthWords(monthName(origin + horizon))}, each incident in the month of its last day.`
  )
}

function cautionsOf(incidents: number, {tested}: Outlook): string[] {
  const cautions: string[] = []
  if (incidents < 100)
    cautions.push(
      `The record has only ${incidents} incidents of this pair; the forecast leans on what 900 pairs did from 1990 to 2009.`,
    )
  if (tested === null) cautions.push('The past of this pair is too short for a back-test.')
  else {
    if (tested.brier >= tested.persistence) cautions.push('It does not beat persistence here.')
    if (tested.brier >= tested.baseRate) cautions.push('It does not beat the base rate here.')
    if (tested.crps >= tested.crpsPast) cautions.push('Its counts do not beat the past of this pair here.')
  }
  return cautions
}
