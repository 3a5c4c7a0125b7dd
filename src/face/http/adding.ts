import {DetenteError, type FailedSource} from '../../model/index.ts'

/** A text or page as it came over HTTP. */
export interface SentSource {
  readonly name: string
  readonly bytes: Uint8Array
}

/** How far a reading has come. */
export interface AddingState {
  readonly running: boolean
  /** Sources that are done, of how many. */
  readonly done: number
  readonly total: number
  /** Seconds since it began. */
  readonly seconds: number
  /** Expected until its end; `null` before the first source is done. */
  readonly remaining: number | null
  readonly added: number
  readonly known: number
  readonly failed: readonly FailedSource[]
  readonly stopped: boolean
  /** What ended the whole before its end, such as a record that another process holds. */
  readonly fault: string | null
}

/** What stands at the address of a feed. */
export interface FoundFeed {
  readonly url: string
  readonly title: string | null
  readonly entries: readonly {
    readonly url: string
    readonly title: string | null
    readonly published: string | null
    /** An article of this address is in the record. */
    readonly known: boolean
  }[]
  /** Entries that name no page that may be fetched. */
  readonly without: number
}

/** The one way to have sources read over HTTP. */
export interface Adding {
  /** Begins to read. Throws `http/busy` while another reading goes on. */
  add(sources: {readonly sent: readonly SentSource[]; readonly addresses: readonly string[]}): void
  /** Looks what a feed holds; reads none of it. Throws `intake/…` errors. */
  feed(address: string): Promise<FoundFeed>
  /** Reads again what failed in a run. Throws `record/not-found` and `http/busy`. */
  retry(run: string): Promise<void>
  cancel(): void
  /** The reading that goes on or was last; `null`: none since the server began. */
  state(): AddingState | null
}

/** Most bytes that one request to add may hold. */
export const mostBytes = 32_000_000
const mostSources = 500

/** Reads the address of a feed out of what a form sent. Throws `usage/argument`. */
export function readFeedAddress(form: FormData): string {
  const address = form.get('feed')
  if (typeof address === 'string' && /^https?:\/\/\S+$/i.test(address.trim())) return address.trim()
  throw new DetenteError('usage/argument', 'feed: expected an address that begins with http:// or https://', {
    hint: 'give the address of a feed, or of a page that names one',
  })
}

/** Reads what a form sent: `text`, `address` (one a line) and `file`, each any number of times. Throws `usage/argument`. */
export async function readSent(form: FormData): Promise<Parameters<Adding['add']>[0]> {
  const sent: SentSource[] = []
  const addresses: string[] = []
  for (const [name, value] of form.entries()) {
    if (typeof value !== 'string') {
      if (value.size > 0) sent.push({name: value.name || 'file', bytes: new Uint8Array(await value.arrayBuffer())})
    } else if (name === 'text' && value.trim() !== '')
      sent.push({name: `pasted: ${value.trim().slice(0, 40)}`, bytes: new TextEncoder().encode(value)})
    else if (name === 'address') addresses.push(...value.split(/\s+/).filter(Boolean))
  }
  const bad = addresses.find(address => !/^https?:\/\//i.test(address))
  if (bad !== undefined)
    throw new DetenteError('usage/argument', `address: expected http:// or https://, found "${bad.slice(0, 80)}"`, {
      hint: 'give whole addresses, one a line',
    })
  const count = sent.length + addresses.length
  if (count === 0 || count > mostSources)
    throw new DetenteError('usage/argument', `expected between 1 and ${mostSources} sources, found ${count}`, {
      hint: 'paste a text, drop files or give addresses; for more use `detente add FOLDER`',
    })
  return {sent, addresses}
}
