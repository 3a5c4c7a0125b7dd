import type {EntityId, Incident} from '../../model/index.ts'
import type {Telling} from './telling.ts'

/**
 * Who tells a happening as one that occurred, and who denies it; `null` when nobody denies it, or nobody tells it otherwise.
 * A telling asserts when its text vouches for it itself: it is neither only claimed nor denied there.
 */
export function contestOf(
  tellings: readonly {readonly telling: Telling; readonly origin: number}[],
): Incident['contest'] {
  const deniers = [...new Set(tellings.flatMap(({telling: {denied}}) => (denied === null ? [] : [denied])))].sort()
  if (deniers.length === 0) return null
  const originsWhere = (holds: (telling: Telling) => boolean) =>
    new Set(tellings.filter(({telling}) => holds(telling)).map(({origin}) => origin)).size
  const happened = ({reality}: Telling) => reality === 'occurred' || reality === 'historical'
  const asserted = originsWhere(telling => happened(telling) && telling.claimed === null && telling.denied === null)
  return {asserted, denied: originsWhere(telling => telling.denied !== null), deniers: deniers as EntityId[]}
}
