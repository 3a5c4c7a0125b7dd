import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Day, Entity, EntityId, EntityKind, EntityName, Role, Sector} from '../model/index.ts'
import {type Additions, noAdditions} from './additions.ts'
import {type Acts, loadActs} from './acts.ts'
import {type Cues, loadCues} from './cues.ts'
import {endOf, firstDay} from './days-of-rows.ts'
import {ownFolder} from './folder.ts'
import {type Gazetteer, openGazetteer} from './gazetteer.ts'
import {type NameTable, nameTable, ownName} from './names.ts'
import {fold, foldedName} from './pieces.ts'
import {
  addedOf,
  eachOf,
  type Government,
  nameOf,
  orNull,
  type People,
  type Person,
  type Place,
  type RoleNoun,
  type RoleNounClass,
  roleOf,
  rowsOf,
  type State,
  type Tenure,
} from './rows.ts'
import type {Row} from './table.ts'
import {type Tables, tablesOf} from './tables.ts'

/** All tables, read once and frozen. */
export interface Lexicon {
  /** First 12 hex digits of the SHA-256 over all tables. */
  readonly version: string
  readonly folder: string
  /** What was added to the built-in tables. */
  readonly additions: Additions
  readonly entities: ReadonlyMap<EntityId, Entity>
  readonly states: ReadonlyMap<EntityId, State>
  readonly people: ReadonlyMap<EntityId, Person>
  /** Every spelling of an entity, its own name first; empty for an unknown id. */
  names(id: EntityId): readonly EntityName[]
  readonly roles: readonly Role[]
  rolesOf(id: EntityId): readonly Role[]
  /** Who held that office on that day; without a day, everyone who ever did, latest first. */
  holders(role: string, of: EntityId, day: Day | null): EntityId[]
  readonly byName: NameTable
  readonly places: readonly Place[]
  /** Places of that name, case and diacritics aside. */
  placesNamed(name: string): readonly Place[]
  readonly roleNouns: readonly RoleNoun[]
  /** Given names, folded, with the sex of most who bear them; `null`: either. */
  readonly givenNames: ReadonlyMap<string, 'm' | 'f' | null>
  /** Names that stand for several entities at once: `the Koreas`. */
  readonly groups: ReadonlyMap<string, readonly EntityId[]>
  /** Names with another reading, folded, and what that reading is. */
  readonly guards: ReadonlyMap<string, readonly string[]>
  /** Country and sector of an entity on a day; rulers and rebels change places. */
  standing(id: EntityId, day: Day | null): {readonly country: EntityId | null; readonly sector: Sector | null}
  /** How a state was governed, in order. */
  governmentsOf(state: EntityId): readonly Government[]
  /** How a state was governed on a day, and which office led it. */
  governmentOf(state: EntityId, day: Day): Government | null
  /** Peoples without a state of their own, by their adjective, folded. */
  readonly peoples: ReadonlyMap<string, People>
  /** Words that attribute what is told. */
  readonly cues: Cues
  /** How acts are told: patterns, word sets, contexts, reality classes. */
  readonly acts: Acts
  /** Towns, regions and countries with their coordinates; opened when first asked for. */
  gazetteer(): Gazetteer
  /** Rows of another table of the same folder. */
  table<Column extends string>(name: string, columns: readonly Column[]): Row<Column>[]
}

const loaded = new Map<string, Lexicon>()

/**
 * Loads the tables in `folder` (the package's own by default) and what a person added to them, which wins. Throws
 * `lexicon/format` when one is not of the expected form.
 */
export function loadLexicon(folder: string = ownFolder(), additions: Additions = noAdditions): Lexicon {
  if (Object.keys(additions.tables).length > 0) return Object.freeze(readAll(folder, additions))
  const known = loaded.get(folder)
  if (known) return known
  const lexicon = Object.freeze(readAll(folder, noAdditions))
  loaded.set(folder, lexicon)
  return lexicon
}

