import type {MiddlewareHandler} from 'hono'
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

/** Only GET and HEAD: the workbench writes nothing. */
export const readOnly: MiddlewareHandler = async (c, next) => {
  if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
    throw new DetenteError('http/method', `expected GET or HEAD, found ${c.req.method}`)
  await next()
}

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i

/** Refuses a host that is not this machine, so that a page elsewhere cannot point its own name here (DNS rebinding). */
export function onlyHosts(hosts: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    const host = c.req.header('host') ?? new URL(c.req.url).host
    const name = host.replace(/:\d{1,5}$/, '')
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
