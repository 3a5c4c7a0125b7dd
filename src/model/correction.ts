import type {Day} from './day.ts'
import type {Entity, EntityId} from './entity.ts'
import type {Aspect, EventCode, FigureKind, Party, PlaceReading, RealityValue} from './event.ts'
import type {Precision} from './day.ts'
import type {Span} from './span.ts'
import type {Statement} from './statement.ts'

/** What a person wants changed. `record` is the id of an event (`doc_…/ev_3`), or of a statement where that is said. */
export type CorrectionChange =
  /** The event or statement is read rightly: a newer reader that reads it otherwise is overruled. */
  | {readonly kind: 'confirm'; readonly record: string}
  /** The event or statement is not in the text at all. */
  | {readonly kind: 'reject'; readonly record: string}
  | {readonly kind: 'type'; readonly record: string; readonly event: EventCode; readonly mode: string | null}
  /** Who acts, or who is acted on; none: the text does not tell. */
  | {readonly kind: 'actor' | 'recipient'; readonly record: string; readonly entities: readonly Entity[]}
  /** Who acts is acted on, and the other way round. */
  | {readonly kind: 'swap'; readonly record: string}
  | {readonly kind: 'reality'; readonly record: string; readonly reality: RealityValue; readonly aspect: Aspect}
  /** First and last day, both included; `null`: the text does not tell. */
  | {
      readonly kind: 'day'
      readonly record: string
      readonly days: {readonly first: Day; readonly last: Day; readonly precision: Precision} | null
    }
  | {readonly kind: 'place'; readonly record: string; readonly place: Omit<PlaceReading, 'span'> | null}
  /** These incidents are one happening. */
  | {readonly kind: 'merge'; readonly incidents: readonly string[]}
  /** These tellings of one incident are of another happening than its other tellings. */
  | {readonly kind: 'split'; readonly tellings: readonly string[]}
  /** These words of a Doc's body are the page's own, no part of the article. */
  | {readonly kind: 'chrome'; readonly doc: string; readonly span: Span}
  /** These words of a Doc's body tell what the reader missed. */
  | {readonly kind: 'add'; readonly doc: string; readonly span: Span; readonly missed: Missed}
  /** Who is named by these words, where the reader took another for it; none: nobody of the record. */
  | {
      readonly kind: 'mention'
      readonly doc: string
      readonly span: Span
      readonly entities: readonly Entity[]
      /** The same words everywhere in the article, not at this place alone. */
      readonly everywhere?: boolean
    }

/** A record that a person reads in marked words. */
export type Missed =
  /** The marked words carry the act. */
  | {
      readonly part: 'event'
      readonly event: EventCode
      readonly mode: string | null
      /** PLOVER contexts. */
      readonly contexts: readonly string[]
      readonly actors: readonly Entity[]
      readonly recipients: readonly Entity[]
      readonly reality: RealityValue
      readonly aspect: Aspect
      /** `null`: the text does not tell. */
      readonly days: {readonly first: Day; readonly last: Day; readonly precision: Precision} | null
      readonly place: Omit<PlaceReading, 'span'> | null
    }
  /** The marked words are what is said, with or without their quotation marks. */
  | {
      readonly part: 'statement'
      /** `null`: nobody of the record. */
      readonly speaker: Entity | null
      /** The words of saying as printed, in or beside the sentences of the content; `null`: none. */
      readonly cue: string | null
      readonly stance: Statement['stance']
      readonly act: Statement['act']
      /** Of whom it speaks. */
      readonly about: readonly Entity[]
    }
  /** The marked words are the number. */
  | {
      readonly part: 'figure'
      readonly what: FigureKind
      readonly low: number
      readonly high: number
      readonly approx: boolean
      readonly unit: string | null
      /** Whom or what it counts as printed in its sentence; `null`: not told. */
      readonly who: string | null
      /** Summed over a stretch of time, a war or a country, not of one happening. */
      readonly total: boolean
      /** Id of the event that it counts for (`doc_…/ev_3`), of the same Doc; `null`: of none. */
      readonly of: string | null
    }

/** A missed record as the log keeps it: its spans lie in the words of its anchor, counted from their start. */
export type AddedRecord =
  | {readonly part: 'event'; readonly contexts?: readonly string[]}
  | {
      readonly part: 'statement'
      readonly source: EntityId | null
      readonly cue: Span | null
      readonly content: readonly Span[]
      readonly form: Statement['form']
      readonly stance: Statement['stance']
      readonly act: Statement['act']
      readonly about: readonly EntityId[]
      readonly dyad: Statement['dyad']
    }
  | {
      readonly part: 'figure'
      readonly what: FigureKind
      readonly low: number
      readonly high: number
      readonly approx: boolean
      readonly unit: string | null
      readonly total: boolean
      readonly number: Span
      readonly who: Span | null
    }

