import {kinds, type Kind, type Panel, runningSums, sidesOf} from './series.ts'
import {fade} from './fade.ts'
import {Sides, type SideState} from './sides.ts'

/** What is known of a pair and a horizon when `at` periods have been seen. Counts are of windows as long as the horizon, rates per such a window. */
export interface State {
  readonly at: number
  readonly horizon: number
  readonly of: Readonly<Record<Kind, KindState>>
  /** Cooperative less conflictual incidents of the last window, and of the one before it. */
  readonly net: number
  readonly netBefore: number
  /** The same of the season a year ago. */
  readonly netYearAgo: number
  /** Shares of earlier windows that were more and less cooperative than the last one: of all, of two years, of half a year. */
  readonly earlier: readonly {readonly above: number; readonly below: number}[]
  /** What either side does and suffers with anybody, the busier side first. */
  readonly sides: readonly SideState[]
  /** How the last weeks of all other pairs that share a side compare with their last two years: logarithm of the ratio. */
  readonly neighbours: number
  /** The same of the whole panel. */
  readonly world: number
}

export interface KindState {
  readonly last: number
  readonly lastPeriod: number
  /** Means that fade with half-lives of about two weeks, two months, half a year and two years. */
  readonly faded: readonly number[]
  /** The same season a year ago. */
  readonly yearAgo: number
  readonly mean: number
  /** Periods since the last incident. */
  readonly since: number
}

/** Half-lives in years of the fading means. */
export const halfLives = [1 / 24, 1 / 6, 1 / 2, 2] as const

/** Reads states off a panel; nothing at or after `at` is looked at. */
export class States {
  private readonly sums: Readonly<Record<Kind, readonly Float64Array[]>>
  private readonly faded: Readonly<Record<Kind, readonly Float64Array[][]>>
  private readonly sinces: Readonly<Record<Kind, readonly Float64Array[]>>
  private readonly neighbours: readonly Float64Array[]
  private readonly world: Float64Array
  private readonly sides: Sides

  constructor(readonly panel: Panel) {
    const {series, year} = panel
    const each = <T>(make: (counts: ArrayLike<number>) => T) => ({
      cooperative: series.map(one => make(one.cooperative)),
      conflictual: series.map(one => make(one.conflictual)),
    })
    this.sums = each(runningSums)
    this.faded = each(counts => halfLives.map(life => fade(counts, life * year)))
    this.sinces = each(silence)
    const all = series.map(one =>
      Float64Array.from({length: panel.periods}, (_, t) => one.cooperative[t] + one.conflictual[t]),
    )
    const total = add(all, panel.periods)
    // A pair that stands alone has no world to compare with: as usual.
    this.world = series.length > 1 ? warmth(total, year) : new Float64Array(panel.periods + 1)
    const bySide = new Map<string, Float64Array[]>()
    series.forEach((one, i) => {
      for (const side of sidesOf(one)) bySide.set(side, [...(bySide.get(side) ?? []), all[i]])
    })
    const sideTotal = new Map([...bySide].map(([side, lists]) => [side, add(lists, panel.periods)]))
    this.neighbours = series.map((one, i) => {
      const sides = sidesOf(one).map(side => sideTotal.get(side) as Float64Array)
      const others = Float64Array.from({length: panel.periods}, (_, t) =>
        sides.reduce((sum, side) => sum + side[t] - all[i][t], 0),
      )
      return warmth(others, year)
    })
    this.sides = new Sides(panel)
  }

