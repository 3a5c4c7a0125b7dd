import type {Day, EntityId, EventCode} from '../model/index.ts'
import type {Database} from './database.ts'
import {Conditions, type Known} from './filter.ts'

export interface TieFilter extends Known {
  /** First and last day, both included. */
  readonly since?: Day | null
  readonly until?: Day | null
  /** PLOVER context. */
  readonly theme?: string | null
}

/** How often two parties had to do with each other by one kind of act. */
export interface TieCount {
  /** Sorted by id. */
  readonly pair: readonly [EntityId, EntityId]
  readonly event: EventCode
  readonly mode: string | null
  readonly incidents: number
}

/**
 * Who acted on whom or with whom: states, which stand for all of their institutions, and groups and organisations that
 * belong to no state and have a name. Only what happened, on days that are known, and that nobody denies.
 */
export async function readTies(database: Database, {since, until, theme}: TieFilter = {}): Promise<TieCount[]> {
  const where = new Conditions()
  where.add(
    "reality IN ('occurred', 'historical') AND denied IS NULL AND first_day IS NOT NULL AND last_day IS NOT NULL",
  )
  if (since) where.add('last_day >= CAST(? AS DATE)', since)
  if (until) where.add('first_day <= CAST(? AS DATE)', until)
  if (theme) where.add('list_contains(contexts, ?)', theme)
  const rows = await database.rows<{a: string; b: string; event: EventCode; mode: string | null; incidents: bigint}>(
    `WITH chosen AS (SELECT * FROM incidents ${where}),
     stateless AS (
       SELECT DISTINCT id FROM entities
       WHERE country IS NULL AND kind NOT IN ('state', 'person', 'outlet', 'people') AND NOT starts_with(id, '~unnamed')
     ),
     acting AS (
       SELECT id, unnest(actor_countries) AS party FROM chosen
       UNION SELECT id, party FROM (SELECT id, unnest(actors) AS party FROM chosen) WHERE party IN (FROM stateless)
     ),
     suffering AS (
       SELECT id, unnest(recipient_countries) AS party FROM chosen
       UNION SELECT id, party FROM (SELECT id, unnest(recipients) AS party FROM chosen) WHERE party IN (FROM stateless)
     ),
     pairs AS (
       SELECT a.id, least(a.party, s.party) AS a, greatest(a.party, s.party) AS b
       FROM acting a JOIN suffering s ON s.id = a.id WHERE a.party <> s.party
       UNION
       SELECT a.id, a.party AS a, b.party AS b FROM acting a JOIN acting b ON b.id = a.id JOIN chosen c ON c.id = a.id
       WHERE a.party < b.party AND (len(c.recipients) = 0 OR c.event IN ('AGREE', 'CONSULT', 'COOPERATE'))
     )
     SELECT p.a, p.b, c.event, c.mode, count(*) AS incidents FROM pairs p JOIN chosen c ON c.id = p.id
     GROUP BY p.a, p.b, c.event, c.mode ORDER BY p.a, p.b, c.event, c.mode NULLS FIRST`,
    where.values,
  )
  return rows.map(({a, b, event, mode, incidents}) => ({pair: [a, b], event, mode, incidents: Number(incidents)}))
}
