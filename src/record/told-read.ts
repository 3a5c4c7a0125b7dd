import type {EventCode, RealityValue, Sector, Told, ToldParty} from '../model/index.ts'
import type {Database} from './database.ts'
import {type RefRow, refColumns, refOf} from './docs.ts'
import {type IncidentFilter, incidentConditions} from './filter.ts'

type ToldRow = RefRow & {
  id: string
  incident: string | null
  tellings: number | null
  docs: number | null
  origins: number | null
  event: EventCode
  mode: string | null
  contexts: string[]
  cameo: string | null
  first: string | null
  last: string | null
  place: string | null
  place_country: string | null
  latitude: number | null
  longitude: number | null
  reality: RealityValue
  claimed: string | null
  denied: string | null
  sentence: number
  words: string
  span_start: number
  span_end: number
  cue: string
  rule: string
  language: string
  sha256: string
}

type PartyRow = {
  event: string
  part: 'actor' | 'recipient'
  entity: string
  name: string | null
  country: string | null
  sector: Sector | null
  words: string
  wikidata: string | null
}

/** Tellings with all that other projects' forms ask for, by day, undated ones last, then by id. */
export async function readTold(database: Database, filter: IncidentFilter = {}): Promise<Told[]> {
  const where = incidentConditions(filter)
  const rows = await database.rows<ToldRow>(
    `SELECT e.id, t.incident, i.tellings, i.docs, i.origins, e.event, e.mode, e.contexts, e.cameo,
       CAST(e.first_day AS VARCHAR) AS first, CAST(e.last_day AS VARCHAR) AS last, e.place, e.place_country, e.latitude,
       e.longitude, e.reality, e.claimed, e.denied, e.sentence, e.words, e.span_start, e.span_end, e.cue, e.rule, d.language, d.sha256,
       ${refColumns}
     FROM events e JOIN docs d ON d.id = e.doc LEFT JOIN incident_tellings t ON t.event = e.id
       LEFT JOIN incidents i ON i.id = t.incident
     WHERE e.id IN (SELECT id FROM events ${where})
     ORDER BY e.first_day NULLS LAST, e.last_day NULLS LAST, e.id`,
    where.values,
  )
  const parties = await partiesOf(database)
  return rows.map(row => {
    const {first, last, place, latitude, longitude, reality, claimed, denied, sentence, words, cue, rule} = row
    const {id, incident, event, mode, contexts, cameo, language, sha256} = row
    const of = parties.get(id)
    return {
      id,
      incident,
      tellings: row.tellings ?? 1,
      docs: row.docs ?? 1,
      origins: row.origins ?? 1,
      event,
      mode,
      contexts,
      cameo,
      actors: of?.actor ?? [],
      recipients: of?.recipient ?? [],
      first,
      last,
      place,
      placeCountry: row.place_country,
      latitude,
      longitude,
      reality,
      claimed,
      denied,
      sentence,
      words,
      start: row.span_start,
      end: row.span_end,
      cue,
      rule,
      doc: refOf(row),
      language,
      sha256,
    }
  })
}

async function partiesOf(database: Database): Promise<Map<string, {actor: ToldParty[]; recipient: ToldParty[]}>> {
  const rows = await database.rows<PartyRow>(
    `SELECT p.event, p.part, p.entity, n.name, p.country, p.sector, p.words, n.wikidata
     FROM event_parties p LEFT JOIN entities n ON n.doc = p.doc AND n.id = p.entity ORDER BY p.event, p.part, p.n`,
  )
  const found = new Map<string, {actor: ToldParty[]; recipient: ToldParty[]}>()
  for (const {event, part, name, ...party} of rows) {
    let of = found.get(event)
    if (!of) found.set(event, (of = {actor: [], recipient: []}))
    of[part].push({...party, name: name ?? party.entity})
  }
  return found
}
