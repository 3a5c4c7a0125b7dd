import type {CodedEvent, EntityId, EventCode, Party, Span} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'
import type {Draft} from './doers.ts'

export type Pair = readonly [EntityId, EntityId]

const between = new Set([
  'tie',
  'relation',
  'relationship',
  'link',
  'hotline',
  'broadcast',
  'loudspeaker',
  'speaker',
  'talk',
  'talks',
  'negotiation',
  'meeting',
  'summit',
  'ceasefire',
  'truce',
  'peace',
  'accord',
  'agreement',
  'deal',
  'treaty',
  'reconciliation',
  'rapprochement',
  'embassy',
  'consulate',
  'ambassador',
  'envoy',
  'diplomat',
])
const answering = new Set<EventCode>(['AGREE', 'CONCEDE', 'REJECT'])
const reach = 2
const least = 3

/** The two states that a text speaks of most; `null` when no second one is named at least three times and clearly before the third. */
export function mainPair(work: Work): Pair | null {
  const counts = new Map<EntityId, number>()
  for (const {entities, all} of work.mentions)
    for (const id of all ? entities : entities.slice(0, 1)) {
      const country = countryOf(work, id)
      if (country) counts.set(country, (counts.get(country) ?? 0) + 1)
    }
  const [first, second, third] = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  if (!second || second[1] < least || (third && third[1] * 2 > second[1])) return null
  return [first[0], second[0]]
}

/** "Riyadh broke off relations": the other side of what its state did or met just before, else the other one of the two that the text is about. */
export function counterpart(
  work: Work,
  {event, hit, tree}: Draft,
  pair: Pair | null,
  told: readonly Draft[],
): CodedEvent {
  if (event.recipients.length > 0 || event.actors.length !== 1) return event
  const named = [...hit.words, hit.trigger].some(word => between.has(tree.lemma(word).toLowerCase()))
  if (!named && !answering.has(event.event) && event.mode !== 'seize') return event
  const [{country}] = event.actors
  // "Russia welcomed the meeting": of the two that the text is about.
  if (named && event.event === 'SUPPORT' && pair && country !== null && !pair.includes(country))
    return {...event, recipients: pair.flatMap(id => stateParty(work, id, event.evidence.cue))}
  const other =
    (named ? lastOther(event, told) : null) ??
    (country === pair?.[0] ? pair[1] : country === pair?.[1] ? pair[0] : null)
  return other ? {...event, recipients: stateParty(work, other, event.evidence.cue)} : event
}

/** The one other state in the last acts, a few sentences back at most, that the actor's state had a part in. */
function lastOther({actors, evidence, sentence}: CodedEvent, told: readonly Draft[]): EntityId | null {
  for (const {event} of told.toReversed()) {
    if (event.evidence.cue.start >= evidence.cue.start || sentence - event.sentence > reach) continue
    const homes = new Set([...event.actors, ...event.recipients].flatMap(party => party.country ?? []))
    if (homes.size === 2 && homes.delete(actors[0].country ?? '')) return [...homes][0]
  }
  return null
}

/** A state as a party that the words only imply. */
export function stateParty(work: Work, id: EntityId, span: Span): Party[] {
  const state = work.lexicon.entities.get(id)
  if (!state) return []
  work.entities.set(id, state)
  return [{entity: id, country: id, sector: null, span, how: 'implied'}]
}
