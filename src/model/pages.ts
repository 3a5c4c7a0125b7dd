import type {Day, DayRange, DayReading} from './day.ts'
import type {Doc} from './doc.ts'
import type {Entity, EntityId, Flag, Role} from './entity.ts'
import type {EventCode, PlaceReading, Reality, RealityValue} from './event.ts'
import type {CorrectionRow} from './correction.ts'
import type {DocRef, Evidence, Incident} from './incident.ts'
import type {OutsideFile} from './outside.ts'
import type {Reading} from './reading.ts'
import type {Run} from './run.ts'
import type {Coverage, StatementRow} from './relation.ts'
import type {Statement} from './statement.ts'
import type {Once} from './unrepeated.ts'

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
  /** Offices that a person holds and held, in the order of the tables; those of a state or body, the latest first. `name` is the other side's. */
  readonly roles: readonly (Role & {readonly name: string})[]
  readonly partners: readonly {readonly entity: EntityId; readonly name: string; readonly incidents: number}[]
  /** What it says, and what others say that is about it. */
  readonly statements: readonly StatementRow[]
  readonly about: readonly StatementRow[]
  readonly flags: readonly (Flag & {readonly doc: DocRef})[]
}

/** Some of many statements, each speaker's words once, the newest first. */
export interface StatementShelf {
  /** Printings of all, and different words among them. */
  readonly printings: number
  readonly different: number
  /** With how often each is printed. */
  readonly shown: readonly {readonly row: StatementRow; readonly times: number}[]
}

/** What is said of a relation as its page shows it at first: by stance, each speaker's words once, the newest first. */
export interface Spoken {
  readonly stances: {
    readonly [stance in Statement['stance']]: {readonly different: number; readonly shown: readonly Once[]}
  }
}

/** An entity as its page shows it at first. */
export interface EntityView extends Omit<EntityAnswer, 'statements' | 'about'> {
  readonly statements: StatementShelf
  readonly about: StatementShelf
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
