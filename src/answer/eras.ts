import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, Era, Incident, IndexSeries, NamedEra} from '../model/index.ts'
import {counts, erasOf, monthNumber, monthsOf} from '../relation/index.ts'
import {rulersOf, sharedOf, type Term} from './rulers.ts'
import {list, themeWords} from './words.ts'

/** The eras of a relation, named by who ruled on both sides and what it was mostly about. */
export function namedEras(
  incidents: readonly Incident[],
  index: IndexSeries,
  lexicon: Lexicon,
  docs: ReadonlyMap<EntityId, number>,
): NamedEra[] {
  const end = monthNumber(`${index.points.at(-1)?.month}-01`)
  const ruled = index.pair.map(
    side => [side, rulersOf(side, lexicon, docs, end).sort((a, b) => a.from - b.from)] as const,
  )
  const happened = incidents.filter(counts).flatMap(({days}) => monthsOf(days)?.last ?? [])
  return erasOf(incidents, index).map(era => {
    const leaders = ruled.flatMap(([side, terms]) => {
      const leaders = leadersIn(era, terms, happened)
      return leaders.map(leader => ({entity: leader, name: lexicon.entities.get(leader)?.name ?? leader, of: side}))
    })
    return {...era, leaders, name: nameOf(era, leaders)}
  })
}

/** Least share of an era's incidents that fell under a ruler who is named in it. */
const much = 0.2

/** Under whom much of what an era is known by happened, in order of their terms, else under whom most did; in an era without incidents, who ruled longest. */
function leadersIn(era: Era, terms: readonly Term[], happened: readonly number[]): EntityId[] {
  const [first, last] = [monthNumber(`${era.first}-01`), monthNumber(`${era.last}-01`)]
  const within = happened.filter(month => month >= first && month <= last)
  const shares = new Map<EntityId, {told: number; months: number}>()
  for (const {ruler, from, to} of terms) {
    const months = sharedOf({from, to}, {from: first, to: last + 1}, last)
    if (months <= 0) continue
    const own = shares.get(ruler) ?? {told: 0, months: 0}
    own.told += within.filter(month => month >= from && month < to).length
    own.months += months
    shares.set(ruler, own)
  }
  const ruled = [...shares]
  const told = ruled.filter(([, own]) => own.told > 0 && own.told >= much * within.length)
  const most = ruled.sort((a, b) => b[1].told - a[1].told || b[1].months - a[1].months).slice(0, 1)
  return (told.length > 0 ? told : most).map(([ruler]) => ruler)
}

function nameOf(era: Era, leaders: NamedEra['leaders']): string {
  const sides = [...new Set(leaders.map(leader => leader.of))]
  const who = sides
    .map(side => leaders.filter(leader => leader.of === side).map(({name}) => name.split(' ').at(-1) ?? name))
    .map(names => list([...new Set(names)]))
    .join(' – ')
  const what = era.themes.slice(0, 2).map(themeWords).join(', ')
  return [who, what].filter(Boolean).join(': ') || `${era.first} to ${era.last}`
}
