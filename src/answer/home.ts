import type {Lexicon} from '../lexicon/index.ts'
import type {HomeAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {indexOf} from '../relation/index.ts'

/** Pairs shown on the first page. */
const most = 12

/** What the record holds: coverage, Docs, and the pairs that it knows most of. */
export async function home(record: OpenRecord, lexicon: Lexicon): Promise<HomeAnswer> {
  const [coverage, docs, pairs] = await Promise.all([record.coverage({}), record.docs(), record.pairs()])
  const name = (id: string) => lexicon.entities.get(id)?.name ?? id
  const relations = await Promise.all(
    pairs.slice(0, most).map(async ({pair, incidents}) => {
      const index = indexOf(await record.incidents({pair}), {pair, direction: 'both', theme: null})
      return {
        pair,
        names: [name(pair[0]), name(pair[1])] as const,
        incidents,
        latest: index.points.at(-1)?.level ?? null,
      }
    }),
  )
  return {coverage, docs, relations}
}
