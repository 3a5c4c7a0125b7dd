import type {Day, DayRange, DayReading} from './day.ts'
import type {Doc} from './doc.ts'
import type {Entity, EntityId, Flag, Role} from './entity.ts'
import type {Analogues, DescribedEra, Driver, NamedEra} from './era.ts'
import type {EventCode, PlaceReading, Reality, RealityValue} from './event.ts'
import type {CloserForecast} from './forecast.ts'
import type {CorrectionRow} from './correction.ts'
import type {DocRef, Evidence, Incident} from './incident.ts'
import type {OutsideFile} from './outside.ts'
import type {Reading} from './reading.ts'
import type {Run} from './run.ts'
import type {Statement} from './statement.ts'

export type Direction = 'both' | 'a-to-b' | 'b-to-a'

/** One month of an index. Levels are on PLOVER's scale, −10 (conflict) to +10 (cooperation). */
export interface IndexPoint {
  /** `YYYY-MM`. */
  readonly month: string
  /** Smoothed level and its 80 % band: the view from the end of the record. */
  readonly level: number
  readonly low: number
  readonly high: number
  /** Filtered level and band: as it stood at the end of that month. */
  readonly asOf: number
  readonly asOfLow: number
  readonly asOfHigh: number
  /** Incidents that count in this month. */
  readonly incidents: number
  /** Docs that looked at the pair: published in this month, or telling an incident of it. 0: nobody looked. */
  readonly docs: number
  /** Independent origins among them; the fewer, the noisier the month. */
  readonly origins: number
}

/** A Doc that names both sides of a pair. Prints of one report share an origin. */
export interface Look {
  readonly doc: string
  readonly origin: string
  readonly published: Day | null
}

/** What one incident adds to a change of the index. All shares of a change add up to it. */
export interface Contribution {
  readonly incident: string
  readonly month: string
  readonly score: number
  readonly share: number
}

export interface IndexSeries {
  readonly pair: readonly [EntityId, EntityId]
  readonly direction: Direction
  readonly theme: string | null
  readonly points: readonly IndexPoint[]
  /** Fitted: variance of one origin's observation, of the level's monthly step, and of the level before any news. */
  readonly variances: {readonly observation: number; readonly step: number; readonly start: number}
}

export interface Coverage {
  readonly docs: number
  readonly outlets: number
  readonly origins: number
  readonly days: DayRange
}

/** A statement with all that a face needs to show it. */
export interface StatementRow {
  readonly id: string
  readonly statement: Statement
  readonly speaker: string | null
  readonly role: string | null
  readonly outlet: string | null
  /** Content as printed, joined by ` […] ` where the attribution splits it. Each part is an exact slice. */
  readonly parts: readonly string[]
  readonly evidence: Evidence
}

/** How a quotation differs from the one that it is held to be the same as. */
export interface Drift {
  /** Identical but for marks and case; one a part of the other; or other words. */
  readonly kind: 'same' | 'cut' | 'reworded'
  /** Words that only the other one has, and words that only this one has, in the order of the text. */
  readonly without: readonly string[]
  readonly instead: readonly string[]
}

/** A printing of one quotation. */
export interface Printing {
  readonly id: string
  /** Against the first printing of the quotation. */
  readonly drift: Drift
}

/** One quotation and where it was printed, first day first. */
export interface Quotation {
  /** Id of the first printing's statement. */
  readonly id: string
  readonly printings: readonly Printing[]
}

export interface RelationAnswer {
  readonly pair: readonly [Entity, Entity]
  readonly direction: Direction
  readonly theme: string | null
  readonly index: IndexSeries
  /** Change between two months, explained; present when asked for. */
  readonly change: {
    readonly from: string
    readonly to: string
    readonly by: number
    readonly contributions: readonly Contribution[]
  } | null
  readonly incidents: readonly Incident[]
  readonly statements: readonly StatementRow[]
  /** Which of the statements are printings of one quotation, and how their words differ. */
  readonly quotations: readonly Quotation[]
  readonly coverage: Coverage
  /** What to do when there is nothing. */
  readonly empty: string | null
}

/** An incident as a list or a chart shows it: without its words, its Docs, and why its tellings were joined. */
export type IncidentLine = Pick<
  Incident,
  | 'id'
  | 'event'
  | 'mode'
  | 'actors'
  | 'recipients'
  | 'days'
  | 'precision'
  | 'place'
  | 'reality'
  | 'aspect'
  | 'claimed'
  | 'denied'
  | 'origins'
>

