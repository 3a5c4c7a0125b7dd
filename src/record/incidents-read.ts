import {listValue} from '@duckdb/node-api'
import type {DocRef, Evidence, Incident, IncidentAnswer} from '../model/index.ts'
import {breath} from '../model/turns.ts'
import type {Database} from './database.ts'
import {notFound, type RefRow, refColumns, refOf} from './docs.ts'
import {Conditions, type IncidentFilter, incidentConditions} from './filter.ts'
import type {StoredTelling} from './flatten.ts'
import {contestOf} from './incidents/contest.ts'
import {merge} from './incidents/merge.ts'
import {readOnce} from './read-once.ts'

type Row = RefRow & {
  incident: string
  telling: string
  sha256: string
  origin: number
  why: string | null
}

export interface ShownTelling {
  readonly telling: StoredTelling
  readonly doc: DocRef
  readonly sha256: string
  readonly origin: number
  readonly why: string | null
}

/** Incidents by day, undated ones last, then by id. */
export async function readIncidents(database: Database, filter: IncidentFilter = {}): Promise<Incident[]> {
  const ids = await idsOf(database, filter)
  const found = await readOnce(database, ids, async missing => {
    const incidents = new Map<string, Incident>()
    for (const [id, tellings] of await tellingsOf(database, missing)) {
      incidents.set(id, incidentOf(id, tellings))
      // Some thousand of them take a while, in which others get their turn.
      if (incidents.size % 500 === 0) await breath()
    }
    return incidents
  })
  return ids.flatMap(id => found.get(id) ?? [])
}

async function idsOf(database: Database, filter: IncidentFilter): Promise<string[]> {
  const where = incidentConditions(filter)
  const rows = await database.rows<{id: string}>(
    `SELECT id FROM incidents ${where} ORDER BY first_day NULLS LAST, last_day NULLS LAST, id`,
    where.values,
  )
  return rows.map(({id}) => id)
}

export async function incidentsWithTellings(
  database: Database,
  filter: IncidentFilter,
): Promise<{incident: Incident; tellings: ShownTelling[]}[]> {
  const ids = await idsOf(database, filter)
  const byIncident = await tellingsOf(database, ids)
  return ids.flatMap(id => {
    const tellings = byIncident.get(id)
    return tellings ? {incident: incidentOf(id, tellings), tellings} : []
  })
}

/** One incident with its tellings, the clearest first. Throws `record/not-found`. */
export async function readIncident(
  database: Database,
  id: string,
): Promise<Pick<IncidentAnswer, 'incident' | 'tellings'>> {
  const [found] = await incidentsWithTellings(database, {ids: [id]})
  if (!found) throw notFound(id)
  const {incident, tellings} = found
  const {doc, span} = incident.evidence
  const isClearest = ({telling}: ShownTelling) => telling.doc === doc.id && telling.evidence.span.start === span.start
  return {
    incident,
    tellings: [...tellings.filter(isClearest), ...tellings.filter(each => !isClearest(each))].map(shown => ({
      id: shown.telling.id,
      origin: shown.origin + 1,
      why: shown.why,
      claimed: shown.telling.claimed,
      denied: shown.telling.denied,
      evidence: evidenceOf(shown),
    })),
  }
}

/** Tellings of each incident in the order in which they were joined. */
async function tellingsOf(database: Database, ids: readonly string[]): Promise<Map<string, ShownTelling[]>> {
  const byIncident = new Map<string, ShownTelling[]>()
  if (ids.length === 0) return byIncident
  const where = new Conditions().add('t.incident IN (SELECT unnest(CAST(? AS VARCHAR[])))', listValue([...ids]))
  const lots = database.lots<Row>(
    `SELECT t.incident, t.origin, t.why, e.telling, d.sha256, ${refColumns}
     FROM incident_tellings t JOIN events e ON e.id = t.event JOIN docs d ON d.id = e.doc ${where}
     ORDER BY t.incident, t.n`,
    where.values,
  )
  for await (const rows of lots)
    for (const row of rows) {
      const shown = {
        telling: JSON.parse(row.telling) as StoredTelling,
        doc: refOf(row),
        sha256: row.sha256,
        origin: row.origin,
        why: row.why,
      }
      const list = byIncident.get(row.incident)
      if (list) list.push(shown)
      else byIncident.set(row.incident, [shown])
    }
  return byIncident
}

/** An incident from its tellings. */
export function incidentOf(id: string, shown: readonly ShownTelling[]): Incident {
  const merged = merge(shown.map(({telling}) => telling))
  const clearest = shown.find(({telling}) => telling.id === merged.clearest.id)!
  const {event, mode, contexts, cameo, actors, recipients, days, precision, place, reality, aspect, claimed, denied} =
    merged
  const docs = new Map(shown.map(({doc}) => [doc.id, doc]))
  return {
    id,
    event,
    mode,
    contexts,
    cameo,
    actors,
    recipients,
    days,
    precision,
    place,
    reality,
    aspect,
    claimed,
    denied,
    contest: contestOf(shown),
    tellings: shown.map(({telling}) => telling.id).sort(),
    docs: [...docs.values()].sort(byPublished),
    origins: new Set(shown.map(({origin}) => origin)).size,
    figures: figuresOf(shown),
    joined: shown.flatMap(({why}) => (why === null ? [] : [why])),
    evidence: evidenceOf(clearest),
  }
}

export function evidenceOf({telling, doc, sha256}: ShownTelling): Evidence {
  return {doc, sha256, ...telling.evidence}
}

/** Every number with its giver, side by side: by kind, day of publication, Doc and place in it. */
function figuresOf(shown: readonly ShownTelling[]): Incident['figures'] {
  const seen = new Set<string>()
  return [...shown]
    .sort((a, b) => byPublished(a.doc, b.doc))
    .flatMap(({telling, doc}) => telling.figures.map(figure => ({...figure, doc})))
    .filter(({doc, span}) => {
      const key = `${doc.id} ${span.start}`
      return !seen.has(key) && seen.add(key)
    })
    .sort((a, b) => (a.what === b.what ? 0 : a.what < b.what ? -1 : 1))
}

/** By day of publication, unknown last, then by id. */
export function byPublished(a: DocRef, b: DocRef): number {
  const [x, y] = [a.published ?? '9999', b.published ?? '9999']
  return x === y ? (a.id < b.id ? -1 : a.id > b.id ? 1 : 0) : x < y ? -1 : 1
}
