import type {Day, DayReading} from './day.ts'
import type {EntityId, Sector} from './entity.ts'
import type {Span} from './span.ts'

export const eventCodes = [
  'AGREE',
  'CONSULT',
  'SUPPORT',
  'CONCEDE',
  'COOPERATE',
  'AID',
  'RETREAT',
  'REQUEST',
  'ACCUSE',
  'REJECT',
  'THREATEN',
  'PROTEST',
  'SANCTION',
  'MOBILIZE',
  'COERCE',
  'ASSAULT',
] as const
/** PLOVER event type. */
export type EventCode = (typeof eventCodes)[number]

export type RealityValue = 'occurred' | 'historical' | 'future' | 'hypothetical' | 'negation'

/** Finer than the five values: why it is no plain occurrence. */
export type Aspect =
  | 'plain'
  | 'ongoing'
  | 'habitual'
  | 'ended'
  | 'planned'
  | 'promised'
  | 'desired'
  | 'feared'
  | 'demanded'
  | 'possible'
  | 'conditional'
  | 'asked'
  | 'negated'
  | 'refused'
  | 'failed'

/** Whether it happened, as the text tells it. Only what `occurred`, or did so long ago (`historical`, at its own day), and that nobody denies moves an index. */
export interface Reality {
  readonly value: RealityValue
  readonly aspect: Aspect
  /** Who alone vouches for it, when the text does not assert it itself. */
  readonly claimed: EntityId | null
  /** Who denies it. */
  readonly denied: EntityId | null
  /** The decision, step by step, with the words that decided. */
  readonly why: readonly {readonly because: string; readonly span: Span}[]
}

/** Someone in a role of an event. */
export interface Party {
  readonly entity: EntityId
  /** Home state or, for a state, itself. */
  readonly country: EntityId | null
  readonly sector: Sector | null
  readonly span: Span
  /** `said`: stands in the role's place in the clause; `implied`: taken from a named link. */
  readonly how: 'said' | 'implied'
}

export interface PlaceReading {
  readonly span: Span
  readonly name: string
  readonly country: EntityId | null
  readonly precision: 'site' | 'city' | 'region' | 'country' | 'unresolved'
  readonly latitude: number | null
  readonly longitude: number | null
}

export const figureKinds = [
  'killed',
  'injured',
  'arrested',
  'displaced',
  'troops',
  'amount',
  'percent',
  'other',
] as const
export type FigureKind = (typeof figureKinds)[number]

/** One printed number that matters, with who it counts and who gave it. */
export interface Figure {
  readonly id: string
  readonly span: Span
  readonly what: FigureKind
  readonly low: number
  readonly high: number
  readonly approx: boolean
  /** Currency or unit, else null. */
  readonly unit: string | null
  /** Whom or what it counts ("Afghans"). */
  readonly who: Span | null
  /** Summed over a stretch of time, a war or a country, not of one happening. */
  readonly total?: boolean
  /** It counts fighters or forces, or the fallen of a clash between them. */
  readonly armed?: boolean
  /** Statement that gives the number, when someone is quoted for it. */
  readonly statement: string | null
  readonly sentence: number
}

/** One Doc's telling of an act. */
export interface CodedEvent {
  readonly id: string
  readonly event: EventCode
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly Party[]
  readonly recipients: readonly Party[]
  /** `null`: the text does not tell. */
  readonly occurred: DayReading | null
  readonly place: PlaceReading | null
  readonly figures: readonly string[]
  readonly reality: Reality
  /** Statement in whose content it stands. */
  readonly statement: string | null
  readonly evidence: {
    /** The clause. */
    readonly span: Span
    /** The words that carry the act. */
    readonly cue: Span
    /** Row of `data/lexicon/acts.tsv` or name of the construction. */
    readonly rule: string
  }
  readonly sentence: number
}

export type {Day}
