import type {NetworkAnswer} from '../../../model/index.ts'
import {count, dayWords} from '../format.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {standAlone} from '../frame/picture.ts'
import {SavePicture} from '../frame/save-picture.tsx'
import {Span} from '../frame/span.tsx'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {Drawing} from './drawing.tsx'
import {Ties} from './ties.tsx'

const sizes = ['12', '24', '40', '60']

/** Who is with and against whom in a span of time, and how near that is to two camps. */
export function NetworkPage({search}: {search: URLSearchParams}) {
  useTitle('Network')
  const asked = withSearch('', {
    since: search.get('since'),
    until: search.get('until'),
    most: search.get('most'),
    asof: search.get('asof'),
  })
  const loaded = useLoaded<NetworkAnswer>(`/network.json${asked}`)
  const nothing = useEmptyRecord()
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the network" />
  const {parties, ties, leftOut, since, until} = answer
  const who = parties.some(({id}) => id === search.get('who')) ? search.get('who') : null
  const picture = () => {
    const drawing = document.querySelector<SVGSVGElement>('.network-drawing')
    const span = [since && `from ${dayWords(since)}`, until && `to ${dayWords(until)}`].filter(Boolean).join(' ')
    return drawing && standAlone(drawing, `Détente · who is with and against whom ${span} · ${location.href}`)
  }
  if (nothing)
    return (
      <section class="page network">
        <h1>Who is with and against whom</h1>
        <NothingYet />
      </section>
    )
  return (
    <section class="page network" aria-busy={loaded.state === 'loading'}>
      <h1>Who is with and against whom</h1>
      <div class="choices">
        <Span since={search.get('since')} until={search.get('until')} />
        <label>
          Parties at most{' '}
          <select
            value={search.get('most') ?? '24'}
            onChange={event => setSearch({most: event.currentTarget.value === '24' ? null : event.currentTarget.value})}
          >
            {sizes.map(size => (
              <option key={size} value={size}>
                {size}
              </option>
            ))}
          </select>
        </label>
        {who !== null && (
          <button type="button" onClick={() => setSearch({who: null}, {replace: true})}>
            show all
          </button>
        )}
      </div>
      {ties.length === 0 ? (
        <p class="empty" role="status">
          Nothing happened between two parties {since !== null && `from ${dayWords(since)} `}
          {until !== null && `to ${dayWords(until)} `}in the record.{' '}
          {since !== null || until !== null ? 'Choose a longer span, or' : 'You may'} <a href="/add">add articles</a>.
        </p>
      ) : (
        <>
          <figure class="network-figure">
            <Drawing answer={answer} who={who} />
            <figcaption class="lane-legend">
              <span class="key-line friendly">mostly with each other</span>
              <span class="key-line hostile">mostly against</span>
              <span class="key-line mixed">both alike</span>
              <span>disc and square: the two camps that the ties come nearest to; width: number of incidents</span>
              <SavePicture name="network" picture={picture} />
              {leftOut > 0 && <span>{count(leftOut, 'party', 'parties')} with fewer ties not shown</span>}
            </figcaption>
          </figure>
          <Balance answer={answer} />
          <Ties answer={answer} who={who} search={asked} />
        </>
      )}
    </section>
  )
}

function Balance({answer}: {answer: NetworkAnswer}) {
  const {balance, parties} = answer
  const names = new Map(parties.map(({id, name}) => [id, name]))
  if (balance.triangles === 0) return null
  return (
    <section class="balance">
      <h2>Balance</h2>
      <p>
        {balance.tense} of {count(balance.triangles, 'triple')} are tense: a friend of a friend is a foe, or all three
        are foes. {Math.round(balance.against * 100)} % of all ties, by their strength, run against the two camps.
      </p>
      {balance.examples.length > 0 && (
        <details>
          <summary>The tensest</summary>
          <ul class="plain-list">
            {balance.examples.map(triple => (
              <li key={triple.join()}>{triple.map(id => names.get(id) ?? id).join(' · ')}</li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}
