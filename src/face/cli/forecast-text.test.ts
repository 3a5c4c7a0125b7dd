import {expect, it} from 'vitest'
import type {NextAnswer, RelationForecast, ScoreboardAnswer} from '../../model/index.ts'
import {forecastText, nextText, scoreboardText} from './forecast-text.ts'

const counted = {low: 0, middle: 0, high: 1, chance: 0.9}
const scores = {brier: 0.02, baseRate: 0.03, persistence: 0.03}
const once = {
  horizon: 1,
  from: '2025-03',
  due: '2025-04',
  probability: 0.2,
  apart: 0.1,
  baseRate: 0.1,
  cases: 1,
  persistence: 0.1,
  rule: 'closer, if so.',
  cooperative: counted,
  conflictual: counted,
  index: {mean: 1, low: 0, high: 2},
  past: {scored: 1, ...scores},
  backtest: {forecasts: 2, ...scores, crps: 0.1, crpsPast: 0.1, held: 0.8},
  cautions: [],
} as unknown as RelationForecast

it('a forecast names months in words, and one of a thing is one', () => {
  const text = forecastText(once)
  expect(text).toContain('1 month after March 2025 (to April 2025)')
  expect(text).toContain('of 1 case,')
  expect(text).toContain('settled before: 1 forecast,')
  expect(text).toContain('back-test on this pair: 2 forecasts,')
  expect(text).not.toMatch(/\d{4}-\d\d/)
})

it('so do the scoreboard and what comes next', () => {
  const [a, b] = [
    {id: 'PAK', name: 'Pakistan'},
    {id: 'USA', name: 'United States'},
  ]
  const issued = {
    pair: [a, b],
    horizon: 1,
    origin: '2025-03',
    due: '2025-04',
    closer: 0.2,
    baseRate: 0.1,
    outcome: null,
  }
  const board = scoreboardText({rows: [], forecasts: [issued]} as unknown as ScoreboardAnswer)
  expect(board).toMatch(/March 2025 +April 2025/)
  const act = {actor: 'PAK', event: 'ACCUSE', recipient: 'USA', chance: 0.1, baseRate: 0, count: 1, last: '2025-03-02'}
  const next: NextAnswer = {
    pair: [a, b],
    after: '2025-03-02',
    days: 1,
    facts: 1,
    learned: false,
    backtest: null,
    acts: [act],
  }
  expect(nextText(next)).toContain(
    'Within 1 day after 2 March 2025, by counts alone: too little to learn from in 1 dated act of anyone',
  )
})
