import type {CorrectionEntry, CorrectionPreview} from '../../../model/index.ts'
import {messageOf} from './message.ts'
import {hookOf, type Kept, kept, post, save} from './outbox.ts'
import {send} from './send.ts'

/** Waits before the next attempt, in milliseconds; after the last of them a message has failed. */
const waits = [5_000, 30_000, 120_000, 600_000, 3_600_000]

/** Tells the webhook of a record what was corrected. Nothing waits for it; what does not arrive is tried again. */
export interface Sender {
  /** Puts a correction into the outbox and begins to send. */
  told(entry: CorrectionEntry, preview: CorrectionPreview): void
  /** Sends what has failed or waits, at once; done when each was tried. */
  again(): Promise<void>
  /** Waits for what is being sent right now, and sends no more. */
  close(): Promise<void>
}

export interface SenderOptions {
  /** Told of every fault of ours, for the terminal. */
  readonly onFault?: (error: unknown) => void
  readonly waits?: readonly number[]
}

/** A sender for a record; it begins with what an earlier one left. */
export function sendingFor(recordPath: string, {onFault = () => {}, waits: after = waits}: SenderOptions = {}): Sender {
  let timer: NodeJS.Timeout | undefined
  let going: Promise<void> | null = null
  let closed = false
  const now = () => new Date().toISOString()

  const wake = () => {
    if (closed) return
    clearTimeout(timer)
    going ??= sendWaiting(recordPath, after, () => closed)
      .catch(onFault)
      .then(() => {
        going = null
        rest()
      })
  }
  /** Sleeps until the next message is due. */
  const rest = () => {
    const next = waiting(recordPath)
      .map(({next}) => next ?? '')
      .sort()[0]
    if (closed || next === undefined) return
    clearTimeout(timer)
    timer = setTimeout(wake, Math.max(0, Date.parse(next) - Date.now()))
    timer.unref()
  }
  wake()
  return {
    told: (entry, preview) => {
      try {
        post(recordPath, messageOf(entry, preview), now())
        wake()
      } catch (fault) {
        onFault(fault)
      }
    },
    again: async () => {
      // What is being sent just now must not write over what is set here.
      await going
      for (const each of kept(recordPath))
        if (each.state !== 'sent') save(recordPath, {...each, state: 'waiting', attempts: 0, next: now()})
      wake()
      await going
    },
    close: async () => {
      closed = true
      clearTimeout(timer)
      await going
    },
  }
}

/** Sends all that waits and is due, oldest first, once. Answers with what did not arrive. */
export async function sendWaiting(
  recordPath: string,
  after: readonly number[] = waits,
  stop: () => boolean = () => false,
): Promise<void> {
  const done = new Set<string>()
  for (;;) {
    const hook = hookOf(recordPath)
    const moment = new Date().toISOString()
    const [next] = waiting(recordPath).filter(each => !done.has(each.id) && (each.next ?? '') <= moment)
    if (hook === null || next === undefined || stop()) return
    done.add(next.id)
    const fault = await send(hook, next.message, moment)
    const attempts = next.attempts + 1
    const wait = after[attempts - 1]
    save(recordPath, {
      ...next,
      attempts,
      fault,
      at: next.at,
      state: fault === null ? 'sent' : wait === undefined ? 'failed' : 'waiting',
      next: fault === null || wait === undefined ? null : new Date(Date.parse(moment) + wait).toISOString(),
    })
  }
}

/** Oldest first. */
const waiting = (recordPath: string): Kept[] =>
  kept(recordPath)
    .filter(({state}) => state === 'waiting')
    .reverse()

/** Puts a correction into the outbox and tries once to send it, with what waits before it. */
export async function tellHook(recordPath: string, entry: CorrectionEntry, preview: CorrectionPreview): Promise<void> {
  post(recordPath, messageOf(entry, preview), new Date().toISOString())
  await sendWaiting(recordPath)
}
