import type {Lexicon} from '../lexicon/index.ts'
import {
  DetenteError,
  type Direction,
  type Entity,
  type EntityId,
  type Incident,
  type IndexSeries,
  type RelationAnswer,
} from '../model/index.ts'
import {inTurns} from '../model/turns.ts'
import type {OpenRecord} from '../record/index.ts'
import {contributionsTo, indexOf} from '../relation/index.ts'
import {sidesIn} from './question.ts'
import {findingQuotations} from './quotations.ts'

export interface RelationOptions {
  readonly direction?: Direction
  /** PLOVER context: `terrorism`, `military`, … */
  readonly theme?: string | null
  /** Months between which the change is explained, `YYYY-MM`; the last twelve months of the index by default. */
  readonly from?: string | null
  readonly to?: string | null
  /** Leave out what was published after this day. */
  readonly asOf?: string | null
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: string | null
}

/** The relation of a pair: its index, incidents, statements, and why it moved. Throws `answer/unknown-entity`. */
export async function relation(
  record: OpenRecord,
  lexicon: Lexicon,
  pair: readonly [EntityId, EntityId],
  {direction = 'both', theme = null, from = null, to = null, asOf = null, readBy = null}: RelationOptions = {},
): Promise<RelationAnswer> {
  const sides = [await sideOf(record, lexicon, pair[0]), await sideOf(record, lexicon, pair[1])] as const
  const ids = [sides[0].id, sides[1].id] as const
  const [incidents, statements, coverage, looks] = await Promise.all([
    record.incidents({pair: ids, direction, theme, asOf, readBy}),
    record.statements({pair: ids, asOf, readBy}),
    record.coverage({pair: ids, asOf, readBy}),
    record.looks({pair: ids, asOf, readBy}),
  ])
  const index = indexOf(incidents, {
    pair: ids,
    direction,
    theme,
    until: coverage.days.last,
    looks,
  })
  return {
    pair: sides,
    direction,
    theme,
    index,
    change: changeIn(incidents, index, from, to),
    incidents,
    statements,
    quotations: await inTurns(findingQuotations(statements)),
    coverage,
    empty: incidents.length > 0 || statements.length > 0 ? null : emptyWords(sides, coverage.docs),
  }
}

/** An entity by id (`PAK`) or by a name that stands for one side (`Pakistan`, `Islamabad`). */
export async function sideOf(record: OpenRecord, lexicon: Lexicon, name: string): Promise<Entity> {
  const known = lexicon.entities.get(name) ?? lexicon.entities.get(name.toUpperCase())
  if (known) return known
  const [side] = sidesIn(name, lexicon)
  const named = side === undefined ? undefined : lexicon.entities.get(side)
  if (named) return named
  const [found] = await record.entities({id: name})
  if (found) return found
  throw new DetenteError(
    'answer/unknown-entity',
    `expected the name or code of a state, group or person, found “${name}”`,
    {
      hint: 'npx detente entities lists those in the record',
    },
  )
}

/** The change between two months, with the share of each incident in it; of the last year where no months are given. */
export function changeIn(
  incidents: readonly Incident[],
  index: IndexSeries,
  from: string | null,
  to: string | null,
): RelationAnswer['change'] {
  const change = changeOf(index, from, to)
  return change && {...change, contributions: contributionsTo(incidents, index, change.from, change.to)}
}

function changeOf(index: IndexSeries, from: string | null, to: string | null) {
  const {points} = index
  if (points.length === 0) return null
  const end = points.findIndex(point => point.month === to)
  const last = end < 0 ? points.length - 1 : end
  const start = points.findIndex(point => point.month === from)
  const first = start < 0 ? Math.max(0, last - 12) : start
  return {from: points[first].month, to: points[last].month, by: points[last].level - points[first].level}
}

function emptyWords([a, b]: readonly [Entity, Entity], docs: number): string {
  const both =
    docs === 0
      ? 'No article mentions both.'
      : `${docs === 1 ? 'One article mentions' : `${docs} articles mention`} both.`
  return `No events between ${a.name} and ${b.name} in the record. ${both}`
}
