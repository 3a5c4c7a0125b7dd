import {deedWords} from '../../../model/act-words.ts'
import type {InboxAnswer} from '../../../model/index.ts'
import {codeOf, count, proseOf, rangeWords, signed} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {useKeys} from '../keys.ts'
import {useLoaded} from '../load.ts'
import {pairPath, setSearch, withSearch} from '../router.ts'
import {Dot} from '../relation/incident-words.tsx'
import {useTitle} from '../title.ts'
import {useMay} from '../write.ts'
import {Log} from './log.tsx'

/** A share that rounds to nothing is told as small: `0.00` reads as if it moved nothing. */
const shareWords = (share: number) =>
  Number(share.toFixed(2)) === 0 ? 'share under 0.01' : `share ${signed(share, 2)}`

/** What a person had best look at, by its effect on an index; and what was corrected. */
export function InboxPage({selected, asOf}: {selected: string | null; asOf: string | null}) {
  useTitle('Inbox')
  const search = withSearch('', {asof: asOf})
  const loaded = useLoaded<InboxAnswer>(`/inbox.json${search}`)
  const may = useMay('corrects')
  const nothing = useEmptyRecord()
  const answer = loaded.state === 'there' ? loaded.value : loaded.state === 'loading' ? loaded.last : null
  const step = (by: number) => {
    const items = answer?.items ?? []
    if (items.length === 0) return
    const at = items.findIndex(({incident}) => incident.id === selected)
    const next = at < 0 ? 0 : Math.min(items.length - 1, Math.max(0, at + by))
    setSearch({sel: items[next].incident.id}, {replace: true})
    document.querySelector(`[data-item="${CSS.escape(items[next].incident.id)}"]`)?.scrollIntoView({block: 'nearest'})
  }
  useKeys({j: () => step(1), k: () => step(-1)})
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  if (answer === null) return <Loading what="the inbox" />
  const {items, total, relations, corrections} = answer
  if (nothing)
    return (
      <section class="page inbox">
        <h1>Inbox</h1>
        <NothingYet />
      </section>
    )
  return (
    <section class="page inbox" aria-busy={loaded.state === 'loading'}>
      <h1>Inbox</h1>
      <p>
        What was read but may be wrong, and moves an index: look at these first. The share says by how much each moves
        its relation’s index over all its time.
        {may && items.length > 0 && (
          <span class="by-keys">
            {' '}
            <kbd>j</kbd> <kbd>k</kbd> step, <kbd>y</kbd> confirms, <kbd>n</kbd> rejects, <kbd>c</kbd> corrects,{' '}
            <kbd>u</kbd> undoes.
          </span>
        )}
      </p>
      {items.length === 0 ? (
        <p class="empty" role="status">
          {relations === 0 ? (
            <>
              No relation in the record yet. <a href="/add">Add articles</a>
            </>
          ) : (
            'Nothing in doubt moves an index.'
          )}
        </p>
      ) : (
        <ol class="inbox-list">
          {items.map(({incident, pair, names, share, doubts}) => (
            <li key={incident.id} data-item={incident.id} class={incident.id === selected ? 'selected' : ''}>
              <button
                type="button"
                class="link"
                aria-pressed={incident.id === selected}
                onClick={() => setSearch({sel: incident.id}, {replace: selected !== null})}
              >
                <Dot incident={incident} />
                <span title={codeOf(incident)}>{deedWords(incident)}</span>
              </button>
              <small>
                {rangeWords(incident.days, incident.precision)} · {shareWords(share)} of{' '}
                <a href={pairPath(...pair)}>
                  {names[0]} ↔ {names[1]}
                </a>
              </small>
              <span class="doubts">{proseOf(doubts.join('; '))}</span>
            </li>
          ))}
        </ol>
      )}
      <Exports path="/inbox/doubts" search={search} rows={items.length} />
      {total > items.length && <p class="faint">{count(total - items.length, 'smaller one')} not shown.</p>}
      <Log corrections={corrections} may={may} />
    </section>
  )
}
