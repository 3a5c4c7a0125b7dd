import {type Lexicon, loadLexicon} from '../lexicon/index.ts'
import type {
  Direction,
  EntityAnswer,
  EntityId,
  EvidenceAnswer,
  HomeAnswer,
  QuestionAnswer,
  ReaderAnswer,
  RelationAnswer,
} from '../model/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {article} from './article.ts'
import {ask} from './ask.ts'
import {entity} from './entity.ts'
import {home} from './home.ts'
import {relation} from './relation.ts'

/** Everything that one can ask a record, with the record and lexicon already in hand. */
export interface BoundAnswers {
  home(): Promise<HomeAnswer>
  relation(query: {
    readonly pair: readonly [EntityId, EntityId]
    readonly direction: Direction
    readonly theme: string | null
    readonly from: string | null
    readonly to: string | null
  }): Promise<RelationAnswer>
  article(doc: string): Promise<ReaderAnswer>
  entity(id: EntityId): Promise<EntityAnswer>
  ask(text: string): Promise<QuestionAnswer>
  evidence(id: string): Promise<EvidenceAnswer>
}

export function answersOf(record: OpenRecord, lexicon: Lexicon): BoundAnswers {
  return {
    home: () => home(record),
    relation: ({pair, ...options}) => relation(record, lexicon, pair, options),
    article: doc => article(record, lexicon, doc),
    entity: id => entity(record, lexicon, id),
    ask: text => ask(record, lexicon, text),
    evidence: id => record.evidence(id),
  }
}

/** Opens a record for reading. Throws `record/…` errors. */
export async function openAnswers(
  path: string,
): Promise<{record: OpenRecord; lexicon: Lexicon; answers: BoundAnswers}> {
  const lexicon = loadLexicon()
  const record = await openRecord(path, {readOnly: true})
  return {record, lexicon, answers: answersOf(record, lexicon)}
}
