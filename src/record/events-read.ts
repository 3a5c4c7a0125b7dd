import type {Database, Row} from './database.ts'
import {type IncidentFilter, incidentConditions} from './filter.ts'

/** One telling as a flat row, for tables and files. */
export interface EventRow extends Row {
  readonly id: string
  readonly incident: string | null
  readonly event: string
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly string[]
  readonly recipients: readonly string[]
  readonly first_day: string | null
  readonly last_day: string | null
  readonly precision: string | null
  readonly place: string | null
  readonly reality: string
  readonly aspect: string
  readonly claimed: string | null
  readonly denied: string | null
  readonly doc: string
  readonly outlet: string | null
  readonly published: string | null
  readonly url: string | null
  readonly words: string
  readonly cue: string
  readonly rule: string
  readonly span_start: number
  readonly span_end: number
}

export const eventColumns: readonly (keyof EventRow & string)[] = [
  'id',
  'incident',
  'event',
  'mode',
  'contexts',
  'cameo',
  'actors',
  'recipients',
  'first_day',
  'last_day',
  'precision',
  'place',
  'reality',
  'aspect',
  'claimed',
  'denied',
  'doc',
  'outlet',
  'published',
  'url',
  'words',
  'cue',
  'rule',
  'span_start',
  'span_end',
]

const flat = `SELECT e.id, t.incident, e.event, e.mode, e.contexts, e.cameo, e.actors, e.recipients,
    CAST(e.first_day AS VARCHAR) AS first_day, CAST(e.last_day AS VARCHAR) AS last_day, e.precision, e.place,
    e.reality, e.aspect, e.claimed, e.denied, e.doc, d.outlet, CAST(d.published AS VARCHAR) AS published, d.url,
    e.words, e.cue, e.rule, e.span_start, e.span_end
  FROM events e JOIN docs d ON d.id = e.doc LEFT JOIN incident_tellings t ON t.event = e.id`

/** Tellings by day, undated ones last, then by id. */
export async function readEvents(
  database: Database,
  filter: IncidentFilter & {doc?: string | null} = {},
): Promise<EventRow[]> {
  const where = incidentConditions(filter)
  if (filter.doc) where.add('doc = ?', filter.doc)
  return database.rows<EventRow>(
    `${flat} WHERE e.id IN (SELECT id FROM events ${where}) ORDER BY e.first_day NULLS LAST, e.last_day NULLS LAST, e.id`,
    where.values,
  )
}
