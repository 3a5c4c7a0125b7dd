import {readTellings, type TablePart, tableParts} from '../intake/index.ts'
import {crosswalkOf, loadLexicon} from '../lexicon/index.ts'
import {
  type BadRow,
  DetenteError,
  type FailedSource,
  type OutsideFile,
  type OutsideFormat,
  type OutsideTelling,
} from '../model/index.ts'
import {type OpenRecord, openRecord, type Placed, type Slice} from '../record/index.ts'
import {sidesBy} from './sides.ts'

export interface ImportProgress {
  readonly source: string
  /** Packed bytes of all files that are done, and of all files. */
  readonly done: number
  readonly total: number
  readonly rows: number
  readonly bad: number
}

export interface ImportOptions {
  /** Told from each file when not given. */
  readonly format?: OutsideFormat | null
  /** Stops between two slices and leaves the record whole; the same call goes on there. */
  readonly signal?: AbortSignal
  readonly onProgress?: (progress: ImportProgress) => void
  /** How many of the rows left out to report, all files together; all are kept in the record. */
  readonly showBad?: number
  /** Rows that are kept at once; after a stop, the import goes on from there. 245,760 when not given: two of DuckDB's row groups. */
  readonly sliceRows?: number
}

/** One imported table. */
export interface Imported {
  readonly file: OutsideFile
  /** Rows kept and left out now; `0` for a file that was there whole. */
  readonly rows: number
  readonly bad: number
  /** Columns that the form does not have and that were left out. */
  readonly extra: readonly string[]
  /** The first of the rows left out now, as many as were asked for. */
  readonly shown: readonly BadRow[]
}

export interface ImportReport {
  readonly imported: readonly Imported[]
  readonly failed: readonly FailedSource[]
  readonly stopped: boolean
}

const rowsASlice = 245_760
const bytesASlice = 128_000_000
/** An import writes and counts; above this, DuckDB goes on beside the record. */
const memory = '1GB'

/** Imports tables of other projects into the record at `path`. Throws `record/…` errors; a file that fails is reported. */
export async function importInto(
  path: string,
  files: readonly string[],
  options: ImportOptions = {},
): Promise<ImportReport> {
  const record = await openRecord(path, {memory})
  try {
    return await importTables(record, files, options)
  } finally {
    await record.close()
  }
}

/** Imports tables into an open record, in their order. Those that are there already are passed over, half-done ones go on where they stopped. */
export async function importTables(
  record: OpenRecord,
  files: readonly string[],
  {format = null, signal, onProgress, showBad = 20, sliceRows = rowsASlice}: ImportOptions = {},
): Promise<ImportReport> {
  const imported: Imported[] = []
  const failed: FailedSource[] = []
  const parts: TablePart[] = []
  for (const file of files) await reported(file, failed, async () => void parts.push(...(await tableParts(file))))
  const total = parts.reduce((sum, {size}) => sum + size, 0)
  const lexicon = loadLexicon()
  const place = placing(sidesBy(lexicon), crosswalkOf(lexicon))
  let before = 0
  let rows = 0
  let bad = 0
  for (const part of parts) {
    if (signal?.aborted) break
    await reported(part.name, failed, async () => {
      const progress = (bytes: number, more: number, out: number) =>
        onProgress?.({source: part.name, done: before + bytes, total, rows: rows + more, bad: bad + out})
      const one = await importPart(record, part, {
        format,
        place,
        signal,
        progress,
        showBad: Math.max(0, showBad - bad),
        sliceRows,
      })
      rows += one.rows
      bad += one.bad
      imported.push(one)
    })
    before += part.size
  }
  await record.outside.count()
  return {imported, failed, stopped: signal?.aborted ?? false}
}

async function reported(source: string, failed: FailedSource[], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (cause) {
    if (!(cause instanceof DetenteError) || cause.code.startsWith('record/')) throw cause
    failed.push({source, code: cause.code, message: cause.message})
  }
}

interface PartOptions {
  readonly format: OutsideFormat | null
  readonly place: (telling: OutsideTelling) => Placed
  readonly signal?: AbortSignal
  readonly progress: (bytes: number, rows: number, bad: number) => void
  readonly showBad: number
  readonly sliceRows: number
}

async function importPart(
  record: OpenRecord,
  part: TablePart,
  {format, place, signal, progress, showBad, sliceRows}: PartOptions,
): Promise<Imported> {
  const {outside} = record
  const known = (await outside.files()).find(
    file => file.sha256 === part.sha256 && (format === null || file.format === format),
  )
  if (known?.complete) return {file: known, rows: 0, bad: 0, extra: [], shown: []}
  let file: OutsideFile | null = known ?? null
  let extra: readonly string[] = []
  let slices = 0
  let slice: Slice | null = null
  // One slice is kept while the next is filled.
  let keeping: Promise<OutsideFile> | null = null
  let lines = 0
  const kept = {rows: file?.rows ?? 0, bad: file?.bad ?? 0}
  const keep = async (complete: boolean) => {
    if (keeping) file = await keeping
    const full = slice
    slice = null
    if (file === null || full === null) return
    keeping = outside.keep(file, full, lines, complete)
    keeping.catch(() => {})
  }
  let rows = 0
  let bad = 0
  const shown: BadRow[] = []
  try {
    for await (const read of readTellings(part, {format, skip: known?.lines ?? 0})) {
      file ??= await outside.begin({sha256: part.sha256, name: part.name, format: read.format})
      extra = read.extra
      slice ??= outside.slice(slices++ % 2)
      for (const telling of read.tellings) slice.add(telling, place(telling))
      for (const each of read.bad) {
        slice.bad.push(each)
        if (shown.length < showBad) shown.push(each)
      }
      rows += read.tellings.length
      bad += read.bad.length
      lines = read.lines
      if (slice.rows >= sliceRows || slice.bytes >= bytesASlice) await keep(false)
      progress(read.bytes, rows, bad)
      if (signal?.aborted) break
    }
    if (!signal?.aborted) slice ??= outside.slice(slices++ % 2)
    await keep(!signal?.aborted)
  } catch (cause) {
    // What was read whole before a file broke off is kept.
    await keep(false)
    throw cause
  } finally {
    if (keeping) file = await keeping
  }
  if (file === null) throw new DetenteError('intake/empty', `nothing to read: ${part.name}`)
  return {file, rows: file.rows - kept.rows, bad: file.bad - kept.bad, extra, shown}
}

function placing(sideOf: ReturnType<typeof sidesBy>, crosswalk: ReturnType<typeof crosswalkOf>) {
  return ({told}: OutsideTelling): Placed => {
    const crossed = told.event === null && told.cameo !== null ? crosswalk.plover(told.cameo) : null
    return {
      actor: sideOf(told.actor),
      recipient: sideOf(told.recipient),
      event: told.event ?? crossed?.event ?? null,
      mode: told.event === null ? (crossed?.mode ?? null) : told.mode,
    }
  }
}
