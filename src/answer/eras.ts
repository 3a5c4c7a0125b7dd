import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, Era, Incident, IndexSeries, NamedEra, Role} from '../model/index.ts'
import {counts, erasOf, monthNumber} from '../relation/index.ts'
import {ruling} from './rulers.ts'

/** The eras of a relation, named by who ruled on both sides and what it was mostly about. */
export function namedEras(incidents: readonly Incident[], index: IndexSeries, lexicon: Lexicon): NamedEra[] {
  const counted = incidents.filter(counts)
  return erasOf(incidents, index).map(era => {
    const leaders = index.pair.flatMap(side => {
      const leader = leaderIn(era, side, counted, lexicon)
      return leader === null ? [] : [{entity: leader, name: lexicon.entities.get(leader)?.name ?? leader, of: side}]
    })
    return {...era, leaders, name: nameOf(era, leaders)}
  })
}

/** Who ruled a side: of those in office during the era the one who acts most in its incidents, else who held office longest. */
function leaderIn(era: Era, side: EntityId, counted: readonly Incident[], lexicon: Lexicon): EntityId | null {
  const [first, last] = [monthNumber(`${era.first}-01`), monthNumber(`${era.last}-01`)]
  const within = counted.filter(
    ({days}) => days.first !== null && days.first.slice(0, 7) >= era.first && days.first.slice(0, 7) <= era.last,
  )
  const acts = (person: EntityId) =>
    within.filter(({actors, recipients}) => [...actors, ...recipients].some(({entity}) => entity === person)).length
  const held = lexicon.roles
    .filter(({role, of}) => of === side && ruling.includes(role))
    .map(role => ({role, months: monthsWithin(role, first, last)}))
    .filter(({months}) => months > 0)
  const people = [...new Set(held.map(({role}) => role.entity))].map(person => ({
    person,
    acts: acts(person),
    months: held.filter(({role}) => role.entity === person).reduce((sum, {months}) => sum + months, 0),
    rank: Math.min(...held.filter(({role}) => role.entity === person).map(({role}) => ruling.indexOf(role.role))),
  }))
  people.sort((a, b) => b.acts - a.acts || b.months - a.months || a.rank - b.rank || (a.person < b.person ? -1 : 1))
  return people[0]?.person ?? null
}

function monthsWithin({since, until}: Role, first: number, last: number): number {
  const from = since === null ? first : Math.max(first, monthNumber(since))
  const to = until === null ? last : Math.min(last, monthNumber(until))
  return to - from + (until === null ? 1 : 0)
}

function nameOf(era: Era, leaders: NamedEra['leaders']): string {
  const who = leaders.map(({name}) => name.split(' ').at(-1)).join(' – ')
  const what = era.themes
    .slice(0, 2)
    .map(theme => theme.replaceAll('_', ' '))
    .join(' and ')
  return [who, what].filter(Boolean).join(': ') || `${era.first} to ${era.last}`
}
