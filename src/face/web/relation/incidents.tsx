import type {ComponentChildren} from 'preact'
import {actWords} from '../../../model/act-words.ts'
import type {IncidentLine} from '../../../model/index.ts'
import {RealityBadge} from '../evidence/reality.tsx'
import {codeOf, partiesWords, rangeWords} from '../format.ts'
import {setSearch} from '../router.ts'
import {Dot} from './incident-words.tsx'
import type {Listed} from './listed.ts'

interface IncidentsProps {
  readonly list: Listed<IncidentLine>
  /** How many of all move the index. */
  readonly moving: number
  /** Only those are shown. */
  readonly onlyMoving: boolean
  /** Links to the shown rows as files. */
  readonly exports: ComponentChildren
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

export function Incidents({
  list: {rows, total, failed, more},
  moving,
  onlyMoving,
  exports,
  selected,
  onSelect,
}: IncidentsProps) {
  return (
    <>
      <p class="note">
        <label>
          <input
            type="checkbox"
            checked={onlyMoving}
            onChange={event => setSearch({only: event.currentTarget.checked ? 'moving' : null}, {replace: true})}
          />{' '}
          only the {moving} that happened on a known day and move the index
        </label>
      </p>
      <table class="rows incidents">
        <thead>
          <tr>
            <th scope="col">Day</th>
            <th scope="col">What</th>
            <th scope="col">Who to whom</th>
            <th scope="col">Reality</th>
            <th scope="col" class="number">
              <abbr title="independent origins">Origins</abbr>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(incident => (
            <tr
              key={incident.id}
              data-incident={incident.id}
              class={incident.id === selected ? 'selected' : ''}
              onClick={() => onSelect(incident.id)}
            >
              <td class="day">{rangeWords(incident.days, incident.precision)}</td>
              <td class="what">
                <button
                  type="button"
                  class="link"
                  aria-pressed={incident.id === selected}
                  onClick={event => {
                    event.stopPropagation()
                    onSelect(incident.id)
                  }}
                >
                  <Dot incident={incident} />
                  <span title={codeOf(incident)}>{actWords(incident)}</span>
                </button>
              </td>
              <td class="who">
                {partiesWords(incident.actors, incident.recipients)}
                {incident.place && <small> {incident.place}</small>}
              </td>
              <td>
                <RealityBadge
                  value={incident.reality}
                  aspect={incident.aspect}
                  denied={incident.denied !== null}
                  claimed={incident.claimed !== null}
                />
              </td>
              <td class="number">{incident.origins}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {failed && <p role="alert">The server does not answer; the list may be cut.</p>}
      {total !== null && rows.length < total && (
        <p class="more">
          The newest {rows.length} of {total}{' '}
          <button type="button" onClick={more}>
            Show {Math.min(200, total - rows.length)} more
          </button>
        </p>
      )}
      {exports}
    </>
  )
}
