import type {Day, EntityId, EventCode, PlaceReading, RealityValue} from '../model/index.ts'
import type {Database} from './database.ts'
import {Conditions} from './filter.ts'
import type {TieFilter} from './ties.ts'

/** An incident and where it was, by its telling with the finest place. */
export interface PlacedIncident {
  readonly id: string
  readonly event: EventCode
  readonly mode: string | null
  readonly reality: RealityValue
  readonly denied: EntityId | null
  readonly first: Day | null
  readonly last: Day | null
  readonly actors: readonly EntityId[]
  readonly recipients: readonly EntityId[]
  /** `null`: no telling tells a place. */
  readonly place: Omit<PlaceReading, 'span'> | null
}

/** Incidents with their places, newest first. */
export async function readPlaces(database: Database, {since, until}: TieFilter = {}): Promise<PlacedIncident[]> {
  const where = new Conditions()
  if (since) where.add('i.last_day >= CAST(? AS DATE)', since)
  if (until) where.add('i.first_day <= CAST(? AS DATE)', until)
  const rows = await database.rows<
    Omit<PlacedIncident, 'place'> & {
      name: string | null
      country: string | null
      precision: PlaceReading['precision'] | null
      latitude: number | null
      longitude: number | null
    }
  >(
    `WITH told AS (
       SELECT i.id, i.event, i.mode, i.reality, i.denied, i.actors, i.recipients, i.first_day, i.last_day,
         e.place AS name, e.place_country AS country, e.latitude, e.longitude,
         -- Most tellings have no place, and their JSON need not be opened.
         CASE WHEN e.place IS NOT NULL THEN json_extract_string(e.telling, '$.place.precision') END AS precision, t.n
       FROM incidents i JOIN incident_tellings t ON t.incident = i.id JOIN events e ON e.id = t.event
         ${where}
     ), ranked AS (
       SELECT *, row_number() OVER (
         PARTITION BY id
         ORDER BY coalesce(list_position(['site', 'city', 'region', 'country', 'unresolved'], precision), 9), n
       ) AS rank FROM told
     )
     SELECT id, event, mode, reality, denied, actors, recipients, CAST(first_day AS VARCHAR) AS first,
       CAST(last_day AS VARCHAR) AS last, name, country, precision, latitude, longitude
     FROM ranked WHERE rank = 1 ORDER BY last_day DESC NULLS LAST, id`,
    where.values,
  )
  return rows.map(({name, country, precision, latitude, longitude, ...incident}) => ({
    ...incident,
    place: name === null ? null : {name, country, precision: precision ?? 'unresolved', latitude, longitude},
  }))
}
