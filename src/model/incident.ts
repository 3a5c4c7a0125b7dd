import type {Day, DayRange, Precision} from './day.ts'
import type {EntityId, Sector} from './entity.ts'
import type {Aspect, EventCode, FigureKind, PlaceReading, RealityValue} from './event.ts'
import type {Span} from './span.ts'

/** What a person needs to recognise a Doc. */
export interface DocRef {
  readonly id: string
  readonly title: string | null
  readonly outlet: string | null
  readonly url: string | null
  readonly published: Day | null
  /** When `published` is unknown: what is known of it. */
  readonly bounds: DayRange
}

/** Words in a snapshot, with their sentence's neighbourhood. `before + words + after` is a slice of the Doc's text. */
export interface Evidence {
  readonly doc: DocRef
  readonly sha256: string
  /** The words themselves. */
  readonly span: Span
  readonly words: string
  readonly before: string
  readonly after: string
  /** Spans inside the Doc that play a part, for underlining. */
  readonly marks: readonly {readonly span: Span; readonly part: MarkPart; readonly label: string}[]
  /** Speaker → outlet → republisher → translator; `null` name: not stated. */
  readonly chain: readonly {
    readonly link: 'speaker' | 'outlet' | 'published-by' | 'republisher' | 'translator'
    readonly name: string | null
  }[]
  readonly rule: string
  /** Reader, lexicon and model version. */
  readonly versions: string
}

export type MarkPart = 'actor' | 'recipient' | 'cue' | 'day' | 'place' | 'figure' | 'source' | 'content'

export interface IncidentParty {
  readonly entity: EntityId
  readonly name: string
  /** The state that it stands for: of rebels and gangs that act none, of those acted on their home if it happened there. */
  readonly country: EntityId | null
  readonly sector: Sector | null
}

/** A printed number with its giver. */
export interface ContestedFigure {
  readonly what: FigureKind
  readonly low: number
  readonly high: number
  readonly approx: boolean
  /** Currency or unit, else null. */
  readonly unit: string | null
  readonly who: string | null
  readonly giver: string | null
  readonly doc: DocRef
  readonly span: Span
}

/** Numbers of an incident that count the same, side by side. */
export interface FigureGroup {
  readonly what: FigureKind
  readonly unit: string | null
  /** Whom or what they count, as the first of them says. */
  readonly who: string | null
  /** `agreed`: all allow one value; `updated`: they grow from day to day; `disputed`: they differ otherwise. */
  readonly state: 'agreed' | 'updated' | 'disputed'
  /** Lowest and highest value that any of them allows. */
  readonly low: number
  readonly high: number
  /** The one printed last. */
  readonly latest: ContestedFigure
  /** By day of printing, then by number. */
  readonly figures: readonly ContestedFigure[]
}

/** That some tell a happening as one that occurred and some deny it. Counts are of independent origins. */
export interface Contest {
  /** Origins that vouch for it themselves, and deny nothing. */
  readonly asserted: number
  /** Origins that report a denial. */
  readonly denied: number
  readonly deniers: readonly EntityId[]
}

/** An incident that contradicts another: it did not happen, or someone else did it. */
export interface Rival {
  readonly about: 'reality' | 'actors'
  readonly incident: Incident
}

/** One incident in full, with what contradicts it. */
export interface IncidentAnswer {
  readonly incident: Incident
  /** The clearest first. */
  readonly tellings: readonly {
    readonly id: string
    /** Number of its independent origin, from 1. */
    readonly origin: number
    readonly why: string | null
    readonly claimed: EntityId | null
    readonly denied: EntityId | null
    readonly evidence: Evidence
  }[]
  readonly figures: readonly FigureGroup[]
  readonly rivals: readonly Rival[]
  readonly names: {readonly [entity: string]: string}
}

/** Tellings judged to be the same happening. */
export interface Incident {
  readonly id: string
  readonly event: EventCode
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly IncidentParty[]
  readonly recipients: readonly IncidentParty[]
  readonly days: DayRange
  readonly precision: Precision | null
  readonly place: PlaceReading['name'] | null
  readonly reality: RealityValue
  readonly aspect: Aspect
  readonly claimed: EntityId | null
  readonly denied: EntityId | null
  /** How it stands between those who tell it and those who deny it; `null` or absent: nobody denies it. */
  readonly contest?: Contest | null
  /** Event ids (`doc_…/ev_3`), sorted. */
  readonly tellings: readonly string[]
  readonly docs: readonly DocRef[]
  /** Independent origins: reprints of one report count once. */
  readonly origins: number
  readonly figures: readonly ContestedFigure[]
  /** Why the tellings were joined. */
  readonly joined: readonly string[]
  /** The clearest telling. */
  readonly evidence: Evidence
}
