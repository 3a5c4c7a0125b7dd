import type {EntityId, EntityKind, EntityName, Role, Sector} from '../model/index.ts'
import {endOf, firstDay} from './days-of-rows.ts'
import type {Sheet} from './sheet.ts'
import type {Row} from './table.ts'
import type {Tables} from './tables.ts'

/** Columns of every table of who there is. */
export const columns = {
  states: ['id', 'name', 'capital', 'fips', 'cow', 'gw', 'cameo', 'noun', 'since', 'until', 'wikidata', 'from'],
  names: ['entity', 'name', 'kind', 'since', 'until', 'from'],
  entities: ['id', 'kind', 'name', 'country', 'sector', 'since', 'until', 'wikidata', 'from'],
  parents: ['entity', 'parent', 'from'],
  people: ['id', 'name', 'surname', 'sex', 'country', 'sector', 'wikidata', 'from'],
  roles: ['entity', 'role', 'of', 'sector', 'since', 'until', 'from'],
  'role-nouns': ['noun', 'class', 'kind', 'sector', 'key', 'from'],
  peoples: ['word', 'country', 'government', 'from'],
  places: ['name', 'country', 'kind', 'latitude', 'longitude', 'from'],
  groups: ['name', 'entities', 'from'],
  governments: ['state', 'since', 'until', 'kind', 'leader', 'from'],
  guards: ['name', 'reading', 'note', 'from'],
  'given-names': ['name', 'sex', 'from'],
  'leader-parties': ['entity', 'party', 'from'],
  soil: ['state', 'of', 'since', 'until', 'from'],
  tenures: ['entity', 'since', 'until', 'country', 'sector', 'from'],
} as const

export type TableName = keyof typeof columns
export type RowOf<Name extends TableName> = Row<(typeof columns)[Name][number]>

/** Rows of one of the tables above. */
export function rowsOf<Name extends TableName>(tables: Tables, name: Name): RowOf<Name>[] {
  return tables.rows(name, columns[name]) as RowOf<Name>[]
}

/** The same of a large table, its rows uncut. */
export function sheetOf<Name extends TableName>(tables: Tables, name: Name): Sheet<(typeof columns)[Name][number]> {
  return tables.sheet(name, columns[name] as readonly (typeof columns)[Name][number][])
}

/** Its rows that a person added. */
export function addedOf<Name extends TableName>(tables: Tables, name: Name): RowOf<Name>[] {
  return tables.added(name, columns[name]) as RowOf<Name>[]
}

/** A state with the codes that other projects use for it. */
export interface State {
  readonly id: EntityId
  readonly name: string
  readonly capital: string | null
  readonly fips: string | null
  /** Correlates of War and Gleditsch–Ward numbers. */
  readonly cow: number | null
  readonly gw: number | null
  readonly cameo: string | null
  /** Common noun that a text may use for it: `kingdom`, `emirate`. */
  readonly noun: string | null
}

/** How a role noun speaks of people. */
export type RoleNounClass =
  /** Speaks for the state: government, authorities, side. */
  | 'state'
  /** A body or a mass of people of a state: army, troops, parliament, protesters. */
  | 'body'
  /** Weapons that act for the force that owns them: warplanes, drones. */
  | 'arms'
  /** People who are not named: officials, experts, a diplomat. */
  | 'unnamed'
  /** An office with one holder at a time: prime minister. */
  | 'office'
  /** Stands before a name only: General, Mr. */
  | 'title'
  /** Type of organisation beside its name: group, movement, news agency. */
  | 'type'

export interface RoleNoun {
  readonly noun: string
  readonly class: RoleNounClass
  readonly kind: EntityKind
  readonly sector: Sector | null
  /** `office`: role name in roles.tsv; `body`: last part of the made id (`PAK:foreign-ministry`), else the sector. */
  readonly key: string
  readonly plural: boolean
}

/** A place that can be put on a map. */
export interface Place {
  readonly name: string
  readonly country: EntityId
  readonly kind: 'capital' | 'city' | 'region' | 'site' | 'water'
  readonly latitude: number
  readonly longitude: number
}

export interface Person {
  readonly id: EntityId
  readonly surname: string
  readonly sex: 'm' | 'f' | null
}

/** A stretch of days in which an armed group ruled a country or was otherwise another sector than its row says. */
export interface Tenure {
  readonly since: string | null
  readonly until: string | null
  readonly country: EntityId | null
  readonly sector: Sector
}

/** How a state was governed over a stretch of days. */
export interface Government {
  readonly since: string | null
  readonly until: string | null
  /** `parliamentary`, `semi-presidential`, `one-party`, `military` … */
  readonly kind: string
  /** The office, as in `roles.tsv`, whose holder leads; `null` where none or more than one does. */
  readonly leader: string | null
}

/** A people without a state of its own. */
export interface People {
  /** State that most of them live in; `null`: in several. */
  readonly country: EntityId | null
  /** Government that it has within a state. */
  readonly government: EntityId | null
}

export const orNull = (cell: string): string | null => (cell === '' ? null : cell)

export function roleOf(cells: RowOf<'roles'>['cells']): Role {
  return {
    entity: cells.entity,
    role: cells.role,
    of: cells.of,
    sector: cells.sector as Sector,
    since: firstDay(cells.since),
    until: endOf(cells.until),
  }
}

export function nameOf(cells: RowOf<'names'>['cells']): EntityName {
  return {
    name: cells.name,
    kind: cells.kind as EntityName['kind'],
    since: orNull(cells.since),
    until: orNull(cells.until),
  }
}
