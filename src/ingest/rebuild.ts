import {readPage} from '../intake/index.ts'
import type {Day} from '../model/index.ts'
import {breath} from '../model/turns.ts'
import {type KeptSnapshot, type OpenRecord, openRecord} from '../record/index.ts'
import {type Engine, loadEngine} from './engine.ts'
import type {IngestOptions} from './ingest.ts'

export interface RebuildReport {
  /** Docs derived anew. */
  readonly docs: number
  /** Snapshots that could not be read, with why; what was derived from them before stays. */
  readonly failed: readonly {readonly sha256: string; readonly message: string}[]
  /** `true`: stopped by the signal; the record is whole, and the same call begins again. */
  readonly stopped: boolean
}

/** Derives everything in the record at `path` anew, from its snapshots and corrections alone. Throws `record/…` errors. */
export async function rebuildAt(
  path: string,
  options: Pick<IngestOptions, 'engine' | 'onProgress' | 'signal'> = {},
): Promise<RebuildReport> {
  const record = await openRecord(path)
  try {
    return await rebuild(record, options)
  } finally {
    await record.close()
  }
}

/** Derives everything in an open record anew. */
export async function rebuild(
  record: OpenRecord,
  {engine = loadEngine(), onProgress, signal}: Pick<IngestOptions, 'engine' | 'onProgress' | 'signal'> = {},
): Promise<RebuildReport> {
  const snapshots = await record.snapshots()
  const failed: {sha256: string; message: string}[] = []
  let done = 0
  for (const snapshot of snapshots) {
    if (signal?.aborted) break
    try {
      await deriveAnew(record, engine, snapshot)
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('record/')) throw error
      failed.push({sha256: snapshot.sha256, message: error instanceof Error ? error.message : String(error)})
    }
    done++
    onProgress?.({done, total: snapshots.length, source: snapshot.url ?? snapshot.sha256.slice(0, 16)})
    // Lets a Ctrl-C be heard between two Docs.
    await breath()
  }
  await record.rejoin()
  return {docs: done - failed.length, failed, stopped: done < snapshots.length}
}

/** Derives these Docs anew, as after a name was added that they hold. Throws `record/…` errors. */
export async function readAnew(record: OpenRecord, engine: Engine, snapshots: readonly KeptSnapshot[]): Promise<void> {
  for (const snapshot of snapshots) await deriveAnew(record, engine, snapshot)
  if (snapshots.length > 0) await record.rejoin()
}

async function deriveAnew(record: OpenRecord, engine: Engine, snapshot: KeptSnapshot): Promise<void> {
  const {sha256, mediaType, charset, url, doc} = snapshot
  const bytes = await record.snapshot(sha256)
  const published = doc === null ? null : givenDay(await record.doc(doc))
  await record.keep(bytes, engine.read(readPage(bytes, {mediaType, charset, url, published})), {anew: true})
}

/** A day that the caller gave stands nowhere in the bytes. */
function givenDay({published: {candidates}}: Awaited<ReturnType<OpenRecord['doc']>>): Day | null {
  return candidates.find(({from}) => from === 'given')?.day ?? null
}
