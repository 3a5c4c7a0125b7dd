import {createHash, timingSafeEqual} from 'node:crypto'
import type {Context, MiddlewareHandler} from 'hono'
import {DetenteError} from '../../model/index.ts'

const securityHeaders: readonly (readonly [string, string])[] = [
  [
    'content-security-policy',
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  ],
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'no-referrer'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['x-frame-options', 'DENY'],
]

/** Puts the security headers on every response, errors included. */
export const secure: MiddlewareHandler = async (c, next) => {
  await next()
  for (const [name, value] of securityHeaders) c.res.headers.set(name, value)
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

const hostOf = (c: Context) => c.req.header('host') ?? new URL(c.req.url).host

/** Refuses a host that is not this machine, so that a page elsewhere cannot point its own name here (DNS rebinding). */
export function onlyHosts(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const name = hostOf(c).replace(/:\d{1,5}$/, '')
    if (!loopback.test(name) && !hosts.includes(name.toLowerCase()))
      throw new DetenteError(
        'http/host',
        `expected localhost, 127.0.0.1 or [::1] as host, found "${name.slice(0, 80)}"`,
        {
          hint: 'open the address that the server printed',
        },
      )
    await next()
  }
}

const digest = (text: string) => createHash('sha256').update(text).digest()
const same = (a: string, b: string) => timingSafeEqual(digest(a), digest(b))

/** How long a wrong password is made to wait, in milliseconds. */
const wrongWaits = 500

/** Asks for a password (HTTP Basic, any user name). A wrong one waits, so that guessing is slow. */
export function onlyWith(password: string): MiddlewareHandler {
  return async (c, next) => {
    const [, sent] = /^Basic ([\w+/=]+)$/i.exec(c.req.header('authorization') ?? '') ?? []
    const given =
      sent === undefined
        ? null
        : Buffer.from(sent, 'base64')
            .toString('utf8')
            .replace(/^[^:]*:/, '')
    if (given === null || !same(given, password)) {
      if (given !== null) await new Promise(resolve => setTimeout(resolve, wrongWaits))
      throw new DetenteError('http/password', given === null ? 'a password is needed' : 'the password is wrong', {
        hint: 'it was given to `detente serve` as it started; any user name will do',
      })
    }
    await next()
  }
}

/**
 * Only a page of this workbench may write: the request comes from the same origin and carries the token, which no page
 * elsewhere can read. Throws `http/same-origin`.
 */
export function onlyOwnPages(token: string): MiddlewareHandler {
  return async (c, next) => {
    const origin = c.req.header('origin')
    const site = c.req.header('sec-fetch-site')
    const elsewhere =
      (site !== undefined && site !== 'same-origin') || (origin !== undefined && !sameHost(origin, hostOf(c)))
    if (elsewhere || !same(c.req.header('x-detente-token') ?? '', token))
      throw new DetenteError('http/same-origin', 'expected a request of a page of this workbench, with its token', {
        hint: 'reload the page; the server may have been restarted',
      })
    await next()
  }
}

function sameHost(origin: string, host: string): boolean {
  return URL.canParse(origin) && new URL(origin).host === host
}
