import type {Contribution, Direction, EntityId, Incident, IndexPoint, IndexSeries, Look} from '../model/index.ts'
import {coverageByMonth, type MonthCoverage} from './coverage.ts'
import {fitVariances} from './fit.ts'
import {filter, influence, type MonthObservation, smooth} from './level.ts'
import {monthName, monthsOf} from './month.ts'
import {scoreOf} from './score.ts'

/** Standard normal quantile that leaves 10 % on each side: an 80 % band. */
const band = 1.2815515655446004

/**
 * Noise that all of a month's incidents share, per origin that looked, in units of one incident's noise. Half of that noise is the
 * telling's, and half of it again is common to all that one origin tells: more incidents do not wear it down, more origins do.
 */
const sharedNoise = 0.25

/** One incident as the index sees it. */
interface Weighed {
  readonly id: string
  readonly score: number
  readonly weight: number
  readonly first: number
  readonly last: number
  readonly origins: number
}

/**
 * Whether an incident happened, on whatever day, and nobody denies it, or some origin vouches for it all the same: a denial by one side does
 * not undo what others report.
 */
export function tookPlace({reality, denied, contest}: Incident): boolean {
  const happened = reality === 'occurred' || reality === 'historical'
  return happened && (denied === null || (contest?.asserted ?? 0) > 0)
}

/** Whether an incident moves an index: it took place, and its days are known. */
export const counts = (incident: Incident): boolean => tookPlace(incident) && monthsOf(incident.days) !== null

/**
 * Weight of an incident: 1 for one origin that asserts it, rising to 2 with many independent origins; half when only claimed, or
 * denied by someone, and then only the origins that vouch for it count.
 * Half of the noise is the incident's own (an act is one draw of a relation), half is the telling's.
 */
export function weightOf(incident: Incident): number {
  const sure = incident.claimed === null && incident.denied === null
  const origins = incident.denied === null ? incident.origins : (incident.contest?.asserted ?? 0)
  return (sure ? 1 : 0.5) / (0.5 + 0.5 / Math.max(1, origins))
}

export interface IndexOptions {
  readonly pair: readonly [EntityId, EntityId]
  readonly direction: Direction
  readonly theme: string | null
  /** Last month to show, `YYYY-MM` or longer; the level is carried there with a widening band. */
  readonly until?: string | null
  /** The Docs that looked at the pair; without them only the origins that its incidents have are known. */
  readonly looks?: readonly Look[]
}

/**
 * Index of a relation by month: a local-level state-space model over the scores of its incidents.
 * An incident known only to a longer span is spread evenly over its months. The fewer origins looked at the pair in a month, the
 * noisier is what it tells. Silence widens the band and never moves the level.
 */
export function indexOf(incidents: readonly Incident[], options: IndexOptions): IndexSeries {
  const {pair, direction, theme, looks} = options
  const coverage = looks && coverageByMonth(looks, incidents.filter(counts))
  const {months, counted, seen, start} = observations(weigh(incidents), options.until ?? null, coverage)
  const variances = fitVariances(months)
  const filtered = filter(months, variances)
  const smoothed = smooth(filtered, variances)
  const points: IndexPoint[] = months.map((_, t) => {
    const spread = band * Math.sqrt(smoothed.variance[t])
    const asOfSpread = band * Math.sqrt(filtered.variance[t])
    return {
      month: monthName(start + t),
      level: smoothed.mean[t],
      low: smoothed.mean[t] - spread,
      high: smoothed.mean[t] + spread,
      asOf: filtered.mean[t],
      asOfLow: filtered.mean[t] - asOfSpread,
      asOfHigh: filtered.mean[t] + asOfSpread,
      incidents: counted[t],
      ...seen[t],
    }
  })
  return {pair, direction, theme, points, variances}
}

/** Share of every incident in the change of the smoothed level between two months of a series. The shares add up to the change. */
export function contributionsTo(
  incidents: readonly Incident[],
  series: IndexSeries,
  from: string,
  to: string,
): Contribution[] {
  const weighed = weigh(incidents)
  const coverage = new Map(series.points.map(({month, docs, origins}) => [month, {docs, origins}]))
  const {months, factors} = observations(weighed, series.points.at(-1)?.month ?? null, coverage)
  const at = (month: string) => series.points.findIndex(point => point.month === month)
  if (at(from) < 0 || at(to) < 0) return []
  const share = influence(months, series.variances, at(from), at(to))
  const start = monthsStart(weighed)
  return weighed
    .map(({id, score, weight, first, last}) => {
      let sum = 0
      for (let month = first; month <= last; month++) sum += share[month - start] * factors[month - start]
      return {incident: id, month: monthName(first), score, share: (sum * weight * score) / (last - first + 1)}
    })
    .sort((a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.incident < b.incident ? -1 : 1))
}

function weigh(incidents: readonly Incident[]): Weighed[] {
  const weighed: Weighed[] = []
  for (const incident of incidents) {
    const months = monthsOf(incident.days)
    if (months === null || !counts(incident)) continue
    weighed.push({
      id: incident.id,
      score: scoreOf(incident.event, incident.mode),
      weight: weightOf(incident),
      origins: incident.origins,
      ...months,
    })
  }
  return weighed.sort((a, b) => (a.id < b.id ? -1 : 1))
}

function monthsStart(weighed: readonly Weighed[]): number {
  return weighed.reduce((least, {first}) => Math.min(least, first), Number.POSITIVE_INFINITY)
}

/** What each month tells: its incidents' weights and scores, thinned by the noise that they share. */
function observations(
  weighed: readonly Weighed[],
  until: string | null,
  coverage: ReadonlyMap<string, MonthCoverage> = new Map(),
) {
  if (weighed.length === 0) return {months: [], factors: [], counted: [], seen: [], start: 0}
  const start = monthsStart(weighed)
  const last = weighed.reduce((most, item) => Math.max(most, item.last), start)
  const wanted = until === null ? last : Number(until.slice(0, 4)) * 12 + Number(until.slice(5, 7)) - 1
  const length = Math.max(last, wanted) - start + 1
  const weight = new Float64Array(length)
  const weightedScore = new Float64Array(length)
  const counted = new Array<number>(length).fill(0)
  const seen = counted.map((_, t): MonthCoverage => coverage.get(monthName(start + t)) ?? {docs: 0, origins: 0})
  for (const item of weighed) {
    const part = item.weight / (item.last - item.first + 1)
    for (let month = item.first; month <= item.last; month++) {
      const t = month - start
      weight[t] += part
      weightedScore[t] += part * item.score
      counted[t] += 1
      const {docs, origins} = seen[t]
      if (origins < item.origins) seen[t] = {docs: Math.max(docs, item.origins), origins: item.origins}
    }
  }
  const factors = counted.map((_, t) => 1 / (1 + (sharedNoise * weight[t]) / Math.max(1, seen[t].origins)))
  const months: MonthObservation[] = factors.map((factor, t) => ({
    weight: factor * weight[t],
    weighted: factor * weightedScore[t],
  }))
  return {months, factors, counted, seen, start}
}
