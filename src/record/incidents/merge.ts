import {
  type Aspect,
  type DayRange,
  type EntityId,
  type EventCode,
  type IncidentParty,
  type Precision,
  type RealityValue,
  stateOf,
} from '../../model/index.ts'
import {coarseness, windowOf} from './calendar.ts'
import {specific} from './parties.ts'
import type {Telling, TellingParty} from './telling.ts'

/** What tellings of one happening say together. */
export interface Merged<T extends Telling = Telling> {
  readonly clearest: T
  readonly event: EventCode
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly IncidentParty[]
  readonly recipients: readonly IncidentParty[]
  readonly days: DayRange
  readonly precision: Precision | null
  readonly place: string | null
  readonly reality: RealityValue
  readonly aspect: Aspect
  readonly claimed: EntityId | null
  readonly denied: EntityId | null
}

/** Merges tellings; the order in which they are given does not matter. Nothing is averaged: the clearest telling speaks. */
export function merge<T extends Telling>(given: readonly T[]): Merged<T> {
  // News of the day goes before old news retold: told once as it happened, it happened.
  const now = given.some(({reality}) => reality === 'occurred')
  const tellings = [...given].sort((a, b) => compare(clarity(a, now), clarity(b, now)))
  const [clearest] = tellings
  const dated = [...tellings].sort((a, b) => compare(exactness(a), exactness(b)))[0]
  const known = windowOf(dated.day) ? dated.day : (tellings.find(({day}) => day)?.day ?? null)
  const first = <K extends 'mode' | 'cameo'>(key: K) => tellings.find(each => each[key] !== null)?.[key] ?? null
  const soil = new Set(tellings.flatMap(({place}) => place?.country ?? []))
  const assertive = tellings.some(({claimed}) => claimed === null)
  return {
    clearest,
    event: clearest.event,
    mode: first('mode'),
    contexts: [...new Set(tellings.flatMap(({contexts}) => contexts))].sort(),
    cameo: clearest.cameo ?? first('cameo'),
    actors: partiesOf(tellings, 'actors').map(party => ({...party, country: stateOf(party)})),
    recipients: partiesOf(tellings, 'recipients').map(party => ({...party, country: touched(party, soil)})),
    days: {first: known?.first ?? null, last: known?.last ?? null},
    precision: known?.precision ?? null,
    place: [...tellings].sort((a, b) => placeRank(a) - placeRank(b))[0].place?.name ?? null,
    reality: clearest.reality,
    aspect: clearest.aspect,
    claimed: assertive ? null : clearest.claimed,
    denied: tellings.find(({denied}) => denied !== null)?.denied ?? null,
  }
}

/** Rebels act for no state; what is done to them on the soil of their home touches it all the same. */
const touched = (party: IncidentParty, soil: ReadonlySet<EntityId>): EntityId | null =>
  party.country !== null && soil.has(party.country) ? party.country : stateOf(party)

/** Those of the clearest telling that tells who, or else of the clearest that has any. */
function partiesOf(tellings: readonly Telling[], part: 'actors' | 'recipients'): IncidentParty[] {
  const told = tellings.find(each => each[part].some(specific)) ?? tellings.find(each => each[part].length > 0)
  const list: readonly TellingParty[] = told?.[part] ?? []
  const seen = new Set<string>()
  return list.flatMap(({entity, name, country, sector}) => {
    if (seen.has(entity)) return []
    seen.add(entity)
    return {entity, name, country, sector}
  })
}

type Key = readonly (number | string)[]

/** Plain assertions of news first, both parties known, then exact ones; then the earliest. */
const clarity = (telling: Telling, now: boolean): Key => [
  now && telling.reality !== 'occurred' ? 1 : 0,
  telling.claimed === null ? 0 : 1,
  (telling.actors.some(specific) ? 0 : 1) + (telling.recipients.some(specific) ? 0 : 1),
  coarseness(telling.day?.precision ?? null),
  telling.place ? 0 : 1,
  telling.published ?? '9999',
  telling.id,
]

const exactness = (telling: Telling): Key => [
  windowOf(telling.day) ? coarseness(telling.day?.precision ?? null) : 8,
  telling.day?.approx ? 1 : 0,
  telling.published ?? '9999',
  telling.id,
]

const placeOrder = ['site', 'city', 'region', 'country', 'unresolved']
const placeRank = ({place}: Telling) => (place ? placeOrder.indexOf(place.precision) : 9)

function compare(a: Key, b: Key): number {
  for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return a[i] < b[i] ? -1 : 1
  return 0
}
