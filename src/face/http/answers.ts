import type {
  Direction,
  EntityAnswer,
  EntityId,
  EvidenceAnswer,
  HomeAnswer,
  QuestionAnswer,
  ReaderAnswer,
  RelationAnswer,
} from '../../model/index.ts'

export interface RelationQuery {
  readonly pair: readonly [EntityId, EntityId]
  readonly direction: Direction
  readonly theme: string | null
  /** Months (`YYYY-MM`) between which the change is to be explained; `null`: not asked. */
  readonly from: string | null
  readonly to: string | null
}

/** What the pages ask. Each throws a `DetenteError` when an id is not known. */
export interface Answers {
  home(): Promise<HomeAnswer>
  relation(query: RelationQuery): Promise<RelationAnswer>
  article(doc: string): Promise<ReaderAnswer>
  entity(id: EntityId): Promise<EntityAnswer>
  ask(text: string): Promise<QuestionAnswer>
  /** `inc_…`, `doc_…/ev_3` or `doc_…/st_3`. */
  evidence(id: string): Promise<EvidenceAnswer>
}
