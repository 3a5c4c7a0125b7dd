import {existsSync, realpathSync} from 'node:fs'
import {basename, dirname, join, resolve} from 'node:path'
import {
  type Correction,
  type CorrectionEntry,
  type CorrectionRow,
  type Coverage,
  DetenteError,
  type Doc,
  type DocRef,
  type EntityId,
  type EvidenceAnswer,
  type Flag,
  type Incident,
  type IncidentAnswer,
  type Look,
  type OtherPrint,
  type Reading,
  type Rival,
  type Run,
  type StatementRow,
  type Told,
  type Versions,
} from '../model/index.ts'
import {draft} from './corrections/draft.ts'
import {type Imagined, imagine} from './corrections/imagine.ts'
import {readLog} from './corrections/log.ts'
import {readCorrections} from './corrections/read.ts'
import {entryToUndo, type Undoing} from './corrections/undo.ts'
import {writeEntry} from './corrections/write.ts'
import {Database} from './database.ts'
import {
  docOf,
  docsHolding,
  type KeptDoc,
  type KeptSnapshot,
  listDocs,
  listSnapshots,
  readingOf,
  snapshotOf,
} from './docs.ts'
import {type EventRow, readEvents} from './events-read.ts'
import {readEvidence} from './evidence-read.ts'
import {faultOf} from './fault.ts'
import type {IncidentFilter, Known} from './filter.ts'
import {readIncident, readIncidents} from './incidents-read.ts'
import {hashesOf, type KeepOptions, type Kept, keep} from './keep.ts'
import {type ForecastStore, forecastsOn} from './forecasts.ts'
import {migrate} from './migrations.ts'
import {type OutsideStore, outsideOn} from './outside/store.ts'
import {
  type CoverageFilter,
  type EntityFilter,
  type KeptEntity,
  type PairCount,
  readCoverage,
  readEntities,
  readFlags,
  readIncidentsOf,
  readNames,
  readPairs,
  readPrintedNames,
} from './overview.ts'
import {readLooks} from './looks.ts'
import {type PlacedIncident, readPlaces} from './places.ts'
import {isJoined, type Rejoined, rejoin, rejoinBeside} from './rejoin.ts'
import {readRivals} from './rivals.ts'
import {logRun, readRuns} from './runs.ts'
import {Standings} from './standing.ts'
import {readOtherPrints} from './other-prints.ts'
import {readTold} from './told-read.ts'
import {readStatements, type StatementFilter} from './statements-read.ts'
import {readTies, type TieCount, type TieFilter} from './ties.ts'

/**
 * A record that is open. Reads see what was kept before; incidents are joined anew when they are asked for after a change, and,
 * of what was known by then alone, when they are asked for as of a past day.
 */
