import type {CodedEvent, EntityId, EventCode, Statement} from '../../model/index.ts'
import {countryOf, type Work} from '../work.ts'

/** Events that are done by saying something. */
const spoken: ReadonlySet<EventCode> = new Set([
  'ACCUSE',
  'AGREE',
  'CONCEDE',
  'CONSULT',
  'COOPERATE',
  'PROTEST',
  'REJECT',
  'REQUEST',
  'SUPPORT',
  'THREATEN',
])

/** "Iran accused Israel of …": the statement and the event that one word tells are one act, so the statement names the event. */
export function linkEvents(work: Work): void {
  const {events, statements} = work
  work.statements = statements.map(statement => ({...statement, event: eventOf(work, statement, events)?.id ?? null}))
}

/** The event with the statement's own cue; the speaker's, where the word tells several. */
function eventOf(work: Work, {cue, source}: Statement, events: readonly CodedEvent[]): CodedEvent | null {
  if (cue === null) return null
  const same = events.filter(
    ({event, evidence}) => spoken.has(event) && evidence.cue.start < cue.end && cue.start < evidence.cue.end,
  )
  const country = (id: EntityId) => countryOf(work, id) ?? id
  const speaker = source.entity === null ? null : country(source.entity)
  const own = same.find(({actors}) =>
    actors.some(({entity}) => entity === source.entity || country(entity) === speaker),
  )
  // Whose act it is must not differ where both are known.
  return own ?? same.find(({actors}) => actors.length === 0 || speaker === null) ?? null
}
