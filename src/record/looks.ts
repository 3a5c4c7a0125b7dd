import type {Look} from '../model/index.ts'
import type {Database} from './database.ts'
import type {CoverageFilter} from './overview.ts'
import {printedDocs} from './printed.ts'

/** The Docs that name both sides of a pair, each with its origin: prints of one report share the smallest of their ids. */
export async function readLooks(database: Database, {pair}: CoverageFilter): Promise<Look[]> {
  const docs = await printedDocs(database, pair)
  return docs.map(({id, published, origin}) => ({doc: id, origin, published}))
}
