import type {AnswerLine, CloserForecast, QuestionKind, RelationForecast} from '../model/index.ts'
import {line} from './lines-of.ts'
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
  return line(
    `Chance that they are ${asked === 'closer' ? 'closer' : 'further apart'} ${months(horizon)} after ${from} than then: ${turn(forecast.probability)}; base rate ${turn(forecast.baseRate)} (${count(forecast.cases, 'case')}), persistence ${turn(forecast.persistence)}.`,
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

/** A forecast as lines of an answer: the chance of coming closer with its yardsticks, those of the other ways it may go, counts, and what is to be said against it. */
export function chanceLines(forecast: RelationForecast): AnswerLine[] {
  const {probability, apart, cooperative, conflictual, backtest, cautions} = forecast
  const [first, ...rest] = forecastLines(forecast, 'closer')
  const lines = [
    first,
    line(
      `Chance that they are further apart: ${percent(apart)}; that nothing differs: ${percent(1 - probability - apart)}.`,
    ),
    line(
      `Cooperative incidents until ${forecast.due}: ${cooperative.low} to ${cooperative.high} (${percent(cooperative.chance)}); conflictual: ${conflictual.low} to ${conflictual.high} (${percent(conflictual.chance)}).`,
    ),
    ...rest,
  ]
  if (backtest !== null)
    lines.push(
      line(
        `Made for ${backtest.forecasts} earlier months of this pair it would have had a Brier score of ${backtest.brier.toFixed(3)}; base rate ${backtest.baseRate.toFixed(3)}, persistence ${backtest.persistence.toFixed(3)}.`,
      ),
    )
  const said = new Set(lines.map(({text}) => text))
  return [...lines, ...cautions.filter(caution => !said.has(caution)).map(caution => line(caution))]
}

const percent = (chance: number) => `${Math.round(chance * 100)} %`
const months = (n: number) => count(n, 'month')
