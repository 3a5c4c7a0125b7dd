import type {EventCode, Party} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'
import type {Draft} from './doers.ts'

/** What is answered, and by words for what. */
const answered = new Set<EventCode>(['ACCUSE', 'REQUEST', 'THREATEN', 'COERCE'])
const charges = new Set([
  'accusation',
  'allegation',
  'charge',
  'claim',
  'complaint',
  'demand',
  'ultimatum',
  'criticism',
  'threat',
  'responsibility',
  'role',
  'involvement',
  'wrongdoing',
  'talk',
])
const hostile = new Set<EventCode>(['ASSAULT', 'COERCE', 'MOBILIZE', 'SANCTION', 'THREATEN', 'ACCUSE'])
const reach = 3

/**
 * Gives the words that answer somebody whom they answer: "Chad accused Mali of arming rebels. Mali denied the charge." goes to Chad; and
 * the deeds that somebody complains of were done to him: "Chad accused Mali of opening fire". Marked as implied.
 */
export function answers(work: Work, drafts: readonly Draft[]): Draft[] {
  return drafts.map((draft, n) => {
    const {event} = draft
    if (event.recipients.length > 0 || event.actors.length === 0) return draft
    const from = isAnswer(draft) ? accuserOf(work, drafts, n) : hostile.has(event.event) ? plaintiff(drafts, draft) : []
    return from.length === 0 ? draft : {...draft, event: {...event, recipients: from}}
  })
}

const implied = (parties: readonly Party[]): Party[] => parties.map(party => ({...party, how: 'implied'}))

/** "Denied the charge", "dismissed it". */
function isAnswer({event, hit, tree}: Draft): boolean {
  if (event.event !== 'REJECT') return false
  return [hit.trigger, ...hit.words, ...tree.objects(hit.trigger)].some(
    at => charges.has(tree.lemma(at).toLowerCase()) || tree.lemma(at).toLowerCase() === 'deny',
  )
}

/** Who last accused, warned or asked those who answer, else the last one of another state who was said to speak of them. */
function accuserOf(work: Work, drafts: readonly Draft[], n: number): Party[] {
  const {event} = drafts[n]
  const near = (sentence: number) => event.sentence - sentence >= 0 && event.sentence - sentence <= reach
  for (const {event: other} of drafts.slice(0, n).toReversed()) {
    if (!near(other.sentence) || !answered.has(other.event) || other.actors.length === 0) continue
    if (shares(other.recipients, event.actors) && !shares(other.actors, event.actors)) return implied(other.actors)
  }
  for (const {source, about, sentence, content} of work.statements.toReversed()) {
    if (!source.entity || !source.span || !near(sentence) || content[0].start > event.evidence.cue.start) continue
    const country = countryOf(work, source.entity)
    const homes = event.actors.map(({country: home}) => home)
    if (!country || homes.includes(country) || !homes.some(home => home !== null && about.includes(home))) continue
    const sector = work.entities.get(source.entity)?.sector ?? null
    return [{entity: source.entity, country, sector, span: source.span, how: 'implied'}]
  }
  return []
}

/** The one who complains, in the same sentence, that these did it. */
function plaintiff(drafts: readonly Draft[], {event}: Draft): Party[] {
  if (!event.reality.why.some(({because}) => because.startsWith('accused'))) return []
  const complaint = drafts.find(
    ({event: other}) =>
      other.event === 'ACCUSE' &&
      other.sentence === event.sentence &&
      other !== event &&
      shares(other.recipients, event.actors),
  )
  const states = complaint?.event.actors.filter(({country}) => country !== null) ?? []
  return shares(states, event.actors) ? [] : implied(states)
}

function shares(a: readonly Party[], b: readonly Party[]): boolean {
  const home = ({country, entity}: Party) => country ?? entity
  return a.some(one => b.some(other => home(one) === home(other)))
}
