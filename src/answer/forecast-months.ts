import type {Series} from '../forecast/relations/index.ts'
import type {Day, EntityId, Incident, IndexSeries} from '../model/index.ts'
import {counts, indexOf, monthName, monthNumber, monthsOf, scoreOf} from '../relation/index.ts'

/** Incidents that count, by the month of their last day; those known to no better than a year are left out. */
export interface DatedIncident {
  readonly month: number
  readonly sign: number
}

export function dated(incidents: readonly Incident[]): DatedIncident[] {
  return incidents.flatMap(incident => {
    const months = counts(incident) ? monthsOf(incident.days) : null
    if (months === null || months.last - months.first >= 12) return []
    return [{month: months.last, sign: Math.sign(scoreOf(incident.event, incident.mode))}]
  })
}

/** The month of the first incident, `origin` where there is none. */
export const firstMonth = (incidents: readonly DatedIncident[], origin: number): number =>
  incidents.reduce((least, {month}) => Math.min(least, month), origin)

/** Months from the first incident, or from `first`, to `origin`, as two lists of counts. */
export function seriesOf(
  id: string,
  incidents: readonly DatedIncident[],
  origin: number,
  first: number = firstMonth(incidents, origin),
): Series {
  const known = incidents.filter(({month}) => month >= first && month <= origin)
  const cooperative = new Float64Array(origin - first + 1)
  const conflictual = new Float64Array(origin - first + 1)
  for (const {month, sign} of known) {
    if (sign > 0) cooperative[month - first]++
    if (sign < 0) conflictual[month - first]++
  }
  return {id, cooperative, conflictual}
}

/** Cooperative and conflictual incidents of the months `first` to `last`, both included. */
export function countsIn(
  incidents: readonly DatedIncident[],
  first: number,
  last: number,
): {cooperative: number; conflictual: number} {
  const within = incidents.filter(({month}) => month >= first && month <= last)
  return {
    cooperative: within.filter(({sign}) => sign > 0).length,
    conflictual: within.filter(({sign}) => sign < 0).length,
  }
}

/** The last month that is over on this day. */
export function lastWholeMonth(day: Day): number {
  const month = monthNumber(day)
  const [year, of, date] = day.split('-').map(Number)
  return date === new Date(Date.UTC(year, of, 0)).getUTCDate() ? month : month - 1
}

/** What happened by the end of a month. */
export const knownBy = (incidents: readonly Incident[], month: number): Incident[] =>
  incidents.filter(({days}) => days.last !== null && monthNumber(days.last) <= month)

/**
 * Where the index as of `origin + horizon` will be: it stays where it is on average, and moves by as much of the level's own steps
 * as news of the usual amount (that of the last two years) would show.
 */
export function indexAhead(
  incidents: readonly Incident[],
  pair: readonly [EntityId, EntityId],
  origin: number,
  horizon: number,
): {mean: number; sd: number} {
  const series = indexOf(knownBy(incidents, origin), {pair, direction: 'both', theme: null, until: monthName(origin)})
  const last = series.points.at(-1)
  if (!last) return {mean: 0, sd: 0}
  const now = spreadOf(series) ** 2
  const {observation, step} = series.variances
  const lately = series.points.slice(-24)
  const news = lately.reduce((sum, point) => sum + point.incidents, 0) / lately.length
  let uncertain = now
  for (let month = 0; month < horizon; month++) {
    uncertain += step
    if (news > 0) uncertain = 1 / (1 / uncertain + news / observation)
  }
  return {mean: last.asOf, sd: Math.sqrt(Math.max(0, now + horizon * step - uncertain))}
}

/** Ends of an 80 % band lie so many standard deviations from the mean. */
export const bandWidth = 1.2815515655446004

const spreadOf = ({points}: IndexSeries): number => {
  const last = points[points.length - 1]
  return (last.asOfHigh - last.asOfLow) / 2 / bandWidth
}
