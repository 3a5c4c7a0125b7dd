import type {Desk} from '../../answer/index.ts'
import {issueForecasts, settleForecasts} from '../../answer/index.ts'

/** The one way to write forecasts down, and to settle them, over HTTP. */
export interface Forecasting {
  /** Writes down what is to be expected of a relation today. Answers with how many of it are new. */
  issue(pair: readonly [string, string]): Promise<{readonly issued: number}>
  /** Settles what is due by the record as it is. */
  settle(): Promise<{readonly settled: number}>
}

/** Forecasts in a desk's record. The moment is the server's. */
export function forecastingAt(desk: Desk): Forecasting {
  const now = () => new Date().toISOString()
  return {
    issue: pair =>
      desk.write(async record => ({issued: (await issueForecasts(record, desk.lexicon, pair, now())).length})),
    settle: () => desk.write(async record => ({settled: (await settleForecasts(record, now())).length})),
  }
}
