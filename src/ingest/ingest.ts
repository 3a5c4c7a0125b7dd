import {additionsIn, lexiconBeside} from '../lexicon/index.ts'
import type {FailedSource, Versions} from '../model/index.ts'
import {breath} from '../model/turns.ts'
import {version} from '../read/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {type Engine, loadEngine} from './engine.ts'
import type {ReadSource} from './read-in-full.ts'
import {type Reader, readerOf} from './reader.ts'
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
  /** What a source is called in the log of the run; its path or address when not given. */
  readonly nameOf?: (source: string) => string
  /** Loaded on first need when not given. */
  readonly engine?: Engine
  /** Threads that read; 1 reads in this one. Few sources are read in this one all the same. */
  readonly threads?: number
}

export interface IngestReport {
  /** Docs kept, those read anew by another version included. */
  readonly added: number
  /** Docs that were in the record already, read by the same versions. */
  readonly known: number
  readonly failed: readonly FailedSource[]
  /** `true`: stopped by the signal; the same call goes on where it stopped. */
  readonly stopped: boolean
}

/** Reads files, folders, addresses and `-` into the record at `path`, with what was added to the lexicon beside it. Throws `record/…` errors; a source that fails is reported. */
export async function ingestInto(
  path: string,
  sources: readonly string[],
  options: IngestOptions = {},
): Promise<IngestReport> {
  const engine = options.engine ?? loadEngine(additionsIn(lexiconBeside(path)))
  const record = await openRecord(path)
  try {
    return await ingest(record, sources, {...options, engine})
  } finally {
    await record.close()
  }
}

/** Reads sources into an open record, in their order, and joins incidents at the end. */
export async function ingest(
  record: OpenRecord,
  sources: readonly string[],
  {
    allowPrivate = false,
    signal,
    onProgress,
    nameOf = source => source,
    engine = loadEngine(),
    threads = 1,
  }: IngestOptions = {},
): Promise<IngestReport> {
  const versions: Versions = {reader: version, lexicon: engine.lexicon.version, model: engine.model.version}
  const known = await record.hashes(versions)
  const failed: FailedSource[] = []
  const list = await expandSources(sources)
  const reader = readerOf({engine, allowPrivate, known, threads, sources: list.length})
  const report = {added: 0, known: 0}
  const started = new Date().toISOString()
  let done = 0
  try {
    for await (const {source, found} of inOrder(list, reader, signal)) {
      if (found.kind === 'failed') {
        const {code, message} = found
        failed.push({source: nameOf(source), code, message: message.replaceAll(source, nameOf(source))})
      } else if (found.kind === 'known' || (await record.keep(found.bytes, found.reading, {came: started})) === 'known')
        report.known++
      else report.added++
      done++
      onProgress?.({done, total: list.length, source})
      // Lets a Ctrl-C be heard between two Docs.
      await breath()
    }
  } finally {
    await reader.close()
  }
  if (report.added > 0) await record.rejoin()
  const stopped = done < list.length
  const ended = new Date().toISOString()
  await record.logRun({started, ended, sources: list.length, ...report, failed, stopped, reader: version})
  return {...report, failed, stopped}
}

/** What each source came to, in the order of the list; as many are on the way at a time as the reader can use. */
async function* inOrder(list: readonly string[], reader: Reader, signal?: AbortSignal) {
  const under = new Map<number, Promise<ReadSource>>()
  let next = 0
  for (let at = 0; at < list.length && !signal?.aborted; at++) {
    while (next < list.length && next - at < reader.ahead) {
      const reading = reader.read(list[next])
      // Its fault is thrown where its turn comes; until then it is not unhandled.
      reading.catch(() => {})
      under.set(next++, reading)
    }
    const found = await under.get(at)!
    under.delete(at)
    yield {source: list[at], found}
  }
}
