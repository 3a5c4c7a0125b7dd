import type {Day, DayRange} from './day.ts'
import type {Entity, EntityId} from './entity.ts'
import type {Analogues, DescribedEra, Driver, NamedEra} from './era.ts'
import type {Evidence, Incident} from './incident.ts'
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
