import type {Direction, IndexSeries} from './relation.ts'
import type {Day} from './day.ts'
import type {Entity, EntityId} from './entity.ts'
import type {EventCode} from './event.ts'

/** Event data of other projects that can be imported, by the name of their form. */
export const outsideFormats = [
  'gdelt',
  'gdelt-1',
  'gdelt-mentions',
  'icews',
  'icews-brief',
  'polecat',
  'plover',
  'ucdp-ged',
] as const
export type OutsideFormat = (typeof outsideFormats)[number]

/** Someone in a row of another project, with the codes that it printed. Empty: not told. */
export interface OutsideParty {
  readonly name: string
  /** CAMEO actor code, as in `PAKMIL`. */
  readonly code: string
  /** Home state, in the code of `countryBy`. */
  readonly country: string
  readonly countryBy: 'iso' | 'cameo' | 'gw' | 'name'
  /** Sectors in the words or codes of the project. */
  readonly sector: string
}

/** What a row tells, as far as every form tells it. */
export interface OutsideFields {
  /** Id that the project gave it; not always unique. `null`: it gives none. */
  readonly id: string | null
  readonly first: Day
  readonly last: Day
  readonly actor: OutsideParty | null
  readonly recipient: OutsideParty | null
  /** CAMEO code; text, with its leading zero. */
  readonly cameo: string | null
  /** PLOVER type and mode, where the row has them itself. */
  readonly event: EventCode | null
  readonly mode: string | null
}

/** A row that was left out, and why. */
export interface BadRow {
  /** Line of the file, from 1. */
  readonly line: number
  /** What was expected and what was found. */
  readonly why: string
}

/** A row of another project: a telling without a text. */
export interface OutsideTelling {
  readonly told: OutsideFields
  readonly line: number
  /** The row as it came, in the order of the form's columns. */
  readonly row: string
}

/** An imported table. */
export interface OutsideFile {
  readonly id: number
  readonly name: string
  /** SHA-256 of the file as it lay on the disk, packed or not. */
  readonly sha256: string
  readonly format: OutsideFormat
  /** Rows kept and rows left out. */
  readonly rows: number
  readonly bad: number
  /** Lines that are done, the header included. */
  readonly lines: number
  readonly complete: boolean
}

/** Happenings that outside tellings tell of between two sides: those of one day, type and mode are one. */
export interface OutsideMonth {
  /** `YYYY-MM`; two for a happening that is known to a longer span only. */
  readonly first: string
  readonly last: string
  readonly event: EventCode
  readonly mode: string | null
  readonly happenings: number
  readonly tellings: number
}

/** One outside telling between two known sides. */
export interface OutsideEvent {
  readonly day: Day
  readonly actor: EntityId
  readonly recipient: EntityId
  readonly cameo: string | null
  readonly event: EventCode | null
  readonly mode: string | null
}

/** The relation of a pair as imported tables have it. */
export interface OutsideAnswer {
  readonly pair: readonly [Entity, Entity]
  readonly direction: Direction
  /** Forms that were asked, with how much the record holds of each. */
  readonly sources: readonly {readonly format: OutsideFormat; readonly files: number; readonly rows: number}[]
  readonly happenings: number
  readonly tellings: number
  readonly index: IndexSeries
}
