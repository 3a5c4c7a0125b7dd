import type {IncomingMessage} from 'node:http'
import http from 'node:http'
import https from 'node:https'
import type {LookupFunction} from 'node:net'
import type {Readable} from 'node:stream'
import type {Day, Doc} from '../model/index.ts'
import {DetenteError} from '../model/index.ts'
import {Refused, refusalOf} from './refusal.ts'
import type {HostAddress, Resolve} from './address.ts'
import {checkHost, checkUrl} from './address.ts'
import {refuseBinary} from './file.ts'
import {defaultMaxBytes, inflater, isGzip, readLimited, tooLarge} from './inflate.ts'
import {readPage} from './page.ts'

export interface FetchOptions {
  /** Also addresses of private networks and of this machine. */
  readonly allowPrivate?: boolean
  /** Largest page in bytes, raw and decompressed. 8,000,000 when not given. */
  readonly maxBytes?: number
  /** For everything: names, redirects, the last byte. 20,000 ms when not given. */
  readonly timeoutMs?: number
  /** Today, as the caller counts it: the upper bound of a page without a day. */
  readonly fetched?: Day | null
  readonly published?: Day | null
  /** Stands still for so many milliseconds, replaced in tests; only tables are asked for again. */
  readonly wait?: (ms: number) => Promise<void>
  /** Name lookup, replaced in tests. */
  readonly resolve?: Resolve
}

const maxRedirects = 5

/** What is asked for, and what may come. */
interface Wanted {
  readonly accept: string
  readonly mediaTypes: RegExp
  readonly what: string
  readonly agent: string
}

const pageAgent = "detente/0.1 (reads one page at a person's request)"

const aPage: Wanted = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.9',
  mediaTypes: /^(text\/(html|plain|xml|markdown)|application\/(xhtml\+xml|xml))$/,
  what: 'a page or text',
  agent: pageAgent,
}
const aTable: Wanted = {
  accept: 'application/sparql-results+json,application/json;q=0.9,text/csv;q=0.8,text/plain;q=0.5',
  mediaTypes: /^(application\/(sparql-results\+json|json)|text\/(csv|plain|tab-separated-values))$/,
  what: 'JSON or CSV',
  // Wikidata asks a program for its name and what it does.
  agent: "detente/0.1 (Node; asks one query at a person's request)",
}

/**
 * Fetches one page and reads it. Every address on the way is checked, and the one that was checked is the one connected to.
 * Throws `intake/address`, `intake/fetch`, `intake/too-large`, `intake/too-slow`, `intake/media-type`, `intake/empty`.
 */
export async function fetchDoc(
  address: string,
  options: FetchOptions = {},
): Promise<{doc: Doc; bytes: Uint8Array; url: string}> {
  const page = await inTime(address, options, aPage)
  if (isGzip(page.bytes)) throw new DetenteError('intake/media-type', `expected a page, found a gzip file: ${page.url}`)
  if (page.bytes.length === 0) throw new DetenteError('intake/empty', `the page is empty: ${page.url}`)
  refuseBinary(page.bytes, page.url)
  const doc = readPage(page.bytes, {...page, fetched: options.fetched ?? null, published: options.published ?? null})
  return {doc, bytes: page.bytes, url: page.url}
}

/** A public endpoint gives up on a query after 60 seconds, and says so. */
const queryMs = 70_000
const mostWaitSeconds = 120
const mostTries = 3

/**
 * Fetches a table – JSON of a SPARQL endpoint, CSV – under the same rules as a page, within 70 seconds when no time is given. An endpoint
 * that asks to come back later is asked again, twice at most and not after more than two minutes. Throws the same errors.
 */
export async function fetchTable(address: string, options: FetchOptions = {}): Promise<string> {
  const wait = options.wait ?? (ms => new Promise<void>(resolve => setTimeout(resolve, ms)))
  for (let tries = 1; ; tries++) {
    try {
      const {bytes} = await inTime(address, {...options, timeoutMs: options.timeoutMs ?? queryMs}, aTable)
      return new TextDecoder().decode(bytes)
    } catch (error) {
      const seconds = error instanceof Refused ? error.againAfter : null
      if (seconds === null || seconds > mostWaitSeconds || tries === mostTries) throw error
      await wait(seconds * 1000)
    }
  }
}

const aFeed: Wanted = {
  accept:
    'application/atom+xml,application/rss+xml,application/feed+json,application/xml;q=0.9,application/json;q=0.8,text/html;q=0.5',
  mediaTypes:
    /^(application\/((atom|rss|rdf|xhtml)\+xml|xml|feed\+json|json|octet-stream)|text\/(xml|html|plain|rss))$/,
  what: 'a feed',
  agent: pageAgent,
}

