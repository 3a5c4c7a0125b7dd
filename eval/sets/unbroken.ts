import type {GoldSet, Score} from '../set.ts'
import {rowsOf} from '../rows.ts'

/** One article in so many is read. */
const every = 3

/** Whole articles that nobody here wrote: what is right is not asked, only that nothing breaks and all that is referred to is there. */
export const unbroken: GoldSet = {
  name: 'unbroken',
  data: 'gold/attribution/polnear-train.jsonl',
  about:
    'share of articles that are read without a fault of ours, every entity and antecedent that a reading speaks of being in it',
  async score(path, tools): Promise<Score[]> {
    const rows = rowsOf<{id: string; text: string}>(path).filter((_, n) => n % every === 0)
    const broken = rows.filter(({id, text}) => {
      try {
        return !isWhole(tools.read(tools.docOf(text, {id})))
      } catch {
        return true
      }
    })
    for (const {id} of broken.slice(0, 10)) console.log(`  broken: ${id}`)
    return [
      {
        measure: 'articles read whole',
        split: 'train',
        value: 1 - broken.length / rows.length,
        detail: `${rows.length - broken.length} of ${rows.length}`,
      },
    ]
  },
}

function isWhole({
  entities,
  mentions,
  events,
  statements,
}: ReturnType<Parameters<GoldSet['score']>[1]['read']>): boolean {
  const known = new Set(entities.map(({id}) => id))
  const seen = new Set(mentions.map(({id}) => id))
  return (
    !known.has(undefined as never) &&
    mentions.every(mention => mention.entities.every(id => known.has(id))) &&
    mentions.every(({antecedent}) => antecedent === null || seen.has(antecedent)) &&
    events.every(event => [...event.actors, ...event.recipients].every(({entity}) => known.has(entity))) &&
    statements.every(({source}) => source.entity === null || known.has(source.entity))
  )
}
