import type {Failure} from '../load.ts'

/** What went wrong and what to do. */
export function Failed({failure}: {failure: Failure}) {
  return (
    <section class="page failed" role="alert">
      <h1>
        {failure.code.endsWith('not-found') || failure.code.includes('unknown')
          ? 'Not in the record'
          : 'This did not work'}
      </h1>
      <p>{failure.message}</p>
      {failure.hint && <p>{failure.hint}</p>}
      <p class="faint">
        <code>{failure.code}</code>
      </p>
    </section>
  )
}
