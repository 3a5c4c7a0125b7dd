import type {Lexicon} from '../lexicon/index.ts'
import type {EntityId, Incident, IndexSeries, Role} from '../model/index.ts'
import {counts, monthNumber} from '../relation/index.ts'

/** Offices that rule, by how much they do. */
const ruling: readonly string[] = [
  'supreme leader',
  'prime minister',
  'president',
  'chancellor',
  'general secretary',
  'monarch',
  'leader',
  'chief executive',
]

/** A stretch of a relation under one ruler of one side. */
export interface Reign {
  readonly ruler: EntityId
  readonly of: EntityId
  readonly first: string
  readonly last: string
  readonly level: number
  readonly incidents: readonly Incident[]
}

/** Month after every other: the end of a term that goes on. */
const still = 12 * 9999

/** Least Docs that name a ruler: offices that only adorn are hardly ever named. */
const leastDocs = 2

/**
 * The relation under each ruler of either side in whose time something happened, in order. Where two hold office at once, whom more Docs name ruled.
 *
 * @param docs how many Docs of the record name an entity
 */
export function reignsOf(
  incidents: readonly Incident[],
  index: IndexSeries,
  lexicon: Lexicon,
  docs: ReadonlyMap<EntityId, number>,
): Reign[] {
  if (index.points.length === 0) return []
  const start = monthNumber(`${index.points[0].month}-01`)
  const end = start + index.points.length - 1
  const counted = incidents.filter(counts)
  return index.pair
    .flatMap(side => rulersOf(side, lexicon, docs, end).map(terms => ({side, ...terms})))
    .flatMap(({side, ruler, from, to}) => {
      const [first, last] = [Math.max(start, from), Math.min(end, to)]
      if (last < first) return []
      const points = index.points.slice(first - start, last - start + 1)
      const [since, until] = [points[0].month, points[points.length - 1].month]
      const within = counted.filter(({days}) => days.first!.slice(0, 7) >= since && days.last!.slice(0, 7) <= until)
      const level = points.reduce((sum, point) => sum + point.level, 0) / points.length
      return within.length === 0 ? [] : [{ruler, of: side, first: since, last: until, level, incidents: within}]
    })
    .sort((a, b) => (a.first < b.first ? -1 : a.first > b.first ? 1 : a.ruler < b.ruler ? -1 : 1))
}

/** Terms of those who ruled a side up to month `end`, one for each stretch. */
export function rulersOf(side: EntityId, lexicon: Lexicon, docs: ReadonlyMap<EntityId, number>, end: number) {
  const held = ruling.flatMap(role => lexicon.terms(role, side)).filter(({since}) => since !== null)
  const named = (person: EntityId) => docs.get(person) ?? 0
  const terms = joined(held.filter(({entity}) => named(entity) >= leastDocs))
  return terms.filter(
    term =>
      !terms.some(
        other =>
          other.ruler !== term.ruler &&
          named(other.ruler) > named(term.ruler) &&
          sharedOf(other, term, end) > lengthOf(term, end) / 2,
      ),
  )
}

export interface Term {
  readonly ruler: EntityId
  readonly from: number
  readonly to: number
}

const lengthOf = ({from, to}: Term, end: number) => Math.min(to, end + 1) - from
/** Months that two terms share. */
export const sharedOf = (a: Omit<Term, 'ruler'>, b: Omit<Term, 'ruler'>, end: number) =>
  Math.min(a.to, b.to, end + 1) - Math.max(a.from, b.from)

/** Terms of one person that touch are one. Months are counted as `monthNumber` does. */
function joined(roles: readonly Role[]) {
  const terms: {ruler: EntityId; from: number; to: number}[] = []
  const sorted = roles
    .map(({entity, since, until}) => ({
      ruler: entity,
      from: monthNumber(since!),
      to: until === null ? still : monthNumber(until),
    }))
    .sort((a, b) => (a.ruler === b.ruler ? a.from - b.from : a.ruler < b.ruler ? -1 : 1))
  for (const term of sorted) {
    const before = terms.at(-1)
    if (before && before.ruler === term.ruler && term.from <= before.to + 1) before.to = Math.max(before.to, term.to)
    else terms.push({...term})
  }
  return terms
}
