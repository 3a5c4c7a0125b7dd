import type {Lexicon} from '../lexicon/index.ts'
import type {
  CodedEvent,
  DayReading,
  Doc,
  Entity,
  EntityId,
  Figure,
  Flag,
  Mention,
  Note,
  Party,
  PlaceReading,
  Sector,
  Statement,
} from '../model/index.ts'
import type {TextModel, Tree} from '../text/index.ts'

/** What the stages of one reading share. Each stage fills the lists that it gives and only reads those that it needs. */
export interface Work {
  readonly doc: Doc
  readonly lexicon: Lexicon
  readonly trees: readonly Tree[]
  /** What the trees were made with; `null`: without it only rules read statements. */
  readonly model: TextModel | null
  /** Everyone mentioned, by id. */
  readonly entities: Map<EntityId, Entity>
  days: DayReading[]
  mentions: Mention[]
  /** Every name of a place, in text order; set by the places stage. */
  places: PlaceReading[]
  figures: Figure[]
  statements: Statement[]
  events: CodedEvent[]
  flags: Flag[]
  notes: Note[]
  /** `mentionAt[sentence][token]`: the mention whose span covers the token, the innermost one; set by the mentions stage. */
  mentionAt: (Mention | null)[][]
}

/** Work that no stage has touched yet. */
export function startWork(doc: Doc, lexicon: Lexicon, trees: readonly Tree[], model: TextModel | null = null): Work {
  return {
    doc,
    lexicon,
    trees,
    model,
    entities: new Map(),
    days: [],
    mentions: [],
    places: [],
    figures: [],
    statements: [],
    events: [],
    flags: [],
    notes: [],
    mentionAt: [],
  }
}

/** Home state of a mentioned entity; a state is its own. */
export function countryOf(work: Work, id: EntityId): EntityId | null {
  const entity = work.entities.get(id)
  if (!entity) return null
  return entity.kind === 'state' ? entity.id : entity.country
}

/** The parties that a mention puts in a role: all of its entities when all are meant, else the likeliest. */
export function partiesOf(work: Work, mention: Mention, how: Party['how'] = 'said'): Party[] {
  const ids = mention.all ? mention.entities : mention.entities.slice(0, 1)
  return ids.map(entity => ({
    entity,
    country: countryOf(work, entity),
    sector: sectorOf(work, entity, mention.sector),
    span: mention.span,
    how,
  }))
}

function sectorOf(work: Work, id: EntityId, narrowed: Sector | null): Sector | null {
  return narrowed ?? work.entities.get(id)?.sector ?? null
}
