import type {AnswerLine, RelationForecast} from '../model/index.ts'
import {forecastLines} from './forecast-lines.ts'

/** A forecast as lines of an answer: the chance of coming closer with its yardsticks, those of the other ways it may go, counts, and what is to be said against it. */
export function chanceLines(forecast: RelationForecast): AnswerLine[] {
  const {probability, apart, cooperative, conflictual, backtest, cautions} = forecast
  const percent = (chance: number) => `${Math.round(chance * 100)} %`
  const plain = (text: string): AnswerLine => ({text, quote: null, records: []})
  const [first, ...rest] = forecastLines(forecast, 'closer')
  const lines = [
    first,
    plain(
      `Chance that they are further apart: ${percent(apart)}; that nothing differs: ${percent(1 - probability - apart)}.`,
    ),
    plain(
      `Cooperative incidents until ${forecast.due}: ${cooperative.low} to ${cooperative.high} (${percent(cooperative.chance)}); conflictual: ${conflictual.low} to ${conflictual.high} (${percent(conflictual.chance)}).`,
    ),
    ...rest,
  ]
  if (backtest !== null)
    lines.push(
      plain(
        `Made for ${backtest.forecasts} earlier months of this pair it would have had a Brier score of ${backtest.brier.toFixed(3)}; base rate ${backtest.baseRate.toFixed(3)}, persistence ${backtest.persistence.toFixed(3)}.`,
      ),
    )
  const said = new Set(lines.map(({text}) => text))
  return [...lines, ...cautions.filter(caution => !said.has(caution)).map(plain)]
}
