import type {Lexicon} from '../lexicon/index.ts'
import type {Entity, EntityId, OutsideParty} from '../model/index.ts'

/** CAMEO types, PLOVER sectors and ICEWS sectors of those who fight a state or stand outside it. */
const apart =
  /\b(?:REB|UAF|SEP|INS|IMG|UIS|CRM|RAD)\b|rebel|insurgent|separatist|terroris|radical|militia|criminal|armed gang/i
/** Kinds of entities that are a side of their own. */
const kinds = new Set<Entity['kind']>(['armed-group', 'organisation'])

/** Which side of a relation a party of another project is: a state for whoever acts for it, an armed group or organisation for itself. */
export type SideOf = (party: OutsideParty | null) => EntityId | null

/** Sides by the codes and names of the lexicon; each party is looked up once. */
export function sidesBy(lexicon: Lexicon): SideOf {
  const states = {
    iso: new Map<string, EntityId>(),
    cameo: new Map<string, EntityId>(),
    gw: new Map<string, EntityId>(),
  }
  for (const {id, cameo, gw} of lexicon.states.values()) {
    states.iso.set(id, id)
    if (cameo) keepLiving(states.cameo, cameo, id, lexicon)
    if (gw !== null) keepLiving(states.gw, String(gw), id, lexicon)
  }
  const known = new Map<string, EntityId | null>()
  // A home by name may be a group's: `Militant (Taliban)`.
  const homeNamed = (name: string) => {
    const named = namedOf(name, lexicon)
    return (named.find(({kind}) => kind === 'state') ?? named.find(({kind}) => kinds.has(kind)))?.id ?? null
  }
  const find = ({name, country, countryBy, sector}: OutsideParty): EntityId | null => {
    const named = namedOf(name, lexicon)
    const group = named.find(({kind}) => kinds.has(kind))
    if (group) return group.id
    if (apart.test(sector)) return null
    if (country !== '') return countryBy === 'name' ? homeNamed(country) : (states[countryBy].get(country) ?? null)
    const [entity] = named
    if (entity === undefined || named.length > 1) return null
    return entity.kind === 'state' ? entity.id : entity.country
  }
  return party => {
    if (party === null) return null
    const key = `${party.name}\t${party.country}\t${party.sector}`
    let side = known.get(key)
    if (side === undefined) {
      side = find(party)
      known.set(key, side)
    }
    return side
  }
}

/** Entities of exactly that name. `GOVERNMENT OF X` is no name of its own. */
function namedOf(name: string, lexicon: Lexicon): Entity[] {
  const found = new Set(lexicon.byName.lookup(name.replace(/\s*\([^()]*\)$/, '')).map(({entity}) => entity))
  return [...found].flatMap(id => lexicon.entities.get(id) ?? [])
}

/** Codes outlive states: of two that have had one, the state that exists now. */
function keepLiving(codes: Map<string, EntityId>, code: string, id: EntityId, lexicon: Lexicon): void {
  const before = codes.get(code)
  if (before === undefined || lexicon.entities.get(before)?.until !== null) codes.set(code, id)
}
