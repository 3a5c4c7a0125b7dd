import type {Lexicon} from '../lexicon/index.ts'
import {
  type Aspect,
  type Correction,
  type CorrectionChange,
  correctionKinds,
  DetenteError,
  type Entity,
  type EventCode,
  eventCodes,
  type Maker,
  type Precision,
  type RealityValue,
} from '../model/index.ts'
import type {OpenRecord, Undoing} from '../record/index.ts'
import {sideOf} from './relation.ts'

/** Values of a form, a request or a command line: nothing is known of them yet. */
export interface Given {
  readonly [name: string]: unknown
}

const longest = 2000

/**
 * Reads a correction as a person gives it: `kind`, `by`, `at`, `why`, and what the kind needs: `record`; `event` and `mode`;
 * `entities` (ids or names); `reality` and `aspect`; `first` and `last`; `place` and `country`; `incidents`; `tellings`;
 * `doc`, `start` and `end`. Throws `usage/argument` naming the part, and `answer/unknown-entity`.
 */
export async function readCorrection(record: OpenRecord, lexicon: Lexicon, given: Given): Promise<Correction> {
  return {...makerIn(given), change: await changeIn(record, lexicon, given)}
}

/** Reads an undoing as a person gives it: `id`, `by`, `at`, `why`. */
export function readUndoing(given: Given): Undoing {
  return {...makerIn(given), id: textIn(given, 'id')}
}

function makerIn(given: Given): Maker {
  const at = textIn(given, 'at')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(at))
    throw wrong('at', 'a moment such as 2025-03-06T14:22:40Z', at)
  return {by: textIn(given, 'by'), at, why: typeof given.why === 'string' ? given.why.slice(0, longest) : ''}
}

async function changeIn(record: OpenRecord, lexicon: Lexicon, given: Given): Promise<CorrectionChange> {
  const kind = oneOf(given, 'kind', correctionKinds)
  switch (kind) {
    case 'merge':
      return {kind, incidents: listIn(given, 'incidents')}
    case 'split':
      return {kind, tellings: listIn(given, 'tellings')}
    case 'chrome':
      return {kind, doc: textIn(given, 'doc'), span: {start: wholeIn(given, 'start'), end: wholeIn(given, 'end')}}
  }
  const id = textIn(given, 'record')
  switch (kind) {
    case 'confirm':
    case 'reject':
    case 'swap':
      return {kind, record: id}
    case 'type': {
      const event = oneOf(given, 'event', eventCodes)
      return {kind, record: id, event, mode: modeIn(lexicon, event, given.mode)}
    }
    case 'actor':
    case 'recipient': {
      const names = given.entities === undefined || given.entities === null ? [] : listIn(given, 'entities')
      const entities: Entity[] = []
      for (const name of names) entities.push(await entityNamed(record, lexicon, name))
      return {kind, record: id, entities}
    }
    case 'reality': {
      const reality = oneOf(given, 'reality', realities)
      const aspect = given.aspect ? oneOf(given, 'aspect', aspects) : usual[reality]
      return {kind, record: id, reality, aspect}
    }
    case 'day': {
      if (given.first === undefined || given.first === null) return {kind, record: id, days: null}
      const first = dayIn(given, 'first')
      const last = given.last === undefined || given.last === null ? first : dayIn(given, 'last')
      if (last < first) throw wrong('last', `a day from ${first} on`, last)
      return {kind, record: id, days: {first, last, precision: precisionOf(first, last)}}
    }
    case 'place':
      return {kind, record: id, place: placeIn(lexicon, given)}
  }
}

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

function modeIn(lexicon: Lexicon, event: EventCode, given: unknown): string | null {
  if (given === undefined || given === null || given === '') return null
  const known = new Set(lexicon.acts.rows.flatMap(row => (row.event === event && row.mode ? [row.mode] : [])))
  if (typeof given === 'string' && known.has(given)) return given
  throw wrong('mode', `one of ${[...known].sort().join(', ') || 'none'} for ${event}`, given)
}

async function entityNamed(record: OpenRecord, lexicon: Lexicon, name: string): Promise<Entity> {
  const known = lexicon.entities.get(name)
  if (known) return known
  const [kept] = await record.entities({id: name})
  if (!kept) return sideOf(record, lexicon, name)
  const {id, kind, name: shown, country, sector, since, until, wikidata} = kept
  return {id, kind, name: shown, country, sector, since, until, wikidata}
}

function placeIn(lexicon: Lexicon, given: Given) {
  if (given.place === undefined || given.place === null || given.place === '') return null
  const name = textIn(given, 'place')
  const country = given.country === undefined || given.country === null ? null : textIn(given, 'country')
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

function dayIn(given: Given, name: string): string {
  const day = textIn(given, name)
  const time = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(day) : Number.NaN
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== day)
    throw wrong(name, 'a day such as 2021-08-26', day)
  return day
}

function textIn(given: Given, name: string): string {
  const value = given[name]
  if (typeof value === 'string' && value.trim() !== '' && value.length <= longest) return value
  throw wrong(name, `1 to ${longest} letters`, value)
}

function wholeIn(given: Given, name: string): number {
  const value = given[name]
  if (typeof value === 'number' && Number.isSafeInteger(value)) return value
  throw wrong(name, 'a whole number', value)
}

function listIn(given: Given, name: string): string[] {
  const value = given[name]
  if (Array.isArray(value) && value.length <= 500 && value.every(each => typeof each === 'string' && each !== ''))
    return value
  throw wrong(name, 'a list of ids', value)
}

function oneOf<T extends string>(given: Given, name: string, values: readonly T[]): T {
  const value = given[name]
  const found = values.find(each => each === value)
  if (found !== undefined) return found
  throw wrong(name, `one of ${values.join(', ')}`, value)
}

function wrong(name: string, expected: string, found: unknown): DetenteError {
  const shown = found === undefined ? 'nothing' : JSON.stringify(found).slice(0, 80)
  return new DetenteError('usage/argument', `${name}: expected ${expected}, found ${shown}`)
}
