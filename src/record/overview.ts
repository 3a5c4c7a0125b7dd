import type {Coverage, DocRef, Entity, EntityId, Flag} from '../model/index.ts'
import type {Database} from './database.ts'
import {type RefRow, refColumns, refOf} from './docs.ts'
import {Conditions, type Known} from './filter.ts'
import {printedDocs} from './printed.ts'

export interface EntityFilter extends Known {
  readonly id?: EntityId | null
  readonly kind?: Entity['kind'] | null
  /** Home state; a state has itself. */
  readonly country?: EntityId | null
  /** Part of the name, in any case. */
  readonly text?: string | null
}

export type KeptEntity = Entity & {readonly docs: number; readonly mentions: number}

/** Everyone mentioned, most often first. */
export async function readEntities(database: Database, filter: EntityFilter = {}): Promise<KeptEntity[]> {
  const where = new Conditions()
  if (filter.id) where.add('e.id = ?', filter.id)
  if (filter.kind) where.add('e.kind = ?', filter.kind)
  if (filter.country) where.add('e.country = ? OR e.id = ?', filter.country, filter.country)
  if (filter.text) where.add('contains(lower(e.name), lower(?))', filter.text)
  const rows = await database.rows<Entity & {docs: bigint; mentions: bigint}>(
    `WITH said AS (SELECT id, count(*) AS mentions FROM (SELECT unnest(entities) AS id FROM mentions) GROUP BY id),
     one AS (
       SELECT e.*, count(*) OVER (PARTITION BY e.id) AS docs, row_number() OVER (PARTITION BY e.id ORDER BY e.doc) AS n
       FROM entities e ${where}
     )
     SELECT one.id, kind, name, country, sector, CAST(since AS VARCHAR) AS since, CAST(until AS VARCHAR) AS until,
       wikidata, docs, coalesce(said.mentions, 0) AS mentions
     FROM one LEFT JOIN said ON said.id = one.id WHERE n = 1 ORDER BY mentions DESC, one.id`,
    where.values,
  )
  return rows.map(row => ({...row, docs: Number(row.docs), mentions: Number(row.mentions)}))
}

/** Names by id, of all that are mentioned anywhere. */
export async function readNames(database: Database): Promise<{[id: string]: string}> {
  const rows = await database.rows<{id: string; name: string}>(
    'SELECT id, arg_min(name, doc) AS name FROM entities GROUP BY id ORDER BY id',
  )
  return Object.fromEntries(rows.map(({id, name}) => [id, name]))
}

/** The names under which an entity stands in the texts, commonest first; pronouns and role nouns are none. */
export async function readPrintedNames(database: Database, id: EntityId): Promise<{words: string; count: number}[]> {
  const rows = await database.rows<{words: string; count: bigint}>(
    `SELECT words, count(*) AS count FROM mentions
     WHERE entities[1] = $1 AND reason IN ('name', 'acronym', 'demonym', 'capital', 'seat', 'surname', 'title-and-name', 'found-name') GROUP BY words ORDER BY count DESC, words`,
    [id],
  )
  return rows.map(({words, count}) => ({words, count: Number(count)}))
}

/** Where the tables contradict the text, by Doc and place in it. */
export async function readFlags(database: Database, entity: EntityId | null = null): Promise<(Flag & {doc: DocRef})[]> {
  const rows = await database.rows<
    RefRow & {kind: Flag['kind']; message: string; entity: string | null; span_start: number; span_end: number}
  >(
    `SELECT f.kind AS kind, f.message, f.entity, f.span_start, f.span_end, ${refColumns} FROM flags f JOIN docs d ON d.id = f.doc
     WHERE $1 IS NULL OR f.entity = $1 ORDER BY d.id, f.span_start, f.kind`,
    [entity],
  )
  return rows.map(row => ({
    kind: row.kind,
    span: {start: row.span_start, end: row.span_end},
    message: row.message,
    entity: row.entity,
    doc: refOf(row),
  }))
}

export interface CoverageFilter extends Known {
  /** Docs that mention both. */
  readonly pair?: readonly [EntityId, EntityId] | null
}

/** How much stands behind the record, or behind one pair of it. Days are those of publication. */
export async function readCoverage(database: Database, {pair}: CoverageFilter = {}): Promise<Coverage> {
  const docs = await printedDocs(database, pair)
  const days = docs.flatMap(({published}) => (published === null ? [] : [published])).sort()
  return {
    docs: docs.length,
    outlets: new Set(docs.flatMap(({outlet}) => (outlet === null ? [] : [outlet.toLowerCase()]))).size,
    origins: new Set(docs.map(({origin}) => origin)).size,
    days: {first: days[0] ?? null, last: days[days.length - 1] ?? null},
  }
}

export interface PairCount {
  /** Sorted by id. */
  readonly pair: readonly [EntityId, EntityId]
  readonly names: readonly [string, string]
  readonly incidents: number
}

/** Pairs of states with the most incidents, most first. */
export async function readPairs(database: Database, limit = 20): Promise<PairCount[]> {
  const rows = await database.rows<{a: string; b: string; incidents: bigint}>(
    `WITH everyone AS (
       SELECT id, list_distinct(list_concat(actor_countries, recipient_countries)) AS parties FROM incidents
     ), one AS (SELECT id, unnest(parties) AS party FROM everyone),
     states AS (SELECT DISTINCT id FROM entities WHERE kind = 'state')
     SELECT x.party AS a, y.party AS b, count(DISTINCT x.id) AS incidents
     FROM one x JOIN one y ON x.id = y.id AND x.party < y.party
     WHERE x.party IN (FROM states) AND y.party IN (FROM states)
     GROUP BY 1, 2 ORDER BY incidents DESC, a, b LIMIT $1`,
    [limit],
  )
  const names = await readNames(database)
  return rows.map(({a, b, incidents}) => ({
    pair: [a, b],
    names: [names[a] ?? a, names[b] ?? b],
    incidents: Number(incidents),
  }))
}

/** Incident of each event of a Doc, by the event's id in the reading (`ev_3`). */
export async function readIncidentsOf(database: Database, doc: string): Promise<{[event: string]: string}> {
  const rows = await database.rows<{event: string; incident: string}>(
    'SELECT event, incident FROM incident_tellings WHERE doc = $1 ORDER BY event',
    [doc],
  )
  return Object.fromEntries(rows.map(({event, incident}) => [event.slice(doc.length + 1), incident]))
}
