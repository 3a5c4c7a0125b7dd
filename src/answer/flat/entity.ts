import type {EntityAnswer, ReaderAnswer} from '../../model/index.ts'
import type {List} from '../lists.ts'

/** One row an office that it holds or that is held in it. */
export function roleTable({roles}: Pick<EntityAnswer, 'roles'>): List {
  const rows = roles.map(({entity, role, of, sector, since, until}) => ({entity, role, of, sector, since, until}))
  return {columns: ['entity', 'role', 'of', 'sector', 'since', 'until'], rows}
}

/** One row another that it deals with. */
export function partnerTable({partners}: Pick<EntityAnswer, 'partners'>): List {
  return {columns: ['entity', 'name', 'incidents'], rows: partners.map(partner => ({...partner}))}
}

/** One row an event or statement of an article, in the order of their cues. */
export function readTable({doc, reading, incidents}: ReaderAnswer): List {
  const words = (spans: readonly {readonly start: number; readonly end: number}[]) =>
    spans.map(({start, end}) => doc.text.slice(start, end)).join(' […] ')
  const events = reading.events.map(event => ({
    at: event.evidence.cue.start,
    id: `${doc.id}/${event.id}`,
    kind: event.event,
    actors: event.actors.map(({entity}) => entity),
    recipients: event.recipients.map(({entity}) => entity),
    reality: event.reality.value,
    first_day: event.occurred?.first ?? null,
    last_day: event.occurred?.last ?? null,
    incident: incidents[event.id] ?? null,
    words: words([event.evidence.span]),
    rule: event.evidence.rule,
  }))
  const statements = reading.statements.map(statement => ({
    at: statement.cue?.start ?? statement.content[0]?.start ?? 0,
    id: `${doc.id}/${statement.id}`,
    kind: 'statement',
    actors: statement.source.entity === null ? [] : [statement.source.entity],
    recipients: [],
    reality: null,
    first_day: null,
    last_day: null,
    incident: null,
    words: words(statement.content),
    rule: null,
  }))
  const rows = [...events, ...statements]
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
    .map(({at: _, ...row}) => row)
  const columns = [
    'id',
    'kind',
    'actors',
    'recipients',
    'reality',
    'first_day',
    'last_day',
    'incident',
    'words',
    'rule',
  ]
  return {columns, rows}
}
