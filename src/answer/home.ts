import type {HomeAnswer} from '../model/index.ts'
import type {Known, OpenRecord} from '../record/index.ts'
import {indexOf} from '../relation/index.ts'

/** Pairs, and newest Docs, shown on the first page. */
const most = 12
const mostDocs = 200

/** What the record holds, or held: coverage, its newest Docs, and the pairs that it knows most of. */
export async function home(record: OpenRecord, known: Known = {}): Promise<HomeAnswer> {
  const [coverage, docs, pairs] = await Promise.all([
    record.coverage(known),
    record.docs(mostDocs, known),
    record.pairs(most, known),
  ])
  const relations = await Promise.all(
    pairs.map(async ({pair, names, incidents}) => {
      const [found, looks] = await Promise.all([record.incidents({pair, ...known}), record.looks({pair, ...known})])
      const index = indexOf(found, {pair, direction: 'both', theme: null, looks})
      return {pair, names, incidents, latest: index.points.at(-1)?.level ?? null}
    }),
  )
  return {coverage, docs, relations}
}
