import {useState} from 'preact/hooks'
import {count, dayWords} from '../format.ts'
import {safeHref} from '../href.ts'
import type {Failure} from '../load.ts'
import {send} from '../write.ts'

/** What stands at the address of a feed; the shape of what `/add/feed` answers. */
interface FoundFeed {
  readonly url: string
  readonly title: string | null
  readonly entries: readonly {
    readonly url: string
    readonly title: string | null
    readonly published: string | null
    readonly known: boolean
  }[]
  readonly without: number
}

interface FeedProps {
  readonly busy: boolean
  readonly onRead: (addresses: readonly string[]) => void
}

/** The address of a feed, what was found there, and which of it is to be read. */
export function Feed({busy, onRead}: FeedProps) {
  const [looking, setLooking] = useState(false)
  const [found, setFound] = useState<FoundFeed | null>(null)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const [failure, setFailure] = useState<Failure | null>(null)

  const look = (event: Event) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget as HTMLFormElement)
    setLooking(true)
    setFailure(null)
    setFound(null)
    send<FoundFeed>('/add/feed', form)
      .then(
        feed => {
          setFound(feed)
          setLeft(new Set(feed.entries.filter(({known}) => known).map(({url}) => url)))
        },
        (fault: Failure) => setFailure(fault),
      )
      .finally(() => setLooking(false))
  }
  const toggle = (url: string) =>
    setLeft(before =>
      before.has(url) ? new Set([...before].filter(other => other !== url)) : new Set([...before, url]),
    )
  const wanted = found?.entries.filter(({url}) => !left.has(url)) ?? []
  return (
    <section class="feed">
      <form class="adding" onSubmit={look}>
        <label for="add-feed">A feed: RSS, Atom or JSON Feed, or a page that names one</label>
        <span class="field-and-button">
          <input id="add-feed" name="feed" type="text" inputMode="url" placeholder="https://" spellcheck={false} />
          <button type="submit" disabled={looking}>
            Look what it holds
          </button>
        </span>
      </form>
      {looking && (
        <p class="faint" role="status" aria-busy="true">
          Fetching the feed …
        </p>
      )}
      {failure && (
        <p class="empty" role="alert">
          {failure.message} {failure.hint} <small>{failure.code}</small>
        </p>
      )}
      {found && (
        <div class="found">
          <h2>{found.title ?? 'A feed without a title'}</h2>
          <p class="faint" role="status">
            {count(found.entries.length, 'article')}, {found.entries.filter(({known}) => known).length} in the record
            already
            {found.without > 0 && `; ${found.without} without an address that may be fetched`}. {found.url}
          </p>
          <ul class="feed-entries">
            {found.entries.map(({url, title, published, known}) => (
              <li key={url}>
                <label>
                  <input type="checkbox" checked={!left.has(url)} onChange={() => toggle(url)} /> {title ?? url}
                </label>{' '}
                <small>
                  {published !== null && `${dayWords(published)} · `}
                  {known && 'in the record · '}
                  <Host url={url} />
                </small>
              </li>
            ))}
          </ul>
          <p>
            <button
              type="button"
              class="primary"
              disabled={busy || wanted.length === 0}
              onClick={() => {
                onRead(wanted.map(({url}) => url))
                setFound(null)
              }}
            >
              Read {count(wanted.length, 'article')}
            </button>
          </p>
        </div>
      )}
    </section>
  )
}

function Host({url}: {url: string}) {
  const href = safeHref(url)
  if (href === null) return null
  return (
    <a href={href} rel="noreferrer noopener" target="_blank">
      {new URL(href).host}
    </a>
  )
}
