import type {IncomingMessage} from 'node:http'
import {DetenteError} from '../model/error.ts'

/** A server's answer that is not the page: a status, and when it may be asked again. */
export class Refused extends DetenteError {
  constructor(
    message: string,
    hint: string | undefined,
    /** Seconds after which it wants to be asked again; `null` when it does not say. */
    readonly againAfter: number | null,
  ) {
    super('intake/fetch', message, hint === undefined ? {} : {hint})
  }
}

/** The refusal that a response with another status than 200 is; of a short plain text the line that says why. Ends the response. */
export async function refusalOf(response: IncomingMessage, url: URL): Promise<Refused> {
  const status = response.statusCode ?? 0
  const again = status === 429 || status === 503 ? secondsOf(response.headers) : null
  const plain = /^text\/plain/.test(response.headers['content-type'] ?? '') && !response.headers['content-encoding']
  const why = plain ? reasonIn(await beginning(response)) : ''
  response.destroy()
  const said = why === '' ? '' : `, which says “${why}”`
  const hint = again === null ? undefined : `Ask again in ${again} seconds.`
  return new Refused(`expected status 200, found ${status}: ${shown(url)}${said}`, hint, again)
}

/** A query makes an address that nobody wants to read. */
const shown = ({href, origin, pathname}: URL) => (href.length > 200 ? `${origin}${pathname}` : href)

/** `Retry-After` in seconds, or as a day and time counted from the server's own clock. */
function secondsOf({'retry-after': after, date}: IncomingMessage['headers']): number | null {
  if (after === undefined) return null
  if (/^\d{1,6}$/.test(after.trim())) return Number(after)
  const seconds = (Date.parse(after) - Date.parse(date ?? '')) / 1000
  return Number.isFinite(seconds) ? Math.max(0, Math.round(seconds)) : null
}

const mostBytes = 4000

async function beginning(response: IncomingMessage): Promise<string> {
  let text = ''
  try {
    for await (const part of response) {
      text += String(part)
      if (text.length > mostBytes) break
    }
  } catch {
    // What came before it broke off says enough.
  }
  return text.slice(0, mostBytes)
}

/** A Java endpoint prints the query and then the exception that matters; others say it in the first line. */
function reasonIn(text: string): string {
  const lines = text.split('\n').map(line => line.trim())
  const named = lines.map(line => /(?:^|[.: ])(\w*(?:Exception|Error): .*)$/.exec(line)?.[1]).find(Boolean)
  const timeout = /\b(\w*TimeoutException)\b/.exec(text)?.[1]
  return (named ?? timeout ?? lines.find(line => line !== '') ?? '').slice(0, 200)
}
