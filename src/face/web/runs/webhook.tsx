import type {HookAnswer, HookDelivery} from '../../../model/index.ts'
import {count, momentWords} from '../format.ts'
import {Refused} from '../frame/refused.tsx'
import {forget, useLoaded} from '../load.ts'
import {send, useMay, useSending} from '../write.ts'

const stateWords: {readonly [state in HookDelivery['state']]: string} = {
  waiting: 'waits',
  sent: 'arrived',
  failed: 'did not arrive',
}

/** What the webhook of the record was told, and what did not arrive. Nothing where none is set. */
export function Webhook() {
  const may = useMay('hooks')
  const loaded = useLoaded<{webhook: HookAnswer | null}>(may ? '/webhook.json' : null)
  const {busy, failure, sending} = useSending()
  const hook =
    loaded.state === 'there' ? loaded.value.webhook : loaded.state === 'loading' ? loaded.last?.webhook : null
  if (!hook) return null
  const {to, deliveries} = hook
  const left = deliveries.filter(({state}) => state !== 'sent').length
  return (
    <section class="webhook">
      <h2>Webhook</h2>
      <p>
        Every correction is told to <code>{to}</code>.
      </p>
      {deliveries.length === 0 && <p class="faint">Nothing was corrected since it was set.</p>}
      <Refused failure={failure} />
      <ul class="correction-list">
        {deliveries.map(({id, what, by, words, at, state, attempts, next, fault}) => (
          <li key={id} data-delivery={id}>
            {what === 'undone' && 'undone: '}
            {words} <span class={`badge hook-${state}`}>{stateWords[state]}</span>
            <small>
              {by}, {momentWords(at)}
              {fault !== null && ` · ${fault}, after ${count(attempts, 'attempt')}`}
              {next !== null && attempts > 0 && ` · next ${momentWords(next)}`}
            </small>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <button type="button" disabled={busy} onClick={() => sending(() => send('/webhook/again'), forget)}>
          Send {left === 1 ? 'it' : `these ${left}`} again
        </button>
      )}
    </section>
  )
}
