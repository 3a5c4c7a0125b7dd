import type {Day, DayRange} from './day.ts'
import type {Span} from './span.ts'

export type DocKind = 'report' | 'analysis' | 'opinion' | 'speech' | 'unknown'

/** A title, heading, paragraph, list item or block quotation of the body. */
export interface Block {
  readonly kind: 'heading' | 'paragraph' | 'item' | 'quote'
  readonly span: Span
}

export type CutReason =
  | 'navigation'
  | 'subscribe-box'
  | 'related-post'
  | 'caption'
  | 'comment'
  | 'advertisement'
  | 'share-bar'
  | 'byline'
  | 'source-line'
  | 'title'
  | 'tags'
  | 'footer'
  | 'hidden'
  | 'truncated'
  | 'other'

/** Something that stood on the page and is not part of the article. */
export interface Cut {
  readonly text: string
  readonly reason: CutReason
  /** Why it was judged so, for people: `class "related-posts"`, `after the last paragraph`. */
  readonly why: string
}

/** A day that the page offers as its day of publication. */
export interface PublishedCandidate {
  readonly day: Day
  readonly from: 'json-ld' | 'opengraph' | 'meta' | 'time' | 'url' | 'printed' | 'given'
  /** The words or attribute it was read from. */
  readonly words: string
  readonly won: boolean
  /** Why it won or lost. */
  readonly why: string
}

export interface Published {
  /** `null`: unknown. Then only the bounds hold. */
  readonly day: Day | null
  readonly bounds: DayRange & {readonly why: readonly string[]}
  readonly candidates: readonly PublishedCandidate[]
}

/** The bytes as they came. */
export interface Snapshot {
  /** Lower-case hex. */
  readonly sha256: string
  readonly bytes: number
  readonly mediaType: string
  readonly charset: string
}

/** One article as kept. */
export interface Doc {
  /** `doc_` and the first 16 hex digits of the snapshot's SHA-256. */
  readonly id: string
  readonly snapshot: Snapshot
  /** Canonical address, where known. */
  readonly url: string | null
  readonly title: string | null
  /** Name of the outlet as printed; `null`: not stated. */
  readonly outlet: string | null
  readonly republisher: string | null
  readonly translator: string | null
  readonly byline: string | null
  /** Wire services and others credited in the text: "Reuters", "AFP contributed". */
  readonly credits: readonly string[]
  /** ISO 639-1. */
  readonly language: string
  readonly kind: DocKind
  /** The body: headings and paragraphs, parted by a blank line. All spans point into this. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly cut: readonly Cut[]
  readonly published: Published
  /** Anything a reader should know about how it was taken in: charset guessed, text ends in mid-sentence. */
  readonly notes: readonly string[]
}
