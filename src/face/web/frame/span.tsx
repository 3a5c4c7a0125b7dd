import {setSearch} from '../router.ts'

/** First and last day of what is shown; both stand in the address. */
export function Span({since, until}: {since: string | null; until: string | null}) {
  const change = (name: 'since' | 'until') => (event: Event) => {
    const {value} = event.currentTarget as HTMLInputElement
    if (value === '' || /^[12]\d{3}-\d{2}-\d{2}$/.test(value)) setSearch({[name]: value === '' ? null : value})
  }
  return (
    <>
      <label>
        From <input type="date" value={since ?? ''} max={until ?? undefined} onChange={change('since')} />
      </label>
      <label>
        to <input type="date" value={until ?? ''} min={since ?? undefined} onChange={change('until')} />
      </label>
      {(since !== null || until !== null) && (
        <button type="button" class="link" onClick={() => setSearch({since: null, until: null})}>
          all time
        </button>
      )}
    </>
  )
}
