import type {EntityId, Era, Incident, IndexSeries} from '../model/index.ts'
import {changePoints, type MonthMix} from './change-points.ts'
import {contributionsTo, counts, weightOf} from './index-series.ts'
import {mixOf, quadClassOf} from './mix.ts'
import {monthNumber, monthsOf} from './month.ts'
import {thirdParties} from './parties.ts'
import {scoreOf} from './score.ts'

/** Longest span of days, in months, that may still date a boundary: what is known to a year or less. */
const dated = 12

/** One act is one draw of a relation: however alike those on record are, their scores spread by three points. */
const leastVariance = 9

/**
 * The eras of a relation: stretches of its index between change-points of level and of the share of deeds among words (`change-points.ts`), each with what it was like and the
 * incident that did most to part it from the one before. Incidents known only to more than a year date no boundary. The eras cover the index without gap.
 */
export function erasOf(incidents: readonly Incident[], series: IndexSeries): Era[] {
  if (series.points.length === 0) return []
  const start = monthNumber(`${series.points[0].month}-01`)
  const counted = incidents.filter(counts)
  const months = monthMixes(counted, start, series.points.length)
  const {starts, strengths} = changePoints(months, {variance: Math.max(leastVariance, series.variances.observation)})
  return starts.map((first, i) => {
    const last = (starts[i + 1] ?? series.points.length) - 1
    const within = counted.filter(incident => overlaps(incident, start + first, start + last))
    return {
      first: series.points[first].month,
      last: series.points[last].month,
      ...levelsIn(series, first, last),
      incidents: within.length,
      mix: mixOf(within),
      themes: themesOf(within),
      others: othersOf(within, series.pair),
      trigger: i === 0 ? null : triggerOf(counted, series, first, start),
      strength: i === 0 ? null : strengths[i - 1],
    }
  })
}

/** What was observed in each month from `start` on, spans known to a year or less spread evenly. */
export function monthMixes(counted: readonly Incident[], start: number, length: number): MonthMix[] {
  const months = Array.from({length}, () => ({weight: 0, weighted: 0, squared: 0, classes: [0, 0]}))
  for (const incident of [...counted].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const span = monthsOf(incident.days)
    if (span === null || span.last - span.first >= dated) continue
    const score = scoreOf(incident.event, incident.mode)
    const weight = weightOf(incident) / (span.last - span.first + 1)
    const kind = quadClassOf(incident.event).startsWith('verbal') ? 0 : 1
    for (let month = span.first; month <= span.last; month++) {
      const at = months[month - start]
      if (!at) continue
      at.weight += weight
      at.weighted += weight * score
      at.squared += weight * score * score
      at.classes[kind] += weight
    }
  }
  return months
}

/** Mean and change of the smoothed level between two points of a series. */
export function levelsIn({points}: IndexSeries, first: number, last: number): {level: number; change: number} {
  let sum = 0
  for (let t = first; t <= last; t++) sum += points[t].level
  return {level: sum / (last - first + 1), change: points[last].level - points[first].level}
}

/** An incident with its first and last month. */
export interface Spanned {
  readonly incident: Incident
  readonly first: number
  readonly last: number
}

/** The months of an incident that is known to a year or less; `null`: of any other. */
export function datedSpan(incident: Incident): Spanned | null {
  const span = monthsOf(incident.days)
  return span !== null && span.last - span.first < dated ? {incident, first: span.first, last: span.last} : null
}

/** Whether it touches months `first` to `last`. */
export const touches = (span: Spanned, first: number, last: number): boolean => span.first <= last && span.last >= first

/** Whether an incident's days touch months `first` to `last`. */
export function overlaps(incident: Incident, first: number, last: number): boolean {
  const span = datedSpan(incident)
  return span !== null && touches(span, first, last)
}

/** PLOVER contexts by how many incidents have them, then by name. */
export function themesOf(incidents: readonly Incident[]): string[] {
  return ranked(incidents.flatMap(({contexts}) => contexts))
}

/** States and groups beside the pair that take part, by how many incidents they take part in. */
export function othersOf(incidents: readonly Incident[], pair: readonly [EntityId, EntityId]): EntityId[] {
  return ranked(incidents.flatMap(incident => thirdParties(incident, pair)))
}

function ranked(values: readonly string[]): string[] {
  const times = new Map<string, number>()
  for (const value of values) times.set(value, (times.get(value) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([value]) => value)
}

/** The incident within half a year of a boundary with the largest share in the change across it, of the change's own sign. */
function triggerOf(counted: readonly Incident[], series: IndexSeries, at: number, start: number): string | null {
  const reach = 6
  const before = series.points[Math.max(0, at - reach)].month
  const after = series.points[Math.min(series.points.length - 1, at + reach)].month
  const near = new Set(
    counted.filter(incident => overlaps(incident, start + at - reach, start + at + reach)).map(({id}) => id),
  )
  const shares = contributionsTo(counted, series, before, after)
  const change = shares.reduce((sum, {share}) => sum + share, 0)
  return shares.find(({incident, share}) => near.has(incident) && share * change > 0)?.incident ?? null
}
