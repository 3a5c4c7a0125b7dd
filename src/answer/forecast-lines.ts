import type {AnswerLine, CloserForecast, QuestionKind, RelationForecast} from '../model/index.ts'
import {line} from './lines-of.ts'
import {count, monthWords} from './words.ts'

/** Whether a question is one that a chance answers, and which way it asks. */
export function asksFor(kind: QuestionKind | null): 'closer' | 'apart' | null {
  if (kind === 'rapprochement') return 'closer'
  return kind === 'rupture' ? 'apart' : null
}

/** The chance in one sentence, for the short answer; of what was asked, not always of closeness. */
export function chanceLine(forecast: CloserForecast, asked: 'closer' | 'apart'): AnswerLine {
  const {horizon, from, cases} = forecast
  const [chance, base, persistence] =
    asked === 'closer'
      ? [forecast.probability, forecast.baseRate, forecast.persistence]
      : [forecast.apart, forecast.apartBaseRate, forecast.apartPersistence]
  return line(
    `Chance that they are ${asked === 'closer' ? 'closer' : 'further apart'} ${months(horizon)} after ${monthWords(from)} than then: ${percent(chance)}; base rate ${percent(base)} (${count(cases, 'case')}), persistence ${percent(persistence)}.`,
  )
}

/** The forecast with its rule and what its like scored before, worse than persistence where it was. */
export function forecastLines(forecast: CloserForecast, asked: 'closer' | 'apart'): AnswerLine[] {
  const {rule, past} = forecast
  const lines = [chanceLine(forecast, asked), line(`It is settled by this rule: ${rule}`)]
  if (past === null) return [...lines, line('No forecast of this kind has come due yet, so none is scored.')]
  const {scored, brier, baseRate, persistence} = past
  lines.push(
    line(
      `Past Brier score over ${count(scored, 'forecast')}: ${brier.toFixed(3)}; base rate ${baseRate.toFixed(3)}, persistence ${persistence.toFixed(3)} (0 is best).`,
    ),
  )
  if (brier >= persistence) lines.push(line('It does not beat persistence here.'))
  if (brier >= baseRate) lines.push(line('It does not beat the base rate here.'))
  return lines
}

/** A forecast as lines of an answer: the chance of what was asked with its yardsticks, those of the other ways it may go, counts, and what is to be said against it. */
export function chanceLines(forecast: RelationForecast, asked: 'closer' | 'apart'): AnswerLine[] {
  const {probability, apart, cooperative, conflictual, backtest, cautions, due} = forecast
  const [first, ...rest] = forecastLines(forecast, asked)
  const other = asked === 'closer' ? `further apart: ${percent(apart)}` : `closer: ${percent(probability)}`
  const lines = [
    first,
    line(`Chance that they are ${other}; that nothing differs: ${percent(1 - probability - apart)}.`),
    line(
      `Cooperative incidents until the end of ${monthWords(due)}: ${bandWords(cooperative)}; conflictual: ${bandWords(conflictual)}.`,
    ),
    lastLine(forecast),
    ...rest,
  ]
  if (backtest !== null)
    lines.push(
      line(
        `Made for ${count(backtest.forecasts, 'earlier month')} of this pair it would have had a Brier score of ${backtest.brier.toFixed(3)}; base rate ${backtest.baseRate.toFixed(3)}, persistence ${backtest.persistence.toFixed(3)}.`,
      ),
    )
  const said = new Set(lines.map(({text}) => text))
  return [...lines, ...cautions.filter(caution => !said.has(caution)).map(caution => line(caution))]
}

/** What it is held against; after months that were rare for this pair most forecasts are of a return to what is usual, and that is said. */
function lastLine({last, horizon, from}: RelationForecast): AnswerLine {
  const {cooperative, conflictual, above} = last
  const rare =
    above < rareShare
      ? ''
      : `, more cooperative than ${percent(above)} of such stretches before; a return to what is usual counts as further apart`
  return line(
    `Held against the ${months(horizon)} to ${monthWords(from)}, with ${cooperative} cooperative and ${conflictual} conflictual incidents${rare}.`,
  )
}

/** Share of earlier stretches that makes the last one a rare one. */
const rareShare = 0.9

const bandWords = ({low, high, chance}: RelationForecast['cooperative']) =>
  `${low === high ? low : `${low} to ${high}`} (${percent(chance)})`
const percent = (chance: number) => `${Math.round(chance * 100)} %`
const months = (n: number) => count(n, 'month')
