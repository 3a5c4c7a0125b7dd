import type {ComponentChildren} from 'preact'
import {Saved, Saving} from './saved.tsx'
import type {Written} from './written.ts'

interface CorrectionFormProps {
  readonly written: Written
  /** What the form lacks; `null`: nothing, and what it would change is worked out. */
  readonly lacking?: string | null
  readonly onDone: () => void
  readonly children: ComponentChildren
}

/** A form for marked words: what they shall be, what that would change, and once it is saved the way back. */
export function CorrectionForm({written, lacking = null, onDone, children}: CorrectionFormProps) {
  if (written.done) return <Saved written={written} onDone={onDone} />
  return (
    <form
      class="correct"
      onSubmit={event => {
        event.preventDefault()
        written.save()
      }}
    >
      {children}
      <Saving written={written} lacking={lacking} />
    </form>
  )
}
