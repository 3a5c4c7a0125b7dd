import type {CorrectionEntry, DocRef, Incident} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {type RefRow, readingAsRead, refColumns, refOf, textsOf} from '../docs.ts'
import {type StoredTelling, tellingsIn} from '../flatten.ts'
import {incidentOf} from '../incidents-read.ts'
import {type Joined, joinTellings} from '../incidents/join.ts'
import {likenessOf} from '../incidents/likeness.ts'
import {originsOf, reprintGroups} from '../incidents/origins.ts'
import {anchoredDocs} from './anchored.ts'
import {correct} from './corrected.ts'
import {linksOf} from './links.ts'
import {inForce} from './log.ts'
import {docsOf, touchedBy} from './write.ts'

/** Incidents that an entry makes go, come or tell otherwise: as they stand, and as they would stand. */
export interface Imagined {
  readonly before: readonly Incident[]
  readonly after: readonly Incident[]
}

/** What the record would be with this entry in its log. Nothing is written; all tellings are joined anew in memory. */
export async function imagine(
  database: Database,
  entry: CorrectionEntry,
  log: readonly CorrectionEntry[],
): Promise<Imagined> {
  const docs = await database.rows<RefRow & {sha256: string; sketch: number[]}>(
    `SELECT ${refColumns}, d.sha256, d.sketch FROM docs d ORDER BY d.id`,
  )
  const rows = await database.rows<{doc: string; telling: string}>('SELECT doc, telling FROM events ORDER BY id')
  const stand = rows.map(({telling}) => JSON.parse(telling) as StoredTelling)
  const touched = await docsOf(database, touchedBy(entry, log))
  const entries = inForce([...log, entry])
  const would = stand.filter(({doc}) => !touched.includes(doc))
  for (const id of touched) would.push(...tellingsIn(correct(await readingAsRead(database, id), entries)))
  const reprints = reprintGroups(docs.map(({doc: id, sketch}) => ({id, sketch})))
  const refs = new Map(docs.map(row => [row.doc, {doc: refOf(row), sha256: row.sha256}]))
  const likeness = likenessOf(await textsOf(database))
  const joined = async (tellings: StoredTelling[], of: readonly CorrectionEntry[]) =>
    joinTellings(tellings, {links: linksOf(of, await anchoredDocs(database, of)), likeness})
  const before = byId(await joined(stand, inForce(log)))
  const after = byId(await joined(would, entries))
  const shown = ({id, members}: Joined<StoredTelling>) => incidentShown(id, members, refs, reprints)
  return {
    before: [...before.values()].filter(each => told(each) !== told(after.get(each.id))).map(shown),
    after: [...after.values()].filter(each => told(each) !== told(before.get(each.id))).map(shown),
  }
}

const byId = (joined: readonly Joined<StoredTelling>[]) => new Map(joined.map(each => [each.id, each]))

const told = (joined: Joined<StoredTelling> | undefined) => joined && JSON.stringify(joined.members)

function incidentShown(
  id: string,
  members: Joined<StoredTelling>['members'],
  refs: ReadonlyMap<string, {doc: DocRef; sha256: string}>,
  reprints: ReadonlyMap<string, string>,
): Incident {
  const origins = originsOf(
    members.map(({telling}) => telling),
    reprints,
  )
  return incidentOf(
    id,
    members.map(({telling, why}, n) => ({telling, why, origin: origins[n], ...refs.get(telling.doc)!})),
  )
}
