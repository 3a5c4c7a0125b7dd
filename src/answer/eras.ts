import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, Era, Incident, IndexSeries, NamedEra} from '../model/index.ts'
import {erasOf, monthNumber} from '../relation/index.ts'
import {rulersOf, sharedOf} from './rulers.ts'
import {list, themeWords} from './words.ts'

/** The eras of a relation, named by who ruled on both sides and what it was mostly about. */
export function namedEras(
  incidents: readonly Incident[],
  index: IndexSeries,
  lexicon: Lexicon,
  docs: ReadonlyMap<EntityId, number>,
): NamedEra[] {
  return erasOf(incidents, index).map(era => {
    const leaders = index.pair.flatMap(side => {
      const leaders = leadersIn(era, side, lexicon, docs)
      return leaders.map(leader => ({entity: leader, name: lexicon.entities.get(leader)?.name ?? leader, of: side}))
    })
    return {...era, leaders, name: nameOf(era, leaders)}
  })
}

/** Least share of an era that a ruler who is named in it ruled. */
const long = 0.3

/** Who ruled a side for much of an era, in order, else whoever ruled longest; of two at once whom more Docs name. */
function leadersIn(era: Era, side: EntityId, lexicon: Lexicon, docs: ReadonlyMap<EntityId, number>): EntityId[] {
  const [first, last] = [monthNumber(`${era.first}-01`), monthNumber(`${era.last}-01`)]
  const months = new Map<EntityId, number>()
  for (const term of rulersOf(side, lexicon, docs, last).sort((a, b) => a.from - b.from)) {
    const shared = sharedOf(term, {ruler: '', from: first, to: last + 1}, last)
    if (shared > 0) months.set(term.ruler, (months.get(term.ruler) ?? 0) + shared)
  }
  const ruled = [...months]
  const much = ruled.filter(([, shared]) => shared >= long * (last - first + 1))
  const told = much.length > 0 ? much : ruled.sort((a, b) => b[1] - a[1]).slice(0, 1)
  return told.map(([ruler]) => ruler)
}

function nameOf(era: Era, leaders: NamedEra['leaders']): string {
  const sides = [...new Set(leaders.map(leader => leader.of))]
  const who = sides
    .map(side => list(leaders.filter(leader => leader.of === side).map(({name}) => name.split(' ').at(-1) ?? name)))
    .join(' – ')
  const what = era.themes.slice(0, 2).map(themeWords).join(', ')
  return [who, what].filter(Boolean).join(': ') || `${era.first} to ${era.last}`
}
