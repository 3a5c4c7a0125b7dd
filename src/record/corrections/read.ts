import {listValue} from '@duckdb/node-api'
import type {CorrectionEntry, CorrectionRow} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {readingAsRead} from '../docs.ts'
import {anchoredDocs} from './anchored.ts'
import {correct} from './corrected.ts'
import {tellingAt} from './links.ts'
import {inForce, readLog, takenBack} from './log.ts'
import type {Outcome} from './outcome.ts'
import {wordsOf} from './words.ts'

/** The whole log, newest first, each with whether it holds today and on what. */
export async function readCorrections(database: Database): Promise<CorrectionRow[]> {
  const log = await readLog(database)
  const entries = inForce(log)
  const taken = takenBack(log)
  const holding = new Set(entries.map(({id}) => id))
  const outcomes = await outcomesOf(database, entries)
  const gone: Outcome = {state: 'unanchored', because: 'its article is not in the record', moved: false, records: []}
  const undone: Outcome = {state: 'undone', because: null, moved: false, records: []}
  return log.reverse().map(entry => {
    const by = taken.get(entry.id)
    const outcome =
      entry.kind === 'undo' && by === undefined
        ? {...undone, state: 'in-force' as const}
        : holding.has(entry.id)
          ? (outcomes.get(entry.id) ?? gone)
          : {...undone, because: `undone by ${by}`}
    return {...entry, ...outcome, words: wordsOf(entry)}
  })
}

async function outcomesOf(database: Database, entries: readonly CorrectionEntry[]): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>()
  const hashes = [...new Set(entries.flatMap(({anchors}) => anchors.map(({sha256}) => sha256)))]
  if (hashes.length === 0) return outcomes
  const docs = await database.rows<{id: string}>(
    'SELECT id FROM docs WHERE sha256 IN (SELECT unnest(CAST($1 AS VARCHAR[]))) ORDER BY id',
    [listValue(hashes)],
  )
  for (const {id} of docs)
    for (const [correction, outcome] of correct(await readingAsRead(database, id), entries).outcomes)
      outcomes.set(correction, outcome)
  const anchored = await anchoredDocs(database, entries)
  for (const {id, kind, anchors} of entries) {
    if (kind !== 'merge' && kind !== 'split') continue
    const found = anchors.map(anchor => tellingAt(anchor, anchored.get(anchor.sha256)))
    const lost = found.find(each => 'why' in each)
    const records = found.flatMap(each => ('id' in each ? [each.id] : []))
    const moved = found.some(each => 'id' in each && each.moved)
    // One lost telling of many does not undo the rest; it is said all the same.
    const state = records.length < 2 ? 'unanchored' : 'in-force'
    outcomes.set(id, {state, because: lost && 'why' in lost ? lost.why : null, moved, records})
  }
  return outcomes
}