  state(series: number, at: number, horizon: number): State {
    const of = (kind: Kind): KindState => {
      const sums = this.sums[kind][series]
      const window = (end: number) => sums[Math.max(0, end)] - sums[Math.max(0, end - horizon)]
      const seasonEnd = at - this.panel.year + horizon
      const mean = at > 0 ? (sums[at] / at) * horizon : 0
      return {
        last: window(at),
        lastPeriod: at > 0 ? sums[at] - sums[at - 1] : 0,
        faded: this.faded[kind][series].map(values => values[at] * horizon),
        yearAgo: seasonEnd >= horizon && seasonEnd <= at ? window(seasonEnd) : mean,
        mean,
        since: this.sinces[kind][series][at],
      }
    }
    const states = {cooperative: of('cooperative'), conflictual: of('conflictual')}
    const {year} = this.panel
    const seasonEnd = at - year + horizon
    const net = this.net(series, at - horizon, at)
    return {
      at,
      horizon,
      of: states,
      net,
      netBefore: this.net(series, at - 2 * horizon, at - horizon),
      netYearAgo: seasonEnd >= horizon && seasonEnd <= at ? this.net(series, seasonEnd - horizon, seasonEnd) : net,
      earlier: [at, 2 * year, year / 2].map(span => this.earlier(series, at, horizon, span, net)),
      sides: this.sides.at(this.panel.series[series], at, horizon),
      neighbours: this.neighbours[series][at],
      world: this.world[at],
    }
  }

  /** Windows that ended in the `span` periods before `at`, held by two cases to a third each. */
  private earlier(series: number, at: number, horizon: number, span: number, net: number) {
    let [above, below, all] = [2 / 3, 2 / 3, 2]
    const first = Math.max(horizon, at - span)
    const step = span === at ? Math.max(1, Math.floor(horizon / 2)) : 1
    for (let end = at - 1; end >= first; end -= step) {
      const then = this.net(series, end - horizon, end)
      if (then > net) above++
      else if (then < net) below++
      all++
    }
    return {above: above / all, below: below / all}
  }

  /** Incidents from period `from` up to, not in, `to`. */
  count(series: number, kind: Kind, from: number, to: number): number {
    const sums = this.sums[kind][series]
    return sums[Math.max(0, to)] - sums[Math.max(0, from)]
  }

  net(series: number, from: number, to: number): number {
    return this.count(series, 'cooperative', from, to) - this.count(series, 'conflictual', from, to)
  }
}

/** The state as numbers for the trees. */
export function featuresOf(state: State): number[] {
  const {of, net, netBefore, netYearAgo, earlier, sides, neighbours, world, at} = state
  const row: number[] = []
  for (const kind of kinds) {
    const {last, lastPeriod, faded, yearAgo, mean, since} = of[kind]
    for (const count of [last, lastPeriod, ...faded, yearAgo, mean]) row.push(Math.log1p(count))
    row.push(Math.log1p(since))
  }
  const usually = of.cooperative.faded[3] - of.conflictual.faded[3]
  const lately = of.cooperative.faded[1] - of.conflictual.faded[1]
  const noise = Math.sqrt(1 + of.cooperative.faded[3] + of.conflictual.faded[3])
  row.push(Math.asinh(net), Math.asinh(net - netBefore), (net - usually) / noise, (net - lately) / noise)
  row.push(Math.asinh(usually), neighbours, world, Math.log1p(at))
  halfLives.forEach((_, i) => {
    row.push(Math.asinh(of.cooperative.faded[i] - of.conflictual.faded[i] - net))
  })
  row.push(Math.asinh(netYearAgo - net))
  for (const {above, below} of earlier) row.push(above, below)
  for (const side of sides)
    for (const kind of kinds) row.push(Math.log1p(side[kind].usual), side[kind].week, side[kind].season)
  return row
}

function silence(counts: ArrayLike<number>): Float64Array {
  const since = new Float64Array(counts.length + 1)
  for (let t = 0; t < counts.length; t++) since[t + 1] = counts[t] > 0 ? 0 : since[t] + 1
  return since
}

function warmth(counts: ArrayLike<number>, year: number): Float64Array {
  const [short, long] = [fade(counts, year / 12), fade(counts, year * 2)]
  return short.map((value, t) => Math.log((value + 0.1) / (long[t] + 0.1)))
}

function add(lists: readonly Float64Array[], length: number): Float64Array {
  const sum = new Float64Array(length)
  for (const list of lists) for (let t = 0; t < length; t++) sum[t] += list[t]
  return sum
}
