import type {Driver, EntityId, Incident} from '../model/index.ts'
import {atOnce} from '../model/turns.ts'
import {counts, weightOf} from './index-series.ts'
import {monthsOf} from './month.ts'
import {thirdParties} from './parties.ts'
import {scoreOf} from './score.ts'

export interface DriverOptions {
  readonly pair: readonly [EntityId, EntityId]
  /** Least quarters in which both series have incidents; 8 by default. */
  readonly least?: number
  /** Most quarters by which a driver may go before; 4 by default. */
  readonly lags?: number
}

/** Share of false finds that is borne among those told (Benjamini–Hochberg). */
export const borne = 0.2

/**
 * What moves with a relation: for each theme the acts between the two and others under it, for each third party its acts with either side, as quarterly mean
 * scores against the quarterly mean score of the pair, at lags of 0 to `lags` quarters, by Spearman's rank correlation over quarters in which both
 * have incidents. Chance is the share of circular shifts of the driver that correlate at least as much, which keeps each series' own memory; it is corrected for
 * everything tried (Benjamini and Hochberg 1995). Intervals are Fisher's, 80 %. Associations only: none of this says what causes what.
 *
 * @param between incidents of the pair
 * @param around incidents of either side with others
 */
export function driversOf(between: readonly Incident[], around: readonly Incident[], options: DriverOptions): Driver[] {
  return atOnce(findingDrivers(between, around, options))
}

/** The same in steps, one for each theme or party and lag that is tried. */
export function* findingDrivers(
  between: readonly Incident[],
  around: readonly Incident[],
  {pair, least = 8, lags = 4}: DriverOptions,
): Generator<undefined, Driver[]> {
  const own = new Set(between.map(({id}) => id))
  const outside = around.filter(({id}) => !own.has(id))
  const all = [...between, ...outside].filter(counts)
  const range = rangeOf(all)
  if (range === null) return []
  const target = quarterly(between, range)
  const tried: Omit<Driver, 'corrected'>[] = []
  for (const [kind, id, incidents] of seriesOf(outside, pair)) {
    const series = quarterly(incidents, range)
    for (let lag = 0; lag <= lags; lag++) {
      yield
      const found = associationOf(series, target, lag, least)
      if (found) tried.push({kind, id, lag, ...found})
    }
  }
  return corrected(tried)
    .filter(driver => driver.corrected <= borne)
    .sort(
      (a, b) =>
        a.corrected - b.corrected || Math.abs(b.correlation) - Math.abs(a.correlation) || (a.id < b.id ? -1 : 1),
    )
    .filter((driver, n, list) => list.findIndex(({id, kind}) => id === driver.id && kind === driver.kind) === n)
}

function seriesOf(outside: readonly Incident[], pair: readonly [EntityId, EntityId]) {
  const series = new Map<string, Incident[]>()
  const put = (key: string, incident: Incident) => {
    const list = series.get(key)
    if (list) list.push(incident)
    else series.set(key, [incident])
  }
  for (const incident of [...outside].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const theme of incident.contexts) put(`theme ${theme}`, incident)
    for (const side of thirdParties(incident, pair)) put(`third-party ${side}`, incident)
  }
  return [...series]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(([key, list]) => [key.split(' ')[0] as Driver['kind'], key.slice(key.indexOf(' ') + 1), list] as const)
}

interface Range {
  readonly first: number
  readonly length: number
}

function rangeOf(incidents: readonly Incident[]): Range | null {
  const quarters = incidents.flatMap(({days}) => {
    const span = monthsOf(days)
    return span && span.last - span.first < 3 ? [Math.floor(span.first / 3)] : []
  })
  if (quarters.length === 0) return null
  const first = quarters.reduce((least, each) => Math.min(least, each))
  return {first, length: quarters.reduce((most, each) => Math.max(most, each)) - first + 1}
}

/** Weighted mean score of each quarter; NaN: silence. */
function quarterly(incidents: readonly Incident[], {first, length}: Range): Float64Array {
  const weight = new Float64Array(length)
  const sum = new Float64Array(length)
  for (const incident of incidents) {
    const span = monthsOf(incident.days)
    if (!counts(incident) || span === null || span.last - span.first >= 3) continue
    const at = Math.floor(span.first / 3) - first
    if (at < 0 || at >= length) continue
    weight[at] += weightOf(incident)
    sum[at] += weightOf(incident) * scoreOf(incident.event, incident.mode)
  }
  return sum.map((each, t) => (weight[t] > 0 ? each / weight[t] : Number.NaN))
}

function associationOf(driver: Float64Array, target: Float64Array, lag: number, least: number) {
  const observed = correlationAt(driver, target, lag)
  if (observed === null || observed.quarters < least) return null
  let tried = 0
  let asMuch = 0
  for (let shift = 1; shift < driver.length; shift++) {
    const shifted = correlationAt(driver, target, lag + shift, true)
    if (shifted === null || shifted.quarters < least) continue
    tried++
    if (Math.abs(shifted.correlation) >= Math.abs(observed.correlation) - 1e-12) asMuch++
  }
  if (tried < 19) return null
  const {correlation, quarters} = observed
  const spread = 1.2815515655446004 / Math.sqrt(Math.max(1, quarters - 3))
  const z = Math.atanh(Math.max(-0.999999, Math.min(0.999999, correlation)))
  return {
    correlation,
    low: Math.tanh(z - spread),
    high: Math.tanh(z + spread),
    chance: (asMuch + 1) / (tried + 1),
    quarters,
  }
}

function correlationAt(driver: Float64Array, target: Float64Array, lag: number, around = false) {
  const x: number[] = []
  const y: number[] = []
  for (let t = 0; t < target.length; t++) {
    const from = around ? (((t - lag) % driver.length) + driver.length) % driver.length : t - lag
    if (from < 0 || Number.isNaN(driver[from]) || Number.isNaN(target[t])) continue
    x.push(driver[from])
    y.push(target[t])
  }
  if (x.length < 3) return null
  const correlation = pearson(ranksOf(x), ranksOf(y))
  return correlation === null ? null : {correlation, quarters: x.length}
}

/** Ranks with ties averaged. */
function ranksOf(values: readonly number[]): number[] {
  const order = values.map((_, i) => i).sort((a, b) => values[a] - values[b] || a - b)
  const ranks = new Array<number>(values.length)
  for (let i = 0; i < order.length; ) {
    let j = i
    while (j + 1 < order.length && values[order[j + 1]] === values[order[i]]) j++
    for (let k = i; k <= j; k++) ranks[order[k]] = (i + j) / 2
    i = j + 1
  }
  return ranks
}

function pearson(x: readonly number[], y: readonly number[]): number | null {
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length
  const [mx, my] = [mean(x), mean(y)]
  let xy = 0
  let xx = 0
  let yy = 0
  for (let i = 0; i < x.length; i++) {
    xy += (x[i] - mx) * (y[i] - my)
    xx += (x[i] - mx) ** 2
    yy += (y[i] - my) ** 2
  }
  return xx === 0 || yy === 0 ? null : xy / Math.sqrt(xx * yy)
}

function corrected(tried: readonly Omit<Driver, 'corrected'>[]): Driver[] {
  const order = [...tried].sort((a, b) => a.chance - b.chance || (a.id < b.id ? -1 : a.id > b.id ? 1 : a.lag - b.lag))
  let least = 1
  const result: Driver[] = []
  for (let i = order.length - 1; i >= 0; i--) {
    least = Math.min(least, (order[i].chance * order.length) / (i + 1))
    result.unshift({...order[i], corrected: least})
  }
  return result
}
