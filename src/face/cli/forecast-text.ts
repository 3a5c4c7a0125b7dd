import {count, dateWords, monthWords} from '../../answer/words.ts'
import type {CountForecast, NextAnswer, RelationForecast, ScoreboardAnswer} from '../../model/index.ts'
import {tableOf} from './table.ts'

/** A forecast for people to read: chances beside their yardsticks, counts, the rule, past scores, and what is to be said against it. */
export function forecastText(forecast: RelationForecast): string {
  const {
    horizon,
    from,
    due,
    probability,
    apart,
    baseRate,
    cases,
    persistence,
    cooperative,
    conflictual,
    index,
    backtest,
    past,
  } = forecast
  const lines = [
    `${count(horizon, 'month')} after ${monthWords(from)} (to ${monthWords(due)})`,
    `  closer ${percent(probability)}, further apart ${percent(apart)}, no different ${percent(1 - probability - apart)}; base rate ${percent(baseRate)} of ${count(cases, 'case')}, persistence ${percent(persistence)}`,
    `  incidents: ${countText(cooperative)} cooperative, ${countText(conflictual)} conflictual`,
    `  index ${index.mean.toFixed(1)} (${index.low.toFixed(1)} to ${index.high.toFixed(1)} at 80 %)`,
    `  rule: ${forecast.rule}`,
  ]
  if (past !== null)
    lines.push(
      `  settled before: ${count(past.scored, 'forecast')}, Brier ${past.brier.toFixed(3)}; base rate ${past.baseRate.toFixed(3)}, persistence ${past.persistence.toFixed(3)}`,
    )
  if (backtest !== null)
    lines.push(
      `  back-test on this pair: ${count(backtest.forecasts, 'forecast')}, Brier ${backtest.brier.toFixed(3)}; base rate ${backtest.baseRate.toFixed(3)}, persistence ${backtest.persistence.toFixed(3)}; ` +
        `CRPS ${backtest.crps.toFixed(2)}, of the pair's own past ${backtest.crpsPast.toFixed(2)}; 80 % bands held ${percent(backtest.held)}`,
    )
  return [...lines, ...forecast.cautions.map(caution => `  ${caution}`)].join('\n')
}

export function scoreboardText({rows, forecasts}: ScoreboardAnswer): string {
  if (forecasts.length === 0)
    return 'No forecast was issued from this record yet. Issue one with: npx detente forecast A B'
  const figure = (value: number | null) => (value === null ? '–' : value.toFixed(3))
  const beside = (own: number | null, past: number | null, last: number | null) =>
    own === null ? '–' : `${figure(own)} (${figure(past)}, ${figure(last)})`
  const columns = [
    'months',
    'issued',
    'settled',
    'Brier',
    'base rate',
    'persistence',
    'log',
    'CRPS coop (past, last)',
    'CRPS conf (past, last)',
    'CRPS index (past, last)',
    'said',
  ]
  const table = tableOf(
    rows.map(row => ({
      months: row.horizon,
      issued: row.issued,
      settled: row.settled,
      Brier: figure(row.brier),
      'base rate': figure(row.brierBase),
      persistence: figure(row.brierPersistence),
      log: figure(row.log),
      'CRPS coop (past, last)': beside(row.crpsCooperative, row.crpsCooperativeBase, row.crpsCooperativePersistence),
      'CRPS conf (past, last)': beside(row.crpsConflictual, row.crpsConflictualBase, row.crpsConflictualPersistence),
      'CRPS index (past, last)': beside(row.crpsLevel, row.crpsLevelBase, row.crpsLevelPersistence),
      said: row.cautions.join('; '),
    })),
    columns,
  )
  const list = tableOf(
    forecasts.map(({pair, horizon, origin, due, closer, baseRate, outcome}) => ({
      pair: `${pair[0].name} – ${pair[1].name}`,
      months: horizon,
      from: monthWords(origin),
      due: monthWords(due),
      closer: percent(closer),
      'base rate': percent(baseRate),
      came: outcome === null ? 'not due' : outcome.closer ? 'closer' : 'not closer',
      Brier: outcome === null ? '' : outcome.brier.toFixed(3),
    })),
    ['pair', 'months', 'from', 'due', 'closer', 'base rate', 'came', 'Brier'],
  )
  return `${table}\n\n${list}`
}

export function nextText({pair, after, days, facts, learned, backtest, acts}: NextAnswer): string {
  const [a, b] = pair
  if (after === null || acts.length === 0) return `The record has no dated act between ${a.name} and ${b.name}.`
  const table = tableOf(
    acts.map(({actor, event, recipient, chance, baseRate, count: before, last}) => ({
      act: `${actor} ${event} ${recipient}`,
      chance: percent(chance),
      'base rate': percent(baseRate),
      before,
      last: dateWords(last),
    })),
    ['act', 'chance', 'base rate', 'before', 'last'],
  )
  const from = learned ? 'a ranker learned from' : 'counts alone: too little to learn from in'
  return `Within ${count(days, 'day')} after ${dateWords(after)}, by ${from} ${count(facts, 'dated act')} of anyone\n${table}\n\n${testText(backtest, days)}`
}

function testText(backtest: NextAnswer['backtest'], days: number): string {
  if (backtest === null) return 'The past of this record is too short for a back-test.'
  const {stretches, acts, came, brier, baseRate} = backtest
  const beaten = brier < baseRate ? '' : ' It does not beat the base rate here.'
  return `Asked at the beginning of ${stretches === 1 ? 'the one stretch' : `each of the ${stretches} stretches`} of ${count(days, 'day')} before: Brier ${brier.toFixed(3)} over ${count(acts, 'act')}, ${came} of which came; base rate ${baseRate.toFixed(3)} (0 is best).${beaten}`
}

const percent = (chance: number) => `${Math.round(chance * 100)} %`

const countText = ({low, middle, high, chance}: CountForecast) =>
  low === high ? `${low} (${percent(chance)})` : `${middle} (${low} to ${high}: ${percent(chance)})`
