import type {Doc} from '../model/index.ts'
import type {FileOptions} from './file.ts'
import {readFileDoc} from './file.ts'
import type {FetchOptions} from './web.ts'
import {fetchDoc} from './web.ts'

export * from './address.ts'
export {type Feed, type FeedEntry, fetchFeed, readFeed} from './feed.ts'
export * from './file.ts'
export {defaultMaxBytes} from './inflate.ts'
export * from './page.ts'
export * from './web.ts'

/** What came in: the Doc, its bytes, and the address or path that they came from. */
export interface Intake {
  readonly doc: Doc
  readonly bytes: Uint8Array
  readonly from: string
}

/** Takes in one source: an `http(s)://` address, a path, or `-` for standard input. */
export async function intake(source: string, options: FileOptions & FetchOptions = {}): Promise<Intake> {
  if (/^[a-z][a-z\d+.-]+:\/\//i.test(source)) {
    const {doc, bytes, url} = await fetchDoc(source, options)
    return {doc, bytes, from: url}
  }
  return {...(await readFileDoc(source, options)), from: source}
}
export {tableParts, type TablePart} from './outside/parts.ts'
export {readTellings, type TellingsRead} from './outside/tellings.ts'
