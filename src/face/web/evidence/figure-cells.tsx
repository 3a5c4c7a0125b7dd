import type {Incident} from '../../../model/index.ts'
import {amountWords} from '../format.ts'

/** What a printed number counts, how many, and who gave it: three cells of a row. */
export function FigureCells({figure}: {figure: Incident['figures'][number]}) {
  return (
    <>
      <td>
        {figure.what}
        {figure.who && <small> {figure.who}</small>}
      </td>
      <td class="number">{amountWords(figure)}</td>
      <td>{figure.giver ?? 'giver not stated'}</td>
    </>
  )
}
