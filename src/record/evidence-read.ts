import type {EvidenceAnswer, Reading} from '../model/index.ts'
import type {Database} from './database.ts'
import {notFound, readingOf} from './docs.ts'
import {wordsAt} from './evidence.ts'
import {evidenceOf, incidentsWithTellings} from './incidents-read.ts'
import {readOtherPrints} from './other-prints.ts'
import {readStatements} from './statements-read.ts'

/** What stands behind an incident, an event, a statement or a figure. Throws `record/not-found`. */
export async function readEvidence(database: Database, id: string): Promise<EvidenceAnswer> {
  if (id.startsWith('inc_')) return behindIncident(database, id, null)
  const slash = id.indexOf('/')
  if (slash < 0) throw notFound(id)
  const reading = await readingOf(database, id.slice(0, slash))
  const part = id.slice(slash + 1)
  if (reading.events.some(event => event.id === part)) return behindEvent(database, id)
  if (reading.statements.some(statement => statement.id === part)) return behindStatement(database, id, reading)
  // A figure is shown by the event that it belongs to, or by the statement that gives it.
  const figure = reading.figures.find(each => each.id === part)
  const event = figure && reading.events.find(each => each.figures.includes(figure.id))
  if (event) return {...(await behindEvent(database, `${reading.doc.id}/${event.id}`)), id}
  if (figure?.statement)
    return {...(await behindStatement(database, `${reading.doc.id}/${figure.statement}`, reading)), id}
  throw notFound(id)
}

async function behindEvent(database: Database, id: string): Promise<EvidenceAnswer> {
  const [row] = await database.rows<{incident: string}>('SELECT incident FROM incident_tellings WHERE event = $1', [id])
  if (!row) throw notFound(id)
  return behindIncident(database, row.incident, id)
}

async function behindIncident(database: Database, incidentId: string, eventId: string | null): Promise<EvidenceAnswer> {
  const [found] = await incidentsWithTellings(database, {ids: [incidentId]})
  if (!found) throw notFound(eventId ?? incidentId)
  const {incident, tellings} = found
  const shown = eventId
    ? tellings.find(({telling}) => telling.id === eventId)!
    : tellings.find(
        ({telling}) =>
          telling.evidence.span.start === incident.evidence.span.start && telling.doc === incident.evidence.doc.id,
      )!
  const reading = await readingOf(database, shown.telling.doc)
  const event = reading.events.find(each => `${reading.doc.id}/${each.id}` === shown.telling.id)!
  const {why, ...reality} = event.reality
  return {
    id: eventId ?? incidentId,
    kind: eventId ? 'event' : 'incident',
    evidence: evidenceOf(shown),
    incident,
    statement: event.statement
      ? ((await readStatements(database, {ids: [`${reading.doc.id}/${event.statement}`]}))[0] ?? null)
      : null,
    day: event.occurred && {...event.occurred, words: wordsAt(reading.doc, event.occurred.span)},
    reality: {...reality, why: why.map(({because, span}) => ({because, words: wordsAt(reading.doc, span)}))},
    others: await snapshotsBeside(database, shown.telling.doc, shown.telling.evidence.words),
    tellings: [shown, ...tellings.filter(each => each !== shown)].map(each => ({
      id: each.telling.id,
      evidence: evidenceOf(each),
    })),
    names: namesIn(reading),
  }
}

async function behindStatement(database: Database, id: string, reading: Reading): Promise<EvidenceAnswer> {
  const [statement] = await readStatements(database, {ids: [id]})
  if (!statement) throw notFound(id)
  return {
    id,
    kind: 'statement',
    evidence: statement.evidence,
    incident: null,
    statement,
    day: null,
    reality: null,
    others: await snapshotsBeside(database, reading.doc.id, statement.evidence.words),
    tellings: [],
    names: namesIn(reading),
  }
}

/** Other snapshots of a Doc's address: whether the words still stand there, or stood there before. */
async function snapshotsBeside(database: Database, doc: string, words: string) {
  return (await readOtherPrints(database, doc, words)).filter(({why}) => why === 'same-address')
}

const namesIn = (reading: Reading) => Object.fromEntries(reading.entities.map(({id, name}) => [id, name]))
