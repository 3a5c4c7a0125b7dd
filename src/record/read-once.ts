import type {Incident} from '../model/index.ts'
import type {Database} from './database.ts'

/** Most incidents that are kept at hand of one open record. */
const most = 50_000

interface Kept {
  readonly incidents: Map<string, Incident>
  /** Resolves when nothing is being read. */
  last: Promise<unknown>
}

const kept = new WeakMap<Database, Kept>()

/**
 * Incidents by id, each read once while the record cannot change: a page asks for those of a pair, then for those of either side, which are mostly
 * the same. Those who ask at one time wait for each other, so that nothing is read twice.
 *
 * @param read gives those that are not at hand
 */
export async function readOnce(
  database: Database,
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<ReadonlyMap<string, Incident>>,
): Promise<ReadonlyMap<string, Incident>> {
  if (!database.still) return read(ids)
  const known = kept.get(database) ?? {incidents: new Map<string, Incident>(), last: Promise.resolve()}
  kept.set(database, known)
  const turn = known.last.then(async () => {
    const found = new Map<string, Incident>()
    const missing: string[] = []
    for (const id of ids) {
      const incident = known.incidents.get(id)
      if (incident) found.set(id, incident)
      else missing.push(id)
    }
    for (const [id, incident] of await read(missing)) {
      found.set(id, incident)
      known.incidents.set(id, incident)
    }
    for (const id of known.incidents.keys()) {
      if (known.incidents.size <= most) break
      known.incidents.delete(id)
    }
    return found
  })
  known.last = turn.catch(() => {})
  return turn
}
