import type {EntityId, Incident} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'

/** What a record tells of a pair, and of either side with anybody: read once and handed to all that ask for it. */
export interface Around {
  readonly pair: readonly Incident[]
  readonly sides: ReadonlyMap<EntityId, readonly Incident[]>
}

/** Reads it; `incidents`: those of the pair, where they are in hand already. */
export async function aroundOf(
  record: OpenRecord,
  pair: readonly [EntityId, EntityId],
  {asOf = null, readBy = null}: Known = {},
  incidents: readonly Incident[] | null = null,
): Promise<Around> {
  const known = {asOf, readBy}
  const [own, ...ofSides] = await Promise.all([
    incidents ?? record.incidents({pair, ...known}),
    ...pair.map(party => record.incidents({party, ...known})),
  ])
  return {pair: own, sides: new Map(pair.map((side, n) => [side, ofSides[n]]))}
}
