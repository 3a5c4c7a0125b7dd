import type {Failure} from '../load.ts'
import {Told} from './told.tsx'

/** What went wrong and what to do. */
export function Failed({failure}: {failure: Failure}) {
  return (
    <section class="page failed" role="alert">
      <h1>
        {failure.code.endsWith('not-found') || failure.code.includes('unknown')
          ? 'Not in the record'
          : 'This did not work'}
      </h1>
      <p class="told">
        <Told words={failure.message} />
      </p>
      {failure.hint && (
        <p class="told">
          <Told words={failure.hint} />
        </p>
      )}
      <p>
        Begin at the <a href="/">list of relations</a>.
      </p>
      <p class="faint">
        <code>{failure.code}</code>
      </p>
    </section>
  )
}