export interface OpenRecord {
  readonly path: string
  readonly readOnly: boolean
  /** Hashes of the snapshots that were read by these versions. */
  hashes(versions: Versions): Promise<Set<string>>
  /** Keeps a Doc, whole or not at all. When it returns, a power cut no longer loses it. */
  keep(bytes: Uint8Array, reading: Reading, options?: KeepOptions): Promise<Kept>
  /** Every snapshot, by hash. */
  snapshots(): Promise<KeptSnapshot[]>
  rejoin(): Promise<Rejoined>
  /** Snapshots of the Docs that hold one of these words, to the letter; newest first. */
  docsHolding(words: readonly string[]): Promise<KeptSnapshot[]>
  /** Newest first; all of them without a limit. */
  docs(limit?: number, known?: Known): Promise<KeptDoc[]>
  doc(id: string): Promise<Doc>
  snapshot(id: string): Promise<Uint8Array>
  /** Throws `record/not-found`, also where it was not known yet. */
  reading(id: string, known?: Known): Promise<Reading>
  incidents(filter?: IncidentFilter): Promise<Incident[]>
  /** One incident with its tellings, clearest first. Throws `record/not-found`. */
  incident(id: string, known?: Known): Promise<Pick<IncidentAnswer, 'incident' | 'tellings'>>
  /** Incidents that contradict one. Throws `record/not-found`. */
  rivals(id: string, known?: Known): Promise<Rival[]>
  /** Incident of each event of a Doc, by the event's id in the reading. */
  incidentsOfDoc(doc: string, known?: Known): Promise<{[event: string]: string}>
  events(filter?: IncidentFilter & {doc?: string | null}): Promise<EventRow[]>
  statements(filter?: StatementFilter): Promise<StatementRow[]>
  entities(filter?: EntityFilter): Promise<KeptEntity[]>
  /** Display names by entity. */
  names(): Promise<{[id: string]: string}>
  /** The forms in which an entity is named in the texts, commonest first. */
  printedNames(id: EntityId, known?: Known): Promise<{words: string; count: number}[]>
  flags(entity?: EntityId | null, known?: Known): Promise<(Flag & {doc: DocRef})[]>
  coverage(filter?: CoverageFilter): Promise<Coverage>
  /** The Docs that name both sides, each with its origin. */
  looks(filter: CoverageFilter): Promise<Look[]>
  /** Who acted on whom or with whom, by kind of act. */
  ties(filter?: TieFilter): Promise<TieCount[]>
  /** Incidents with their places, newest first. */
  places(filter?: TieFilter): Promise<PlacedIncident[]>
  /** Pairs of states with the most incidents. */
  pairs(limit?: number, known?: Known): Promise<PairCount[]>
  evidence(id: string, known?: Known): Promise<EvidenceAnswer>
  /** Docs that may be the same article in other words, and whether these words stand in them. */
  otherPrints(doc: string, words?: string | null, known?: Known): Promise<OtherPrint[]>
  /** Writes down that sources were read. */
  logRun(run: Omit<Run, 'id'>): Promise<Run>
  /** Newest first. */
  runs(limit?: number): Promise<Run[]>
  /** The log of corrections, newest first, each with whether it holds today. */
  corrections(): Promise<CorrectionRow[]>
  /** What a correction, or taking one back, would do. Throws as `correct` and `undo` do. */
  imagine(wanted: Correction | Undoing): Promise<{entry: CorrectionEntry} & Imagined>
  /** Adds a correction to the log and derives anew what it changes. Throws `record/not-found` and `usage/argument`. */
  correct(correction: Correction): Promise<CorrectionEntry>
  /** Takes a correction back; exports have the bytes that they had without it. Throws `record/not-found` and `usage/argument`. */
  undo(undoing: Undoing): Promise<CorrectionEntry>
  /** Tellings with all that other projects’ forms ask for. */
  told(filter?: IncidentFilter): Promise<Told[]>
  /** What other projects tell. */
  readonly outside: OutsideStore
  /** What was forecast, and how it came out. */
  readonly forecasts: ForecastStore
  close(): Promise<void>
}

/** Files that this process has open: the lock on a file does not keep out its own process. */
const openHere = new Set<string>()

/**
 * Opens a record, or makes one. Throws `record/held`, `record/damaged`, `record/read-only`, `record/version` and, for a
 * folder or a record to read that is not there, `record/not-found`. `memory`, such as `1GB`, is what DuckDB may hold; results that are read
 * count too, so that it suits writing alone. Without it, four fifths of the machine.
 */
export async function openRecord(
  path: string,
  {readOnly = false, memory = null}: {readOnly?: boolean; memory?: string | null} = {},
): Promise<OpenRecord> {
  const real = realPath(path)
  if (openHere.has(real))
    throw new DetenteError('record/held', `${path} is open in this process already`, {hint: 'Close it first.'})
  openHere.add(real)
  let database: Database | null = null
  try {
    database = await Database.open(path, readOnly, memory)
    await migrate(database, path, readOnly)
    if (readOnly && !(await isJoined(database))) await rejoinBeside(database)
  } catch (cause) {
    await database?.close()
    openHere.delete(real)
    throw faultOf(cause, path, readOnly)
  }
  return recordOn(database, path, readOnly, () => openHere.delete(real))
}

function realPath(path: string): string {
  const full = resolve(path)
  if (existsSync(full)) return realpathSync(full)
  const folder = dirname(full)
  return existsSync(folder) ? join(realpathSync(folder), basename(full)) : full
}

