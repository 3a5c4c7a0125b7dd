import {
  type CodedEvent,
  type Correction,
  type CorrectionChange,
  type CorrectionEntry,
  DetenteError,
  type EventFields,
  type Reading,
  type TextAnchor,
} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {notFound, readingAsRead} from '../docs.ts'
import {anchorEvent, anchorStatement, anchorText} from './anchor.ts'
import {completed, correct} from './corrected.ts'
import {fieldsOf, partyOf} from './fields.ts'
import {entryOf, inForce} from './log.ts'
import {meant, missed} from './missed.ts'

/** Tellings of one incident that a merge or split names; more add nothing. */
const mostAnchors = 12

export type Drafted = Pick<CorrectionEntry, 'anchors' | 'before' | 'after'>

/** The line that a correction will be in the log: anchored, with what stands and what shall stand. Throws `record/not-found` and `usage/argument`. */
export async function draft(
  database: Database,
  {by, at, why, change}: Correction,
  log: readonly CorrectionEntry[],
): Promise<CorrectionEntry> {
  return entryOf({by, at, why, kind: change.kind, undoes: null, ...(await drafted(database, change, log))}, log)
}

async function drafted(
  database: Database,
  change: CorrectionChange,
  log: readonly CorrectionEntry[],
): Promise<Drafted> {
  if (change.kind === 'merge') return merged(database, change.incidents, log)
  if (change.kind === 'split') return split(database, change.tellings, log)
  if (change.kind === 'chrome' || change.kind === 'add' || change.kind === 'mention') {
    const asRead = await readingAsRead(database, change.doc)
    const {start, end} = change.span
    const {text} = asRead.doc
    if (!(start >= 0 && start < end && end <= text.length))
      throw new DetenteError('usage/argument', `expected a span within 0–${text.length}, found ${start}–${end}`)
    if (change.kind === 'add') return missed(asRead, inForce(log), change)
    if (change.kind === 'mention') return meant(asRead, inForce(log), change)
    return {anchors: [{...anchorText(asRead.doc, change.span), part: 'text'}], before: null, after: null}
  }
  const {asRead, part} = await recordOf(database, change.record, log)
  const read = asRead.events.find(({id}) => id === part)
  const said = asRead.statements.find(({id}) => id === part)
  if (!read && said && (change.kind === 'confirm' || change.kind === 'reject'))
    return {anchors: [anchorStatement(asRead, said)], before: null, after: null}
  if (!read)
    throw said
      ? new DetenteError('usage/argument', `a statement can be confirmed or rejected; ${change.kind} is of events`)
      : notFound(change.record)
  const stands = correct(asRead, inForce(log)).reading.events.find(({id}) => id === part)
  if (!stands)
    throw new DetenteError('usage/argument', `${change.record} is rejected already`, {hint: 'Undo that first.'})
  return {anchors: [anchorEvent(asRead, read)], ...changed(stands, change)}
}

type OfEvent = Exclude<CorrectionChange, {readonly kind: 'merge' | 'split' | 'chrome' | 'add' | 'mention'}>

/** What stands of an event, and what shall stand. */
function changed(event: CodedEvent, change: OfEvent): Pick<Drafted, 'before' | 'after'> {
  const own = fieldsOf(event)
  const part = (after: EventFields) => {
    const before = Object.fromEntries(
      Object.keys(after).flatMap(key => (key === 'entities' ? [] : [[key, own[key as keyof typeof own]]])),
    ) as EventFields
    const {entities: _, ...fields} = after
    if (JSON.stringify(before) === JSON.stringify(fields))
      throw new DetenteError('usage/argument', `nothing to change: the ${change.kind} is that already`)
    return {before, after}
  }
  switch (change.kind) {
    case 'confirm':
      return {before: own, after: own}
    case 'reject':
      return {before: own, after: null}
    case 'type':
      return part({event: change.event, mode: change.mode})
    case 'actor':
      return part({actors: change.entities.map(partyOf), entities: change.entities})
    case 'recipient':
      return part({recipients: change.entities.map(partyOf), entities: change.entities})
    case 'swap':
      return part({actors: own.recipients, recipients: own.actors})
    case 'reality':
      return part({reality: change.reality, aspect: change.aspect})
    case 'day':
      return part({days: change.days})
    case 'place':
      return part({place: change.place})
  }
}

