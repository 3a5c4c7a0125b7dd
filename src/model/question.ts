import type {Day} from './day.ts'
import type {EntityId, Sector} from './entity.ts'
import type {CloserForecast} from './forecast.ts'
import type {Evidence} from './incident.ts'
import type {Direction, RelationAnswer} from './relation.ts'

/** What a question asks. */
export const questionKinds = [
  'rapprochement',
  'rupture',
  'change',
  'happened',
  'said',
  'compare',
  'sides',
  'would-change',
] as const
export type QuestionKind = (typeof questionKinds)[number]

/** A question as understood. */
export interface Question {
  readonly text: string
  /** `null`: not understood, so it is asked back. */
  readonly kind: QuestionKind | null
  readonly pair: readonly [EntityId, EntityId] | null
  /** Whose acts are asked about: `a-to-b` for "is A getting closer to B". */
  readonly direction: Direction
  /** Who else is named, besides the pair. */
  readonly others: readonly EntityId[]
  readonly theme: string | null
  readonly again: boolean
  /** Acts on record that are asked about, as `EVENT`, `EVENT/mode` or, without a mode, `EVENT/plain`; empty: all. */
  readonly acts: readonly string[]
  /** Whose statements are asked for, by what they are: experts, officials; `null`: everybody's. */
  readonly sector: Sector | null
  /** Span of time asked about, when the question names one. */
  readonly since: Day | null
  readonly until: Day | null
  /** Months ahead that it asks about, 1, 3, 6 or 12; `null`: not said. */
  readonly horizon: number | null
  /** Parts that were not understood, to be asked back. */
  readonly unknown: readonly string[]
}

/** A line of an answer: a template over records, never free prose. Words in quotation marks are `quote.words`, a slice of a snapshot. */
export interface AnswerLine {
  readonly text: string
  readonly quote: {readonly words: string; readonly evidence: Evidence} | null
  /** Ids of the records behind it: `inc_…`, `doc_…/st_3`. */
  readonly records: readonly string[]
}

export interface AnswerBlock {
  readonly kind:
    | 'short'
    | 'happened'
    | 'sides'
    | 'said'
    | 'then-and-now'
    | 'for'
    | 'against'
    | 'conditional'
    | 'planned-and-feared'
    | 'analogues'
    | 'drivers'
    | 'would-change'
    | 'forecast'
    | 'gaps'
  readonly title: string
  readonly lines: readonly AnswerLine[]
}

export interface QuestionAnswer {
  readonly question: Question
  /** `false`: the record cannot answer this; the gaps say what is missing. */
  readonly answerable: boolean
  readonly blocks: readonly AnswerBlock[]
  readonly relation: RelationAnswer | null
  /** Chance that they are closer at the horizon, when asked for and the record can tell. */
  readonly forecast?: CloserForecast | null
}

/** An answer as its page has it: without the relation's incidents and statements, which its own page holds. */
export interface QuestionView extends Omit<QuestionAnswer, 'relation'> {
  readonly relation: {readonly pair: RelationAnswer['pair']; readonly themes: readonly string[]} | null
}
