import type {AnswerLine, CloserForecast, QuestionKind} from '../model/index.ts'
import {count} from './words.ts'

/** Whether a question is one that a chance answers, and which way it asks. */
export function asksFor(kind: QuestionKind | null): 'closer' | 'apart' | null {
  if (kind === 'rapprochement') return 'closer'
  return kind === 'rupture' ? 'apart' : null
}

/** The chance in one sentence, for the short answer; of what was asked, not always of closeness. */
export function chanceLine(forecast: CloserForecast, asked: 'closer' | 'apart'): AnswerLine {
  const {horizon, from} = forecast
  const turn = (chance: number) => percent(asked === 'closer' ? chance : 1 - chance)
  return plain(
    `Chance that they are ${asked === 'closer' ? 'closer' : 'further apart'} ${months(horizon)} after ${from} than then: ${turn(forecast.probability)}; base rate ${turn(forecast.baseRate)} (${count(forecast.cases, 'case')}), persistence ${turn(forecast.persistence)}.`,
  )
}

/** The forecast with its rule and what its like scored before, worse than persistence where it was. */
export function forecastLines(forecast: CloserForecast, asked: 'closer' | 'apart'): AnswerLine[] {
  const {rule, past} = forecast
  const lines = [chanceLine(forecast, asked), plain(`It is settled by this rule: ${rule}`)]
  if (past === null) return [...lines, plain('No forecast of this kind has come due yet, so none is scored.')]
  const {scored, brier, baseRate, persistence} = past
  lines.push(
    plain(
      `Past Brier score over ${count(scored, 'forecast')}: ${brier.toFixed(3)}; base rate ${baseRate.toFixed(3)}, persistence ${persistence.toFixed(3)} (0 is best).`,
    ),
  )
  if (brier >= persistence) lines.push(plain('It does not beat persistence here.'))
  if (brier >= baseRate) lines.push(plain('It does not beat the base rate here.'))
  return lines
}

const plain = (text: string): AnswerLine => ({text, quote: null, records: []})
const percent = (chance: number) => `${Math.round(chance * 100)} %`
const months = (n: number) => count(n, 'month')
