import type {Lexicon} from '../lexicon/index.ts'
import {
  type EntityId,
  type EventCode,
  eventCodes,
  DetenteError,
  type RealityValue,
  type Statement,
} from '../model/index.ts'
import {eventColumns, type IncidentFilter, type OpenRecord} from '../record/index.ts'
import {printedIn, quotationsIn, reprints} from './quotations.ts'
import {sideOf} from './relation.ts'

/** Filters of the flat lists, as a person gives them. */
export interface ListQuery {
  readonly pair?: readonly string[]
  readonly entity?: string
  readonly type?: string
  readonly reality?: string
  readonly stance?: string
  readonly since?: string
  readonly until?: string
  /** Only what was published, and what had come into the record, by these days. */
  readonly asOf?: string
  readonly readBy?: string
  readonly limit?: number
}

/** A value of a flat row. */
export type Cell = string | number | boolean | null | readonly string[]

export interface List {
  readonly columns: readonly string[]
  readonly rows: readonly {readonly [column: string]: Cell}[]
}

const realities = ['occurred', 'historical', 'future', 'hypothetical', 'negation'] satisfies RealityValue[]
const stances = ['for', 'against', 'conditional', 'neither'] satisfies Statement['stance'][]

/** One row a telling. Throws `usage/argument` and `answer/unknown-entity`. */
export async function listEvents(record: OpenRecord, lexicon: Lexicon, query: ListQuery): Promise<List> {
  const filter: IncidentFilter = {
    pair: await pairOf(record, lexicon, query.pair),
    party: await idOf(record, lexicon, query.entity),
    event: oneOf('--type', query.type?.toUpperCase(), eventCodes) as EventCode | null,
    reality: oneOf('--reality', query.reality, realities) as RealityValue | null,
    since: query.since,
    until: query.until,
    asOf: query.asOf,
    readBy: query.readBy,
  }
  const rows = await record.events(filter)
  return {columns: eventColumns, rows: rows.slice(0, query.limit) as unknown as List['rows']}
}

const statementColumns = [
  'id',
  'speaker',
  'role',
  'outlet',
  'form',
  'act',
  'stance',
  'dyad',
  'words',
  'published',
  'doc',
  'doc_outlet',
  'url',
  'span_start',
  'span_end',
  'also_in',
  'drift',
]

/** One row a statement, with the statements of other Docs that print the same quotation and how its words differ from the first of them. */
export async function listStatements(record: OpenRecord, lexicon: Lexicon, query: ListQuery): Promise<List> {
  const found = await record.statements({
    pair: await pairOf(record, lexicon, query.pair),
    source: await idOf(record, lexicon, query.entity),
    stance: oneOf('--stance', query.stance, stances) as Statement['stance'] | null,
    since: query.since,
    until: query.until,
    asOf: query.asOf,
    readBy: query.readBy,
  })
  const printed = reprints(quotationsIn(await record.statements()))
  const rows = found.slice(0, query.limit).map(({id, statement, speaker, role, outlet, parts, evidence}) => ({
    id,
    speaker,
    role,
    outlet,
    form: statement.form,
    act: statement.act,
    stance: statement.stance,
    dyad: statement.dyad?.join('-') ?? null,
    words: parts.join(' […] '),
    published: evidence.doc.published,
    doc: evidence.doc.id,
    doc_outlet: evidence.doc.outlet,
    url: evidence.doc.url,
    span_start: statement.content[0].start,
    span_end: statement.content[statement.content.length - 1].end,
    ...printedIn(id, printed),
  }))
  return {columns: statementColumns, rows}
}

const entityColumns = ['id', 'name', 'kind', 'country', 'sector', 'docs', 'mentions', 'wikidata']

/** One row an entity, most mentioned first. */
export async function listEntities(record: OpenRecord, lexicon: Lexicon, query: ListQuery): Promise<List> {
  const rows = await record.entities({country: await idOf(record, lexicon, query.entity)})
  return {columns: entityColumns, rows: rows.slice(0, query.limit) as unknown as List['rows']}
}

async function pairOf(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: ListQuery['pair'],
): Promise<readonly [EntityId, EntityId] | null> {
  if (pair === undefined) return null
  if (pair.length !== 2)
    throw new DetenteError('usage/argument', `--pair: expected two sides, found ${pair.length}`, {
      hint: 'for example --pair USA PAK',
    })
  return [(await sideOf(record, lexicon, pair[0])).id, (await sideOf(record, lexicon, pair[1])).id]
}

async function idOf(record: OpenRecord, lexicon: Lexicon, name: string | undefined): Promise<EntityId | null> {
  return name === undefined ? null : (await sideOf(record, lexicon, name)).id
}

function oneOf(option: string, value: string | undefined, values: readonly string[]): string | null {
  if (value === undefined) return null
  if (values.includes(value)) return value
  throw new DetenteError('usage/argument', `${option}: expected one of ${values.join(', ')}, found ${value}`)
}
