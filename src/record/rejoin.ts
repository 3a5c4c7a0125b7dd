import {breath, inTurns} from '../model/turns.ts'
import {anchoredDocs} from './corrections/anchored.ts'
import {linksOf} from './corrections/links.ts'
import {inForce, readLog} from './corrections/log.ts'
import type {Cell, Change, Database} from './database.ts'
import {textsOf} from './docs.ts'
import {joining} from './incidents/join.ts'
import {likenessOf} from './incidents/likeness.ts'
import {merge} from './incidents/merge.ts'
import {groupingReprints, originsOf} from './incidents/origins.ts'
import type {Telling} from './incidents/telling.ts'
import {createTable, setMeta} from './migrations.ts'
import {tables} from './tables.ts'

export interface Rejoined {
  readonly tellings: number
  readonly incidents: number
}

/** Whether incidents were joined after the last Doc was kept. */
export async function isJoined(database: Database): Promise<boolean> {
  const [row] = await database.rows<{value: string}>("SELECT value FROM meta WHERE key = 'joined'")
  return row === undefined || row.value === 'yes'
}

/** Joins all tellings of the record anew. The same tellings give the same incidents, in whatever order they came. */
export function rejoin(database: Database): Promise<Rejoined> {
  return database.transact(async change => {
    await change.run('DELETE FROM incidents')
    await change.run('DELETE FROM incident_tellings')
    const result = await joinInto(change)
    await setMeta(change, 'joined', 'yes')
    return result
  })
}

/** Joins into tables of this connection, which hide those of a file that may not be written to. */
export function rejoinBeside(database: Database): Promise<Rejoined> {
  return database.transact(async change => {
    for (const {name, columns} of tables)
      if (name === 'incidents' || name === 'incident_tellings') await change.run(createTable(name, columns, true))
    return joinInto(change, true)
  })
}

/** Joins the tellings that this connection sees. */
export async function joinInto(change: Change, temporary = false): Promise<Rejoined> {
  const docs = await change.rows<{id: string; sketch: number[]}>('SELECT id, sketch FROM docs ORDER BY id')
  const tellings: Telling[] = []
  for await (const lot of change.lots<{telling: string}>('SELECT telling FROM events ORDER BY id'))
    for (const {telling} of lot) tellings.push(JSON.parse(telling) as Telling)
  const reprints = await inTurns(groupingReprints(docs))
  const entries = inForce(await readLog(change))
  const links = linksOf(entries, await anchoredDocs(change, entries))
  const joined = await inTurns(joining(tellings, {links, likeness: likenessOf(await textsOf(change))}))
  const incidents: Cell[][] = []
  const members: Cell[][] = []
  for (const [n, {id, members: list}] of joined.entries()) {
    if (n % 500 === 499) await breath()
    const own = list.map(({telling}) => telling)
    const merged = merge(own)
    const origins = originsOf(own, reprints)
    const ids = (parties: typeof merged.actors) => parties.map(({entity}) => entity)
    const countries = (parties: typeof merged.actors) => [
      ...new Set(parties.flatMap(({country}) => (country === null ? [] : [country]))),
    ]
    incidents.push([
      id,
      merged.event,
      merged.mode,
      merged.contexts,
      merged.cameo,
      ids(merged.actors),
      ids(merged.recipients),
      countries(merged.actors),
      countries(merged.recipients),
      merged.days.first,
      merged.days.last,
      merged.precision,
      merged.place,
      merged.reality,
      merged.aspect,
      merged.claimed,
      merged.denied,
      own.length,
      new Set(own.map(({doc}) => doc)).size,
      new Set(origins).size,
    ])
    list.forEach(({telling, why}, n) => {
      members.push([id, telling.id, telling.doc, n, origins[n], why])
    })
  }
  await change.add('incidents', incidents, temporary)
  await change.add('incident_tellings', members, temporary)
  return {tellings: tellings.length, incidents: joined.length}
}