/** The Doc of a record as it was read and added to, and the record's id in it. */
async function recordOf(
  database: Database,
  id: string,
  log: readonly CorrectionEntry[],
): Promise<{asRead: Reading; part: string}> {
  const one = id.startsWith('inc_') ? await onlyTelling(database, id) : id
  const slash = one.indexOf('/')
  if (slash < 0) throw notFound(id)
  const asRead = await readingAsRead(database, one.slice(0, slash))
  return {asRead: completed(asRead, inForce(log)).reading, part: one.slice(slash + 1)}
}

/** An incident that is told once may be named for its telling. */
async function onlyTelling(database: Database, incident: string): Promise<string> {
  const tellings = await tellingsOf(database, incident)
  if (tellings.length === 0) throw notFound(incident)
  if (tellings.length > 1)
    throw new DetenteError(
      'usage/argument',
      `${incident} is told ${tellings.length} times; say which telling is meant`,
      {
        hint: `Its tellings: ${tellings.join(', ')}.`,
      },
    )
  return tellings[0]
}

async function merged(
  database: Database,
  incidents: readonly string[],
  log: readonly CorrectionEntry[],
): Promise<Drafted> {
  const ids = [...new Set(incidents)]
  if (ids.length < 2) throw new DetenteError('usage/argument', `expected two incidents or more, found ${ids.length}`)
  const anchors: TextAnchor[] = []
  for (const id of ids) {
    const tellings = await tellingsOf(database, id)
    if (tellings.length === 0) throw notFound(id)
    for (const telling of tellings.slice(0, mostAnchors)) anchors.push(await anchorOf(database, telling, log))
  }
  return {anchors, before: null, after: null}
}

async function split(
  database: Database,
  tellings: readonly string[],
  log: readonly CorrectionEntry[],
): Promise<Drafted> {
  const out = [...new Set(tellings)]
  const homes = await database.rows<{incident: string; event: string}>(
    'SELECT incident, event FROM incident_tellings ORDER BY event',
  )
  const homeOf = (id: string) => homes.find(({event}) => event === id)?.incident
  for (const id of out) if (homeOf(id) === undefined) throw notFound(id)
  const [incident, ...others] = [...new Set(out.map(homeOf))]
  if (incident === undefined || others.length > 0)
    throw new DetenteError('usage/argument', `expected tellings of one incident, found ${out.join(', ') || 'none'}`)
  const stay = homes.filter(each => each.incident === incident && !out.includes(each.event)).map(({event}) => event)
  if (stay.length === 0)
    throw new DetenteError('usage/argument', `nothing is left of ${incident}: all of its tellings would go`)
  const anchors: TextAnchor[] = []
  for (const id of out) anchors.push({...(await anchorOf(database, id, log)), side: 'out'})
  for (const id of stay) anchors.push({...(await anchorOf(database, id, log)), side: 'stay'})
  return {anchors, before: null, after: null}
}

async function tellingsOf(database: Database, incident: string): Promise<string[]> {
  const rows = await database.rows<{event: string}>(
    'SELECT event FROM incident_tellings WHERE incident = $1 ORDER BY n',
    [incident],
  )
  return rows.map(({event}) => event)
}

async function anchorOf(database: Database, id: string, log: readonly CorrectionEntry[]): Promise<TextAnchor> {
  const {asRead, part} = await recordOf(database, id, log)
  const event = asRead.events.find(each => each.id === part)
  if (!event) throw notFound(id)
  return anchorEvent(asRead, event)
}
