import {Refused} from '../frame/refused.tsx'
import {Effects} from './effects.tsx'
import type {Written} from './written.ts'

interface SavingProps {
  readonly written: Written
  /** Whether the form lacks something; then nothing is worked out. */
  readonly lacking?: string | null
}

/** The end of every form of correction: by whom, what it would change, what is wrong, and the button. */
export function Saving({written: {by, setBy, preview, failure, busy}, lacking = null}: SavingProps) {
  return (
    <>
      <label>
        Your name <input type="text" value={by} maxLength={100} onInput={event => setBy(event.currentTarget.value)} />
      </label>
      {failure === null && lacking === null && <Effects preview={preview} />}
      {lacking !== null && <p class="faint effects">{lacking}</p>}
      <Refused failure={failure} />
      <button type="submit" class="primary" disabled={preview === null || busy}>
        Save
      </button>
    </>
  )
}

/** What was saved, with the way back. */
export function Saved({written: {undo}, onDone}: {written: Written; onDone: () => void}) {
  return (
    <p class="saved" role="status">
      Saved: one line of the log.{' '}
      <button
        type="button"
        class="link"
        onClick={() => {
          undo()
          onDone()
        }}
      >
        Undo
      </button>
    </p>
  )
}
