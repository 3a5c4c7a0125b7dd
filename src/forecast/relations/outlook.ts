import {atOnce} from '../../model/turns.ts'
import {partInside} from './backtest.ts'
import {atMost, type Counts, exactly, quantile} from './counts.ts'
import {type Model, mix, type Prediction, predict, type Turn} from './model.ts'
import {brier, crps, logScore} from './score.ts'
import {kinds, type Kind, type Panel, type Series} from './series.ts'
import {States} from './state.ts'

/** What is to be expected of one pair after its last period, and how the same would have done at every earlier one. */
export interface Outlook extends Prediction {
  /** How often the pair made either turn before, held by four cases to what is usual; and in how many cases. */
  readonly own: Readonly<Record<Turn, number>> & {readonly cases: number}
  /** Incidents of the last window, and the share of the earlier ones that were less cooperative. */
  readonly last: Readonly<Record<Kind, number>> & {readonly above: number}
  readonly tested: Tested | null
}

export interface Tested {
  readonly forecasts: number
  readonly brier: number
  readonly baseRate: number
  readonly persistence: number
  readonly log: number
  readonly crps: number
  readonly crpsPast: number
  readonly held: number
}

/** Earliest periods, which only fill the memory, and the least number of forecasts for a back-test to be told. */
const warm = 24
const least = 12

/**
 * `year`: periods of a year; `sides`: what either side does with anybody over the same periods. At each period what the model says is mixed with the pair's own past, by weights that the scores of both up to then give:
 * a Bayesian average that forgets (Raftery, Kárný & Ettler 2010). The yardsticks of the back-test know no more than the forecast did.
 */
export const outlook = (model: Model, series: Series, year: number, sides?: Panel['sides']): Outlook =>
  atOnce(outlookInSteps(model, series, year, sides))

/** The same in steps, between which others may have their turn. */
export function* outlookInSteps(
  model: Model,
  series: Series,
  year: number,
  sides?: Panel['sides'],
): Generator<undefined, Outlook> {
  const periods = series.cooperative.length
  const states = new States({series: [series], periods, year, ...(sides && {sides})})
  const {horizon} = model
  const sum = {n: 0, brier: 0, baseRate: 0, persistence: 0, log: 0, crps: 0, crpsPast: 0, held: 0}
  const trust = {cooperative: new Trust(horizon), conflictual: new Trust(horizon), turn: new Trust(horizon)}
  const told: Told[] = []
  for (let at = Math.max(warm, 2 * horizon); at < periods; at++) {
    if (at % 50 === 0) yield
    if (at - horizon >= 0 && told[at - horizon]) learnFrom(told[at - horizon], trust)
    const then = tell(model, states, at, trust)
    if (at + horizon > periods) continue
    const came = closer(states, at + horizon, horizon)
    const counts = {
      cooperative: states.count(0, 'cooperative', at, at + horizon),
      conflictual: states.count(0, 'conflictual', at, at + horizon),
    }
    told[at] = {then, came, counts}
    sum.n++
    sum.brier += brier(then.chance.closer, came)
    sum.baseRate += brier(then.own.closer, came)
    sum.persistence += brier(then.momentum.closer, came)
    sum.log += logScore(then.chance.closer, came)
    for (const kind of kinds) {
      sum.crps += crps(then.counts[kind], counts[kind]) / 2
      sum.crpsPast += crps(then.past[kind], counts[kind]) / 2
      sum.held += partInside(then.counts[kind], counts[kind]) / 2
    }
  }
  if (told[periods - horizon]) learnFrom(told[periods - horizon], trust)
  const {n, ...sums} = sum
  const means = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value / n]))
  const tested = n < least ? null : ({forecasts: n, ...means} as unknown as Tested)
  return {...tell(model, states, periods, trust), last: lastOf(states, periods, horizon), tested}
}

interface Told {
  readonly then: ReturnType<typeof tell>
  readonly came: boolean
  readonly counts: Readonly<Record<Kind, number>>
}

/** How far the model is believed against the pair's own past: the odds after what both said of what came. */
class Trust {
  private odds = 0

  constructor(private readonly horizon: number) {}

  /** Share of the model. */
  get share(): number {
    return 1 / (1 + Math.exp(-this.odds))
  }

