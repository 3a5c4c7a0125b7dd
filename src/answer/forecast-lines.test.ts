import {describe, expect, it} from 'vitest'
import type {CloserForecast} from '../model/index.ts'
import {asksFor, chanceLine, forecastLines} from './forecast-lines.ts'

const forecast: CloserForecast = {
  horizon: 12,
  from: '2025-11',
  probability: 0.64,
  baseRate: 0.52,
  cases: 31,
  persistence: 0.71,
  rule: 'the smoothed level of 2026-11 is above that of 2025-11.',
  past: {scored: 40, brier: 0.21, baseRate: 0.25, persistence: 0.2},
}

describe('lines of a forecast', () => {
  it('give the chance of what was asked', () => {
    expect(chanceLine(forecast, 'closer').text).toMatch(
      /closer 12 months .*: 64 %; base rate 52 % \(31 cases\), persistence 71 %/,
    )
    expect(chanceLine(forecast, 'apart').text).toMatch(/further apart .*: 36 %; base rate 48 % .* persistence 29 %/)
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
