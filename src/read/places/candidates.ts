import {type Gazetteer, type GazetteerPlace, keyOf, type Lexicon} from '../../lexicon/index.ts'
import type {EntityId} from '../../model/index.ts'

/** A place that a name may mean, before the text is asked. */
export interface Candidate {
  /** Name as its table has it. */
  readonly name: string
  /** `''`: it lies in no one country. */
  readonly country: EntityId | ''
  /** First-level region by its GeoNames code; `''`: unknown or none. */
  readonly region: string
  readonly kind: 'site' | 'city' | 'county' | 'region' | 'country' | 'wide' | 'water'
  readonly latitude: number
  readonly longitude: number
  /** How likely it is meant where nothing else is known; about the decimal logarithm of its people. */
  readonly prior: number
}

/** Words that say what a name is: "Aleppo province", "the city of Homs". */
const kindWords =
  /^(?:the )?(?:city|town|village|port|province|state|district|region|governorate|greater|downtown|central|northern|southern|eastern|western|north|south|east|west|northeast|northwest|southeast|southwest) (?:of )?(?=\p{Lu})|[ -](?:province|governorate|oblast|krai|prefecture|district|region|state|city|county|canton|department|municipality|township|peninsula|island|islands|valley|airport|metro|metropolitan area)$/iu

const articles = ['al', 'el', 'as', 'ash', 'ad', 'at', 'az', 'an', 'ar', 'la', 'le', 'the']
const tails = ['am', 'an der', 'on', 'upon', 'de', 'del', 'di', 'do', 'da', 'sur', 'in', 'im', 'bei', 'by', 'la']

/** Every place that the tables know under a name. The likeliest come first; at most 24. */
export function candidatesFor(name: string, lexicon: Lexicon, gazetteer: Gazetteer): Candidate[] {
  const rows = gazetteer.named(name)
  const own = rows.filter(({thousands, kind}) => thousands === 0 && kind === 'region')
  // What the project's own rows place is placed by them: Scotland is no other name of the United Kingdom, Alberta no mean of its towns.
  const placed = (country: string) => own.some(row => row.country === country)
  const found = [
    ...statesNamed(name, lexicon, gazetteer).filter(({country}) => !placed(country)),
    ...ownPlaces(name, lexicon).filter(({country, kind}) => kind !== 'region' || !placed(country)),
    ...rows
      .filter(row => row.kind !== 'region' || row.thousands === 0 || !placed(row.country))
      .flatMap(row => rowOf(row, name)),
  ]
  if (!found.some(({kind}) => kind === 'country'))
    found.push(
      ...gazetteer
        .named(`${name} City`)
        .flatMap(row => rowOf(row, name))
        .filter(({prior}) => prior > 5.5),
    )
  if (found.length === 0) found.push(...relatedTo(name, lexicon, gazetteer))
  return found.sort((a, b) => b.prior - a.prior).slice(0, 24)
}

/** Places whose name is a fuller or barer form of an unknown one: "Aleppo governorate", "Ludwigshafen" am Rhein, "Kef" for El Kef. */
function relatedTo(name: string, lexicon: Lexicon, gazetteer: Gazetteer): Candidate[] {
  const bare = name.replace(kindWords, '')
  if (bare !== name && bare !== '') return candidatesFor(bare, lexicon, gazetteer)
  const [first, ...rest] = keyOf(name).split(' ')
  if (rest.length > 0 && articles.includes(first)) {
    const without = candidatesFor(rest.join(' '), lexicon, gazetteer)
    if (without.length > 0) return without
  }
  if (name.length < 3) return []
  return [
    ...articles.flatMap(article => gazetteer.named(`${article} ${name}`)),
    ...tails.flatMap(tail => gazetteer.startingWith(`${name} ${tail}`)),
  ]
    .flatMap(row => rowOf(row, name))
    .map(place => ({...place, prior: place.prior - 1}))
}

function statesNamed(name: string, lexicon: Lexicon, gazetteer: Gazetteer): Candidate[] {
  const ids = new Set<EntityId>()
  for (const {entity, kind} of lexicon.byName.lookup(name))
    if (kind !== 'seat' && lexicon.states.has(entity) && (kind !== 'acronym' || name === name.toUpperCase()))
      ids.add(entity)
  return [...ids].flatMap(id => {
    const middle = gazetteer.middleOf(id)
    const named = lexicon.states.get(id)?.name ?? id
    return middle
      ? [
          {
            name: named,
            country: id,
            region: '',
            kind: 'country' as const,
            latitude: middle[0],
            longitude: middle[1],
            prior: 9,
          },
        ]
      : []
  })
}

/** The lexicon's own places are those of conflict and diplomacy: likelier in news than their size tells. */
function ownPlaces(name: string, lexicon: Lexicon): Candidate[] {
  return lexicon.placesNamed(name).map(({name, country, kind, latitude, longitude}) => ({
    name,
    country,
    region: '',
    kind: kind === 'capital' ? 'city' : kind,
    latitude,
    longitude,
    prior: kind === 'capital' ? 7.5 : kind === 'city' ? 6 : 6.5,
  }))
}

function rowOf(row: GazetteerPlace, printed: string): Candidate[] {
  const {name, country, region, kind, latitude, longitude, thousands} = row
  const people = Math.log10(Math.max(1, thousands) * 1000)
  const place = {name, country, region, latitude, longitude}
  if (kind === 'abbreviation' || kind === 'postal') {
    // "KY", "Ky." and "B.C.", as printed and not as words: "in", "me", "ill".
    if (name !== printed && name !== `${printed}.`) return []
    return [{...place, kind: 'region', prior: kind === 'postal' ? 1 : 6.5}]
  }
  if (kind === 'wide' || kind === 'water') return [{...place, kind, prior: 8.5}]
  if (kind === 'county') return [{...place, kind, prior: 5.5}]
  if (kind === 'region') return [{...place, kind, prior: thousands === 0 ? 7 : Math.min(6.6, people - 0.2)}]
  return [{...place, kind: 'city', prior: people + (kind === 'capital' ? 1.3 : kind === 'seat' ? 0.4 : 0)}]
}
