import {describe, expect, it} from 'vitest'
import type {CloserForecast, RelationForecast} from '../model/index.ts'
import {asksFor, chanceLine, chanceLines, forecastLines} from './forecast-lines.ts'

const forecast: CloserForecast = {
  horizon: 12,
  from: '2025-11',
  probability: 0.64,
  baseRate: 0.52,
  cases: 31,
  persistence: 0.71,
  apart: 0.3,
  apartBaseRate: 0.4,
  apartPersistence: 0.25,
  rule: 'the smoothed level of 2026-11 is above that of 2025-11.',
  past: {scored: 40, brier: 0.21, baseRate: 0.25, persistence: 0.2},
}

describe('lines of a forecast', () => {
  it('give the chance of what was asked', () => {
    expect(chanceLine(forecast, 'closer').text).toMatch(
      /closer 12 months .*: 64 %; base rate 52 % \(31 cases\), persistence 71 %/,
    )
    expect(chanceLine(forecast, 'apart').text).toMatch(/further apart .*: 30 %; base rate 40 % .* persistence 25 %/)
    expect([asksFor('rapprochement'), asksFor('rupture'), asksFor('said')]).toEqual(['closer', 'apart', null])
  })

  it('say where it does not beat persistence, and only there', () => {
    const words = (past: CloserForecast['past']) =>
      forecastLines({...forecast, past}, 'closer')
        .map(({text}) => text)
        .join('\n')
    expect(words(forecast.past)).toMatch(
      /Past Brier score over 40 forecasts: 0\.210.*\nIt does not beat persistence here\.$/,
    )
    expect(words({scored: 40, brier: 0.15, baseRate: 0.25, persistence: 0.2})).not.toMatch(/does not beat/)
    expect(words(null)).toMatch(/none is scored/)
  })
})

describe('a forecast in an answer', () => {
  const whole: RelationForecast = {
    ...forecast,
    id: 'fc',
    due: '2026-11',
    cooperative: {low: 0, middle: 1, high: 2, chance: 0.8},
    conflictual: {low: 0, middle: 0, high: 0, chance: 0.9},
    index: {mean: 1, low: 0, high: 2},
    incidents: 44,
    last: {cooperative: 9, conflictual: 1, above: 0.98},
    backtest: null,
    cautions: [],
  }
  const words = (asked: 'closer' | 'apart', last = whole.last) =>
    chanceLines({...whole, last}, asked).map(({text}) => text)

  it('opens with what was asked and tells the rest beside it', () => {
    expect(words('apart')[0]).toMatch(/further apart .* 30 %/)
    expect(words('apart')[1]).toBe('Chance that they are closer: 64 %; that nothing differs: 6 %.')
    expect(words('closer')[1]).toBe('Chance that they are further apart: 30 %; that nothing differs: 6 %.')
    expect(words('closer')).toContain(
      'Cooperative incidents until the end of November 2026: 0 to 2 (80 %); conflictual: 0 (90 %).',
    )
  })

  it('says when the months that it is held against were rare', () => {
    expect(words('apart').join('\n')).toMatch(/9 cooperative and 1 conflictual incidents, more cooperative than 98 %/)
    expect(words('apart', {...whole.last, above: 0.5}).join('\n')).not.toMatch(/more cooperative than/)
  })
})
