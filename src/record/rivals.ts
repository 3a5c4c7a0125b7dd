import type {Rival} from '../model/index.ts'
import type {Database} from './database.ts'
import {notFound} from './docs.ts'
import {incidentsWithTellings} from './incidents-read.ts'
import {isRival} from './incidents/rival.ts'

/**
 * Incidents that contradict one: the same happening told as not having happened, or laid at another's door. They are not
 * joined with it, because what was done and what was not, and what one did and what another did, are two things to a record.
 * Throws `record/not-found`.
 */
export async function readRivals(database: Database, id: string): Promise<Rival[]> {
  const [found] = await incidentsWithTellings(database, {ids: [id]})
  if (!found) throw notFound(id)
  const rows = await database.rows<{id: string}>(
    `SELECT i.id FROM incidents i, incidents own
     WHERE own.id = $1 AND i.id <> own.id AND i.event = own.event
       AND i.first_day <= own.last_day + 1 AND i.last_day >= own.first_day - 1
       AND (len(own.recipients) = 0 OR list_has_any(i.recipients, own.recipients)
         OR list_has_any(i.recipient_countries, own.recipient_countries))
     ORDER BY i.id`,
    [id],
  )
  const others = await incidentsWithTellings(database, {ids: rows.map(row => row.id)})
  return others.flatMap(other => {
    const about = isRival(
      found.tellings.map(({telling}) => telling),
      other.tellings.map(({telling}) => telling),
    )
    return about ? [{about, incident: other.incident}] : []
  })
}
