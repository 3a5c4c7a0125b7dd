import type {Incident, Look} from '../model/index.ts'
import {monthName, monthNumber, monthsOf} from './month.ts'

/** How many looked at a pair in a month: Docs, and independent origins among them. */
export interface MonthCoverage {
  readonly docs: number
  readonly origins: number
}

/**
 * How many Docs and origins looked at a pair, by month (`YYYY-MM`): those published in it that name both sides, and those
 * that tell an incident of it, whenever they were published. A reprint adds a Doc and no origin.
 */
export function coverageByMonth(
  looks: readonly Look[],
  incidents: readonly Pick<Incident, 'days' | 'docs'>[],
): Map<string, MonthCoverage> {
  const originOf = new Map(looks.map(({doc, origin}) => [doc, origin]))
  const docs = new Map<number, Set<string>>()
  const add = (month: number, doc: string) => {
    const seen = docs.get(month)
    if (seen) seen.add(doc)
    else docs.set(month, new Set([doc]))
  }
  for (const {doc, published} of looks) if (published !== null) add(monthNumber(published), doc)
  for (const incident of incidents) {
    const months = monthsOf(incident.days)
    if (months === null) continue
    for (let month = months.first; month <= months.last; month++) for (const {id} of incident.docs) add(month, id)
  }
  return new Map(
    [...docs]
      .sort(([a], [b]) => a - b)
      .map(([month, seen]) => [
        monthName(month),
        {docs: seen.size, origins: new Set([...seen].map(doc => originOf.get(doc) ?? doc)).size},
      ]),
  )
}
