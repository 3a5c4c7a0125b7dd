import {useState} from 'preact/hooks'
import {eraSpan} from '../format.ts'
import {Refused} from '../frame/refused.tsx'
import {forget} from '../load.ts'
import {send, useMay, useSending} from '../write.ts'
import type {Window} from './window.ts'

/** Names the span that is in view as an era of one's own; it is kept in the table beside the record. */
export function OwnEraForm({path, window: {first, last}}: {path: string; window: Window}) {
  const may = useMay('eras')
  const [name, setName] = useState('')
  const {busy, failure, sending} = useSending()
  if (!may) return null
  const span = {first: first.slice(0, 7), last: last.slice(0, 7)}
  const save = (event: Event) => {
    event.preventDefault()
    sending(
      () => send(`${path}/eras`, {name, ...span}),
      () => {
        setName('')
        forget()
      },
    )
  }
  return (
    <form class="own-era" onSubmit={save}>
      <label>
        {eraSpan(span)} as an era of your own:{' '}
        <input
          type="text"
          value={name}
          maxLength={120}
          placeholder="its name"
          onInput={event => setName(event.currentTarget.value)}
        />
      </label>{' '}
      <button type="submit" disabled={busy || name.trim() === ''}>
        Keep
      </button>
      <Refused failure={failure} />
    </form>
  )
}
