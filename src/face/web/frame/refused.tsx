import type {Failure} from '../load.ts'
import {Told} from './told.tsx'

/** Why something that was asked of the server was not done; nothing where it was. */
export function Refused({failure}: {failure: Failure | null}) {
  if (failure === null) return null
  return (
    <p class="empty" role="alert">
      <Told words={`${failure.message} ${failure.hint ?? ''}`} />
    </p>
  )
}
