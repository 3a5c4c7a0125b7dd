import {actWords, modesOf} from '../../../model/act-words.ts'
import type {EventCode} from '../../../model/index.ts'
import {eventWords} from '../format.ts'
import {eventCodes} from './draft.ts'

interface ActFieldsProps {
  readonly label: string
  readonly event: string
  /** Empty: of no mode. */
  readonly mode: string
  readonly onChange: (act: {readonly event: string; readonly mode: string}) => void
}

/** What was done, and how, where the codebook tells more than one way. */
export function ActFields({label, event, mode, onChange}: ActFieldsProps) {
  const code = eventCodes.find(each => each === event) as EventCode
  const modes = modesOf(code)
  return (
    <>
      <label>
        {label}{' '}
        <select value={event} onChange={({currentTarget}) => onChange({event: currentTarget.value, mode: ''})}>
          {eventCodes.map(each => (
            <option key={each} value={each}>
              {eventWords(each)}
            </option>
          ))}
        </select>
      </label>
      {modes.length > 0 && (
        <label>
          How{' '}
          <select value={mode} onChange={({currentTarget}) => onChange({event, mode: currentTarget.value})}>
            <option value="">not told, or otherwise</option>
            {modes.map(each => (
              <option key={each} value={each}>
                {actWords({event: code, mode: each})} ({each.replace(/-/g, ' ')})
              </option>
            ))}
          </select>
        </label>
      )}
    </>
  )
}
