import {createHash} from 'node:crypto'
import type {CorrectionEntry, EventFields} from '../../model/index.ts'
import type {Change, Database} from '../database.ts'

type Rows = Pick<Change, 'rows'> | Pick<Database, 'rows'>

interface LogRow {
  readonly id: string
  readonly made_at: string
  readonly made_by: string
  readonly why: string
  readonly what: string
  readonly before: string | null
  readonly after: string | null
  readonly anchors: string | null
  readonly undoes: string | null
}

/** The whole log, oldest first. */
export async function readLog(database: Rows): Promise<CorrectionEntry[]> {
  const rows = await database.rows<LogRow>(
    'SELECT id, made_at, made_by, why, what, before, after, anchors, undoes FROM corrections ORDER BY n, id',
  )
  return rows.map(({id, made_at: at, made_by: by, why, what, before, after, anchors, undoes}) => ({
    id,
    at,
    by,
    why,
    kind: what as CorrectionEntry['kind'],
    anchors: anchors === null ? [] : (JSON.parse(anchors) as CorrectionEntry['anchors']),
    before: before === null ? null : (JSON.parse(before) as EventFields),
    after: after === null ? null : (JSON.parse(after) as EventFields),
    undoes,
  }))
}

/** Corrections that hold: what an undo takes back does not, unless that undo is taken back itself. */
export function inForce(log: readonly CorrectionEntry[]): CorrectionEntry[] {
  const taken = takenBack(log)
  return log.filter(({id, kind}) => kind !== 'undo' && !taken.has(id))
}

/** Ids of those that are taken back, with the entry that does it. */
export function takenBack(log: readonly CorrectionEntry[]): Map<string, string> {
  const taken = new Map<string, string>()
  for (const {id, undoes} of [...log].reverse()) if (undoes !== null && !taken.has(id)) taken.set(undoes, id)
  return taken
}

/** Writes an entry at the end of the log. */
export async function append(change: Change, entry: CorrectionEntry): Promise<void> {
  const [{n}] = await change.rows<{n: bigint}>('SELECT count(*) AS n FROM corrections')
  const {id, at, by, why, kind, before, after, anchors, undoes} = entry
  const json = (value: unknown) => (value === null ? null : JSON.stringify(value))
  await change.add('corrections', [
    [id, at, by, why, kind, json(before), json(after), JSON.stringify(anchors), undoes, Number(n)],
  ])
}

/** Named by what it says and by its place in the log, so that the same log has the same ids anywhere. */
export function entryOf(given: Omit<CorrectionEntry, 'id'>, log: readonly CorrectionEntry[]): CorrectionEntry {
  const {at, by, why, kind, anchors, before, after, undoes} = given
  const told = JSON.stringify([log.length, at, by, why, kind, anchors, before, after, undoes])
  return {id: `cor_${createHash('sha256').update(told).digest('hex').slice(0, 10)}`, ...given}
}
