import type {CodedEvent, EntityId, Party, Span} from '../../model/index.ts'
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
  'embassy',
])
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

/** "Riyadh broke off relations": the other one of the two that the text is about. */
export function counterpart(work: Work, {event, hit, tree}: Draft, pair: Pair | null): CodedEvent {
  if (!pair || event.recipients.length > 0 || event.actors.length !== 1) return event
  if (![...hit.words, hit.trigger].some(word => between.has(tree.lemma(word).toLowerCase()))) return event
  const [actor] = event.actors
  const other = actor.country === pair[0] ? pair[1] : actor.country === pair[1] ? pair[0] : null
  const state = other && work.lexicon.entities.get(other)
  if (!state) return event
  work.entities.set(state.id, state)
  const party: Party = {
    entity: state.id,
    country: state.id,
    sector: state.sector,
    span: event.evidence.cue,
    how: 'implied',
  }
  return {...event, recipients: [party]}
}

/** A state as a party that the words only imply. */
export function stateParty(work: Work, id: EntityId, span: Span): Party[] {
  const state = work.lexicon.entities.get(id)
  if (!state) return []
  work.entities.set(id, state)
  return [{entity: id, country: id, sector: null, span, how: 'implied'}]
}
