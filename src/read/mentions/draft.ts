import type {Named, RoleNoun} from '../../lexicon/index.ts'
import type {EntityId, Mention, MentionReason, Sector, Span} from '../../model/index.ts'

/** A stretch of one sentence that may be all or part of a mention. Tokens are inclusive. */
export interface Unit {
  /** `name`: stands in the lexicon; `noun`: a role noun; `run`: capitalised words that are in no table. */
  readonly kind: 'name' | 'noun' | 'run'
  first: number
  last: number
  start: number
  end: number
  readonly named: readonly Named[]
  readonly noun: RoleNoun | null
  /** Inside `pro-Russian`, `anti-American`: never the owner of what follows. */
  readonly prefixed: boolean
}

/** A mention in the making. */
export interface Draft {
  sentence: number
  head: number
  first: number
  last: number
  start: number
  end: number
  entities: EntityId[]
  all: boolean
  reason: MentionReason
  sense: Mention['sense']
  sector: Sector | null
  role: Span | null
  antecedent: Draft | null
  plural: boolean
  /** Subject of its clause. */
  subject: boolean
  noun: RoleNoun | null
  /** Title nearest to a person's name. */
  title: RoleNoun | null
  /** `former`, `ex-`: the office is over. */
  former: boolean
  /** State that the words of an office name: "South Africa's president". */
  owner: EntityId | null
  /** Token of the pronoun that owns it ("his government"); -1: none. */
  pronoun: number
  /** Waits for the anaphora step. */
  open: boolean
}

export function draft(sentence: number, first: number, last: number, span: Span, about: Partial<Draft>): Draft {
  return {
    sentence,
    head: last,
    first,
    last,
    start: span.start,
    end: span.end,
    entities: [],
    all: true,
    reason: 'name',
    sense: 'actor',
    sector: null,
    role: null,
    antecedent: null,
    plural: false,
    subject: false,
    noun: null,
    title: null,
    former: false,
    owner: null,
    pronoun: -1,
    open: false,
    ...about,
  }
}
