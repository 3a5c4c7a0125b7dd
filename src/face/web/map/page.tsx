import {actWords} from '../../../model/act-words.ts'
import type {MapAnswer, MapPlace} from '../../../model/index.ts'
import {RealityBadge} from '../evidence/reality.tsx'
import {codeOf, count, isFriendly, partiesWords, rangeWords} from '../format.ts'
import {Exports} from '../frame/exports.tsx'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {NothingYet, useEmptyRecord} from '../frame/nothing-yet.tsx'
import {standAlone} from '../frame/picture.ts'
import {SavePicture} from '../frame/save-picture.tsx'
import {Span} from '../frame/span.tsx'
import {Heads} from '../frame/heads.tsx'
import {useLoaded} from '../load.ts'
import {setSearch, withSearch} from '../router.ts'
import {useTitle} from '../title.ts'
import {Drawing, keyOf} from './drawing.tsx'
import {frameOf, world, zoomed} from './sphere.ts'

/** Where it happened, as finely as it is known. */
export function MapPage({search}: {search: URLSearchParams}) {
  useTitle('Map')
  const asked = withSearch('', {since: search.get('since'), until: search.get('until'), asof: search.get('asof')})
  const loaded = useLoaded<MapAnswer>(`/map.json${asked}`)
  const nothing = useEmptyRecord()
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the map" />
  const {places, unresolved, untold} = answer
  const at = places.find(place => keyOf(place) === search.get('at')) ?? null
  const whole = search.get('view') === 'world'
  const zoom = /^[0-6]$/.test(search.get('zoom') ?? '') ? Number(search.get('zoom')) : 0
  const zoomTo = (steps: number) => setSearch({zoom: steps === 0 ? null : String(steps)}, {replace: true})
  const lost = unresolved.reduce((sum, {count: n}) => sum + n, 0)
  const picture = () => {
    const drawing = document.querySelector<SVGSVGElement>('.map-drawing')
    return drawing && standAlone(drawing, `Détente · where it happened · coasts: Natural Earth · ${location.href}`)
  }
  if (nothing)
    return (
      <section class="page map">
        <h1>Where it happened</h1>
        <NothingYet />
      </section>
    )
  return (
    <section class="page map" aria-busy={loaded.state === 'loading'}>
      <h1>Where it happened</h1>
      <div class="choices">
        <Span since={search.get('since')} until={search.get('until')} />
        <button type="button" onClick={() => setSearch({view: whole ? null : 'world'}, {replace: true})}>
          {whole ? 'fit to the places' : 'whole world'}
        </button>
        <span class="zoom">
          <button type="button" aria-label="Zoom out" disabled={zoom === 0} onClick={() => zoomTo(zoom - 1)}>
            −
          </button>{' '}
          <button type="button" aria-label="Zoom in" disabled={zoom === 6} onClick={() => zoomTo(zoom + 1)}>
            +
          </button>{' '}
          {zoom > 0 && `on ${(at ?? places[0])?.name ?? 'the middle'}`}
        </span>
      </div>
      <figure class="map-figure">
        <Drawing
          answer={answer}
          frame={zoomed(whole ? world : frameOf(places), zoom, at ?? places[0] ?? {latitude: 0, longitude: 0})}
          at={at && keyOf(at)}
          onPlace={key => setSearch({at: key}, {replace: true})}
        />
        <figcaption class="lane-legend">
          <span class="key friendly">mostly cooperation</span>
          <span class="key hostile">mostly conflict</span>
          <span class="key hollow">known to the region or country only</span>
          <SavePicture name="map" picture={picture} />
        </figcaption>
      </figure>
      <p class="note" role="status">
        {count(
          places.reduce((sum, place) => sum + place.count, 0),
          'incident',
        )}{' '}
        at {count(places.length, 'place')}. Not on the map: {count(untold, 'incident')} whose place no text tells
        {lost > 0 && `, ${lost} at places that could not be found`}.
      </p>
      {at === null && (
        <>
          <Places places={places} />
          <Exports path="/map/places" search={asked} rows={places.length} />
        </>
      )}
      {at !== null && <AtPlace place={at} selected={search.get('sel')} />}
      {unresolved.length > 0 && (
        <details>
          <summary>Places that could not be found, {unresolved.length}</summary>
          <ul class="plain-list">
            {unresolved.map(({name, count: n}) => (
              <li key={name}>
                {name} <small>{count(n, 'incident')}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

function Places({places}: {places: readonly MapPlace[]}) {
  if (places.length === 0) return null
  return (
    <table class="rows places">
      <Heads columns={['Place', 'Known to the', ['Incidents', 'number']]} />
      <tbody>
        {places.map(place => (
          <tr key={keyOf(place)}>
            <th scope="row">
              <button type="button" class="link" onClick={() => setSearch({at: keyOf(place)}, {replace: true})}>
                {place.name}
              </button>
              {place.country && place.country !== place.name && <small> {place.country}</small>}
            </th>
            <td>{place.precision}</td>
            <td class="number">{place.count}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function AtPlace({place, selected}: {place: MapPlace; selected: string | null}) {
  return (
    <section>
      <h2>
        {place.name}, known to the {place.precision}
      </h2>
      <p>
        <button type="button" class="link" onClick={() => setSearch({at: null}, {replace: true})}>
          all places
        </button>
      </p>
      <ul class="at-place">
        {place.incidents.map(incident => (
          <li key={incident.id} class={incident.id === selected ? 'selected' : ''}>
            <span class="day">{rangeWords(incident.days, null)}</span>{' '}
            <button
              type="button"
              class="link"
              data-incident={incident.id}
              onClick={() => setSearch({sel: incident.id})}
            >
              <span title={codeOf(incident)}>{actWords(incident)}</span>
              <span class="unseen">{isFriendly(incident.event) ? ', cooperation' : ', conflict'}</span>
            </button>{' '}
            {partiesWords(
              incident.actors.map(name => ({name})),
              incident.recipients.map(name => ({name})),
            )}{' '}
            <RealityBadge value={incident.reality} aspect="plain" denied={incident.denied !== null} claimed={false} />
          </li>
        ))}
      </ul>
      {place.count > place.incidents.length && (
        <p class="faint">{place.count - place.incidents.length} older ones not listed: choose a shorter span</p>
      )}
    </section>
  )
}
