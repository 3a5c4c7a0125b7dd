import type {Run, RunsAnswer} from '../../../model/index.ts'
import {useAdding} from '../add/use-adding.ts'
import {count, eraSpan, grouped, momentWords, rangeWords} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet} from '../frame/nothing-yet.tsx'
import {Refused} from '../frame/refused.tsx'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {useLoaded} from '../load.ts'
import {withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {send, useMay, useSending} from '../write.ts'
import {Imports} from './imports.tsx'
import {Webhook} from './webhook.tsx'

/** What was read when, what failed and why, and how much came from which outlet. */
export function RunsPage({asOf}: {asOf: string | null}) {
  const search = withSearch('', {asof: asOf})
  useTitle('Runs and sources')
  const loaded = useLoaded<RunsAnswer>(`/runs.json${search}`)
  const {state, watch} = useAdding()
  const mayAdd = useMay('adds')
  const {busy, failure, sending} = useSending()
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the runs" />
  const retry = (run: string) => sending(() => send(`/runs/${encodeURIComponent(run)}/retry`), watch)
  const {runs, sources, coverage, imports} = answer
  return (
    <section class="page runs">
      <h1>Runs and sources</h1>
      {coverage.docs === 0 ? (
        <NothingYet />
      ) : (
        <p>
          {count(coverage.docs, 'article')} from {count(coverage.outlets, 'outlet')},{' '}
          {count(coverage.origins, 'independent origin')}; published {rangeWords(coverage.days, null)}.{' '}
          {mayAdd && <a href="/add">Add more</a>}
        </p>
      )}
      <Refused failure={failure} />
      {state?.running && (
        <p class="empty" role="status">
          Reading: {state.done} of {state.total}. <a href="/add">See how far it is</a>
        </p>
      )}
      <section>
        <h2>Runs</h2>
        {runs.length === 0 && (
          <p class="faint">
            None is written down{coverage.docs > 0 && ': the articles were added before runs were kept'}.
          </p>
        )}
        <ul class="run-list">
          {runs.map(run => (
            <RunItem key={run.id} run={run} onRetry={mayAdd && !state?.running ? retry : null} busy={busy} />
          ))}
        </ul>
        <Exports
          path="/runs/failures"
          search=""
          rows={runs.reduce((sum, run) => sum + run.failed.length, 0)}
          note="what was not read"
        />
      </section>
      <section>
        <h2>Sources</h2>
        {sources.length === 0 ? (
          <p class="faint">None.</p>
        ) : (
          <WideTable label="Sources">
            <table class="rows sources stacks">
              <Heads
                columns={[
                  'Outlet',
                  ['Articles', 'number'],
                  ['Events', 'number'],
                  ['Statements', 'number'],
                  'Published',
                ]}
              />
              <tbody>
                {sources.map(({outlet, docs, undated, events, statements, days}) => (
                  <tr key={outlet ?? ''}>
                    <th scope="row">{outlet ?? <span class="faint">outlet not stated</span>}</th>
                    <td class="number">{grouped(docs)}</td>
                    <td class="number">{grouped(events)}</td>
                    <td class="number">{grouped(statements)}</td>
                    <td>
                      {days.first !== null && days.last !== null && (
                        <span title={rangeWords(days, null)}>
                          {eraSpan({first: days.first.slice(0, 7), last: days.last.slice(0, 7)})}
                        </span>
                      )}
                      {undated > 0 && <small> {undated} without a day</small>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </WideTable>
        )}
        <Exports path="/runs/sources" search={search} rows={sources.length} />
      </section>
      <Imports imports={imports} />
      <Webhook />
    </section>
  )
}

interface RunItemProps {
  readonly run: Run
  readonly busy: boolean
  readonly onRetry: ((run: string) => void) | null
}

function RunItem({run, busy, onRetry}: RunItemProps) {
  return (
    <li data-run={run.id}>
      <h3>
        {momentWords(run.started)} <small>{run.id}</small>
      </h3>
      <p>
        {count(run.added, 'article')} kept, {run.known} known already, {run.failed.length} not read, of{' '}
        {count(run.sources, 'source')}
        {run.stopped && '; stopped before its end'} <small>reader {run.reader}</small>
      </p>
      {run.failed.length > 0 && (
        <>
          <ul class="failures">
            {run.failed.map(({source, code, message}, n) => (
              <li key={n}>
                <code>{source}</code> {message} <small>{code}</small>
              </li>
            ))}
          </ul>
          {onRetry && (
            <button type="button" disabled={busy} onClick={() => onRetry(run.id)}>
              Read {run.failed.length === 1 ? 'it' : `these ${run.failed.length}`} again
            </button>
          )}
        </>
      )}
    </li>
  )
}
