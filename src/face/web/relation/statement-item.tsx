import type {StatementRow} from '../../../model/index.ts'
import {publishedWords} from '../format.ts'

interface StatementItemProps {
  readonly row: StatementRow
  /** How many Docs print it. */
  readonly times: number
  readonly selected: boolean
  readonly onSelect: (id: string) => void
}

/** Words as printed: in quotation marks only when the text itself has them there. */
export function StatementItem({row, times, selected, onSelect}: StatementItemProps) {
  const words = row.parts.join(' […] ')
  return (
    <li class={selected ? 'selected' : ''} data-statement={row.id}>
      <button type="button" class="statement" aria-pressed={selected} onClick={() => onSelect(row.id)}>
        <span class={`said ${row.statement.form}`}>{row.statement.form === 'direct' ? <q>{words}</q> : words}</span>
        <span class="by">
          {row.speaker ?? 'speaker not named'}
          {row.role && <>, {row.role}</>}
          {' · '}
          {row.outlet ?? 'outlet not stated'}
          {' · '}
          {row.evidence.doc.outlet ?? 'publisher not stated'}, {publishedWords(row.evidence.doc)}
          {times > 1 && ` · printed ${times} times`}
        </span>
      </button>
    </li>
  )
}
