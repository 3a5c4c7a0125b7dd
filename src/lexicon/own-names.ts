import type {EntityId} from '../model/index.ts'
import type {Additions} from './additions.ts'

/** A name that a person made known beside a record. */
export interface OwnName {
  readonly name: string
  /** Whether somebody was made known by it, and not only another name of somebody. */
  readonly whole: boolean
}

/** Tables whose rows make somebody known, by their column of the id. */
const making = ['people', 'entities'] as const
/** Tables whose rows tell more of one who is known, by the column of that one. */
const telling: {readonly [table: string]: string} = {names: 'entity', roles: 'entity', parents: 'entity'}

/** The names of an entity that a person made known, the one that made it known first. */
export function ownNames({tables}: Additions, entity: EntityId): OwnName[] {
  const made = making.flatMap(table => rowsIn(tables[table]).filter(({id}) => id === entity))
  const named = rowsIn(tables.names).filter(row => row.entity === entity)
  return [...made.map(({name}) => ({name, whole: true})), ...named.map(({name}) => ({name, whole: false}))]
}

/**
 * The additions without one of these names; without the one by which an entity was made known, all that is told of it goes.
 * The same additions when there is no such name among them.
 */
export function withoutName(additions: Additions, entity: EntityId, name: string): Additions {
  const own = ownNames(additions, entity).find(each => each.name === name)
  if (own === undefined) return additions
  const drop = (table: string, row: Row) => {
    if (!own.whole) return table === 'names' && row.entity === entity && row.name === name
    return (making as readonly string[]).includes(table) ? row.id === entity : row[telling[table]] === entity
  }
  const tables = Object.fromEntries(
    Object.entries(additions.tables).map(([table, text]) => {
      const [header, ...lines] = text.split('\n').filter(Boolean)
      const kept = lines.filter(line => !drop(table, rowOf(header, line)))
      return [table, kept.length === lines.length ? text : `${[header, ...kept].join('\n')}\n`]
    }),
  )
  return {...additions, tables}
}

type Row = {readonly [column: string]: string}

function rowsIn(text: string | undefined): Row[] {
  const [header, ...lines] = (text ?? '').split('\n').filter(Boolean)
  return lines.map(line => rowOf(header, line))
}

function rowOf(header: string, line: string): Row {
  const cells = line.split('\t')
  return Object.fromEntries(header.split('\t').map((column, n) => [column, cells[n] ?? '']))
}