  /** Windows that overlap tell one thing together; what is older weighs less by 1 % a period. */
  learn(model: number, past: number): void {
    const own = Math.log(Math.max(1e-6, model)) - Math.log(Math.max(1e-6, past))
    this.odds = Math.max(-5, Math.min(5, 0.99 * this.odds + own / this.horizon))
  }
}

function learnFrom({then, came, counts}: Told, trust: Readonly<Record<Kind | 'turn', Trust>>): void {
  for (const kind of kinds)
    trust[kind].learn(exactly(then.said.counts[kind], counts[kind]), exactly(then.lived[kind], counts[kind]))
  const chance = (closer: number) => (came ? closer : 1 - closer)
  trust.turn.learn(chance(then.said.chance.closer), chance(then.own.closer))
}

function tell(model: Model, states: States, at: number, trust: Readonly<Record<Kind | 'turn', Trust>>) {
  const said = predict(model, states, 0, at)
  const own = ownShares(states, at, model.horizon, said.base)
  const lived = {} as Record<Kind, Counts>
  const counts = {} as Record<Kind, Counts>
  for (const kind of kinds) {
    lived[kind] = mix([said.past[kind], said.counts[kind]], [0.9, 0.1])
    counts[kind] = mix([said.counts[kind], lived[kind]], [trust[kind].share, 1 - trust[kind].share])
  }
  const {share} = trust.turn
  const chance = {
    closer: share * said.chance.closer + (1 - share) * own.closer,
    apart: share * said.chance.apart + (1 - share) * own.apart,
  }
  return {...said, said, lived, counts, chance, own}
}

/** The net of the window that ends at `end` less that of the window before it. */
function change(states: States, end: number, horizon: number): number {
  return states.net(0, end - horizon, end) - states.net(0, end - 2 * horizon, end - horizon)
}

const closer = (states: States, end: number, horizon: number): boolean => change(states, end, horizon) > 0

function lastOf(states: States, at: number, horizon: number): Outlook['last'] {
  const net = states.net(0, at - horizon, at)
  let [above, all] = [0, 0]
  for (let end = at - 1; end >= horizon; end--) {
    above += states.net(0, end - horizon, end) < net ? 1 : 0
    all++
  }
  const count = (kind: Kind) => states.count(0, kind, at - horizon, at)
  return {cooperative: count('cooperative'), conflictual: count('conflictual'), above: all === 0 ? 0 : above / all}
}

/** How often the pair turned either way, held by four cases to what is usual. */
function ownShares(states: States, at: number, horizon: number, usual: Readonly<Record<Turn, number>>) {
  const came = {closer: 0, apart: 0}
  let cases = 0
  for (let end = at; end >= 2 * horizon; end--) {
    const by = change(states, end, horizon)
    came.closer += by > 0 ? 1 : 0
    came.apart += by < 0 ? 1 : 0
    cases++
  }
  const share = (turn: Turn) => (came[turn] + 4 * usual[turn]) / (cases + 4)
  return {closer: share('closer'), apart: share('apart'), cases}
}

/** Whole numbers around the middle whose chance comes closest to 80 %, and what it is. */
export function bandOf(counts: Counts): {low: number; middle: number; high: number; chance: number} {
  const middle = quantile(counts, 0.5)
  const [low, high] = [quantile(counts, 0.1), quantile(counts, 0.9)]
  const chance = (from: number, to: number) => atMost(counts, to) - atMost(counts, from - 1)
  const bands = [
    [low, high],
    [Math.min(middle, low + 1), high],
    [low, Math.max(middle, high - 1)],
  ].map(([from, to]) => ({low: from, middle, high: to, chance: chance(from, to)}))
  return bands.reduce((best, band) => (Math.abs(band.chance - 0.8) < Math.abs(best.chance - 0.8) ? band : best))
}

/** Chances of at most 0, 1, 2, … up to where nearly all is said. */
export function shortened(counts: Counts): number[] {
  const end = counts.findIndex(chance => chance > 1 - 1e-6)
  return [...counts.slice(0, end < 0 ? counts.length : end + 1)].map(chance => Number(chance.toPrecision(6)))
}

/** The distribution that `shortened` was made from. */
export function lengthened(chances: readonly number[], length: number): Counts {
  return Float64Array.from({length}, (_, bin) => chances[bin] ?? 1)
}
