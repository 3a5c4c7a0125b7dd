import {count} from '../format.ts'
import type {AddingState} from './use-adding.ts'

const secondsWords = (seconds: number) =>
  seconds < 90
    ? `${Math.ceil(seconds)} s`
    : seconds < 5400
      ? `${Math.round(seconds / 60)} min`
      : `${(seconds / 3600).toFixed(1)} h`

/** How far it is, how fast it goes, what came of it, what could not be read and why. */
export function Progress({state, onCancel}: {state: AddingState; onCancel: () => void}) {
  const {running, done, total, seconds, remaining, added, known, failed, stopped, fault} = state
  return (
    <section class="progress" aria-label="Reading">
      {running ? (
        <>
          <p>
            <progress max={total} value={done} aria-label="Sources read" /> {done} of {total}
            {done > 0 && `, ${(done / seconds).toFixed(1)} a second`}
            {remaining !== null && `, about ${secondsWords(remaining)} left`}
          </p>
          <button type="button" onClick={onCancel}>
            Stop after the one that is being read
          </button>
        </>
      ) : (
        <p role="status" class={fault === null ? 'done' : 'empty'}>
          {fault !== null
            ? `Nothing more was read: ${fault}`
            : `${count(added, 'article')} kept, ${known} known already, ${failed.length} not read, in ${secondsWords(seconds)}${stopped ? '; stopped' : ''}. `}
          {added > 0 && <a href="/">See the record</a>}
        </p>
      )}
      {!running && failed.length > 0 && (
        <>
          <h2>Not read</h2>
          <ul class="failures">
            {failed.map(({source, code, message}, n) => (
              <li key={n}>
                <code>{source}</code> {message} <small>{code}</small>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
