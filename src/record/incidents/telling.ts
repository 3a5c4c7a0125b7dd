import type {
  Aspect,
  Day,
  EntityId,
  EntityKind,
  EventCode,
  FigureKind,
  Precision,
  RealityValue,
  Sector,
  Span,
} from '../../model/index.ts'

export interface TellingParty {
  readonly entity: EntityId
  readonly name: string
  readonly kind: EntityKind | null
  readonly country: EntityId | null
  readonly sector: Sector | null
}

export interface TellingFigure {
  readonly what: FigureKind
  readonly low: number
  readonly high: number
  readonly approx: boolean
  readonly unit: string | null
  readonly who: string | null
  readonly giver: string | null
  readonly span: Span
}

/** What one Doc tells of an act, in itself enough to judge whether another tells of the same. */
export interface Telling {
  /** `doc_…/ev_3`. */
  readonly id: string
  readonly doc: string
  readonly published: Day | null
  readonly event: EventCode
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly TellingParty[]
  readonly recipients: readonly TellingParty[]
  readonly day: {
    readonly first: Day | null
    readonly last: Day | null
    readonly precision: Precision
    readonly approx: boolean
  } | null
  readonly place: {
    readonly name: string
    readonly country: EntityId | null
    readonly precision: string
    readonly latitude: number | null
    readonly longitude: number | null
  } | null
  readonly reality: RealityValue
  readonly aspect: Aspect
  readonly claimed: EntityId | null
  readonly denied: EntityId | null
  readonly figures: readonly TellingFigure[]
  /** The words that carry the act, and the content words of the clause, in lower case, sorted. */
  readonly cue: string
  readonly words: readonly string[]
  /** Where the cue starts; part of the stable name of the telling. */
  readonly at: number
  /** Sketch of the paragraph that it stands in. */
  readonly sketch: readonly number[]
  /** What else tells where it comes from: outlet, the one wire service credited, translator, outlet spoken to. */
  readonly credits: readonly string[]
}
