import type {HomeAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {indexOf} from '../relation/index.ts'

/** Pairs, and newest Docs, shown on the first page. */
const most = 12
const mostDocs = 200

/** What the record holds: coverage, its newest Docs, and the pairs that it knows most of. */
export async function home(record: OpenRecord): Promise<HomeAnswer> {
  const [coverage, docs, pairs] = await Promise.all([record.coverage(), record.docs(mostDocs), record.pairs(most)])
  const relations = await Promise.all(
    pairs.map(async ({pair, names, incidents}) => {
      const [found, looks] = await Promise.all([record.incidents({pair}), record.looks({pair})])
      const index = indexOf(found, {pair, direction: 'both', theme: null, looks})
      return {pair, names, incidents, latest: index.points.at(-1)?.level ?? null}
    }),
  )
  return {coverage, docs, relations}
}
