import type {Lexicon} from '../lexicon/index.ts'
import {breath} from '../model/turns.ts'
import type {Day, EntityId, IssuedForecast, RelationForecasts} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {aroundOf} from './around.ts'
import {forecast, type Forecasted, leastForForecast} from './forecast.ts'
import {settleForecasts} from './forecast-settle.ts'
import {horizons} from './question.ts'
import {sideOf} from './relation.ts'
import {issuedForecasts} from './scoreboard.ts'

type Sides = readonly [EntityId, EntityId]

/** What is to be expected of a relation at every horizon, and what was forecast of it before. Throws `answer/unknown-entity`. */
export async function relationForecasts(
  record: OpenRecord,
  lexicon: Lexicon,
  sides: Sides,
  asOf: Day | null = null,
): Promise<RelationForecasts> {
  const [a, b] = [await sideOf(record, lexicon, sides[0]), await sideOf(record, lexicon, sides[1])]
  const ahead = await atEveryHorizon(record, lexicon, [a.id, b.id], {asOf})
  return {
    pair: [
      {id: a.id, name: a.name},
      {id: b.id, name: b.name},
    ],
    ahead: ahead.map(one => one.forecast),
    least: leastForForecast,
    issued: await issuedForecasts(record, lexicon, [a.id, b.id], asOf),
  }
}

/** Writes down what is forecast of a relation today, and settles what is due before. Answers with what is new. Needs a record open for writing. */
export async function issueForecasts(
  record: OpenRecord,
  lexicon: Lexicon,
  sides: Sides,
  moment: string,
): Promise<IssuedForecast[]> {
  await settleForecasts(record, moment)
  const ahead = await atEveryHorizon(record, lexicon, sides, {issued: moment})
  return record.forecasts.issue(ahead.map(one => one.issue))
}

async function atEveryHorizon(
  record: OpenRecord,
  lexicon: Lexicon,
  sides: Sides,
  options: {readonly asOf?: Day | null; readonly issued?: string},
): Promise<Forecasted[]> {
  const found: Forecasted[] = []
  const ids = [(await sideOf(record, lexicon, sides[0])).id, (await sideOf(record, lexicon, sides[1])).id] as const
  const around = await aroundOf(record, ids, {asOf: options.asOf ?? null})
  for (const horizon of horizons) {
    // Each takes a while, between which others get their turn.
    await breath()
    const one = await forecast(record, lexicon, sides, {...options, around, horizon})
    if (one) found.push(one)
  }
  return found
}
