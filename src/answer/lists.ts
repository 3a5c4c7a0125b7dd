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
import {type List, listOf} from './flat/list-of.ts'
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

export type {Cell, List} from './flat/list-of.ts'

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

/** One row a statement, with the statements of other Docs that print the same quotation and how its words differ from the first of them. */
export async function listStatements(record: OpenRecord, lexicon: Lexicon, query: ListQuery): Promise<List> {
  const known = {asOf: query.asOf, readBy: query.readBy}
  const filter = {
    pair: await pairOf(record, lexicon, query.pair),
    source: await idOf(record, lexicon, query.entity),
    stance: oneOf('--stance', query.stance, stances) as Statement['stance'] | null,
    since: query.since,
    until: query.until,
  }
  // Printings are looked for among all statements that were known by then, listed or not.
  const all = await record.statements(known)
  const narrow = Object.values(filter).some(value => value != null)
  const found = narrow ? await record.statements({...filter, ...known}) : all
  const printed = reprints(quotationsIn(all))
  return listOf(found.slice(0, query.limit), {
    id: ({id}) => id,
    speaker: ({speaker}) => speaker,
    role: ({role}) => role,
    outlet: ({outlet}) => outlet,
    form: ({statement}) => statement.form,
    act: ({statement}) => statement.act,
    stance: ({statement}) => statement.stance,
    dyad: ({statement}) => statement.dyad?.join('-') ?? null,
    words: ({parts}) => parts.join(' […] '),
    published: ({evidence}) => evidence.doc.published,
    doc: ({evidence}) => evidence.doc.id,
    doc_outlet: ({evidence}) => evidence.doc.outlet,
    url: ({evidence}) => evidence.doc.url,
    span_start: ({statement}) => statement.content[0].start,
    span_end: ({statement}) => statement.content[statement.content.length - 1].end,
    also_in: ({id}) => printedIn(id, printed).also_in,
    drift: ({id}) => printedIn(id, printed).drift,
  })
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
