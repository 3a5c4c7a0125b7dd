import {useEffect, useRef, useState} from 'preact/hooks'
import type {Failure} from './load.ts'

interface Session {
  readonly token: string
  /** Whether sources may be added. */
  readonly adds: boolean
  /** Whether what is read may be corrected. */
  readonly corrects: boolean
  /** Whether forecasts may be written down and settled. */
  readonly forecasts: boolean
  /** Whether names may be made known. */
  readonly names: boolean
  /** Whether own eras may be written down. */
  readonly eras: boolean
  /** Whether a webhook is set, whose messages can be sent again. */
  readonly hooks: boolean
}

let kept: Promise<Session> | null = null

/** What this page may do, and the token that it must show when it writes. */
export function session(): Promise<Session> {
  kept ??= fetch('/session.json').then(response => {
    if (!response.ok) throw {code: 'web/answer', message: `the server answered ${response.status}`, hint: null}
    return response.json() as Promise<Session>
  })
  kept.catch(() => {
    kept = null
  })
  return kept
}

/** Whether this page may do that; `false` until the server has said so. */
export function useMay(what: 'adds' | 'corrects' | 'forecasts' | 'names' | 'eras' | 'hooks'): boolean {
  const [may, setMay] = useState(false)
  useEffect(() => {
    session().then(
      found => setMay(found[what]),
      () => setMay(false),
    )
  }, [what])
  return may
}

/** Writes. Throws a `Failure`. A token of a server that was restarted since is fetched anew, once. */
export async function send<T>(address: string, body?: FormData | object): Promise<T> {
  for (let again = true; ; again = false) {
    const {token} = await session()
    const json = body !== undefined && !(body instanceof FormData)
    const response = await fetch(address, {
      method: 'POST',
      headers: {'x-detente-token': token, ...(json && {'content-type': 'application/json'})},
      body: json ? JSON.stringify(body) : (body as FormData | undefined),
    })
    if (response.status === 403 && again) {
      kept = null
      continue
    }
    const answer = (await response.json().catch(() => null)) as {error?: Failure} | null
    if (!response.ok)
      throw answer?.error ?? {code: 'web/answer', message: `the server answered ${response.status}`, hint: null}
    return answer as T
  }
}

interface Sending {
  /** Whether something is under way. */
  readonly busy: boolean
  /** Why the last of them was refused; `null` where it was not. */
  readonly failure: Failure | null
  /** Does what `act` does, unless something is under way: a second press writes nothing twice. */
  sending<T>(act: () => Promise<T>, done: (answer: T) => void): void
}

/** Writes of one form or button, one at a time. */
export function useSending(): Sending {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const under = useRef(false)
  const sending = <T>(act: () => Promise<T>, done: (answer: T) => void) => {
    if (under.current) return
    under.current = true
    setBusy(true)
    act()
      .then(
        answer => {
          setFailure(null)
          done(answer)
        },
        (fault: Failure) => setFailure(fault),
      )
      .finally(() => {
        under.current = false
        setBusy(false)
      })
  }
  return {busy, failure, sending}
}