function readAll(folder: string, additions: Additions): Lexicon {
  const tables = tablesOf(folder, additions)
  const entities = new Map<EntityId, Entity>()
  const states = new Map<EntityId, State>()
  const people = new Map<EntityId, Person>()
  const spellings = new Map<EntityId, EntityName[]>()
  const named = new Map<EntityId, readonly EntityName[]>()

  for (const {cells} of rowsOf(tables, 'states')) {
    const {id, name} = cells
    const days = {since: orNull(cells.since), until: orNull(cells.until)}
    entities.set(id, {
      id,
      kind: 'state',
      name,
      country: id,
      sector: 'GOV',
      ...days,
      wikidata: orNull(cells.wikidata),
    })
    const number = (cell: string) => (cell === '' ? null : Number(cell))
    states.set(id, {
      id,
      name,
      capital: orNull(cells.capital),
      fips: orNull(cells.fips),
      cow: number(cells.cow),
      gw: number(cells.gw),
      cameo: orNull(cells.cameo),
      noun: orNull(cells.noun),
    })
  }
  const parents = new Map(rowsOf(tables, 'parents').map(({cells}) => [cells.entity, cells.parent]))
  eachOf(tables, 'entities', cells => {
    const {id} = cells
    const entity: Entity = {
      id,
      kind: cells.kind as EntityKind,
      name: cells.name,
      country: orNull(cells.country),
      sector: orNull(cells.sector) as Sector | null,
      since: firstDay(cells.since),
      until: endOf(cells.until),
      wikidata: orNull(cells.wikidata),
    }
    const parent = parents.get(id)
    entities.set(id, parent === undefined ? entity : {...entity, parent})
  })
  eachOf(tables, 'people', cells => {
    const {id, name} = cells
    const sector = orNull(cells.sector) as Sector | null
    entities.set(id, {
      id,
      kind: 'person',
      name,
      country: orNull(cells.country),
      sector,
      since: null,
      until: null,
      wikidata: orNull(cells.wikidata),
    })
    people.set(id, {id, surname: cells.surname, sex: orNull(cells.sex) as Person['sex']})
  })
  eachOf(tables, 'names', cells => push(spellings, cells.entity, nameOf(cells)))

  const roles: Role[] = []
  eachOf(tables, 'roles', cells => roles.push(roleOf(cells)))
  const rolesById = once(() => groupBy(roles, role => role.entity))
  const rolesByOffice = once(() => groupBy(roles, role => `${role.of} ${role.role}`))
  const surnames = once(() => {
    const byName = new Map<string, EntityId[]>()
    for (const {id, surname} of people.values()) push(byName, fold(surname), id)
    return byName
  })
  const tenures = groupBy(
    rowsOf(tables, 'tenures').map(({cells}) => cells),
    cells => cells.entity,
  )
  const governments = once(() =>
    groupBy(
      rowsOf(tables, 'governments').map(({cells}) => ({
        state: cells.state,
        since: firstDay(cells.since),
        until: endOf(cells.until),
        kind: cells.kind,
        leader: orNull(cells.leader),
      })),
      row => row.state,
    ),
  )
  const places: Place[] = []
  eachOf(tables, 'places', cells =>
    places.push({
      name: cells.name,
      country: cells.country,
      kind: cells.kind as Place['kind'],
      latitude: Number(cells.latitude),
      longitude: Number(cells.longitude),
    }),
  )
  const placesByName = once(() => groupBy(places, place => fold(place.name)))
  const acts = once(() => loadActs(tables))
  const cues = once(() => loadCues(tables))
  // The package's own tables are known to be right; those of a person are read at once, so that a fault shows now.
  if (Object.keys(additions.tables).length > 0 || folder !== ownFolder()) {
    acts()
    cues()
  }
  return {
    // The large table of places by its checksum, so that it need not be read to know the version.
    version: tables
      .digest(['countries.tsv', 'own.tsv', 'places.sha256'].map(file => join(gazetteerBeside(folder), file)))
      .slice(0, 12),
    additions,
    folder,
    entities,
    states,
    people,
    names: id => {
      let known = named.get(id)
      if (!known) {
        const entity = entities.get(id)
        if (!entity) return []
        known = [ownName(entity), ...(spellings.get(id) ?? [])]
        named.set(id, known)
      }
      return known
    },
    roles,
    rolesOf: id => rolesById().get(id) ?? [],
    holders: (role, of, day) => holders(rolesByOffice().get(`${of} ${role}`) ?? [], day),
    byName: nameTable(entities, spellings, folded => surnames().get(folded) ?? [], ownersOf(tables)),
    places,
    placesNamed: name => placesByName().get(fold(name)) ?? [],
    roleNouns: rowsOf(tables, 'role-nouns').map(({cells}) => roleNoun(cells)),
    givenNames: new Map(
      rowsOf(tables, 'given-names').map(({cells}) => [fold(cells.name), orNull(cells.sex) as Person['sex']]),
    ),
    groups: new Map(rowsOf(tables, 'groups').map(({cells}) => [fold(cells.name), cells.entities.split(' ')])),
    guards: new Map(rowsOf(tables, 'guards').map(({cells}) => [fold(cells.name), cells.reading.split(' ')])),
    standing(id, day) {
      const entity = entities.get(id)
      const tenure = day === null ? null : (tenures.get(id) ?? []).find(cells => within(day, toTenure(cells)))
      if (tenure) return {country: orNull(tenure.country), sector: tenure.sector as Sector}
      return {country: entity?.country ?? null, sector: entity?.sector ?? null}
    },
    governmentsOf: state => governments().get(state) ?? [],
    governmentOf: (state, day) =>
      governments()
        .get(state)
        ?.find(row => within(day, row)) ?? null,
    peoples: new Map(
      rowsOf(tables, 'peoples').map(({cells}) => [
        fold(cells.word),
        {country: orNull(cells.country), government: orNull(cells.government)},
      ]),
    ),
    get acts() {
      return acts()
    },
    get cues() {
      return cues()
    },
    gazetteer: () => openGazetteer(gazetteerBeside(folder)),
    table: (name, columns) => tables.rows(name, columns),
  }
}

