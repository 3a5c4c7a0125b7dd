import type {Entity, EntityKind, Sector} from '../model/index.ts'
import {endOf, firstDay} from './days-of-rows.ts'
import {
  type Government,
  orNull,
  type Person,
  type Place,
  type RoleNoun,
  type RoleNounClass,
  type RowOf,
  type State,
  type TableName,
  type Tenure,
} from './rows.ts'

type Cells<Name extends TableName> = RowOf<Name>['cells']

export function stateAsEntity({id, name, since, until, wikidata}: Cells<'states'>): Entity {
  return {
    id,
    kind: 'state',
    name,
    country: id,
    sector: 'GOV',
    since: orNull(since),
    until: orNull(until),
    wikidata: orNull(wikidata),
  }
}

export function entityOf(cells: Cells<'entities'>, parents: ReadonlyMap<string, string>): Entity {
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
  return parent === undefined ? entity : {...entity, parent}
}

export function personAsEntity({id, name, country, sector, wikidata}: Cells<'people'>): Entity {
  return {
    id,
    kind: 'person',
    name,
    country: orNull(country),
    sector: orNull(sector) as Sector | null,
    since: null,
    until: null,
    wikidata: orNull(wikidata),
  }
}

export const personOf = ({id, surname, sex}: Cells<'people'>): Person => ({
  id,
  surname,
  sex: orNull(sex) as Person['sex'],
})

export function stateOf({id, name, capital, fips, cow, gw, cameo, noun}: Cells<'states'>): State {
  const number = (cell: string) => (cell === '' ? null : Number(cell))
  return {
    id,
    name,
    capital: orNull(capital),
    fips: orNull(fips),
    cow: number(cow),
    gw: number(gw),
    cameo: orNull(cameo),
    noun: orNull(noun),
  }
}

export function governmentRow({state, since, until, kind, leader}: Cells<'governments'>): Government & {state: string} {
  return {state, since: firstDay(since), until: endOf(until), kind, leader: orNull(leader)}
}

export function placeOf({name, country, kind, latitude, longitude}: Cells<'places'>): Place {
  return {name, country, kind: kind as Place['kind'], latitude: Number(latitude), longitude: Number(longitude)}
}

export function roleNoun(cells: Cells<'role-nouns'>): RoleNoun {
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

export function toTenure(cells: Cells<'tenures'>): Tenure {
  return {
    since: orNull(cells.since),
    until: orNull(cells.until),
    country: orNull(cells.country),
    sector: cells.sector as Sector,
  }
}
