import {parseFeed} from 'feedsmith'
import {parseHTML} from 'linkedom'
import {DetenteError} from '../model/index.ts'
import {decode} from './charset.ts'
import {checkUrl} from './address.ts'
import {type FetchOptions, fetchFeedBytes} from './web.ts'

/** An article that a feed names. */
export interface FeedEntry {
  readonly url: string
  readonly title: string | null
  /** Day that the feed gives it, UTC; the page's own day is what counts once it is read. */
  readonly published: string | null
}

export interface Feed {
  readonly url: string
  readonly title: string | null
  /** In the order of the feed, each address once. */
  readonly entries: readonly FeedEntry[]
  /** Entries that name no page that may be fetched. */
  readonly without: number
}

/** What of the four formats is needed, under one name. */
interface Parts {
  readonly title: unknown
  readonly items: readonly {readonly link: unknown; readonly title: unknown; readonly day: unknown}[]
}

/**
 * Fetches a feed; at the address of a page, the feed that it names. Throws what `fetchDoc` throws, and `intake/feed`.
 */
export async function fetchFeed(address: string, options: FetchOptions = {}): Promise<Feed> {
  const found = await fetchFeedBytes(address, options)
  const named = feedNamedBy(found)
  return readFeed(named === null ? found : await fetchFeedBytes(named, options))
}

/** Reads RSS 0.9 to 2.0, RDF, Atom or JSON Feed. Throws `intake/feed`. */
export function readFeed({url, bytes, charset}: {url: string; bytes: Uint8Array; charset: string | null}): Feed {
  const {title, items} = partsOf(decode(bytes, charset).text, url)
  const entries = new Map<string, FeedEntry>()
  let without = 0
  for (const item of items) {
    const link = addressOf(item.link, url)
    if (link === null) without++
    else if (!entries.has(link)) entries.set(link, {url: link, title: wordsOf(item.title), published: dayOf(item.day)})
  }
  return {url, title: wordsOf(title), entries: [...entries.values()], without}
}

function partsOf(text: string, url: string): Parts {
  const wrong = (cause?: unknown) =>
    new DetenteError('intake/feed', `expected RSS, Atom or JSON Feed, found something else: ${url}`, {
      hint: 'look for the feed’s own address on the site; pages themselves are added by their address',
      cause,
    })
  let found: ReturnType<typeof parseFeed>
  try {
    found = parseFeed(text)
  } catch (cause) {
    throw wrong(cause)
  }
  switch (found.format) {
    case 'atom': {
      const {title, entries = []} = found.feed
      return {
        title: title?.value,
        items: entries.map(({links = [], title, published, updated}) => ({
          link: (links.find(({rel}) => rel === undefined || rel === 'alternate') ?? links[0])?.href,
          title: title?.value,
          day: published ?? updated,
        })),
      }
    }
    case 'json': {
      const {title, items = []} = found.feed
      return {
        title,
        items: items.map(item => ({
          link: item.url ?? item.external_url,
          title: item.title,
          day: item.date_published ?? item.date_modified,
        })),
      }
    }
    case 'rdf':
      return {
        title: found.feed.title,
        items: (found.feed.items ?? []).map(item => ({link: item.link, title: item.title, day: item.dc?.dates?.[0]})),
      }
    case 'rss':
      return {
        title: found.feed.title,
        items: (found.feed.items ?? []).map(item => ({
          link: item.link ?? (item.guid?.isPermaLink === false ? undefined : item.guid?.value),
          title: item.title,
          day: item.pubDate ?? item.dc?.dates?.[0],
        })),
      }
  }
}

/** The feed that a page names in its head; `null`: it is no page. Throws `intake/feed` when it is one and names none. */
function feedNamedBy({url, bytes, charset}: {url: string; bytes: Uint8Array; charset: string | null}): string | null {
  const {text} = decode(bytes, charset)
  if (!/^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head)\b/i.test(text.slice(0, 2000))) return null
  const links = [...parseHTML(text).document.querySelectorAll('link[rel~="alternate"][href]')]
  const feed = links.find(link =>
    /^application\/(?:rss\+xml|atom\+xml|feed\+json)$/i.test(link.getAttribute('type') ?? ''),
  )
  const address = feed ? addressOf(feed.getAttribute('href'), url) : null
  if (address !== null) return address
  throw new DetenteError('intake/feed', `expected a feed, found a page that names none: ${url}`, {
    hint: 'look for the feed’s own address on the site; pages themselves are added by their address',
  })
}

function addressOf(link: unknown, base: string): string | null {
  if (typeof link !== 'string' || link.trim() === '') return null
  try {
    const url = checkUrl(new URL(link.trim(), base).href)
    url.hash = ''
    return url.href
  } catch {
    return null
  }
}

const longestTitle = 300

function wordsOf(title: unknown): string | null {
  if (typeof title !== 'string') return null
  const words = title.replace(/\s+/g, ' ').trim().slice(0, longestTitle)
  return words === '' ? null : words
}

/** The day in UTC of a moment that names its zone; of others it depends on the machine, so none is said. */
function dayOf(moment: unknown): string | null {
  if (typeof moment !== 'string') return null
  if (/^\d{4}-\d\d-\d\d$/.test(moment)) return moment
  if (!/(?:Z|UTC?|GMT|[ECMP][SD]T|[+-]\d\d:?\d\d)$/.test(moment.trim())) return null
  const time = Date.parse(moment)
  return Number.isNaN(time) ? null : new Date(time).toISOString().slice(0, 10)
}
