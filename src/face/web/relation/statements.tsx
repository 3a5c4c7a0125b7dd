import type {Quotation, StatementRow} from '../../../model/index.ts'
import {unrepeated} from '../../../model/unrepeated.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useLoaded} from '../load.ts'
import {StatementItem} from './statement-item.tsx'

interface StatementsProps {
  /** Address of the statements. */
  readonly address: string
  readonly selected: string | null
  readonly onSelect: (id: string) => void
}

const columns = [
  ['for', 'For'],
  ['against', 'Against'],
  ['conditional', 'On a condition'],
] as const

/** What is said for and against a closer relation, and on which condition. */
export function Statements({address, selected, onSelect}: StatementsProps) {
  const loaded = useLoaded<{statements: readonly StatementRow[]; quotations: readonly Quotation[]}>(address)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the statements" />
  const {statements, quotations} = answer
  if (statements.length === 0) return <p class="faint">None.</p>
  const once = unrepeated(statements, quotations)
  const others = once.filter(s => s.row.statement.stance === 'neither')
  const list = (rows: typeof once) => (
    <ul class="statement-list">
      {rows.map(({row, times, changed}) => (
        <StatementItem
          key={row.id}
          row={row}
          times={times}
          changed={changed}
          selected={row.id === selected}
          onSelect={onSelect}
        />
      ))}
    </ul>
  )
  return (
    <>
      <div class="columns">
        {columns.map(([stance, title]) => {
          const rows = once.filter(s => s.row.statement.stance === stance)
          return (
            <section key={stance}>
              <h2 class={`stance-${stance}`}>
                {title} <small>{rows.length}</small>
              </h2>
              {rows.length === 0 ? <p class="faint">None in the record.</p> : list(rows)}
            </section>
          )
        })}
      </div>
      {others.length > 0 && (
        <details>
          <summary>{others.length} that take no side</summary>
          {list(others)}
        </details>
      )}
    </>
  )
}
