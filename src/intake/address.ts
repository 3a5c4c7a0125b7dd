import {lookup} from 'node:dns/promises'
import ipaddr from 'ipaddr.js'
import {DetenteError} from '../model/index.ts'

export interface HostAddress {
  readonly address: string
  readonly family: 4 | 6
}

/** Name to addresses; stubbed in tests. */
export type Resolve = (host: string) => Promise<readonly HostAddress[]>

export const resolveHost: Resolve = async host => {
  const found = await lookup(host, {all: true, verbatim: true})
  return found.map(({address, family}) => ({address, family: family === 6 ? 6 : 4}))
}

/** An address as http or https, without user name or password. Throws `intake/address`. */
export function checkUrl(text: string): URL {
  let url: URL
  try {
    url = new URL(text)
  } catch {
    throw refused(text, 'an address such as https://example.org/page', 'no address')
  }
  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw refused(text, 'http or https', url.protocol)
  if (url.username || url.password)
    throw refused(url.host, 'an address without user name and password', 'both or one of them')
  if (!url.hostname) throw refused(text, 'a host', 'none')
  return url
}

/**
 * The addresses of the URL's host, all of them open to the public unless `allowPrivate`. One that is not refuses the
 * host as a whole: who answers with both is up to no good. Throws `intake/address` or `intake/fetch`.
 */
export async function checkHost(
  url: URL,
  allowPrivate: boolean,
  resolve: Resolve = resolveHost,
): Promise<readonly HostAddress[]> {
  const host = url.hostname.replace(/^\[|\]$/g, '')
  let found: readonly HostAddress[]
  if (ipaddr.isValid(host)) found = [{address: host, family: ipaddr.parse(host).kind() === 'ipv6' ? 6 : 4}]
  else {
    try {
      found = await resolve(host)
    } catch (cause) {
      throw new DetenteError('intake/fetch', `the host ${host} was not found`, {cause})
    }
  }
  if (found.length === 0) throw new DetenteError('intake/fetch', `the host ${host} has no address`)
  const closed = allowPrivate ? undefined : found.find(({address}) => !isPublic(address))
  if (closed) throw refused(host, 'a public address', `${closed.address} (${rangeOf(closed.address)})`)
  return found
}

/** False for private, loopback, link-local, carrier-grade NAT, multicast, reserved and wrapped addresses. */
export function isPublic(address: string): boolean {
  return rangeOf(address) === 'unicast'
}

function rangeOf(address: string): string {
  if (!ipaddr.isValid(address)) return 'invalid'
  // Also unwraps ::ffff:10.0.0.1.
  const parsed = ipaddr.process(address)
  if (parsed.kind() === 'ipv4') return parsed.range()
  const {parts} = parsed as ipaddr.IPv6
  const inner = (high: number, low: number) => new ipaddr.IPv4([high >> 8, high & 255, low >> 8, low & 255]).range()
  // NAT64 and 6to4 carry an IPv4 address, and ::a.b.c.d is an old way to write one.
  if (parts[0] === 0x64 && parts[1] === 0xff9b) return inner(parts[6], parts[7])
  if (parts[0] === 0x2002) return inner(parts[1], parts[2])
  if (parts.slice(0, 6).every(part => part === 0))
    return parts[6] === 0 && parts[7] <= 1 ? 'loopback' : inner(parts[6], parts[7])
  // Only 2000::/3 is given out to the public so far.
  if ((parts[0] & 0xe000) !== 0x2000) return parsed.range() === 'unicast' ? 'reserved' : parsed.range()
  return parsed.range()
}

function refused(what: string, expected: string, found: string): DetenteError {
  return new DetenteError('intake/address', `expected ${expected}, found ${found}: ${what.slice(0, 200)}`, {
    hint: 'only public pages are fetched; a private network needs --allow-private',
  })
}
