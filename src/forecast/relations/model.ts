import {along, isotonic, type Staircase, shareBelow} from './calibrate.ts'
import {atMost, binOf, bins, type Counts, exactly, exceeds} from './counts.ts'
import {
  activityOf,
  ask,
  type Experts,
  expertNames,
  featureRow,
  learnExperts,
  type Lesson,
  levelCount,
  levelOf,
} from './experts.ts'
import {fitLogistic, logistic} from './logistic.ts'
import {kinds, type Kind} from './series.ts'
import type {State, States} from './state.ts'
import {growTrees, logit, type TreeOptions, type Trees, treeScore, usualTrees} from './trees.ts'

export const turns = ['closer', 'apart'] as const
/** `closer`: more cooperative less conflictual incidents in the next window than in the last; `apart`: fewer. */
export type Turn = (typeof turns)[number]

/** Chances of one turn: trees of their own, the weights that pool all experts, and the last calibration. */
export interface TurnModel {
  readonly trees: Trees
  readonly weights: readonly number[]
  readonly staircase: Staircase
  /** How often it came, overall and after the last window's own turn (down, none, up): the yardsticks. */
  readonly base: number
  readonly momentum: readonly number[]
}

/** What was learned for one horizon; plain numbers, to be kept as JSON. */
export interface Model {
  /** Periods ahead, and how many periods up to there are counted: all of them, or as few as one. */
  readonly horizon: number
  readonly window: number
  readonly lessons: number
  readonly counts: Readonly<Record<Kind, CountModel>>
  readonly turns: Readonly<Record<Turn, TurnModel>>
}

export interface CountModel {
  readonly experts: Experts
  /** Weight of each expert at each level of activity. */
  readonly weights: readonly (readonly number[])[]
  readonly shares: readonly Staircase[]
}

export interface Prediction {
  readonly counts: Readonly<Record<Kind, Counts>>
  readonly chance: Readonly<Record<Turn, number>>
  readonly base: Readonly<Record<Turn, number>>
  readonly momentum: Readonly<Record<Turn, number>>
  /** The pair's own past windows, the yardstick of counts. */
  readonly past: Readonly<Record<Kind, Counts>>
}

export interface LearnOptions {
  /** Only what had followed by this many periods is learned from. */
  readonly until: number
  /** Periods that only fill the memory. */
  readonly warm: number
  /** Periods counted: the last of those up to the horizon; all of them by default. */
  readonly window?: number
  /** Which of the experts take part; all by default. */
  readonly experts?: readonly string[]
  /** About how many moments are learned from at most, evenly spaced. */
  readonly most?: number
  /** How many series are asked about; those behind them only teach the trees of turns, by a third of their moments. All by default. */
  readonly asked?: number
  /** Whether the experts learn from all lessons once their weights are known. */
  readonly refit?: boolean
  readonly recalibrate?: boolean
  /** How the trees of turns grow. */
  readonly turnTrees?: TreeOptions
  /** Keeps what does not depend on who takes part and on the last two options, for further calls with the same states. */
  readonly kept?: Map<string, unknown>
}

/** Learns the experts on the earlier part of the lessons, and their weights and calibration on the later part, which the experts have not seen. */
export function learn(
  states: States,
  horizon: number,
  {
    until,
    warm,
    window = horizon,
    experts = expertNames,
    refit = true,
    recalibrate = true,
    most = 80_000,
    asked = states.panel.series.length,
    turnTrees = usualTrees,
    kept = new Map(),
  }: LearnOptions,
): Model {
  const once = <T>(name: string, make: () => T): T => {
    const key = [horizon, window, until, warm, most, asked, name].join()
    if (!kept.has(key)) kept.set(key, make())
    return kept.get(key) as T
  }
  const stride = Math.max(1, Math.floor(window / 3), Math.ceil((asked * (until - warm)) / most))
  const cut = Math.round(warm + (until - warm) * 0.7)
  const [early, late, others] = once('moments', () =>
    momentsOf(states, {horizon, window, until, warm, cut, stride, asked}),
  )
  const own = [...early, ...late]
  const earlyOthers = others.filter(({state: {at}}) => at + horizon <= cut)
  const taking = expertNames.map(name => experts.includes(name))
  const counts = {} as Record<Kind, CountModel>
  const found = late.map(() => ({}) as Record<Kind, Counts[]>)
  for (const kind of kinds) {
    const judged = once(`judged ${kind}`, () => learnExperts(early, kind))
    const views = once(`views ${kind}`, () =>
      late.map(moment => ask(judged, moment, kind, pastOf(states, moment, kind))),
    )
    views.forEach((view, i) => {
      found[i][kind] = view
    })
    const weights = learnWeights(late, views, kind, taking)
    const shares = recalibrate ? learnShares(late, views, kind, weights) : weights.map(() => ({at: [], to: []}))
    counts[kind] = {experts: refit ? once(`experts ${kind}`, () => learnExperts(own, kind)) : judged, weights, shares}
  }
  const turned = {} as Record<Turn, TurnModel>
  for (const turn of turns) {
    const judged = once(`judged ${turn}`, () => growTurn([...early, ...earlyOthers], turn, turnTrees))
    const rows = late.map((moment, i) => turnRow(states, moment, turn, found[i], judged, taking))
    const came = late.map(moment => (moment.came[turn] ? 1 : 0))
    const weights = fitLogistic(rows, came)
    const staircase = isotonic(
      rows.map(row => logistic(weights, row)),
      came,
      Math.max(50, Math.floor(late.length / 60)),
    )
    const groups = [0, 1, 2].map(group => own.filter(({state}) => moved(state) === group))
    const share = (list: readonly Moment[]) => (list.filter(m => m.came[turn]).length + 1) / (list.length + 3)
    turned[turn] = {
      trees: refit ? once(`trees ${turn}`, () => growTurn([...own, ...others], turn, turnTrees)) : judged,
      weights,
      staircase,
      base: share(own),
      momentum: groups.map(share),
    }
  }
  return {horizon, window, lessons: own.length, counts, turns: turned}
}

