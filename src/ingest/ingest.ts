import {intake} from '../intake/index.ts'
import {DetenteError, type Doc, type ErrorCode, type Reading, type Versions} from '../model/index.ts'
import {version} from '../read/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {type Engine, loadEngine} from './engine.ts'
import {expandSources} from './sources.ts'

export interface IngestProgress {
  readonly done: number
  readonly total: number
  /** The source that is done. */
  readonly source: string
}

export interface IngestOptions {
  readonly allowPrivate?: boolean
  /** Stops between two Docs and leaves the record whole. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: IngestProgress) => void
  /** Loaded on first need when not given. */
  readonly engine?: Engine
}

export interface IngestReport {
  /** Docs kept, those read anew by another version included. */
  readonly added: number
  /** Docs that were in the record already, read by the same versions. */
  readonly known: number
  readonly failed: readonly {readonly source: string; readonly code: ErrorCode; readonly message: string}[]
  /** `true`: stopped by the signal; the same call goes on where it stopped. */
  readonly stopped: boolean
}

/** Reads files, folders, addresses and `-` into the record at `path`. Throws `record/…` errors; a source that fails is reported. */
export async function ingestInto(
  path: string,
  sources: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const record = await openRecord(path)
  try {
    return await ingest(record, sources, options)
  } finally {
    await record.close()
  }
}

/** Reads sources into an open record, one after another, and joins incidents at the end. */
export async function ingest(
  record: OpenRecord,
  sources: readonly string[],
  {allowPrivate, signal, onProgress, engine = loadEngine()}: IngestOptions = {},
): Promise<IngestReport> {
  const versions: Versions = {reader: version, lexicon: engine.lexicon.version, model: engine.model.version}
  const failed: {source: string; code: ErrorCode; message: string}[] = []
  const list = await expandSources(sources)
  let added = 0
  let known = 0
  let done = 0
  for (const source of list) {
    if (signal?.aborted) break
    try {
      const {doc, bytes} = await intake(source, {allowPrivate})
      if (await record.known(doc.snapshot.sha256, versions)) known++
      else if ((await record.keep(bytes, readOrSay(engine, doc))) === 'known') known++
      else added++
    } catch (error) {
      // Only what lies in one source is passed over: a record that cannot be written to ends the whole.
      if (!(error instanceof DetenteError) || !/^(?:intake|read)\//.test(error.code)) throw error
      failed.push({source, code: error.code, message: error.message})
    }
    done++
    onProgress?.({done, total: list.length, source})
    // Lets a Ctrl-C be heard between two Docs.
    await new Promise(resolve => setImmediate(resolve))
  }
  if (added > 0) await record.rejoin()
  return {added, known, failed, stopped: done < list.length}
}

/** A page on which the reader breaks is a fault of ours; it must not cost the other pages. */
function readOrSay(engine: Engine, doc: Doc): Reading {
  try {
    return engine.read(doc)
  } catch (cause) {
    const [message, at] = cause instanceof Error ? (cause.stack ?? cause.message).split('\n') : [String(cause)]
    throw new DetenteError('read/failed', `${message} ${at?.trim() ?? ''}`.trim(), {
      hint: 'Please report it, with the page.',
      cause,
    })
  }
}