export type CorrectionKind = CorrectionChange['kind']

export const correctionKinds = [
  'confirm',
  'reject',
  'type',
  'actor',
  'recipient',
  'swap',
  'reality',
  'day',
  'place',
  'merge',
  'split',
  'chrome',
  'add',
  'mention',
] as const satisfies readonly CorrectionKind[]

/** Who made a correction, when and why. */
export interface Maker {
  readonly by: string
  /** ISO 8601 with zone, as the caller's clock has it. */
  readonly at: string
  readonly why: string
}

/** A change with its maker. */
export interface Correction extends Maker {
  readonly change: CorrectionChange
}

/** Where a correction hangs: words in a snapshot. It is found again by its words, never by an id of the reading. */
export interface TextAnchor {
  readonly sha256: string
  readonly part: 'event' | 'statement' | 'text'
  /** Where the words stood in the body when the correction was made. */
  readonly span: Span
  readonly words: string
  /** What stood around them, up to 48 code units on each side. */
  readonly before: string
  readonly after: string
  /** Event: where in `words` the act stands, how it was read, and its number among the events that are read there. */
  readonly cue?: Span
  readonly event?: EventCode
  readonly n?: number
  /** Id of the correction that added the record; it is found by that alone. */
  readonly added?: string
  /** Split: `out` goes, `stay` stays. */
  readonly side?: 'out' | 'stay'
}

/** What an event said of itself; a part of it in a correction of that part. */
export interface EventFields {
  readonly event?: EventCode
  readonly mode?: string | null
  readonly actors?: readonly Omit<Party, 'span'>[]
  readonly recipients?: readonly Omit<Party, 'span'>[]
  readonly reality?: RealityValue
  readonly aspect?: Aspect
  readonly days?: {readonly first: Day | null; readonly last: Day | null; readonly precision: Precision} | null
  readonly place?: Omit<PlaceReading, 'span'> | null
  /** What was missed, beside the fields of an event. */
  readonly added?: AddedRecord
  /** Who the words of a mention mean; here, or everywhere in the article. */
  readonly mean?: readonly EntityId[]
  readonly everywhere?: true
  /** Those named that the reading may not hold. */
  readonly entities?: readonly Entity[]
}

/**
 * `in-force`; `undone`; `unanchored`: its words are no longer in the text, or stand there more than once, so that it changes
 * nothing; `not-read`: its words are there, and the reader finds no such record in them.
 */
export type CorrectionState = 'in-force' | 'undone' | 'unanchored' | 'not-read'

/** A line of the log. */
export interface CorrectionEntry extends Maker {
  /** `cor_…`. */
  readonly id: string
  readonly kind: CorrectionKind | 'undo'
  readonly anchors: readonly TextAnchor[]
  readonly before: EventFields | null
  readonly after: EventFields | null
  /** Correction that it takes back. */
  readonly undoes: string | null
}

/** A line of the log as it holds today. */
export interface CorrectionRow extends CorrectionEntry {
  readonly state: CorrectionState
  /** Why it does not hold; `null` when it does. */
  readonly because: string | null
  /** `true`: its words were found at another place than where they stood. */
  readonly moved: boolean
  /** Ids of the records that it changes today: `doc_…/ev_3`, `doc_…/st_3`, `doc_…`. */
  readonly records: readonly string[]
  /** In a few words: `type ASSAULT → ACCUSE`. */
  readonly words: string
}

/** What a correction does to the index of one pair. */
export interface IndexEffect {
  readonly pair: readonly [EntityId, EntityId]
  readonly names: readonly [string, string]
  /** Month whose smoothed level moves most; levels of −10 to +10, `null`: the index has no such month. */
  readonly month: string
  readonly from: number | null
  readonly to: number | null
  /** `USA–PAK Mar 2025 +0.4 → +0.2`. */
  readonly words: string
}

/** What a correction would do; nothing is written. */
export interface CorrectionPreview {
  readonly kind: CorrectionKind | 'undo'
  readonly words: string
  readonly anchors: readonly TextAnchor[]
  readonly before: EventFields | null
  readonly after: EventFields | null
  /** Ids of incidents that would go, come, or tell otherwise. */
  readonly incidents: {
    readonly gone: readonly string[]
    readonly come: readonly string[]
    readonly changed: readonly string[]
  }
  /** Biggest first; empty: no index moves. */
  readonly effects: readonly IndexEffect[]
}
