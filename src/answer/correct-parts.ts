import type {Lexicon} from '../lexicon/index.ts'
import {modesOf} from '../model/act-words.ts'
import {
  type Aspect,
  type Entity,
  type EventCode,
  entityKinds,
  type Precision,
  type RealityValue,
} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {dayIn, type Given, isGiven, listIn, oneOf, textIn, wrong} from './given.ts'
import {sideOf} from './relation.ts'

const realities = ['occurred', 'historical', 'future', 'hypothetical', 'negation'] as const satisfies RealityValue[]
const aspects = [
  'plain',
  'ongoing',
  'habitual',
  'ended',
  'planned',
  'promised',
  'desired',
  'feared',
  'demanded',
  'possible',
  'conditional',
  'asked',
  'negated',
  'refused',
  'failed',
] as const satisfies Aspect[]
const usual: Readonly<Record<RealityValue, Aspect>> = {
  occurred: 'plain',
  historical: 'plain',
  future: 'planned',
  hypothetical: 'possible',
  negation: 'negated',
}

export function modeIn(lexicon: Lexicon, event: EventCode, given: unknown): string | null {
  if (!isGiven(given)) return null
  const ofRows = lexicon.acts.rows.flatMap(row => (row.event === event && row.mode ? [row.mode] : []))
  const known = new Set([...modesOf(event), ...ofRows])
  if (typeof given === 'string' && known.has(given)) return given
  throw wrong('mode', `one of ${[...known].sort().join(', ') || 'none'} for ${event}`, given)
}

/** PLOVER contexts, by code or in words: `human_rights`, `human rights`. */
export function contextsIn(lexicon: Lexicon, given: Given): string[] {
  if (!isGiven(given.contexts)) return []
  const known = new Set([...lexicon.acts.contexts.values(), ...lexicon.acts.rows.map(row => row.contexts)].flat())
  const contexts = listIn(given, 'contexts').map(each =>
    each
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  )
  for (const each of contexts)
    if (!known.has(each)) throw wrong('contexts', `some of ${[...known].sort().join(', ')}`, each)
  return [...new Set(contexts)].sort()
}

/** Those that a list of ids or names means. `~Adam Khan (person, KEN)`: somebody that no table and no article knows, to be told apart. */
export async function entitiesIn(record: OpenRecord, lexicon: Lexicon, given: Given, name: string): Promise<Entity[]> {
  const names = isGiven(given[name]) ? listIn(given, name) : []
  const entities: Entity[] = []
  for (const each of names) entities.push(await entityNamed(record, lexicon, each))
  return entities
}

async function entityNamed(record: OpenRecord, lexicon: Lexicon, name: string): Promise<Entity> {
  const known = lexicon.entities.get(name)
  if (known) return known
  const [kept] = await record.entities({id: name})
  if (!kept) return unknownNamed(lexicon, name) ?? sideOf(record, lexicon, name)
  const {id, kind, name: shown, country, sector, since, until, wikidata} = kept
  return {id, kind, name: shown, country, sector, since, until, wikidata}
}

function unknownNamed(lexicon: Lexicon, words: string): Entity | null {
  const [, name, kind = 'person', country = null] =
    /^~\s*([^()]+?)\s*(?:\(([a-z-]+)(?:,\s*([A-Z]{3}))?\))?$/.exec(words) ?? []
  if (name === undefined) return null
  const known = entityKinds.find(each => each === kind)
  if (known === undefined) throw wrong('kind', `one of ${entityKinds.join(', ')}`, kind)
  if (country !== null && !lexicon.states.has(country))
    throw wrong('country', 'the code of a state, such as PAK', country)
  return {id: `~${slug(name)}`, kind: known, name, country, sector: null, since: null, until: null, wikidata: null}
}

const slug = (name: string) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')

/** What happened of it, with the aspect that is usual for that where none is given. */
export function realityIn(given: Given) {
  const reality = oneOf(given, 'reality', realities)
  return {reality, aspect: given.aspect ? oneOf(given, 'aspect', aspects) : usual[reality]}
}

/** First and last day; `null`: not told. */
export function daysIn(given: Given) {
  if (!isGiven(given.first)) return null
  const first = dayIn(given, 'first')
  const last = isGiven(given.last) ? dayIn(given, 'last') : first
  if (last < first) throw wrong('last', `a day from ${first} on`, last)
  return {first, last, precision: precisionOf(first, last)}
}

export function placeIn(lexicon: Lexicon, given: Given) {
  if (!isGiven(given.place)) return null
  const name = textIn(given, 'place')
  const country = !isGiven(given.country) ? null : textIn(given, 'country')
  if (country !== null && !lexicon.states.has(country))
    throw wrong('country', 'the code of a state, such as PAK', country)
  const precision = country !== null && lexicon.entities.get(country)?.name === name ? 'country' : 'city'
  return {name, country, precision, latitude: null, longitude: null} as const
}

/** The finest precision that holds the span of days. */
function precisionOf(first: string, last: string): Precision {
  const days = (Date.parse(last) - Date.parse(first)) / 86_400_000 + 1
  const steps: readonly (readonly [number, Precision])[] = [
    [1, 'day'],
    [7, 'week'],
    [31, 'month'],
    [92, 'season'],
    [366, 'year'],
    [3653, 'decade'],
  ]
  return steps.find(([most]) => days <= most)?.[1] ?? 'era'
}
