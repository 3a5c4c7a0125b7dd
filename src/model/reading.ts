import type {DayReading, DayRange} from './day.ts'
import type {Doc} from './doc.ts'
import type {Entity, Flag, Mention} from './entity.ts'
import type {CodedEvent, Figure, PlaceReading} from './event.ts'
import type {Span} from './span.ts'
import type {Statement} from './statement.ts'

/** Something that the reader saw and did not understand, or doubts. */
export interface Note {
  readonly kind: 'not-understood' | 'doubt'
  readonly span: Span | null
  readonly message: string
}

export interface Versions {
  readonly reader: string
  readonly lexicon: string
  readonly model: string
}

/** All that was read in one Doc. Ids are unique in the Doc, numbered in the order of the text. */
export interface Reading {
  readonly doc: Doc
  readonly sentences: readonly Span[]
  /** Entities that are mentioned: from the lexicon, or found in the text (`~` ids). */
  readonly entities: readonly Entity[]
  readonly mentions: readonly Mention[]
  readonly days: readonly DayReading[]
  /** Every name of a place in text order; also where it stands for a government. */
  readonly places?: readonly PlaceReading[]
  readonly figures: readonly Figure[]
  readonly statements: readonly Statement[]
  readonly events: readonly CodedEvent[]
  readonly flags: readonly Flag[]
  /** Bounds of the day of publication that the text itself gives, with reasons. */
  readonly written: DayRange & {readonly why: readonly string[]}
  readonly notes: readonly Note[]
  readonly versions: Versions
}