/** Whom the names mean that a person added; built-in bearers of the same name no longer do. */
function ownersOf(tables: Tables): ReadonlyMap<string, ReadonlySet<EntityId>> {
  const owners = new Map<string, Set<EntityId>>()
  const own = (name: string, id: EntityId) => {
    const key = foldedName(name)
    owners.set(key, (owners.get(key) ?? new Set()).add(id))
  }
  for (const {cells} of addedOf(tables, 'names')) own(cells.name, cells.entity)
  for (const table of ['states', 'entities', 'people'] as const)
    for (const {cells} of addedOf(tables, table)) own(cells.name, cells.id)
  return owners
}

/** `gazetteer` beside the lexicon's folder, or the package's own. */
function gazetteerBeside(folder: string): string {
  const beside = join(folder, '../gazetteer')
  return existsSync(join(beside, 'places.tsv')) ? beside : join(ownFolder(), '../gazetteer')
}

function holders(roles: readonly Role[], day: Day | null): EntityId[] {
  const fit = day === null ? roles : roles.filter(role => within(day, role))
  const latest = [...fit].sort((a, b) => ((a.since ?? '') < (b.since ?? '') ? 1 : -1))
  return [...new Set(latest.map(role => role.entity))]
}

/** since <= day < until; an open end holds. */
function within(day: Day, {since, until}: {since: Day | null; until: Day | null}): boolean {
  return (since === null || since <= day) && (until === null || day < until)
}

function roleNoun(cells: {noun: string; class: string; kind: string; sector: string; key: string}): RoleNoun {
  const plural = /[^s]s$|people|men$|women$|police$|personnel$/.test(cells.noun) && !/forces?$/.test(cells.key)
  return {
    noun: cells.noun,
    class: cells.class as RoleNounClass,
    kind: cells.kind as EntityKind,
    sector: orNull(cells.sector) as Sector | null,
    key: cells.key,
    plural,
  }
}

function toTenure(cells: {since: string; until: string; country: string; sector: string}): Tenure {
  return {
    since: orNull(cells.since),
    until: orNull(cells.until),
    country: orNull(cells.country),
    sector: cells.sector as Sector,
  }
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) push(groups, keyOf(item), item)
  return groups
}

function push<T>(groups: Map<string, T[]>, key: string, item: T): void {
  const group = groups.get(key)
  if (group) group.push(item)
  else groups.set(key, [item])
}

/** What is worked out when it is first asked for. */
function once<T extends object>(make: () => T): () => T {
  let made: T | undefined
  return () => (made ??= make())
}
