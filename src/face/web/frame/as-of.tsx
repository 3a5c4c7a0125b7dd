import {useLayoutEffect, useRef, useState} from 'preact/hooks'
import {dayWords} from '../format.ts'
import {setSearch} from '../router.ts'

/** The day on which the record is looked at: what was published later is left out. It stands in the address. */
export function AsOfChip({day}: {day: string | null}) {
  const [open, setOpen] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    if (open) field.current?.focus()
  }, [open])
  if (!open)
    return (
      <button
        type="button"
        class={`chip as-of ${day === null ? '' : 'set'}`}
        title="Look at the record as it was known on a day"
        onClick={() => setOpen(true)}
      >
        as of {day === null ? 'now' : dayWords(day)}
      </button>
    )
  return (
    <form
      class="as-of-form"
      onSubmit={event => {
        event.preventDefault()
        const value = field.current?.value ?? ''
        setSearch({asof: /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : null})
        setOpen(false)
      }}
      onKeyDown={event => {
        if (event.key === 'Escape') setOpen(false)
      }}
    >
      <label>
        <span class="unseen">As known on the day</span>
        <input ref={field} type="date" min="1700-01-01" max="9999-12-31" defaultValue={day ?? ''} />
      </label>
      <button type="submit">Set</button>
      <button
        type="button"
        onClick={() => {
          setSearch({asof: null})
          setOpen(false)
        }}
      >
        Now
      </button>
    </form>
  )
}

/** Says that later news is left out, so that nobody mistakes an older picture for today's. */
export function AsOfBar({day}: {day: string}) {
  return (
    <p class="as-of-bar" role="status">
      As known on {dayWords(day)}: what was published later is left out.{' '}
      <button type="button" class="link" onClick={() => setSearch({asof: null})}>
        now
      </button>
    </p>
  )
}
