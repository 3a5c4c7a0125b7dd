import {useLayoutEffect, useState} from 'preact/hooks'

export type Page =
  | {readonly page: 'home'}
  | {readonly page: 'relation'; readonly pair: string}
  | {readonly page: 'article'; readonly doc: string}
  | {readonly page: 'entity'; readonly entity: string}
  | {readonly page: 'question'}
  | {readonly page: 'compare'; readonly pair: string}
  | {readonly page: SinglePage}
  | {readonly page: 'unknown'}

const singles = ['network', 'map', 'scoreboard', 'inbox', 'runs', 'add'] as const
/** Pages of which there is only one; their path is their name. */
type SinglePage = (typeof singles)[number]

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

/** Which page a path is of. */
export function readPath(path: string): Page {
  const [, kind, rest, more] = path.split('/')
  if (path === '/') return {page: 'home'}
  if (path === '/q') return {page: 'question'}
  const single = singles.find(name => path === `/${name}`)
  if (single) return {page: single}
  if (kind === 'r' && rest && more === 'compare') return {page: 'compare', pair: decode(rest)}
  if (rest && more === undefined) {
    if (kind === 'r') return {page: 'relation', pair: decode(rest)}
    if (kind === 'a') return {page: 'article', doc: decode(rest)}
    if (kind === 'x') return {page: 'entity', entity: decode(rest)}
  }
  return {page: 'unknown'}
}

/** Path of a relation. Two ids that are not states' are parted by a comma, because they hold hyphens. */
export function pairPath(a: string, b: string): string {
  const isState = (id: string) => /^[A-Z]{3}$/.test(id)
  return `/r/${encodeURIComponent(isState(a) || isState(b) ? `${a}-${b}` : `${a},${b}`).replace('%2C', ',')}`
}

export const docPath = (doc: string) => `/a/${encodeURIComponent(doc)}`
export const entityPath = (entity: string) => `/x/${encodeURIComponent(entity)}`
export const questionPath = (text: string) => `/q?${new URLSearchParams({text})}`

/** The Doc that a record's id (`doc_…/ev_3`) belongs to, or `null`. */
export const docOf = (record: string) => (record.startsWith('doc_') ? record.split('/')[0] : null)

/** `search` with some values changed; `null` removes one. */
export function withSearch(search: string, changes: {readonly [name: string]: string | null}): string {
  const values = new URLSearchParams(search)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) values.delete(name)
    else values.set(name, value)
  }
  const text = values.toString()
  return text === '' ? '' : `?${text}`
}

export interface Place {
  readonly path: string
  readonly search: string
}

const changed = 'detente:place'

let moves = 0

/** Goes to an address of this site. `replace` leaves no step in the history. */
export function go(address: string, options: {replace?: boolean} = {}): void {
  moves++
  if (options.replace) history.replaceState(null, '', address)
  else history.pushState(null, '', address)
  dispatchEvent(new Event(changed))
}

/** Goes to a page of this site and takes along the day that the record is looked at. */
export function follow(address: string): void {
  const day = new URLSearchParams(location.search).get('asof')
  const [path, search = ''] = address.split('?')
  const values = new URLSearchParams(search)
  go(day === null || values.has('asof') ? address : path + withSearch(search, {asof: day}))
}

/** Goes where an answer leads once it is there; nowhere if the person has gone elsewhere or asked for another meanwhile. */
export async function followOnce(answer: Promise<string | undefined>): Promise<void> {
  const move = ++moves
  const {href} = location
  const address = await answer
  if (address !== undefined && move === moves && href === location.href) follow(address)
}

/** Changes the query string in place; the page stays. */
export function setSearch(changes: {readonly [name: string]: string | null}, options: {replace?: boolean} = {}): void {
  const search = withSearch(location.search, changes)
  if (search !== location.search) go(location.pathname + search, options)
}

const here = (): Place => ({path: location.pathname, search: location.search})

export function usePlace(): Place {
  const [place, setPlace] = useState(here)
  useLayoutEffect(() => {
    const update = () => setPlace(here())
    addEventListener('popstate', update)
    addEventListener(changed, update)
    return () => {
      removeEventListener('popstate', update)
      removeEventListener(changed, update)
    }
  }, [])
  return place
}

/** Follows clicks on links of this site without a reload; leaves new tabs, downloads and other sites to the browser. */
export function followLinks(event: MouseEvent): void {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey)
    return
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link || link.target || link.hasAttribute('download') || link.origin !== location.origin) return
  if (/\.(?:json|atom|md)$/.test(link.pathname)) return
  if (link.hash && link.pathname === location.pathname && link.search === location.search) return
  event.preventDefault()
  const stays = link.pathname === location.pathname
  follow(link.pathname + link.search)
  if (!stays) scrollTo(0, 0)
}
