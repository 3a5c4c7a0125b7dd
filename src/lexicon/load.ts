import {existsSync} from 'node:fs'
import {join} from 'node:path'
import type {Day, Entity, EntityId, EntityName, Role, Sector} from '../model/index.ts'
import {type Acts, loadActs} from './acts.ts'
import {type Additions, noAdditions} from './additions.ts'
import {ById} from './by-id.ts'
import {type Cues, loadCues} from './cues.ts'
import {ownFolder} from './folder.ts'
import {type Gazetteer, openGazetteer} from './gazetteer.ts'
import {
  entityOf,
  governmentRow,
  personAsEntity,
  personOf,
  placeOf,
  roleNoun,
  stateAsEntity,
  stateOf,
  toTenure,
} from './made-of-rows.ts'
import {type NameTable, nameTable, ownName} from './names.ts'
import {fold, foldedName} from './pieces.ts'
import {
  addedOf,
  type Government,
  nameOf,
  orNull,
  type People,
  type Person,
  type Place,
  type RoleNoun,
  rowsOf,
  sheetOf,
  type State,
} from './rows.ts'
import type {Row} from './table.ts'
import {type Tables, tablesOf} from './tables.ts'
import {Terms, within} from './terms.ts'

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
  /** Organisations, groups and bodies whose home that state is. */
  inCountry(state: EntityId): readonly EntityId[]
  readonly roles: readonly Role[]
  rolesOf(id: EntityId): readonly Role[]
  /** Terms in an office, of one state or body or of all that have it. */
  terms(role: string, of?: EntityId): readonly Role[]
  /** States and bodies that have such an office. */
  bodiesWith(role: string): readonly EntityId[]
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
  /** The state that the places of a state of today belonged to on a day: the Soviet Union for Ukraine in 1986. */
  soilOf(state: EntityId, day: Day | null): EntityId
  /** The party that somebody led a state for; `null` where that is not told. */
  partyOf(id: EntityId): string | null
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
  const sheets = {
    states: sheetOf(tables, 'states'),
    entities: sheetOf(tables, 'entities'),
    people: sheetOf(tables, 'people'),
    names: sheetOf(tables, 'names'),
    roles: sheetOf(tables, 'roles'),
  }
  const parents = once(() => new Map(rowsOf(tables, 'parents').map(({cells}) => [cells.entity, cells.parent])))
  const entities = new ById<Entity>([
    {sheet: sheets.states, make: at => stateAsEntity(sheets.states.cells(at))},
    {sheet: sheets.entities, make: at => entityOf(sheets.entities.cells(at), parents())},
    {sheet: sheets.people, make: at => personAsEntity(sheets.people.cells(at))},
  ])
  const terms = new Terms(sheets.roles)
  const spellings = (id: EntityId): EntityName[] => sheets.names.rowsOf(id).map(at => nameOf(sheets.names.cells(at)))
  const named = new Map<EntityId, readonly EntityName[]>()
  const atHome = new Map<EntityId, readonly EntityId[]>()
  const tenures = once(() =>
    groupBy(
      rowsOf(tables, 'tenures').map(({cells}) => cells),
      cells => cells.entity,
    ),
  )
  const soil = once(() =>
    groupBy(
      rowsOf(tables, 'soil').map(({cells}) => cells),
      cells => cells.state,
    ),
  )
  const parties = once(() => new Map(rowsOf(tables, 'leader-parties').map(({cells}) => [cells.entity, cells.party])))
  const governments = once(() =>
    groupBy(
      rowsOf(tables, 'governments').map(({cells}) => governmentRow(cells)),
      row => row.state,
    ),
  )
  const places = once(() => rowsOf(tables, 'places').map(({cells}) => placeOf(cells)))
  const placesByName = once(() => groupBy(places(), place => fold(place.name)))
  const roleNouns = once(() => rowsOf(tables, 'role-nouns').map(({cells}) => roleNoun(cells)))
  const givenNames = once(
    () =>
      new Map(rowsOf(tables, 'given-names').map(({cells}) => [fold(cells.name), orNull(cells.sex) as Person['sex']])),
  )
  const groups = once(
    () => new Map(rowsOf(tables, 'groups').map(({cells}) => [fold(cells.name), cells.entities.split(' ')])),
  )
  const guards = once(
    () => new Map(rowsOf(tables, 'guards').map(({cells}) => [fold(cells.name), cells.reading.split(' ')])),
  )
  const peoples = once(
    () =>
      new Map(
        rowsOf(tables, 'peoples').map(({cells}) => [
          fold(cells.word),
          {country: orNull(cells.country), government: orNull(cells.government)},
        ]),
      ),
  )
  const trusted = Object.keys(additions.tables).length === 0 && folder === ownFolder()
  const acts = once(() => loadActs(tables, !trusted))
  const cues = once(() => loadCues(tables))
  // The package's own tables are known to be right; those of a person are read at once, so that a fault shows now.
  if (!trusted)
    for (const read of [
      acts,
      cues,
      parents,
      tenures,
      soil,
      parties,
      governments,
      places,
      roleNouns,
      givenNames,
      groups,
      guards,
      peoples,
    ])
      read()
  return {
    // The large table of places by its checksum, so that it need not be read to know the version.
    version: tables
      .digest(['countries.tsv', 'own.tsv', 'places.sha256'].map(file => join(gazetteerBeside(folder), file)))
      .slice(0, 12),
    additions,
    folder,
    entities,
    states: new ById<State>([{sheet: sheets.states, make: at => stateOf(sheets.states.cells(at))}]),
    people: new ById<Person>([{sheet: sheets.people, make: at => personOf(sheets.people.cells(at))}]),
    names: id => {
      let known = named.get(id)
      if (!known) {
        const entity = entities.get(id)
        if (!entity) return []
        known = [ownName(entity), ...spellings(id)]
        named.set(id, known)
      }
      return known
    },
    inCountry(state) {
      let known = atHome.get(state)
      if (!known) {
        known = sheets.entities.rowsWith(3, state).map(at => sheets.entities.cell(at, 0))
        atHome.set(state, known)
      }
      return known
    },
    get roles() {
      return terms.all()
    },
    rolesOf: id => terms.of(id),
    terms: (role, of) => terms.in(role, of),
    bodiesWith: role => terms.bodiesWith(role),
    holders: (role, of, day) => terms.holders(role, of, day),
    byName: nameTable(
      {
        own: [
          {sheet: sheets.states, column: 1},
          {sheet: sheets.entities, column: 2},
          {sheet: sheets.people, column: 1},
        ],
        further: sheets.names,
      },
      {sheet: sheets.people, column: 2},
      ownersOf(tables),
    ),
    get places() {
      return places()
    },
    placesNamed: name => placesByName().get(fold(name)) ?? [],
    get roleNouns() {
      return roleNouns()
    },
    get givenNames() {
      return givenNames()
    },
    get groups() {
      return groups()
    },
    get guards() {
      return guards()
    },
    standing(id, day) {
      const entity = entities.get(id)
      const tenure = day === null ? null : (tenures().get(id) ?? []).find(cells => within(day, toTenure(cells)))
      if (tenure) return {country: orNull(tenure.country), sector: tenure.sector as Sector}
      return {country: entity?.country ?? null, sector: entity?.sector ?? null}
    },
    soilOf: (state, day) =>
      day === null
        ? state
        : (soil()
            .get(state)
            ?.find(cells => within(day, cells))?.of ?? state),
    partyOf: id => parties().get(id) ?? null,
    governmentsOf: state => governments().get(state) ?? [],
    governmentOf: (state, day) =>
      governments()
        .get(state)
        ?.find(row => within(day, row)) ?? null,
    get peoples() {
      return peoples()
    },
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
