import type {Direction, EntityId, IndexPoint, IndexSeries, OutsideMonth} from '../model/index.ts'
import {fitVariances} from './fit.ts'
import {filter, type MonthObservation, smooth} from './level.ts'
import {monthName, monthNumber} from './month.ts'
import {scoreOf} from './score.ts'

/** Standard normal quantile that leaves 10 % on each side: an 80 % band. */
const band = 1.2815515655446004
/** As in the index of the record: noise that all of a month shares, for one origin. A project that codes by machine is one, however much it codes. */
const sharedNoise = 0.25

/**
 * Index of a relation by month over outside tellings: the same local-level model as over the record's own incidents. A happening weighs 1, as one
 * that a single origin asserts; one that is known to a longer span is spread evenly over its months.
 */
export function outsideIndexOf(
  cells: readonly OutsideMonth[],
  {pair, direction}: {readonly pair: readonly [EntityId, EntityId]; readonly direction: Direction},
): IndexSeries {
  const {months, counted, start} = observed(cells)
  const variances = fitVariances(months)
  const filtered = filter(months, variances)
  const smoothed = smooth(filtered, variances)
  const points: IndexPoint[] = months.map((_, t) => {
    const [spread, asOfSpread] = [smoothed.variance[t], filtered.variance[t]].map(value => band * Math.sqrt(value))
    const [level, asOf] = [smoothed.mean[t], filtered.mean[t]]
    return {
      month: monthName(start + t),
      level,
      low: level - spread,
      high: level + spread,
      asOf,
      asOfLow: asOf - asOfSpread,
      asOfHigh: asOf + asOfSpread,
      incidents: counted[t],
      // Nobody's articles were read for it.
      docs: 0,
      origins: 0,
    }
  })
  return {pair, direction, theme: null, points, variances}
}

function observed(cells: readonly OutsideMonth[]): {months: MonthObservation[]; counted: number[]; start: number} {
  if (cells.length === 0) return {months: [], counted: [], start: 0}
  const spans = cells.map(({first, last}) => [monthNumber(first), monthNumber(last)] as const)
  const start = spans.reduce((least, [first]) => Math.min(least, first), spans[0][0])
  const end = spans.reduce((most, [, last]) => Math.max(most, last), start)
  const weight = new Float64Array(end - start + 1)
  const weighted = new Float64Array(end - start + 1)
  const counted = new Array<number>(end - start + 1).fill(0)
  cells.forEach(({event, mode, happenings}, n) => {
    const [first, last] = spans[n]
    const part = happenings / (last - first + 1)
    for (let t = first - start; t <= last - start; t++) {
      weight[t] += part
      weighted[t] += part * scoreOf(event, mode)
      counted[t] += happenings
    }
  })
  const months = counted.map((_, t) => {
    const factor = 1 / (1 + sharedNoise * weight[t])
    return {weight: weight[t] * factor, weighted: weighted[t] * factor}
  })
  return {months, counted, start}
}
