import type {ComponentChildren} from 'preact'
import {deedWords} from '../../../model/act-words.ts'
import type {IncidentPage} from '../../../model/index.ts'
import {publishedWords, rangeWords} from '../format.ts'
import {FigureCells} from '../evidence/figure-cells.tsx'
import {Loading} from '../frame/loading.tsx'
import {Heads} from '../frame/heads.tsx'
import {WideTable} from '../frame/wide-table.tsx'
import {useListed} from './listed.ts'

interface FiguresProps {
  readonly path: string
  readonly search: string
  readonly exports: ComponentChildren
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

/** Every printed number with its giver; those of one incident stand together. */
export function Figures({path, search, exports, selected, onSelect}: FiguresProps) {
  const {rows, total, failed, more} = useListed<IncidentPage['incidents'][number]>(path, search, 'figures', null)
  if (failed) return <p role="alert">The server does not answer.</p>
  if (total === null) return <Loading what="the figures" />
  if (rows.length === 0) return <p class="faint">None.</p>
  return (
    <>
      <WideTable label="Figures">
        <table class="rows figures">
          <Heads columns={['Incident', 'What', ['How many', 'number'], 'Given by', 'Printed in']} />
          {rows.map(incident => (
            <tbody key={incident.id} class={incident.id === selected ? 'selected' : ''}>
              {incident.figures.map((figure, i) => (
                <tr key={i}>
                  {i === 0 && (
                    <th scope="rowgroup" rowSpan={incident.figures.length}>
                      <button type="button" class="link" onClick={() => onSelect(incident.id)}>
                        {deedWords(incident)}
                      </button>
                      <small>{rangeWords(incident.days, incident.precision)}</small>
                    </th>
                  )}
                  <FigureCells figure={figure} />
                  <td>
                    {figure.doc.outlet ?? 'outlet not stated'}, {publishedWords(figure.doc)}
                  </td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </WideTable>
      {rows.length < total && (
        <p class="more">
          Those of the newest {rows.length} of {total} incidents{' '}
          <button type="button" onClick={more}>
            Show {Math.min(200, total - rows.length)} more
          </button>
        </p>
      )}
      {exports}
    </>
  )
}
