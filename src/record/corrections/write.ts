import {listValue} from '@duckdb/node-api'
import type {CorrectionEntry} from '../../model/index.ts'
import type {Change, Database} from '../database.ts'
import {readingAsRead} from '../docs.ts'
import {flatten} from '../flatten.ts'
import {forget} from '../keep.ts'
import {setMeta} from '../migrations.ts'
import {correct} from './corrected.ts'
import {append, inForce} from './log.ts'

/** Adds an entry to the log and derives anew what it changes: whole or not at all. */
export function writeEntry(database: Database, entry: CorrectionEntry, log: readonly CorrectionEntry[]): Promise<void> {
  return database.transact(async change => {
    await append(change, entry)
    await rederive(change, touchedBy(entry, log), inForce([...log, entry]))
    await setMeta(change, 'joined', 'no')
  })
}

/** Hashes of the snapshots whose records an entry changes; what an undo takes back is found along the chain of undoing. */
export function touchedBy(entry: CorrectionEntry, log: readonly CorrectionEntry[]): string[] {
  let at: CorrectionEntry | undefined = entry
  while (at?.undoes) {
    const undone: string = at.undoes
    at = log.find(({id}) => id === undone)
  }
  return [...new Set(at?.anchors.map(({sha256}) => sha256))]
}

async function rederive(change: Change, hashes: readonly string[], entries: readonly CorrectionEntry[]): Promise<void> {
  for (const id of await docsOf(change, hashes)) {
    const asRead = await readingAsRead(change, id)
    const rows = flatten(correct(asRead, entries), asRead)
    await forget(change, id, Object.keys(rows))
    for (const [table, list] of Object.entries(rows)) await change.add(table, list)
  }
}

export async function docsOf(database: Pick<Change, 'rows'>, hashes: readonly string[]): Promise<string[]> {
  const rows = await database.rows<{id: string}>(
    'SELECT id FROM docs WHERE sha256 IN (SELECT unnest(CAST($1 AS VARCHAR[]))) ORDER BY id',
    [listValue([...hashes])],
  )
  return rows.map(({id}) => id)
}
