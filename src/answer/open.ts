import {existsSync} from 'node:fs'
import {additionsIn, type Lexicon, lexiconBeside, loadLexicon} from '../lexicon/index.ts'
import type {
  CorrectionRow,
  Direction,
  EntityAnswer,
  EntityId,
  EvidenceAnswer,
  HomeAnswer,
  BackgroundAnswer,
  InboxAnswer,
  MapAnswer,
  MapQuery,
  NetworkAnswer,
  NetworkQuery,
  OutsideAnswer,
  QuestionAnswer,
  ReaderAnswer,
  RelationAnswer,
  RelationForecasts,
  RunsAnswer,
  ScoreboardAnswer,
} from '../model/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {article} from './article.ts'
import {type AskOptions, ask} from './ask.ts'
import {background} from './background.ts'
import {entity} from './entity.ts'
import {home} from './home.ts'
import {inbox} from './inbox.ts'
import {mapOf} from './map.ts'
import {network} from './network.ts'
import {outsideRelation} from './outside.ts'
import {ownErasAt} from './own-eras-beside.ts'
import type {OwnEraRow} from './own-eras.ts'
import {relation} from './relation.ts'
import {relationForecasts} from './relation-forecasts.ts'
import {runs} from './runs.ts'
import {scoreboard} from './scoreboard.ts'

export interface RelationQuery {
  readonly pair: readonly [EntityId, EntityId]
  readonly direction: Direction
  readonly theme: string | null
  /** Months (`YYYY-MM`) between which the change is to be explained; `null`: not asked. */
  readonly from: string | null
  readonly to: string | null
  /** Leave out what was published after this day; `null`: everything. */
  readonly asOf: string | null
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: string | null
}

/** Everything that one can ask a record, with the record and lexicon already in hand. Each throws a `DetenteError` when an id is not known. */
export interface Answers {
  home(asOf?: string | null, readBy?: string | null): Promise<HomeAnswer>
  relation(query: RelationQuery): Promise<RelationAnswer>
  article(doc: string, asOf?: string | null, readBy?: string | null): Promise<ReaderAnswer>
  entity(id: EntityId, asOf?: string | null, readBy?: string | null): Promise<EntityAnswer>
  ask(text: string, options?: AskOptions): Promise<QuestionAnswer>
  /** `inc_…`, `doc_…/ev_3` or `doc_…/st_3`, in the record as it stood. */
  evidence(id: string, asOf?: string | null, readBy?: string | null): Promise<EvidenceAnswer>
  /** What imported tables of other projects tell of a pair, without a text. */
  outside(query: Pick<RelationQuery, 'pair' | 'direction' | 'asOf'>): Promise<OutsideAnswer>
  runs(asOf?: string | null, readBy?: string | null): Promise<RunsAnswer>
  network(query: NetworkQuery): Promise<NetworkAnswer>
  map(query: MapQuery): Promise<MapAnswer>
  inbox(asOf?: string | null, readBy?: string | null): Promise<InboxAnswer>
  /** Eras, reigns, analogues and drivers of a relation. */
  background(
    pair: readonly [EntityId, EntityId],
    asOf: string | null,
    readBy?: string | null,
  ): Promise<BackgroundAnswer>
  /** What is to be expected of a relation, and what was forecast of it before. */
  forecasts(pair: readonly [EntityId, EntityId], asOf: string | null): Promise<RelationForecasts>
  /** The log of corrections, newest first. */
  corrections(): Promise<CorrectionRow[]>
  scoreboard(asOf?: string | null): Promise<ScoreboardAnswer>
}

/** `own` gives an analyst's own eras, of any pairs. */
export function answersOf(record: OpenRecord, lexicon: Lexicon, own: () => readonly OwnEraRow[] = () => []): Answers {
  return {
    home: (asOf, readBy) => home(record, {asOf, readBy}),
    relation: ({pair, ...options}) => relation(record, lexicon, pair, options),
    article: (doc, asOf, readBy) => article(record, lexicon, doc, {asOf, readBy}),
    entity: (id, asOf, readBy) => entity(record, lexicon, id, {asOf, readBy}),
    ask: (text, options) => ask(record, lexicon, text, {ownEras: own(), ...options}),
    evidence: (id, asOf, readBy) => record.evidence(id, {asOf, readBy}),
    outside: ({pair, ...options}) => outsideRelation(record, lexicon, pair, options),
    runs: (asOf, readBy) => runs(record, {asOf, readBy}),
    network: query => network(record, lexicon, query),
    map: query => mapOf(record, lexicon, query),
    inbox: (asOf, readBy) => inbox(record, lexicon, {asOf, readBy}),
    background: (pair, asOf, readBy) => background(record, lexicon, pair, {asOf, readBy}, own()),
    forecasts: (pair, asOf) => relationForecasts(record, lexicon, pair, asOf),
    corrections: () => record.corrections(),
    scoreboard: asOf => scoreboard(record, lexicon, asOf),
  }
}

/** Opens a record for reading. Throws `record/…` errors. */
export async function openAnswers(path: string): Promise<{record: OpenRecord; lexicon: Lexicon; answers: Answers}> {
  const lexicon = loadLexicon(undefined, additionsIn(lexiconBeside(path)))
  const record = await openRecord(path, {readOnly: true})
  return {record, lexicon, answers: answersOf(record, lexicon, () => ownErasAt(path))}
}

/** Opens a record that is there for writing, for what is written beside the reading: forecasts. Throws `record/…` errors. */
export async function openToWrite(path: string): Promise<{record: OpenRecord; lexicon: Lexicon}> {
  // A record that is not there is an error here, not a new record.
  if (!existsSync(path)) await openRecord(path, {readOnly: true})
  return {record: await openRecord(path), lexicon: loadLexicon(undefined, additionsIn(lexiconBeside(path)))}
}
