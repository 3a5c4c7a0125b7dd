import type {Lexicon} from '../lexicon/index.ts'
import type {BackgroundAnswer, DescribedEra, RelationAnswer} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {describeEras} from '../relation/index.ts'
import type {OwnEraRow} from './own-eras.ts'
import {sideOf} from './relation.ts'

/** An analyst's own eras of a relation, whichever way round the table names its sides. Throws `answer/unknown-entity`. */
export async function ownEras(
  record: OpenRecord,
  lexicon: Lexicon,
  rows: readonly OwnEraRow[],
  {pair, incidents, index}: Pick<RelationAnswer, 'pair' | 'incidents' | 'index'>,
  {eras}: Pick<BackgroundAnswer, 'eras'>,
): Promise<DescribedEra[]> {
  const ids = new Map<string, string>()
  for (const name of new Set(rows.flatMap(({a, b}) => [a, b]))) ids.set(name, (await sideOf(record, lexicon, name)).id)
  const wanted = pair
    .map(({id}) => id)
    .sort()
    .join(' ')
  const own = rows
    .filter(({a, b}) => [ids.get(a), ids.get(b)].sort().join(' ') === wanted)
    .map(({name, first, last}) => ({name, first, last}))
  return describeEras(own, incidents, index, eras)
}
