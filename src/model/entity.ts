import type {Day} from './day.ts'
import type {Span} from './span.ts'

/** States: ISO 3166 alpha-3 (`PAK`; `SUN` and the like for states that are gone). Others: kebab-case. Found in one text only: `~kamran-bukhari`. */
export type EntityId = string

export const entityKinds = [
  'state',
  'person',
  'government',
  'ministry',
  'legislature',
  'court',
  'military',
  'intelligence',
  'police',
  'armed-group',
  'party',
  'organisation',
  'outlet',
  'institute',
  'company',
  'people',
] as const
export type EntityKind = (typeof entityKinds)[number]

/** PLOVER sectors used here. */
export type Sector =
  | 'GOV'
  | 'MIL'
  | 'SPY'
  | 'COP'
  | 'JUD'
  | 'LEG'
  | 'PTY'
  | 'OPP'
  | 'REB'
  | 'UAF'
  | 'CVL'
  | 'MED'
  | 'IGO'
  | 'NGO'
  | 'EDU'
  | 'BUS'
  | 'REF'
  | 'CRM'
  | 'LAB'
  | 'REL'

/** An office held from `since` up to, not including, `until`. */
export interface Role {
  readonly entity: EntityId
  /** `president`, `prime minister`, `foreign minister`, `army chief`, … */
  readonly role: string
  /** State or organisation that the role belongs to. */
  readonly of: EntityId
  readonly sector: Sector
  readonly since: Day | null
  readonly until: Day | null
}

export interface EntityName {
  readonly name: string
  readonly kind: 'name' | 'short' | 'acronym' | 'demonym' | 'seat' | 'alias' | 'surname'
  readonly since: Day | null
  readonly until: Day | null
}

export interface Entity {
  readonly id: EntityId
  readonly kind: EntityKind
  readonly name: string
  /** Home state. */
  readonly country: EntityId | null
  readonly sector: Sector | null
  readonly since: Day | null
  readonly until: Day | null
  readonly wikidata: string | null
  /** The group or body that it belongs to, when known: of the Khorasan Province the Islamic State. */
  readonly parent?: EntityId
}

export type MentionReason =
  | 'name'
  | 'acronym'
  | 'demonym'
  | 'capital'
  | 'seat'
  | 'surname'
  | 'title-and-name'
  | 'role-on-that-day'
  | 'role-noun'
  | 'pronoun'
  | 'group-noun'
  | 'apposition'
  | 'found-name'

/** A span and the entities that it may mean. */
export interface Mention {
  readonly id: string
  readonly span: Span
  /** Sentence index in the reading and the mention's head token in it. */
  readonly sentence: number
  readonly head: number
  /** Likeliest first; more than one: the text leaves it open, or "both countries". */
  readonly entities: readonly EntityId[]
  /** `true`: every entity is meant ("the two countries"); `false`: one of them is. */
  readonly all: boolean
  readonly reason: MentionReason
  /** A place ("in Tehran") or someone who acts ("Tehran said"). */
  readonly sense: 'actor' | 'place'
  /** Sector of this mention when the words narrow it ("Pakistani officials": GOV). */
  readonly sector: Sector | null
  /** Role as printed ("Pakistani Prime Minister"). */
  readonly role: Span | null
  /** What the pronoun, surname or role hangs on. */
  readonly antecedent: string | null
}

/** The tables contradict what the text says. The words stay as they are. */
export interface Flag {
  readonly kind: 'role-conflict' | 'near-miss-name' | 'near-miss-acronym'
  readonly span: Span
  readonly message: string
  readonly entity: EntityId | null
}
