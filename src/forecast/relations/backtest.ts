import {Settled} from './calibrate.ts'
import {atMost, type Counts, quantile} from './counts.ts'
import {activityOf, levelCount, levelOf} from './experts.ts'
import {type LearnOptions, learn, type Model, predict} from './model.ts'
import {brier, crps, logScore} from './score.ts'
import {kinds, type Kind} from './series.ts'
import type {States} from './state.ts'

/** Mean scores over all forecasts of a back-test; lower is better but for the shares held. */
export interface Scores {
  readonly horizon: number
  readonly forecasts: number
  /** How often the relation came closer. */
  readonly came: number
  readonly brier: Readonly<Record<'own' | 'base' | 'persistence' | 'momentum', number>>
  readonly log: Readonly<Record<'own' | 'base' | 'momentum', number>>
  readonly crps: Readonly<Record<Kind, Readonly<Record<'own' | 'past' | 'persistence', number>>>>
  /** Brier scores of each period forecast from, summed over the pairs, in order: what chance may have in the skill is read off them. */
  readonly byOrigin: readonly {readonly own: number; readonly base: number}[]
  /** Share of outcomes inside the 80 % band, the ends counted by the part that belongs to it; and inside its whole numbers. */
  readonly held: Readonly<
    Record<
      Kind,
      {readonly exact: number; readonly whole: number; readonly busy: number; readonly busyForecasts: number}
    >
  >
}

export interface BacktestOptions extends Omit<LearnOptions, 'until'> {
  /** First period forecast from, and the end of what may be scored. */
  readonly from: number
  readonly to: number
  /** Periods after which all is learned anew. */
  readonly again: number
  /** Whether forecasts learn from those that have settled; they do by default. */
  readonly mend?: boolean
}

/** Rolling origin: at each period only what was known then; models learn anew every `again` periods, and bands every period, from what had been settled by then. */
export function backtest(states: States, horizon: number, options: BacktestOptions): Scores {
  const sum = tally()
  const {asked = states.panel.series.length, window = horizon, mend = true} = options
  let model: Model | null = null
  const make = () => Array.from({length: levelCount}, () => new Settled(window, 2 * states.panel.year, 40))
  const settled = {cooperative: make(), conflictual: make()}
  const issued: Issued[][] = []
  for (let at = options.from; at + horizon <= options.to; at++) {
    if (model === null || (at - options.from) % options.again === 0)
      model = learn(states, horizon, {...options, until: at})
    for (const {kind, level, low, high} of mend ? (issued[at - horizon] ?? []) : [])
      settled[kind][level].learn(low, high, at)
    issued[at] = []
    sum.byOrigin.push({own: 0, base: 0})
    for (let series = 0; series < asked; series++) score(sum, states, model, series, at, settled, issued[at])
  }
  return meansOf(sum, horizon)
}

/** The part of a forecast's chance that its outcome filled, before it was mended. */
interface Issued {
  readonly kind: Kind
  readonly level: number
  readonly low: number
  readonly high: number
}

const tally = () => ({
  n: 0,
  came: 0,
  byOrigin: [] as {own: number; base: number}[],
  brier: {own: 0, base: 0, persistence: 0, momentum: 0},
  log: {own: 0, base: 0, momentum: 0},
  crps: {cooperative: {own: 0, past: 0, persistence: 0}, conflictual: {own: 0, past: 0, persistence: 0}},
  held: {cooperative: {exact: 0, whole: 0, busy: 0, n: 0}, conflictual: {exact: 0, whole: 0, busy: 0, n: 0}},
})

function score(
  sum: ReturnType<typeof tally>,
  states: States,
  model: Model,
  series: number,
  at: number,
  settled: Readonly<Record<Kind, readonly Settled[]>>,
  issued: Issued[],
): void {
  const {horizon, window} = model
  const begin = at + horizon - window
  const {counts: said, past, chance, base, momentum} = predict(model, states, series, at)
  const state = states.state(series, at, window)
  const came = states.net(series, begin, at + horizon) > state.net
  sum.n++
  sum.came += came ? 1 : 0
  const origin = sum.byOrigin[sum.byOrigin.length - 1]
  origin.own += brier(chance.closer, came)
  origin.base += brier(base.closer, came)
  sum.brier.own += brier(chance.closer, came)
  sum.brier.base += brier(base.closer, came)
  sum.brier.momentum += brier(momentum.closer, came)
  sum.brier.persistence += brier(state.net > state.netBefore ? 1 : 0, came)
  sum.log.own += logScore(chance.closer, came)
  sum.log.base += logScore(base.closer, came)
  sum.log.momentum += logScore(momentum.closer, came)
  for (const kind of kinds) {
    const count = states.count(series, kind, begin, at + horizon)
    const level = levelOf(activityOf(state, kind))
    issued.push({kind, level, low: atMost(said[kind], count - 1), high: atMost(said[kind], count)})
    const counts = settled[kind][level].mend(said[kind])
    sum.crps[kind].own += crps(counts, count)
    sum.crps[kind].past += crps(past[kind], count)
    sum.crps[kind].persistence += Math.abs(state.of[kind].last - count)
    const held = sum.held[kind]
    held.exact += partInside(counts, count)
    const inside = count >= quantile(counts, 0.1) && count <= quantile(counts, 0.9)
    held.whole += inside ? 1 : 0
    if (quantile(counts, 0.5) >= 5) {
      held.n++
      held.busy += inside ? 1 : 0
    }
  }
}

/** Part of a count's chance that lies between the tenth and the ninetieth hundredth (Geyer & Meeden 2005). */
export function partInside(counts: Counts, count: number): number {
  const [low, high] = [atMost(counts, count - 1), atMost(counts, count)]
  if (high - low < 1e-9) return low >= 0.1 && low <= 0.9 ? 1 : 0
  return Math.max(0, Math.min(high, 0.9) - Math.max(low, 0.1)) / (high - low)
}

function meansOf(sum: ReturnType<typeof tally>, horizon: number): Scores {
  const mean = <T extends Record<string, number>>(of: T): T =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [name, value / Math.max(1, sum.n)])) as T
  const held = ({exact, whole, busy, n}: {exact: number; whole: number; busy: number; n: number}) => ({
    exact: exact / Math.max(1, sum.n),
    whole: whole / Math.max(1, sum.n),
    busy: busy / Math.max(1, n),
    busyForecasts: n,
  })
  return {
    horizon,
    forecasts: sum.n,
    byOrigin: sum.byOrigin,
    came: sum.came / Math.max(1, sum.n),
    brier: mean(sum.brier),
    log: mean(sum.log),
    crps: {cooperative: mean(sum.crps.cooperative), conflictual: mean(sum.crps.conflictual)},
    held: {cooperative: held(sum.held.cooperative), conflictual: held(sum.held.conflictual)},
  }
}
