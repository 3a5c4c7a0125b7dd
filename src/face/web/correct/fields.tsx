import {realityWords} from '../format.ts'
import {ActFields} from './act-fields.tsx'
import {type Draft, realities} from './draft.ts'

interface FieldsProps {
  readonly draft: Draft
  readonly onChange: (draft: Draft) => void
}

/** The fields that the kind of correction needs. */
export function Fields({draft, onChange}: FieldsProps) {
  const set = (name: keyof Draft) => (event: Event) =>
    onChange({...draft, [name]: (event.currentTarget as HTMLInputElement).value})
  switch (draft.kind) {
    case 'reality':
      return (
        <label>
          It is{' '}
          <select value={draft.reality} onChange={set('reality')}>
            {realities.map(value => (
              <option key={value} value={value}>
                {realityWords[value]}
              </option>
            ))}
          </select>
        </label>
      )
    case 'type':
      return (
        <ActFields label="It is" event={draft.event} mode={draft.mode} onChange={act => onChange({...draft, ...act})} />
      )
    case 'actor':
    case 'recipient':
      return (
        <label>
          Names or codes, parted by commas <input type="text" value={draft.who} onInput={set('who')} />
        </label>
      )
    case 'day':
      return (
        <>
          <label>
            First day (empty: not told) <input type="date" value={draft.first} onInput={set('first')} />
          </label>
          <label>
            Last day <input type="date" value={draft.last} min={draft.first} onInput={set('last')} />
          </label>
        </>
      )
    case 'place':
      return (
        <label>
          Place (empty: not told) <input type="text" value={draft.place} onInput={set('place')} />
        </label>
      )
    case 'merge':
      return (
        <label>
          Id or address of the other incident{' '}
          <input type="text" value={draft.other} onInput={set('other')} placeholder="inc_…" />
        </label>
      )
    default:
      return null
  }
}