/** What is expected of the window after `at`; nothing from `at` on is looked at. */
export function predict(model: Model, states: States, series: number, at: number): Prediction {
  const state = states.state(series, at, model.window)
  const moment = {series, state, features: featureRow(state)}
  const views = {} as Record<Kind, Counts[]>
  const past = {} as Record<Kind, Counts>
  const counts = {} as Record<Kind, Counts>
  for (const kind of kinds) {
    const {experts, weights, shares} = model.counts[kind]
    const times = pastOf(states, moment, kind)
    views[kind] = ask(experts, moment, kind, times)
    const level = levelOf(activityOf(state, kind))
    counts[kind] = mix(views[kind], weights[level]).map(chance => along(shares[level], chance))
    past[kind] = share(times)
  }
  const [chance, base, momentum] = [{}, {}, {}] as Record<Turn, number>[]
  const asked = expertNames.map(() => true)
  for (const turn of turns) {
    const own = model.turns[turn]
    chance[turn] = along(own.staircase, logistic(own.weights, turnRow(states, moment, turn, views, own.trees, asked)))
    base[turn] = own.base
    momentum[turn] = own.momentum[moved(state)]
  }
  const sum = chance.closer + chance.apart
  if (sum > 1) for (const turn of turns) chance[turn] /= sum
  return {counts, chance, base, momentum, past}
}

interface Moments {
  readonly horizon: number
  readonly window: number
  readonly until: number
  readonly warm: number
  readonly cut: number
  readonly stride: number
  readonly asked: number
}

/** Moments of the series asked about that were settled by `cut`, those from there on, and those of the other series. */
function momentsOf(states: States, {horizon, window, until, warm, cut, stride, asked}: Moments): Moment[][] {
  const [early, late, others]: [Moment[], Moment[], Moment[]] = [[], [], []]
  for (let series = 0; series < states.panel.series.length; series++)
    for (let at = until - horizon; at >= warm; at -= series < asked ? stride : 3 * stride) {
      const moment = momentOf(states, series, at, horizon, window)
      if (series >= asked) others.push(moment)
      else if (at + horizon <= cut) early.push(moment)
      else if (at >= cut) late.push(moment)
    }
  return [early, late, others]
}

interface Moment extends Lesson {
  readonly series: number
  readonly came: Readonly<Record<Turn, boolean>>
}

function momentOf(states: States, series: number, at: number, horizon: number, window: number): Moment {
  const state = states.state(series, at, window)
  const count = (kind: Kind) => states.count(series, kind, at + horizon - window, at + horizon)
  const followed = {cooperative: count('cooperative'), conflictual: count('conflictual')}
  const net = followed.cooperative - followed.conflictual
  return {series, state, features: featureRow(state), followed, came: {closer: net > state.net, apart: net < state.net}}
}

/** 0: the last window was less cooperative than the one before, 1: as much, 2: more. */
const moved = ({net, netBefore}: State): number => 1 + Math.sign(net - netBefore)

