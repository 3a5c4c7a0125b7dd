import {useEffect, useRef} from 'preact/hooks'
import type {EvidenceAnswer} from '../../../model/index.ts'
import {useLoaded} from '../load.ts'
import {withSearch} from '../router.ts'
import {EvidenceCard} from './card.tsx'
import {Resizer} from './resizer.tsx'

interface PanelProps {
  /** Id of the record shown; `null`: none is selected. */
  readonly id: string | null
  readonly onClose: () => void
  /** The day as of which the page is shown; an incident of that day may not be one today. */
  readonly asOf?: string | null
}

/** The same on every page: what stands behind the selected record. */
export function EvidencePanel({id, onClose, asOf = null}: PanelProps) {
  const loaded = useLoaded<EvidenceAnswer>(
    id === null ? null : `/e/${id.split('/').map(encodeURIComponent).join('/')}.json${withSearch('', {asof: asOf})}`,
  )
  const body = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (id !== null) body.current?.scrollTo(0, 0)
  }, [id])
  const shown = loaded.state === 'there' ? loaded.value : loaded.state === 'loading' ? loaded.last : null
  return (
    <aside class="panel" aria-label="Evidence">
      <Resizer />
      <div class="panel-head">
        <h2>Evidence</h2>
        <button type="button" class="quiet" aria-label="Close evidence" title="Close (Esc)" onClick={onClose}>
          ✕
        </button>
      </div>
      <section
        class="panel-body"
        ref={body}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard.
        tabIndex={0}
        aria-label="Evidence of the selected record"
        aria-live="polite"
        aria-busy={id !== null && loaded.state === 'loading'}
      >
        {id === null && (
          <p class="faint">
            Choose an incident, a statement, a number or a mark in a text: here stand the words that it came from.
          </p>
        )}
        {id !== null && loaded.state === 'failed' && (
          <p role="alert">
            {loaded.failure.message} {loaded.failure.hint}
          </p>
        )}
        {id !== null && shown && <EvidenceCard answer={shown} current={loaded.state === 'there'} />}
      </section>
    </aside>
  )
}
