import {createHash} from 'node:crypto'
import {deflateSync} from 'node:zlib'
import type {Reading, Versions} from '../model/index.ts'
import {correct} from './corrections/corrected.ts'
import {inForce, readLog} from './corrections/log.ts'
import type {Change, Database} from './database.ts'
import {flatten} from './flatten.ts'
import {setMeta} from './migrations.ts'

/** `known`: nothing was changed; `replaced`: the bytes were there, read by another version. */
export type Kept = 'kept' | 'known' | 'replaced'

export interface KeepOptions {
  /** When it came, ISO 8601 in UTC. */
  readonly came?: string | null
  /** Derive it anew even when it was read by the same versions. */
  readonly anew?: boolean
}

/** Versions that the Doc of these bytes was read by; `null` when it is not in the record. */
async function versionsOf(database: Database, sha256: string): Promise<Versions | null> {
  const [row] = await database.rows<{reader: string; lexicon: string; model: string}>(
    'SELECT reader, lexicon, model FROM docs WHERE sha256 = $1',
    [sha256],
  )
  return row ?? null
}

/** Hashes of the snapshots that were read by these versions. */
export async function hashesOf(database: Database, {reader, lexicon, model}: Versions): Promise<Set<string>> {
  const rows = await database.rows<{sha256: string}>(
    'SELECT sha256 FROM docs WHERE reader = $1 AND lexicon = $2 AND model = $3',
    [reader, lexicon, model],
  )
  return new Set(rows.map(({sha256}) => sha256))
}

/** Keeps one Doc, its snapshot and all that was read in it: whole or not at all. */
export async function keep(
  database: Database,
  bytes: Uint8Array,
  reading: Reading,
  {came = null, anew = false}: KeepOptions = {},
): Promise<Kept> {
  const {doc, versions} = reading
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  if (sha256 !== doc.snapshot.sha256)
    throw new TypeError(`the bytes have SHA-256 ${sha256}, the Doc says ${doc.snapshot.sha256}`)
  const before = await versionsOf(database, sha256)
  if (before && !anew && sameVersions(before, versions)) return 'known'
  const rows = flatten(correct(reading, inForce(await readLog(database))), reading)
  await database.transact(async change => {
    if (before) await forget(change, doc.id, Object.keys(rows))
    const there = await change.rows('SELECT 1 AS one FROM snapshots WHERE sha256 = $1', [sha256])
    if (there.length === 0)
      await change.add('snapshots', [
        [sha256, deflateSync(bytes), bytes.length, doc.snapshot.mediaType, doc.snapshot.charset, doc.url, came],
      ])
    for (const [table, list] of Object.entries(rows)) await change.add(table, list)
    await setMeta(change, 'joined', 'no')
  })
  return before ? 'replaced' : 'kept'
}

/** Takes a Doc's rows out of these derived tables. */
export async function forget(change: Change, doc: string, derived: readonly string[]): Promise<void> {
  for (const table of derived) await change.run(deletions[table], [doc])
}

const deletions: {readonly [table: string]: string} = {
  docs: 'DELETE FROM docs WHERE id = $1',
  readings: 'DELETE FROM readings WHERE doc = $1',
  sentences: 'DELETE FROM sentences WHERE doc = $1',
  entities: 'DELETE FROM entities WHERE doc = $1',
  mentions: 'DELETE FROM mentions WHERE doc = $1',
  events: 'DELETE FROM events WHERE doc = $1',
  event_parties: 'DELETE FROM event_parties WHERE doc = $1',
  statements: 'DELETE FROM statements WHERE doc = $1',
  figures: 'DELETE FROM figures WHERE doc = $1',
  flags: 'DELETE FROM flags WHERE doc = $1',
}

const sameVersions = (a: Versions, b: Versions) =>
  a.reader === b.reader && a.lexicon === b.lexicon && a.model === b.model
