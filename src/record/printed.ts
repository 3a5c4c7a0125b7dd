import type {EntityId} from '../model/index.ts'
import {inTurns} from '../model/turns.ts'
import type {Database} from './database.ts'
import {Conditions} from './filter.ts'
import {groupingReprints} from './incidents/origins.ts'

/** A Doc with its origin: prints of one report share the smallest of their ids. */
export interface Printed {
  readonly id: string
  readonly outlet: string | null
  readonly published: string | null
  readonly origin: string
}

/** Most pairs whose Docs are kept at hand of one open record. */
const most = 24

const kept = new WeakMap<Database, Map<string, Promise<readonly Printed[]>>>()

/** The Docs of the record, or those that name both sides of a pair, by id. Grouped once while the record cannot change. */
export function printedDocs(
  database: Database,
  pair: readonly [EntityId, EntityId] | null = null,
): Promise<readonly Printed[]> {
  if (!database.still) return grouped(database, pair)
  const known = kept.get(database) ?? new Map<string, Promise<readonly Printed[]>>()
  kept.set(database, known)
  const key = pair === null ? '' : [...pair].sort().join(' ')
  const docs = known.get(key) ?? grouped(database, pair)
  known.delete(key)
  known.set(key, docs)
  docs.catch(() => known.delete(key))
  for (const oldest of known.keys()) {
    if (known.size <= most) break
    known.delete(oldest)
  }
  return docs
}

const mentions = 'd.id IN (SELECT e.doc FROM entities e WHERE e.id = ? OR e.country = ?)'

async function grouped(database: Database, pair: readonly [EntityId, EntityId] | null): Promise<readonly Printed[]> {
  const where = new Conditions()
  if (pair) where.add(`${mentions} AND ${mentions}`, pair[0], pair[0], pair[1], pair[1])
  const docs = await database.rows<Omit<Printed, 'origin'> & {sketch: number[]}>(
    `SELECT d.id, d.outlet, CAST(d.published AS VARCHAR) AS published, d.sketch FROM docs d ${where} ORDER BY d.id`,
    where.values,
  )
  const origins = await inTurns(groupingReprints(docs))
  return docs.map(({id, outlet, published}) => ({id, outlet, published, origin: origins.get(id) ?? id}))
}
