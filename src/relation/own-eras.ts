import type {DescribedEra, Era, Incident, IndexSeries, OwnEra} from '../model/index.ts'
import {levelsIn, overlaps, themesOf} from './eras.ts'
import {counts} from './index-series.ts'
import {mixOf} from './mix.ts'
import {monthNumber} from './month.ts'

/**
 * An analyst's own eras, measured on the index as the computed ones are, in order of their first month. What of an era lies
 * outside the index is not measured; one that lies outside wholly has no level.
 */
export function describeEras(
  own: readonly OwnEra[],
  incidents: readonly Incident[],
  series: IndexSeries,
  computed: readonly Era[],
): DescribedEra[] {
  const {points} = series
  const start = points.length === 0 ? 0 : monthNumber(`${points[0].month}-01`)
  const counted = incidents.filter(counts)
  return [...own]
    .sort((a, b) => compare(a.first, b.first) || compare(a.last, b.last) || compare(a.name, b.name))
    .map(era => {
      const [from, to] = [monthNumber(`${era.first}-01`), monthNumber(`${era.last}-01`)]
      const first = Math.max(0, from - start)
      const last = Math.min(points.length - 1, to - start)
      const within = counted.filter(incident => overlaps(incident, from, to))
      return {
        ...era,
        measured: first > last ? null : levelsIn(series, first, last),
        incidents: within.length,
        mix: mixOf(within),
        themes: themesOf(within),
        nearest: nearestTo(from, computed),
      }
    })
}

/** The change-point nearest to a month; the earlier of two as near. */
function nearestTo(month: number, computed: readonly Era[]): DescribedEra['nearest'] {
  let nearest: DescribedEra['nearest'] = null
  for (const {first} of computed.slice(1)) {
    const months = monthNumber(`${first}-01`) - month
    if (nearest === null || Math.abs(months) < Math.abs(nearest.months)) nearest = {month: first, months}
  }
  return nearest
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