/** Fetches what may be a feed, or a page that names one, under the same rules as a page. Throws the same errors. */
export async function fetchFeedBytes(
  address: string,
  options: FetchOptions = {},
): Promise<{url: string; bytes: Uint8Array; charset: string | null}> {
  const {url, bytes, charset} = await inTime(address, options, aFeed)
  return {url, bytes, charset}
}

async function inTime(address: string, options: FetchOptions, wanted: Wanted): Promise<Page> {
  const timeoutMs = options.timeoutMs ?? 20_000
  const end = new AbortController()
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DetenteError('intake/too-slow', `the page did not come within ${timeoutMs} ms: ${address}`))
      end.abort()
    }, timeoutMs)
  })
  try {
    return await Promise.race([late, fetchPage(address, options, end.signal, wanted)])
  } finally {
    clearTimeout(timer)
  }
}

interface Page {
  readonly url: string
  readonly bytes: Uint8Array
  readonly mediaType: string | null
  readonly charset: string | null
}

async function fetchPage(address: string, options: FetchOptions, signal: AbortSignal, wanted: Wanted): Promise<Page> {
  let url = checkUrl(address)
  for (let hop = 0; hop <= maxRedirects; hop++) {
    const hosts = await checkHost(url, options.allowPrivate ?? false, options.resolve)
    const response = await request(url, hosts, signal, wanted)
    const status = response.statusCode ?? 0
    if (status >= 300 && status < 400 && response.headers.location) {
      response.destroy()
      url = checkUrl(new URL(response.headers.location, url).href)
      continue
    }
    if (status !== 200) throw await refusalOf(response, url)
    return {
      url: url.href,
      ...typeOf(response, url, wanted),
      bytes: await bodyOf(response, options.maxBytes ?? defaultMaxBytes, url),
    }
  }
  throw new DetenteError('intake/fetch', `more than ${maxRedirects} redirects: ${address}`)
}

function request(
  url: URL,
  hosts: readonly HostAddress[],
  signal: AbortSignal,
  {accept, agent}: Wanted,
): Promise<IncomingMessage> {
  const checked: LookupFunction = (_host, {all}, done) => {
    if (all) done(null, [...hosts])
    else done(null, hosts[0].address, hosts[0].family)
  }
  return new Promise((resolve, reject) => {
    const sent = (url.protocol === 'https:' ? https : http).get(
      url,
      {
        lookup: checked,
        agent: false,
        signal,
        maxHeaderSize: 32_768,
        headers: {
          accept,
          'accept-encoding': 'gzip, deflate, br',
          'user-agent': agent,
        },
      },
      resolve,
    )
    sent.on('error', cause =>
      reject(new DetenteError('intake/fetch', `${url.href} could not be fetched: ${cause.message}`, {cause})),
    )
  })
}

function typeOf(
  response: IncomingMessage,
  url: URL,
  {mediaTypes, what}: Wanted,
): {mediaType: string | null; charset: string | null} {
  const said = response.headers['content-type'] ?? ''
  const mediaType = said.split(';')[0].trim().toLowerCase() || null
  if (mediaType !== null && !mediaTypes.test(mediaType)) {
    response.destroy()
    throw new DetenteError('intake/media-type', `expected ${what}, found ${mediaType.slice(0, 80)}: ${url.href}`)
  }
  return {mediaType, charset: /charset\s*=\s*["']?([\w:.-]+)/i.exec(said)?.[1] ?? null}
}

async function bodyOf(response: IncomingMessage, maxBytes: number, url: URL): Promise<Uint8Array> {
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    response.destroy()
    throw tooLarge(url.href, maxBytes)
  }
  const codings = (response.headers['content-encoding'] ?? '')
    .toLowerCase()
    .split(',')
    .map(coding => coding.trim())
  let stream: Readable = response
  let raw = 0
  response.on('data', (part: Buffer) => {
    raw += part.length
    if (raw > maxBytes) response.destroy(tooLarge(url.href, maxBytes))
  })
  response.pause()
  try {
    for (const coding of codings.reverse()) {
      if (coding === '' || coding === 'identity') continue
      const open = inflater(coding)
      if (!open || codings.length > 2)
        throw new DetenteError('intake/fetch', `unknown content coding ${coding.slice(0, 40)}: ${url.href}`)
      const before = stream
      before.on('error', error => open.destroy(error))
      stream = before.pipe(open)
    }
    return await readLimited(stream, maxBytes, url.href)
  } catch (cause) {
    if (cause instanceof DetenteError) throw cause
    throw new DetenteError('intake/fetch', `${url.href} broke off: ${(cause as Error).message}`, {cause})
  } finally {
    response.destroy()
  }
}
