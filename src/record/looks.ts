import type {Look} from '../model/index.ts'
import type {Database} from './database.ts'
import {Conditions} from './filter.ts'
import {reprintGroups} from './incidents/origins.ts'
import type {CoverageFilter} from './overview.ts'

const mentions = 'd.id IN (SELECT e.doc FROM entities e WHERE e.id = ? OR e.country = ?)'

/** The Docs that name both sides of a pair, each with its origin: prints of one report share the smallest of their ids. */
export async function readLooks(database: Database, {pair}: CoverageFilter): Promise<Look[]> {
  const where = new Conditions()
  if (pair) where.add(`${mentions} AND ${mentions}`, pair[0], pair[0], pair[1], pair[1])
  const docs = await database.rows<{id: string; published: string | null; sketch: number[]}>(
    `SELECT d.id, CAST(d.published AS VARCHAR) AS published, d.sketch FROM docs d ${where} ORDER BY d.id`,
    where.values,
  )
  const origins = reprintGroups(docs)
  return docs.map(({id, published}) => ({doc: id, origin: origins.get(id) ?? id, published}))
}