function recordOn(database: Database, path: string, readOnly: boolean, closed: () => void): OpenRecord {
  let joining: Promise<unknown> | null = null
  const standings = new Standings()
  /** Joins first when a Doc was kept since. */
  const joined = async () => {
    if (readOnly || (await isJoined(database))) return database
    joining ??= rejoin(database).finally(() => {
      joining = null
    })
    await joining
    return database
  }
  /** Reads the record as it stands, or as it stood. */
  const at = async <T>(known: Known | undefined, work: (then: Database) => Promise<T>): Promise<T> =>
    known?.asOf || known?.readBy ? standings.read(database, known, work) : work(await joined())
  /** The same of what needs no incidents. */
  const of = async <T>(known: Known | undefined, work: (then: Database) => Promise<T>): Promise<T> =>
    known?.asOf || known?.readBy ? standings.read(database, known, work) : work(database)
  const mayWrite = () => {
    if (readOnly) throw new DetenteError('record/read-only', `${path} was opened for reading only`)
  }
  const fault = (cause: unknown): never => {
    throw faultOf(cause, path, readOnly)
  }
  const write = async (wanted: Correction | Undoing) => {
    mayWrite()
    const log = await readLog(await joined())
    const entry = await entryFor(database, wanted, log)
    await writeEntry(database, entry, log).catch(fault)
    await standings.clear()
    await rejoin(database).catch(fault)
    return entry
  }
  return {
    path,
    readOnly,
    hashes: versions => hashesOf(database, versions),
    keep: async (bytes, reading, options) => {
      mayWrite()
      const kept = await keep(database, bytes, reading, options).catch(fault)
      await standings.clear()
      return kept
    },
    rejoin: async () => {
      mayWrite()
      return rejoin(database).catch(fault)
    },
    docs: (limit, known) => of(known, then => listDocs(then, limit ?? null)),
    snapshots: () => listSnapshots(database),
    docsHolding: words => docsHolding(database, words),
    doc: id => docOf(database, id),
    snapshot: id => snapshotOf(database, id),
    reading: (id, known) => of(known, then => readingOf(then, id)),
    incidents: filter => at(filter, then => readIncidents(then, filter)),
    incident: (id, known) => at(known, then => readIncident(then, id)),
    rivals: (id, known) => at(known, then => readRivals(then, id)),
    incidentsOfDoc: (doc, known) => at(known, then => readIncidentsOf(then, doc)),
    events: filter => at(filter, then => readEvents(then, filter)),
    statements: filter => of(filter, then => readStatements(then, filter)),
    entities: filter => of(filter, then => readEntities(then, filter)),
    names: () => readNames(database),
    printedNames: (id, known) => of(known, then => readPrintedNames(then, id)),
    flags: (entity, known) => of(known, then => readFlags(then, entity ?? null)),
    coverage: filter => of(filter, then => readCoverage(then, filter)),
    looks: filter => of(filter, then => readLooks(then, filter)),
    ties: filter => at(filter, then => readTies(then, filter)),
    places: filter => at(filter, then => readPlaces(then, filter)),
    pairs: (limit, known) => at(known, then => readPairs(then, limit)),
    evidence: (id, known) => at(known, then => readEvidence(then, id)),
    otherPrints: (doc, words, known) => of(known, then => readOtherPrints(then, doc, words ?? null)),
    told: filter => at(filter, then => readTold(then, filter)),
    outside: outsideOn(database, path, mayWrite, fault),
    forecasts: forecastsOn(database, mayWrite, fault),
    logRun: async run => {
      mayWrite()
      return logRun(database, run).catch(fault)
    },
    runs: (limit = 50) => readRuns(database, limit),
    corrections: async () => readCorrections(await joined()),
    imagine: async wanted => {
      const log = await readLog(await joined())
      const entry = await entryFor(database, wanted, log)
      return {entry, ...(await imagine(database, entry, log))}
    },
    correct: correction => write(correction),
    undo: undoing => write(undoing),
    close: async () => {
      await standings.clear()
      await database.close()
      closed()
    },
  }
}

const entryFor = (database: Database, wanted: Correction | Undoing, log: readonly CorrectionEntry[]) =>
  'change' in wanted ? draft(database, wanted, log) : entryToUndo(wanted, log)
