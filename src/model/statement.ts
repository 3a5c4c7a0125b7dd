import type {EntityId} from './entity.ts'
import type {Span} from './span.ts'

export interface StatementSource {
  /** `null`: nobody is named or implied. */
  readonly entity: EntityId | null
  /** Others named beside it for the same words: "China *and the EU* urged …". */
  readonly others: readonly EntityId[]
  /** The words that name the source; `null` when carried over from an earlier sentence. */
  readonly span: Span | null
  readonly kind: 'named' | 'anonymous' | 'collective' | 'document' | 'unknown'
  /** Role as printed. */
  readonly role: Span | null
}

export interface Channel {
  /** Outlet that the speaker spoke to, or that reported it; `null`: not stated. */
  readonly outlet: EntityId | null
  /** Where the text says so, possibly in an earlier sentence. */
  readonly span: Span | null
  readonly how: 'said' | 'carried' | 'none'
}

export const stances = ['for', 'against', 'conditional', 'neither'] as const
/** How a statement stands to closeness between the two that it speaks of. */
export type Stance = (typeof stances)[number]

export const speechActs = [
  'assessment',
  'prediction',
  'demand',
  'promise',
  'denial',
  'thanks',
  'accusation',
  'threat',
  'claim',
  'other',
] as const
export type SpeechAct = (typeof speechActs)[number]

/** Words attributed to someone. */
export interface Statement {
  readonly id: string
  readonly source: StatementSource
  readonly cue: Span | null
  /** One span, or several when the attribution splits a quotation. Without its quotation marks. */
  readonly content: readonly Span[]
  readonly form: 'direct' | 'indirect' | 'mixed'
  readonly channel: Channel
  readonly about: readonly EntityId[]
  /** The pair whose closeness it speaks of, unordered, sorted by id. */
  readonly dyad: readonly [EntityId, EntityId] | null
  readonly stance: Stance
  /** Words that decide the stance. */
  readonly stanceCue: Span | null
  readonly act: SpeechAct
  /** Event that saying so is: the accusation, threat, promise, denial or thanks that its cue tells; its id in the Doc. */
  readonly event: string | null
  readonly sentence: number
}
