import type {EntityId, Incident} from '../model/index.ts'

/** States and known groups beside a pair that take part in an incident; somebody found in one text only is none. */
export function thirdParties(
  {actors, recipients}: Pick<Incident, 'actors' | 'recipients'>,
  pair: readonly [EntityId, EntityId],
): EntityId[] {
  const ids = [...actors, ...recipients].map(({entity, country}) => country ?? entity)
  return [...new Set(ids)].filter(id => !pair.includes(id) && !id.startsWith('~'))
}
