import type {CodedEvent, EntityId, EventCode, Party, Sector} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'
import type {Draft} from './doers.ts'

/** Who as a rule deals with the authorities of his own state: courts, police, parties, rebels, citizens. */
const domestic = new Set<Sector | null>([
  'JUD',
  'COP',
  'LEG',
  'PTY',
  'OPP',
  'REB',
  'UAF',
  'CVL',
  'LAB',
  'EDU',
  'REF',
  'REL',
])
const authorities = new Set<Sector | null>(['GOV', 'MIL', 'COP', 'JUD', 'LEG', 'SPY'])
/** Acts of authorities on their own ground. */
const within = new Set<EventCode>(['COERCE', 'CONCEDE', 'PROTEST', 'RETREAT'])
const abroad =
  /\b(?:foreign|international|multinational|western|overseas|expatriate|european|african|asian|arab|latin)\b/i

/**
 * Gives parties whose state the text does not name the one that their act shows: protesters the place of their march, or the
 * state whose government they march against; rebels, judges and parties the state whose organs they deal with; rulers the
 * country that they rule in. Marked as implied.
 */
export function atHome(work: Work, draft: Draft): Draft {
  const {event} = draft
  const {actors, recipients} = event
  if (![...actors, ...recipients].some(party => isHomeless(work, party))) return draft
  const place = placeOf(draft)
  const home = (party: Party, others: readonly Party[], acts: boolean): EntityId | null => {
    if (!isHomeless(work, party)) return null
    const other = soleCountry(others)
    if (event.event === 'PROTEST' && acts) return place ?? other ?? onlyState(work, event.sentence)
    if (isCivilWar(event, party, others)) return place ?? onlyState(work, event.sentence)
    if (
      !acts &&
      holding.has(event.event) &&
      others.length > 0 &&
      others.every(({sector}) => sector !== null && policing.has(sector)) &&
      other &&
      party.sector !== null
    )
      return other
    if (acts && captive.has(event.mode ?? '') && party.sector === 'REB') return place
    if (domestic.has(party.sector) && others.some(({sector}) => authorities.has(sector)) && other) return other
    if (domestic.has(party.sector) && place && place === (other ?? place)) return place
    if (!authorities.has(party.sector) || !acts) return null
    if (!within.has(event.event) && event.event !== 'MOBILIZE') return null
    return place ?? (event.mode === 'resign' ? onlyState(work, event.sentence) : null)
  }
  const settle = (party: Party, others: readonly Party[], acts: boolean): Party => {
    const country = home(party, others, acts)
    return country ? {...party, country, how: 'implied'} : party
  }
  const doers = actors.map(party => settle(party, recipients, true))
  const met = recipients.map(party => settle(party, doers, false))
  return {...draft, event: {...event, actors: doers, recipients: met}}
}

const policing = new Set<Sector>(['JUD', 'COP'])
const holding = new Set<EventCode>(['COERCE', 'CONCEDE', 'ACCUSE'])
/** Whom rebels hold may be from anywhere. */
const captive = new Set(['release', 'abduct'])
const soldiers = new Set<Sector | null>(['MIL', 'COP', 'GOV'])
const rebels = new Set<Sector | null>(['REB', 'UAF'])

const warring = new Set<EventCode>([
  'ASSAULT',
  'AGREE',
  'REQUEST',
  'REJECT',
  'THREATEN',
  'ACCUSE',
  'CONCEDE',
  'CONSULT',
])

/** "The army bombed rebels": the forces of a state that the text does not name against rebels of none. */
function isCivilWar({event}: CodedEvent, {sector}: Party, others: readonly Party[]): boolean {
  if (!warring.has(event) || others.length === 0 || others.some(({country}) => country !== null)) return false
  const against = soldiers.has(sector) ? rebels : rebels.has(sector) ? soldiers : null
  return against !== null && others.every(other => against.has(other.sector))
}

function isHomeless(work: Work, {entity, country, sector, span}: Party): boolean {
  if (country !== null || !entity.startsWith('~') || sector === 'IGO' || sector === 'NGO') return false
  return !abroad.test(work.doc.text.slice(span.start, span.end))
}

/** The state that an act is said to be in: "in", "throughout", "across" it. */
function placeOf({event, tree}: Draft): EntityId | null {
  const place = event.place
  if (!place?.country) return null
  const token = tree.tokenAt(place.span.start)
  for (let at = token; at >= 0 && at < tree.length && tree.sentence.starts[at] < place.span.end; at++) {
    const prep = tree.preposition(at)
    if (/^(?:in|at|near|throughout|across|inside|around|of)$/.test(prep)) return place.country
  }
  return null
}

function soleCountry(parties: readonly Party[]): EntityId | null {
  const countries = new Set(parties.flatMap(({country}) => country ?? []))
  return countries.size === 1 ? [...countries][0] : null
}

/** The one state that a sentence speaks of. */
function onlyState(work: Work, sentence: number): EntityId | null {
  const found = new Set<EntityId>()
  for (const mention of work.mentionAt[sentence] ?? []) {
    const country = mention && countryOf(work, mention.entities[0])
    if (country) found.add(country)
  }
  return found.size === 1 ? [...found][0] : null
}
