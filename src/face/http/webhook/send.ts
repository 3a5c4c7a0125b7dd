import {createHmac} from 'node:crypto'
import type {HookMessage} from './message.ts'
import type {Hook} from './outbox.ts'

/** How long an answer is waited for, in milliseconds. */
const patience = 10_000

/** The signature of a body: HMAC-SHA-256 over the moment, a dot and the body, so that an old message cannot be sent again as new. */
export const signatureOf = (secret: string, moment: string, body: string) =>
  `sha256=${createHmac('sha256', secret).update(`${moment}.${body}`).digest('hex')}`

/** Sends a message once. Answers with why it did not arrive, or `null`. Follows no redirect: only the address that was set is told. */
export async function send({url, secret}: Hook, message: HookMessage, moment: string): Promise<string | null> {
  const body = JSON.stringify(message)
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(patience),
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'detente',
        'x-detente-id': message.id,
        'x-detente-moment': moment,
        'x-detente-signature': signatureOf(secret, moment, body),
      },
      body,
    })
    await response.body?.cancel()
    return response.ok ? null : `it answered ${response.status}`
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'TimeoutError')
      return `no answer within ${patience / 1000} seconds`
    const cause = fault instanceof Error ? ((fault.cause as {code?: string} | undefined)?.code ?? fault.message) : fault
    return `it could not be reached: ${cause}`
  }
}
