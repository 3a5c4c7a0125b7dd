import {inflateSync} from 'node:zlib'
import {listValue} from '@duckdb/node-api'
import {DetenteError, type Doc, type DocRef, type Reading} from '../model/index.ts'
import {correct} from './corrections/corrected.ts'
import {inForce, readLog} from './corrections/log.ts'
import type {Database} from './database.ts'

export interface KeptDoc extends DocRef {
  readonly sha256: string
  readonly language: string
  readonly kind: string
  readonly republisher: string | null
  readonly events: number
  readonly statements: number
}

/** Columns of a DocRef; `d` is the table docs. */
export const refColumns =
  'd.id AS doc, d.title, d.outlet, d.url, CAST(d.published AS VARCHAR) AS published, ' +
  'CAST(d.published_first AS VARCHAR) AS published_first, CAST(d.published_last AS VARCHAR) AS published_last'

export type RefRow = {
  doc: string
  title: string | null
  outlet: string | null
  url: string | null
  published: string | null
  published_first: string | null
  published_last: string | null
}

export function refOf(row: RefRow): DocRef {
  const {doc: id, title, outlet, url, published, published_first: first, published_last: last} = row
  return {id, title, outlet, url, published, bounds: {first, last}}
}

/** Titles and bodies, for telling how like Docs are. */
export async function textsOf(database: Pick<Database, 'rows'>): Promise<{id: string; text: string}[]> {
  const rows = await database.rows<{id: string; title: string | null; text: string}>(
    'SELECT id, title, text FROM docs ORDER BY id',
  )
  return rows.map(({id, title, text}) => ({id, text: title === null ? text : `${title}\n${text}`}))
}

/** Docs, newest first; those whose day is unknown last. All of them without a limit. */
export async function listDocs(database: Database, limit: number | null = null): Promise<KeptDoc[]> {
  const rows = await database.rows<
    RefRow & {
      sha256: string
      language: string
      kind: string
      republisher: string | null
      events: bigint
      statements: bigint
    }
  >(
    `SELECT ${refColumns}, d.sha256, d.language, d.kind, d.republisher,
       (SELECT count(*) FROM events e WHERE e.doc = d.id) AS events,
       (SELECT count(*) FROM statements s WHERE s.doc = d.id) AS statements
     FROM docs d ORDER BY d.published DESC NULLS LAST, d.id LIMIT $1`,
    [limit],
  )
  return rows.map(row => ({
    ...refOf(row),
    sha256: row.sha256,
    language: row.language,
    kind: row.kind,
    republisher: row.republisher,
    events: Number(row.events),
    statements: Number(row.statements),
  }))
}

/** Snapshots of the Docs whose title or body holds one of these words, to the letter; newest first. */
export async function docsHolding(database: Database, words: readonly string[]): Promise<KeptSnapshot[]> {
  const rows = await database.rows<Omit<KeptSnapshot, 'mediaType'> & {media_type: string}>(
    `SELECT s.sha256, s.media_type, s.charset, s.url, d.id AS doc FROM docs d JOIN snapshots s ON s.sha256 = d.sha256
     WHERE len(list_filter(CAST($1 AS VARCHAR[]), lambda w: contains(d.text, w) OR contains(coalesce(d.title, ''), w))) > 0
     ORDER BY d.published DESC NULLS LAST, d.id`,
    [listValue([...words])],
  )
  return rows.map(({media_type: mediaType, ...rest}) => ({...rest, mediaType}))
}

/** The whole reading, as people have corrected it. Throws `record/not-found`. */
export async function readingOf(database: Database, id: string): Promise<Reading> {
  return correct(await readingAsRead(database, id), inForce(await readLog(database))).reading
}

/** The whole reading as the reader gave it. Throws `record/not-found`. */
export async function readingAsRead(database: Pick<Database, 'rows'>, id: string): Promise<Reading> {
  const [row] = await database.rows<{reading: Uint8Array; text: string}>(
    'SELECT r.reading, d.text FROM readings r JOIN docs d ON d.id = r.doc WHERE d.id = $1',
    [id],
  )
  if (!row) throw notFound(id)
  const reading = JSON.parse(inflateSync(row.reading).toString('utf8')) as Reading
  return {...reading, doc: {...reading.doc, text: row.text}}
}

/** The article as kept. Throws `record/not-found`. */
export async function docOf(database: Database, id: string): Promise<Doc> {
  return (await readingOf(database, id)).doc
}

/** Ground state: what stands of a snapshot beside its bytes. */
export interface KeptSnapshot {
  readonly sha256: string
  readonly mediaType: string
  readonly charset: string
  readonly url: string | null
  /** The Doc that was read in it, when there is one. */
  readonly doc: string | null
}

/** Every snapshot, by hash. */
export async function listSnapshots(database: Database): Promise<KeptSnapshot[]> {
  const rows = await database.rows<Omit<KeptSnapshot, 'mediaType'> & {media_type: string}>(
    `SELECT s.sha256, s.media_type, s.charset, s.url, d.id AS doc
     FROM snapshots s LEFT JOIN docs d ON d.sha256 = s.sha256 ORDER BY s.sha256`,
  )
  return rows.map(({media_type: mediaType, ...rest}) => ({...rest, mediaType}))
}

/** The bytes as they came, by Doc id or SHA-256. Throws `record/not-found`. */
export async function snapshotOf(database: Database, id: string): Promise<Uint8Array> {
  const [row] = await database.rows<{bytes: Uint8Array}>(
    'SELECT s.bytes FROM snapshots s WHERE s.sha256 = $1 OR s.sha256 IN (SELECT d.sha256 FROM docs d WHERE d.id = $1)',
    [id],
  )
  if (!row) throw notFound(id)
  return new Uint8Array(inflateSync(row.bytes))
}

export const notFound = (id: string) =>
  new DetenteError('record/not-found', `nothing in the record has the id ${id}`, {
    hint: 'Ids are doc_…, inc_…, doc_…/ev_3 or doc_…/st_3; `detente events` lists them, `detente incident` an incident’s tellings.',
  })