/** Incidents of one month, by their first day: of cooperation and of conflict, those that did not happen apart. */
export interface LaneMonth {
  readonly month: string
  readonly friendly: number
  readonly hostile: number
  readonly friendlyNot: number
  readonly hostileNot: number
}

/** A relation as its page shows it at first: all of the index, the newest incidents, and counts of the rest. */
export interface RelationView extends Omit<RelationAnswer, 'incidents' | 'statements' | 'quotations' | 'change'> {
  readonly counts: {
    readonly incidents: number
    /** Incidents that move the index. */
    readonly moving: number
    /** Incidents without a day. */
    readonly undated: number
    /** Printed numbers. */
    readonly figures: number
    /** Printings of statements. */
    readonly statements: number
  }
  /** PLOVER contexts of its incidents, sorted. */
  readonly contexts: readonly string[]
  /** The newest. */
  readonly incidents: readonly IncidentLine[]
  /** For drawing: each incident, or `null` where they are too many, and then by month. */
  readonly ticks: readonly IncidentLine[] | null
  readonly months: readonly LaneMonth[]
  /** The change that was asked for; its largest shares, and the sum of the others. */
  readonly change:
    | (NonNullable<RelationAnswer['change']> & {
        readonly others: {readonly count: number; readonly share: number}
        readonly incidents: readonly IncidentLine[]
      })
    | null
}

/** Some incidents of a relation, newest first. */
export interface IncidentPage {
  /** How many there are of those that were asked for. */
  readonly total: number
  readonly offset: number
  readonly incidents: readonly (IncidentLine & Pick<Incident, 'figures'>)[]
}

/** What a relation is compared with and moves with. */
export interface BackgroundAnswer {
  /** Eras of the index, in order, each named by who ruled and what it was about. */
  readonly eras: readonly NamedEra[]
  /** An analyst's own eras of it, by their first month. */
  readonly own: readonly DescribedEra[]
  /** The relation under each ruler of either side in whose time something happened, in order. */
  readonly reigns: readonly {
    readonly ruler: EntityId
    readonly of: EntityId
    readonly first: string
    readonly last: string
    readonly level: number
    /** Ids, most told first. */
    readonly incidents: readonly string[]
  }[]
  /** `null`: too little on record for the last months to be likened to anything. */
  readonly analogues: Analogues | null
  /** Associations that stand out from chance, strongest first; `tried` counts the themes and third parties looked at. */
  readonly drivers: readonly Driver[]
  readonly tried: number
  readonly names: {readonly [entity: string]: string}
}

/** A Doc that may be the same article in other words. */
export interface OtherPrint {
  readonly doc: DocRef
  /** ISO 639-1. */
  readonly language: string
  /** It is another snapshot of the same address, or its outlet printed it in another language within a week. */
  readonly why: 'same-address' | 'other-language'
  /** Whether the words asked about stand in it, to the letter; `null`: none were asked about. */
  readonly holds: boolean | null
}

export interface ReaderAnswer {
  readonly doc: Doc
  readonly reading: Omit<Reading, 'doc'>
  /** Incident of each event, by event id. */
  readonly incidents: {readonly [event: string]: string}
  /** Names for the entities of the reading, by id. */
  readonly names: {readonly [entity: string]: string}
  /** What may be read beside it: other snapshots of its address, its original or a translation. */
  readonly others: readonly OtherPrint[]
}

export interface EntityAnswer {
  readonly entity: Entity
  readonly names: readonly string[]
  /** Names that a person made known beside the record; `whole`: by this one somebody was made known. */
  readonly added: readonly {readonly name: string; readonly whole: boolean}[]
  readonly roles: readonly Role[]
  readonly partners: readonly {readonly entity: EntityId; readonly name: string; readonly incidents: number}[]
  readonly statements: readonly StatementRow[]
  readonly flags: readonly (Flag & {readonly doc: DocRef})[]
}

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

export interface HomeAnswer {
  readonly coverage: Coverage
  readonly docs: readonly DocRef[]
  /** Pairs with most incidents. */
  readonly relations: readonly {
    readonly pair: readonly [EntityId, EntityId]
    readonly names: readonly [string, string]
    readonly incidents: number
    readonly latest: number | null
  }[]
}

