import type {Day} from './day.ts'
import type {DocRef} from './incident.ts'
import type {EntityId, Sector} from './entity.ts'
import type {EventCode, RealityValue} from './event.ts'

/** Someone in a telling, with the name that the record knows. */
export interface ToldParty {
  readonly entity: EntityId
  readonly name: string
  readonly country: EntityId | null
  readonly sector: Sector | null
  /** As printed. */
  readonly words: string
  readonly wikidata: string | null
}

/** One telling of the record with all that other projects' forms ask for. */
export interface Told {
  /** `doc_…/ev_…`. */
  readonly id: string
  readonly incident: string | null
  /** Tellings, Docs and independent origins of its incident. */
  readonly tellings: number
  readonly docs: number
  readonly origins: number
  readonly event: EventCode
  readonly mode: string | null
  readonly contexts: readonly string[]
  readonly cameo: string | null
  readonly actors: readonly ToldParty[]
  readonly recipients: readonly ToldParty[]
  readonly first: Day | null
  readonly last: Day | null
  readonly place: string | null
  readonly placeCountry: EntityId | null
  readonly latitude: number | null
  readonly longitude: number | null
  readonly reality: RealityValue
  readonly claimed: EntityId | null
  readonly denied: EntityId | null
  readonly sentence: number
  readonly words: string
  /** UTF-16 code units in the Doc's body. */
  readonly start: number
  readonly end: number
  readonly cue: string
  readonly rule: string
  readonly doc: DocRef
  readonly language: string
  readonly sha256: string
}
