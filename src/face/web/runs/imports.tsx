import type {OutsideFile} from '../../../model/index.ts'
import {count, grouped} from '../format.ts'
import {Exports} from '../frame/exports.tsx'

/** Tables of other projects in the record, and how many outside tellings each gave. Nothing where none was imported. */
export function Imports({imports}: {imports: readonly OutsideFile[]}) {
  if (imports.length === 0) return null
  const sum = imports.reduce((total, {rows}) => total + rows, 0)
  return (
    <section>
      <h2>Imported tables</h2>
      <p>
        {count(sum, 'outside telling')}: rows of other projects without a text, never mixed with what was read here.
      </p>
      <table class="rows sources">
        <thead>
          <tr>
            <th scope="col">File</th>
            <th scope="col">Form</th>
            <th scope="col" class="number">
              Tellings
            </th>
            <th scope="col" class="number">
              Left out
            </th>
          </tr>
        </thead>
        <tbody>
          {imports.map(({id, name, format, rows, bad, complete}) => (
            <tr key={id}>
              <th scope="row">{name}</th>
              <td>
                {format}
                {!complete && <small> stopped before its end</small>}
              </td>
              <td class="number">{grouped(rows)}</td>
              <td class="number">{grouped(bad)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Exports path="/runs/imports" search="" rows={imports.length} />
    </section>
  )
}
