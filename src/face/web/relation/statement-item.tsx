import {nameWords} from '../../../model/act-words.ts'
import {aroundOf} from '../../../model/around.ts'
import type {StatementRow} from '../../../model/index.ts'
import type {Once} from '../../../model/unrepeated.ts'
import {driftWords, grouped, publishedWords} from '../format.ts'
import {Spoken} from './spoken.tsx'

interface StatementItemProps {
  readonly row: StatementRow
  /** How many Docs print it. */
  readonly times: number
  /** Its printings with other words. */
  readonly changed?: Once['changed']
  readonly selected: boolean
  readonly onSelect: (id: string) => void
}

/** Printings with other words that are told one by one. */
const mostChanged = 6

/** What one does in saying so, where the words alone do not tell it: “the charge” may be made or denied. */
const doing: Partial<Record<StatementRow['statement']['act'], string>> = {
  denial: 'denies',
  accusation: 'accuses',
  demand: 'demands',
  promise: 'promises',
  threat: 'threatens',
  thanks: 'thanks',
}

/** Words as printed: in quotation marks only when the text itself has them there. */
export function StatementItem({row, times, changed = [], selected, onSelect}: StatementItemProps) {
  // What is only reported is told in its own sentence: “the charge” alone says nothing.
  const around = row.statement.form !== 'direct' && row.parts.length === 1 ? aroundOf(row.evidence) : null
  return (
    <li class={selected ? 'selected' : ''} data-statement={row.id}>
      <button type="button" class="statement" aria-pressed={selected} onClick={() => onSelect(row.id)}>
        <span class={`said ${row.statement.form}`}>
          {around && <span class="around">{around.before}</span>}
          <Spoken form={row.statement.form} parts={row.parts} />
          {around && <span class="around">{around.after}</span>}
        </span>
        <span class="by">
          {row.speaker === null ? 'speaker not named' : nameWords(row.speaker)}
          {row.role && <>, {row.role}</>}
          {doing[row.statement.act] && ` (${doing[row.statement.act]})`}
          {row.outlet !== null && ` · to ${row.outlet}`}
          {' · '}
          {row.evidence.doc.outlet ?? 'publisher not stated'}, {publishedWords(row.evidence.doc)}
          {times > 1 && ` · printed ${times} times`}
        </span>
        {changed.slice(0, mostChanged).map(({row: other, drift}) => (
          <span class="by drift" key={other.id}>
            {other.evidence.doc.outlet ?? 'publisher not stated'}, {publishedWords(other.evidence.doc)}:{' '}
            {driftWords(drift)}
          </span>
        ))}
        {changed.length > mostChanged && (
          <span class="by drift">and {grouped(changed.length - mostChanged)} more printings with other words</span>
        )}
      </button>
    </li>
  )
}
