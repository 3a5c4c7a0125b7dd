import {useState} from 'preact/hooks'
import type {Spoken} from '../../../model/index.ts'
import {count, grouped} from '../format.ts'
import {Failed} from '../frame/failed.tsx'
import {Loading} from '../frame/loading.tsx'
import {useLoaded} from '../load.ts'
import {setSearch} from '../router.ts'
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
  const loaded = useLoaded<Spoken>(address)
  // A list that is folded is not drawn.
  const [open, setOpen] = useState(false)
  if (loaded.state === 'failed') return <Failed failure={loaded.failure} />
  const answer = loaded.state === 'there' ? loaded.value : loaded.last
  if (answer === null) return <Loading what="the statements" />
  const {stances} = answer
  const all = Object.values(stances)
  const shown = all.reduce((sum, {shown}) => sum + shown.length, 0)
  const different = all.reduce((sum, {different}) => sum + different, 0)
  if (different === 0) return <p class="faint">None.</p>
  const list = (rows: Spoken['stances']['for']['shown']) => (
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
  const others = stances.neither
  return (
    <div aria-busy={loaded.state === 'loading'}>
      {shown < different && (
        <p class="note">
          The newest of each: {grouped(shown)} of {count(different, 'statement')}.{' '}
          <button type="button" class="link" onClick={() => setSearch({statements: 'all'}, {replace: true})}>
            Show all
          </button>
        </p>
      )}
      <div class="columns">
        {columns.map(([stance, title]) => (
          <section key={stance}>
            <h2 class={`stance-${stance}`}>
              {title} <small>{grouped(stances[stance].different)}</small>
            </h2>
            {stances[stance].different === 0 ? <p class="faint">None in the record.</p> : list(stances[stance].shown)}
          </section>
        ))}
      </div>
      {others.different > 0 && (
        <details onToggle={event => setOpen(event.currentTarget.open)}>
          <summary>{grouped(others.different)} that take no side</summary>
          {open && list(others.shown)}
        </details>
      )}
    </div>
  )
}
