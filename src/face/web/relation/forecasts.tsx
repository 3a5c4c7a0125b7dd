import {useState} from 'preact/hooks'
import type {CountForecast, RelationForecast, RelationForecasts} from '../../../model/index.ts'
import {count, monthWords, percentWords, proseOf, signed} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Refused} from '../frame/refused.tsx'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {forget, useLoaded} from '../load.ts'
import {withSearch} from '../router.ts'
import {ForecastList} from '../scoreboard/forecast-list.tsx'
import {send, useMay, useSending} from '../write.ts'

/** The likeliest count, and the band that is held with that chance. */
function Count({count: {low, middle, high, chance}}: {count: CountForecast}) {
  return (
    <>
      {low === high ? low : middle}{' '}
      <small>
        {low < high && `${low} to ${high}, `}
        {percentWords(chance)}
      </small>
    </>
  )
}

/** What is to be expected, beside base rate and persistence, and what was forecast before. */
export function Forecasts({path, asOf}: {path: string; asOf: string | null}) {
  const loaded = useLoaded<RelationForecasts>(`${path}/forecasts.json${withSearch('', {asof: asOf})}`)
  const may = useMay('forecasts')
  const {busy, failure, sending} = useSending()
  const [done, setDone] = useState<number | null>(null)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null)
    return (
      <p class="faint" role="status" aria-busy="true">
        Reckoning …
      </p>
    )
  const {ahead, issued, least} = answer
  const issue = () =>
    sending(
      () => send<{issued: number}>(`${path}/forecasts`),
      found => {
        setDone(found.issued)
        forget()
      },
    )
  return (
    <>
      {ahead.length === 0 ? (
        <p class="empty" role="status">
          The record cannot answer this: a forecast needs at least {least.incidents} dated incidents of the pair and{' '}
          {least.months} months, or twice the horizon, since the first.
        </p>
      ) : (
        <>
          <Ahead ahead={ahead} />
          <Exports path={`${path}/ahead`} search={withSearch('', {asof: asOf})} rows={ahead.length} />
        </>
      )}
      {may && ahead.length > 0 && asOf === null && (
        <p>
          <button type="button" disabled={busy} onClick={issue}>
            Write these down, to be settled
          </button>{' '}
          <span role="status">
            {done !== null && (done === 0 ? 'They stand there already.' : `${done} written down.`)}
          </span>
        </p>
      )}
      <Refused failure={failure} />
      <h2>Written down before</h2>
      {issued.length === 0 ? <p class="faint">None yet.</p> : <ForecastList forecasts={issued} withPair={false} />}
      <Exports path={`${path}/forecasts`} search="" rows={issued.length} />
    </>
  )
}

function Ahead({ahead}: {ahead: readonly RelationForecast[]}) {
  const said = [...new Set(ahead.flatMap(({cautions}) => cautions))]
  return (
    <>
      <p class="note">
        From {monthWords(ahead[0].from)}, on {count(ahead[0].incidents, 'dated incident')}.{' '}
        <a href="/scoreboard">How such forecasts did</a>
      </p>
      <WideTable label="What is to be expected">
        <table class="rows ahead stacks early">
          <Heads
            columns={[
              'Until',
              ['Closer', 'number'],
              ['Base rate', 'number'],
              ['Persistence', 'number'],
              ['Further apart', 'number'],
              ['Cooperative', 'number'],
              ['Conflictual', 'number'],
              ['Level, 80 %', 'number'],
              'Past Brier, rule',
            ]}
          />
          <tbody>
            {ahead.map(one => (
              <tr key={one.horizon} data-horizon={one.horizon}>
                <th scope="row">
                  {monthWords(one.due)} <small>{count(one.horizon, 'month')}</small>
                </th>
                <td class="number">
                  <strong>{percentWords(one.probability)}</strong>
                </td>
                <td class="number">
                  {percentWords(one.baseRate)} <small>{count(one.cases, 'case')}</small>
                </td>
                <td class="number">{percentWords(one.persistence)}</td>
                <td class="number">{percentWords(one.apart)}</td>
                <td class="number">
                  <Count count={one.cooperative} />
                </td>
                <td class="number">
                  <Count count={one.conflictual} />
                </td>
                <td class="number">
                  {signed(one.index.low)} … {signed(one.index.high)}
                </td>
                <td>
                  <Standing forecast={one} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </WideTable>
      {said.length > 0 && (
        <ul class="cautions">
          {said.map(caution => (
            <li key={caution}>
              {caution}{' '}
              <small>
                {ahead
                  .filter(({cautions}) => cautions.includes(caution))
                  .map(({horizon}) => horizon)
                  .join(', ')}{' '}
                months
              </small>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** What it is to be held against, and the rule that settles it. */
function Standing({forecast: {past, backtest, rule}}: {forecast: RelationForecast}) {
  return (
    <details>
      <summary>
        {past === null ? 'none settled' : `${past.brier.toFixed(3)} of ${past.scored}`}
        {backtest !== null && `, back-test ${backtest.brier.toFixed(3)}`}
      </summary>
      {past !== null && (
        <p>
          Settled before at this horizon: {past.scored}; Brier {past.brier.toFixed(3)}, base rate{' '}
          {past.baseRate.toFixed(3)}, persistence {past.persistence.toFixed(3)}.
        </p>
      )}
      {backtest !== null && (
        <p>
          Made for {backtest.forecasts} earlier months of this pair: Brier {backtest.brier.toFixed(3)}, base rate{' '}
          {backtest.baseRate.toFixed(3)}, persistence {backtest.persistence.toFixed(3)}; CRPS {backtest.crps.toFixed(2)}
          , of the pair’s own past {backtest.crpsPast.toFixed(2)}; its 80 % bands held {percentWords(backtest.held)}.
        </p>
      )}
      <p>It is {proseOf(rule)}</p>
    </details>
  )
}