/** What stands behind one record: the words, how they were read, and every other telling. */
export interface EvidenceAnswer {
  /** `inc_…`, `doc_…/ev_3` or `doc_…/st_3`, as asked. */
  readonly id: string
  readonly kind: 'incident' | 'event' | 'statement'
  readonly evidence: Evidence
  /** Incident that it is, or that the event is a telling of. */
  readonly incident: Incident | null
  readonly statement: StatementRow | null
  /** When, with the phrase as printed. */
  readonly day: (DayReading & {readonly words: string}) | null
  /** Whether it happened, with the words that decided each step. */
  readonly reality:
    | (Omit<Reality, 'why'> & {readonly why: readonly {readonly because: string; readonly words: string}[]})
    | null
  /** All tellings of the incident, clearest first. */
  readonly tellings: readonly {readonly id: string; readonly evidence: Evidence}[]
  /** Other snapshots of the address that the words were taken from, and whether the words stand there. */
  readonly others: readonly OtherPrint[]
  readonly names: {readonly [entity: string]: string}
}

/** How much came from one outlet. */
export interface SourceCount {
  /** `null`: not stated. */
  readonly outlet: string | null
  readonly docs: number
  /** Docs whose day of publication is unknown. */
  readonly undated: number
  readonly events: number
  readonly statements: number
  readonly days: DayRange
}

export interface RunsAnswer {
  /** Newest first. */
  readonly runs: readonly Run[]
  readonly coverage: Coverage
  /** Most Docs first. */
  readonly sources: readonly SourceCount[]
  /** Tables of other projects, in order of import: outside tellings, without a text. */
  readonly imports: readonly OutsideFile[]
}

export interface NetworkQuery {
  /** First and last day, both included; `null`: from the first, to the last. */
  readonly since: Day | null
  readonly until: Day | null
  readonly asOf: Day | null
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: Day | null
  /** PLOVER context; without it, all. */
  readonly theme?: string | null
  /** How many parties at most, those with the most incidents. */
  readonly most: number
}

/** What two parties did with and against each other. */
export interface Tie {
  readonly pair: readonly [EntityId, EntityId]
  readonly incidents: number
  readonly friendly: number
  readonly hostile: number
  /** Mean of the acts' scores on PLOVER's scale, −10 to +10. */
  readonly score: number
}

export interface NetworkAnswer {
  readonly since: Day | null
  readonly until: Day | null
  /** Most incidents first. */
  readonly parties: readonly {
    readonly id: EntityId
    readonly name: string
    readonly incidents: number
    /** `null`: no tie to any other that is shown. */
    readonly camp: 0 | 1 | null
  }[]
  /** Parties that are not shown. */
  readonly leftOut: number
  /** Most incidents first. */
  readonly ties: readonly Tie[]
  readonly balance: {
    /** Share of the ties' weight that runs against the two camps, 0 to 1. */
    readonly against: number
    /** Triples in which all three have ties, and how many of them are tense. */
    readonly triangles: number
    readonly tense: number
    readonly examples: readonly (readonly [EntityId, EntityId, EntityId])[]
  }
}

export interface MapQuery {
  /** First and last day, both included; `null`: from the first, to the last. */
  readonly since: Day | null
  readonly until: Day | null
  readonly asOf: Day | null
  /** Leave out what came into the record after this day (UTC). */
  readonly readBy?: Day | null
}

/** Where incidents were, no finer than it is known. */
export interface MapPlace {
  readonly name: string
  /** Name of the state that it lies in. */
  readonly country: string | null
  readonly precision: PlaceReading['precision']
  /** Degrees north and east. */
  readonly latitude: number
  readonly longitude: number
  readonly count: number
  /** Newest first, at most 60. */
  readonly incidents: readonly {
    readonly id: string
    readonly event: EventCode
    readonly mode: string | null
    readonly reality: RealityValue
    readonly denied: EntityId | null
    readonly days: DayRange
    readonly actors: readonly string[]
    readonly recipients: readonly string[]
  }[]
}

export interface MapAnswer {
  /** Most incidents first. */
  readonly places: readonly MapPlace[]
  /** Places that are told and could not be found on the earth, with their incidents. */
  readonly unresolved: readonly {readonly name: string; readonly count: number}[]
  /** Incidents whose place no text tells. */
  readonly untold: number
}

/** An incident in doubt. */
export interface InboxItem {
  readonly incident: Incident
  readonly pair: readonly [EntityId, EntityId]
  readonly names: readonly [string, string]
  /** Its share in the whole change of that relation's index. */
  readonly share: number
  /** Why it may be read wrongly, in words. */
  readonly doubts: readonly string[]
}

export interface InboxAnswer {
  /** Largest share first, at most 100. */
  readonly items: readonly InboxItem[]
  readonly total: number
  /** Relations that were looked through. */
  readonly relations: number
  /** Newest first. */
  readonly corrections: readonly CorrectionRow[]
}