/** How often each bin was filled by the pair's windows that ended by `at`. */
function pastOf(
  states: States,
  {series, state: {at, horizon}}: {series: number; state: State},
  kind: Kind,
): Float64Array {
  const times = new Float64Array(bins.length)
  for (let end = at; end >= horizon; end--) times[binOf(states.count(series, kind, end - horizon, end))]++
  return times
}

function share(times: Float64Array): Counts {
  const all = times.reduce((sum, n) => sum + n, 0)
  let sum = 0
  return times.map(n => {
    sum += n
    return all > 0 ? sum / all : 1
  })
}

function growTurn(moments: readonly Moment[], turn: Turn, options: TreeOptions): Trees {
  const width = moments[0].features.length
  const rows = new Float64Array(moments.length * width)
  moments.forEach(({features}, i) => {
    rows.set(features, i * width)
  })
  return growTrees(
    rows,
    width,
    Float64Array.from(moments, ({came}) => (came[turn] ? 1 : 0)),
    'logistic',
    null,
    options,
  )
}

type Asked = Pick<Moment, 'series' | 'state' | 'features'>

/** The experts' chances of a turn as logarithms of odds, and how often the pair turned so before. */
function turnRow(
  states: States,
  {series, state, features}: Asked,
  turn: Turn,
  views: Record<Kind, Counts[]>,
  trees: Trees,
  asked: readonly boolean[],
): number[] {
  const {cooperative, conflictual} = views
  const row = cooperative.map((view, e) => {
    if (!asked[e]) return 0
    const chance =
      turn === 'closer' ? exceeds(view, conflictual[e], state.net) : exceeds(conflictual[e], view, -state.net)
    return logit(chance)
  })
  row.push(asked[2] ? treeScore(trees, features) : 0, logit(ownShare(states, series, state, turn)), moved(state) - 1)
  for (const {above, below} of state.earlier) row.push(logit(turn === 'closer' ? above : below))
  return row
}

/** How often the pair made this turn before, with four cases of a third each. */
function ownShare(states: States, series: number, {at, horizon}: State, turn: Turn): number {
  let [came, all] = [1.2, 4]
  for (let end = at; end >= 2 * horizon; end -= Math.max(1, Math.floor(horizon / 2))) {
    const by = states.net(series, end - horizon, end) - states.net(series, end - 2 * horizon, end - horizon)
    came += (turn === 'closer' ? by > 0 : by < 0) ? 1 : 0
    all++
  }
  return came / all
}

export function mix(views: readonly Counts[], weights: readonly number[]): Counts {
  const sum = new Float64Array(bins.length)
  views.forEach((view, e) => {
    if (weights[e] > 0) for (let bin = 0; bin < bins.length; bin++) sum[bin] += weights[e] * view[bin]
  })
  return sum
}

/** Weights under which what came was likeliest, by expectation–maximisation at each level, held to those of all levels. */
function learnWeights(
  moments: readonly Moment[],
  views: readonly Counts[][],
  kind: Kind,
  asked: readonly boolean[],
): number[][] {
  const even = asked.map(a => (a ? 1 / asked.filter(x => x).length : 0))
  const rows = moments.map((moment, i) => ({
    level: levelOf(activityOf(moment.state, kind)),
    chances: views[i].map(view => Math.max(1e-9, exactly(view, moment.followed[kind]))),
  }))
  const raised = (of: readonly {chances: number[]}[], prior: readonly number[], weight: number) => {
    let weights = [...prior]
    for (let round = 0; round < 100; round++) {
      const sums = prior.map(p => p * weight)
      for (const {chances} of of) {
        const all = chances.reduce((sum, c, e) => sum + c * weights[e], 0)
        chances.forEach((c, e) => {
          sums[e] += (c * weights[e]) / all
        })
      }
      const total = sums.reduce((sum, s) => sum + s, 0)
      weights = sums.map(s => s / total)
    }
    return weights
  }
  const overall = raised(rows, even, 20)
  return Array.from({length: levelCount}, (_, level) =>
    raised(
      rows.filter(row => row.level === level),
      overall,
      50,
    ),
  )
}

function learnShares(
  moments: readonly Moment[],
  views: readonly Counts[][],
  kind: Kind,
  weights: readonly number[][],
): Staircase[] {
  const low: number[][] = weights.map(() => [])
  const high: number[][] = weights.map(() => [])
  moments.forEach((moment, i) => {
    const level = levelOf(activityOf(moment.state, kind))
    const counts = mix(views[i], weights[level])
    low[level].push(atMost(counts, moment.followed[kind] - 1))
    high[level].push(atMost(counts, moment.followed[kind]))
  })
  return weights.map((_, level) => shareBelow(low[level], high[level]))
}
