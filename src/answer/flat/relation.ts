import type {Incident, IndexSeries, Quotation, RelationAnswer, StatementRow} from '../../model/index.ts'
import type {List} from '../lists.ts'
import {listOf} from './list-of.ts'
import {printedIn, reprints} from '../quotations.ts'

/** One row an incident, as the list of a relation shows them. */
export function incidentTable(incidents: readonly Incident[]): List {
  return listOf(incidents, {
    id: incident => incident.id,
    first_day: incident => incident.days.first,
    last_day: incident => incident.days.last,
    precision: incident => incident.precision,
    event: incident => incident.event,
    mode: incident => incident.mode,
    contexts: incident => incident.contexts,
    cameo: incident => incident.cameo,
    actors: incident => incident.actors.map(({entity}) => entity),
    recipients: incident => incident.recipients.map(({entity}) => entity),
    place: incident => incident.place,
    reality: incident => incident.reality,
    aspect: incident => incident.aspect,
    claimed: incident => incident.claimed,
    denied: incident => incident.denied,
    origins: incident => incident.origins,
    docs: incident => incident.docs.length,
    words: incident => incident.evidence.words,
    doc: incident => incident.evidence.doc.id,
    span_start: incident => incident.evidence.span.start,
    span_end: incident => incident.evidence.span.end,
  })
}

/** One row a statement. */
export function statementTable(statements: readonly StatementRow[], quotations: readonly Quotation[] = []): List {
  const printed = reprints(quotations)
  const columns = [
    'id',
    'speaker',
    'role',
    'outlet',
    'form',
    'act',
    'stance',
    'words',
    'published',
    'doc',
    'span_start',
    'span_end',
    'also_in',
    'drift',
  ]
  const rows = statements.map(({id, speaker, role, outlet, statement, parts, evidence}) => ({
    id,
    speaker,
    role,
    outlet,
    form: statement.form,
    act: statement.act,
    stance: statement.stance,
    words: parts.join(' […] '),
    published: evidence.doc.published,
    doc: evidence.doc.id,
    span_start: evidence.span.start,
    span_end: evidence.span.end,
    ...printedIn(id, printed),
  }))
  return {columns, rows}
}

/** One row a printed number. */
export function figureTable(incidents: readonly Incident[]): List {
  const columns = [
    'incident',
    'what',
    'who',
    'low',
    'high',
    'approx',
    'unit',
    'giver',
    'outlet',
    'published',
    'doc',
    'span_start',
    'span_end',
  ]
  const rows = incidents.flatMap(({id, figures}) =>
    figures.map(({what, who, low, high, approx, unit, giver, doc, span}) => ({
      incident: id,
      what,
      who,
      low,
      high,
      approx,
      unit,
      giver,
      outlet: doc.outlet,
      published: doc.published,
      doc: doc.id,
      span_start: span.start,
      span_end: span.end,
    })),
  )
  return {columns, rows}
}

/** One row a month of the index. */
export function monthTable({points}: IndexSeries): List {
  const columns = ['month', 'level', 'low', 'high', 'as_of', 'as_of_low', 'as_of_high', 'incidents', 'docs', 'origins']
  const rows = points.map(({month, level, low, high, asOf, asOfLow, asOfHigh, incidents, docs, origins}) => ({
    month,
    level,
    low,
    high,
    as_of: asOf,
    as_of_low: asOfLow,
    as_of_high: asOfHigh,
    incidents,
    docs,
    origins,
  }))
  return {columns, rows}
}

/** One row an incident that pulled a change of the index; the shares add up to the change. */
export function shareTable({change, incidents}: Pick<RelationAnswer, 'change' | 'incidents'>): List {
  const byId = new Map(incidents.map(incident => [incident.id, incident]))
  const rows = (change?.contributions ?? []).map(({incident, month, score, share}) => ({
    incident,
    month,
    event: byId.get(incident)?.event ?? null,
    score,
    share,
  }))
  return {columns: ['incident', 'month', 'event', 'score', 'share'], rows}
}
