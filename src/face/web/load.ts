import {useEffect, useLayoutEffect, useState} from 'preact/hooks'

export interface Failure {
  readonly code: string
  readonly message: string
  readonly hint: string | null
}

export type Loaded<T> =
  | {readonly state: 'loading'; readonly last: T | null}
  | {readonly state: 'failed'; readonly failure: Failure}
  | {readonly state: 'there'; readonly value: T}

const kept = new Map<string, unknown>()
const keptAtMost = 60
/** Counts the changes of the record, so that an answer that was asked for before one is not kept after it. */
let changes = 0

const changed = 'detente:record'

/** Drops the kept answers because the record has changed; what is shown is asked for anew. */
export function forget(): void {
  forgetUnseen()
  dispatchEvent(new Event(changed))
}

/** Drops the kept answers; what is shown stands as it was. */
export function forgetUnseen(): void {
  kept.clear()
  changes++
}

/** Fetches a twin. Throws a `Failure`. Answers are kept for the life of the page, newest 60. */
export async function load<T>(address: string): Promise<T> {
  if (kept.has(address)) return kept.get(address) as T
  const asked = changes
  let response: Response
  try {
    response = await fetch(address, {headers: {accept: 'application/json'}})
  } catch {
    throw {code: 'web/unreachable', message: 'the server does not answer', hint: 'is it still running?'} as Failure
  }
  const body = (await response.json().catch(() => null)) as {error?: Failure} | null
  if (!response.ok || body === null)
    throw body?.error ?? {code: 'web/answer', message: `the server answered ${response.status}`, hint: null}
  if (asked === changes) kept.set(address, body)
  if (kept.size > keptAtMost) kept.delete(kept.keys().next().value as string)
  return body as T
}

/** The twin at `address`; while it loads, `last` is the answer before, to be shown dimmed. `null`: nothing is asked. */
export function useLoaded<T>(address: string | null): Loaded<T> {
  const [loaded, setLoaded] = useState<{address: string | null; result: Loaded<T>}>({
    address: null,
    result: {state: 'loading', last: null},
  })
  const [generation, setGeneration] = useState(0)
  useLayoutEffect(() => {
    const again = () => setGeneration(n => n + 1)
    addEventListener(changed, again)
    return () => removeEventListener(changed, again)
  }, [])
  useEffect(() => {
    if (address === null) return
    let current = true
    load<T>(address).then(
      value => current && setLoaded({address, result: {state: 'there', value}}),
      failure => current && setLoaded({address, result: {state: 'failed', failure: failure as Failure}}),
    )
    return () => {
      current = false
    }
  }, [address, generation])
  if (loaded.address === address) return loaded.result
  return {state: 'loading', last: loaded.result.state === 'there' ? loaded.result.value : null}
}
