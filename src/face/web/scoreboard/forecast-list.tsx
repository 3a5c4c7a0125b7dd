import {useState} from 'preact/hooks'
import type {ForecastState, ScoreboardForecast} from '../../../model/index.ts'
import {momentWords, monthWords, percentWords, proseOf} from '../format.ts'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {pairPath} from '../router.ts'

const firstShown = 200

const stateWords: {readonly [state in ForecastState]: string} = {open: 'open', due: 'due', settled: 'settled'}

/** How it came out, in words. */
function cameWords({state, outcome}: ScoreboardForecast): string {
  if (outcome) return outcome.closer ? 'closer' : 'not closer'
  return state === 'due' ? 'its months are over; not settled yet' : 'not over yet'
}

/** Forecasts as they were issued, with how they came out; `withPair` names the two sides on each row. */
export function ForecastList({forecasts, withPair}: {forecasts: readonly ScoreboardForecast[]; withPair: boolean}) {
  const [all, setAll] = useState(false)
  const shown = all ? forecasts : forecasts.slice(0, firstShown)
  return (
    <>
      <WideTable label="Forecasts as they were issued">
        <table class="rows forecasts stacks early">
          <Heads
            columns={[
              ...(withPair ? ['Pair'] : []),
              'Months',
              ['Closer', 'number'],
              ['Base rate', 'number'],
              ['Persistence', 'number'],
              'Came',
              ['Brier', 'number'],
              'Rule',
            ]}
          />
          <tbody>
            {shown.map(forecast => {
              const {id, pair, horizon, origin, due, state, outcome} = forecast
              return (
                <tr key={id} data-forecast={id}>
                  {withPair && (
                    <th scope="row">
                      <a href={`${pairPath(pair[0].id, pair[1].id)}?tab=forecasts`}>
                        {pair[0].name} ↔ {pair[1].name}
                      </a>
                    </th>
                  )}
                  <td>
                    {horizon} after {monthWords(origin)} <small>to {monthWords(due)}</small>
                  </td>
                  <td class="number">{percentWords(forecast.closer)}</td>
                  <td class="number">{percentWords(forecast.baseRate)}</td>
                  <td class="number">{percentWords(forecast.persistence)}</td>
                  <td>
                    <span class={`badge state-${state}`}>{stateWords[state]}</span> <small>{cameWords(forecast)}</small>
                  </td>
                  <td class="number">{outcome === null ? '–' : outcome.brier.toFixed(3)}</td>
                  <td>
                    <details>
                      <summary>rule</summary>
                      <p>
                        {proseOf(forecast.rule)} <small>Issued {momentWords(forecast.issued)}.</small>
                      </p>
                    </details>
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      </WideTable>
      {shown.length < forecasts.length && (
        <button type="button" onClick={() => setAll(true)}>
          Show all {forecasts.length}
        </button>
      )}
    </>
  )
}
