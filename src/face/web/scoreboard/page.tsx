import type {ForecastState, HomeAnswer, ScoreboardAnswer} from '../../../model/index.ts'
import {count} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {Refused} from '../frame/refused.tsx'
import {forget, useLoaded} from '../load.ts'
import {pairPath, setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {send, useMay, useSending} from '../write.ts'
import {ForecastList} from './forecast-list.tsx'
import {Scores} from './scores.tsx'

const states: readonly ForecastState[] = ['open', 'due', 'settled']

/** All forecasts that were ever issued, and how well they did; the worst is not left out. */
export function ScoreboardPage({search}: {search: URLSearchParams}) {
  useTitle('Scoreboard')
  const day = withSearch('', {asof: search.get('asof')})
  const loaded = useLoaded<ScoreboardAnswer>(`/scoreboard.json${day}`)
  const may = useMay('forecasts')
  const nothing = useEmptyRecord()
  const home = useLoaded<HomeAnswer>('/index.json')
  const known = home.state === 'there' ? home.value.relations[0] : undefined
  const {busy, failure, sending} = useSending()
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the scoreboard" />
  const {rows, forecasts} = answer
  const wanted = states.find(state => state === search.get('state')) ?? null
  const shown = wanted === null ? forecasts : forecasts.filter(({state}) => state === wanted)
  const of = (state: ForecastState) => forecasts.filter(forecast => forecast.state === state).length
  const settle = () => sending(() => send('/scoreboard/settle'), forget)
  return (
    <section class="page scoreboard">
      <h1>Scoreboard</h1>
      {nothing ? (
        <NothingYet />
      ) : forecasts.length === 0 ? (
        <p class="empty" role="status">
          No forecast was written down yet, so none can be scored. Open{' '}
          {known ? (
            <a href={`${pairPath(...known.pair)}?tab=forecasts`}>
              the forecasts of {known.names[0]} and {known.names[1]}
            </a>
          ) : (
            'the forecasts of a relation'
          )}{' '}
          and write them down there; when their time has come, the record settles them and their scores stand here. On
          this machine: <code>detente forecast A B</code>
        </p>
      ) : (
        <>
          <p>
            {count(forecasts.length, 'forecast')} as issued, never changed: {of('open')} open, {of('due')} due,{' '}
            {of('settled')} settled. Scores are losses: 0 is best.
          </p>
          {may && of('due') > 0 && (
            <p>
              <button type="button" disabled={busy} onClick={settle}>
                Settle {count(of('due'), 'forecast')} by the record
              </button>
            </p>
          )}
          <Refused failure={failure} />
          <section>
            <h2>Scores</h2>
            <Scores rows={rows} />
            <Exports path="/scoreboard/scores" search={day} rows={rows.length} />
          </section>
          <section>
            <h2>Forecasts</h2>
            <div class="choices">
              <label>
                Shown{' '}
                <select
                  value={wanted ?? ''}
                  onChange={event => setSearch({state: event.currentTarget.value || null}, {replace: true})}
                >
                  <option value="">all</option>
                  {states.map(state => (
                    <option key={state} value={state}>
                      {state}
                    </option>
                  ))}
                </select>
              </label>
            </div>
            {shown.length === 0 ? <p class="faint">None.</p> : <ForecastList forecasts={shown} withPair />}
            <Exports path="/scoreboard/forecasts" search={withSearch(day, {state: wanted})} rows={shown.length} />
          </section>
        </>
      )}
    </section>
  )
}
