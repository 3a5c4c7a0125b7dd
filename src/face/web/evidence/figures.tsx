import type {Incident} from '../../../model/index.ts'
import {Heads} from '../frame/heads.tsx'
import {FigureCells} from './figure-cells.tsx'
import {docPath} from '../router.ts'

/** The printed numbers side by side, each with who gave it; no mean. */
export function IncidentFigures({incident}: {incident: Incident}) {
  if (incident.figures.length === 0) return null
  return (
    <section>
      <h4>Figures, as printed</h4>
      <table class="rows">
        <Heads columns={['What', ['How many', 'number'], 'Given by', 'In']} />
        <tbody>
          {incident.figures.map((figure, i) => (
            <tr key={i}>
              <FigureCells figure={figure} />
              <td>
                <a href={docPath(figure.doc.id)}>{figure.doc.outlet ?? figure.doc.title ?? figure.doc.id}</a>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
