import {binOf, bins, type Counts, negativeBinomial} from './counts.ts'
import type {Kind} from './series.ts'
import {featuresOf, type State} from './state.ts'
import {growTrees, type Trees, treeScore} from './trees.ts'

/** Moments to learn from: the state, and how many incidents of the kind followed. */
export interface Lesson {
  readonly state: State
  readonly features: Float64Array
  readonly followed: Readonly<Record<Kind, number>>
}

export const expertNames = ['level', 'excited', 'trees', 'analogues', 'past', 'persistence'] as const
export type ExpertName = (typeof expertNames)[number]

/** Upper ends of the levels of activity (expected incidents of a window) by which spread, weights and calibration differ. */
const levels = [0.1, 0.3, 1, 3, 10, 40, Number.POSITIVE_INFINITY] as const
export const levelCount = levels.length
export const levelOf = (expected: number): number => levels.findIndex(top => expected < top)

/** Everything that is learned about counts of one kind; plain numbers, to be kept as JSON. */
export interface Experts {
  /** Local level: which of the fading means, and by what its mean is multiplied at each level. */
  readonly level: {readonly life: number; readonly scale: readonly number[]}
  /** Share of each cause in the self-exciting sum (Veen & Schoenberg 2008). */
  readonly excited: readonly number[]
  readonly trees: Trees
  /** What followed in like moments: bins and how often, by the moment's cell. */
  readonly analogues: Readonly<Record<string, readonly (readonly [bin: number, times: number])[]>>
  /** Sizes of the negative binomials by expert and level. */
  readonly sizes: Readonly<Record<'level' | 'excited' | 'trees' | 'persistence', readonly number[]>>
}

/** How much is expected of a window by the slow mean and the fast one: the activity by which levels are told apart. */
export const activityOf = (state: State, kind: Kind): number =>
  0.5 * state.of[kind].faded[3] + 0.5 * state.of[kind].faded[1]

export function learnExperts(lessons: readonly Lesson[], kind: Kind): Experts {
  const followed = Float64Array.from(lessons, lesson => lesson.followed[kind])
  const level = learnLevel(lessons, followed, kind)
  const excited = learnExcited(lessons, followed, kind)
  const width = lessons[0].features.length
  const rows = new Float64Array(lessons.length * width)
  lessons.forEach(({features}, i) => {
    rows.set(features, i * width)
  })
  const weight = Float64Array.from(lessons, ({state}) => 1 / (1 + activityOf(state, kind) / 2))
  const trees = growTrees(rows, width, followed, 'poisson', weight)
  const bare = {level, excited, trees, analogues: {}, sizes: {level: [], excited: [], trees: [], persistence: []}}
  const sizes = (mean: (lesson: Lesson) => number) => learnSizes(lessons, followed, kind, mean)
  return {
    ...bare,
    analogues: learnAnalogues(lessons, kind),
    sizes: {
      level: sizes(({state}) => levelMean(bare, state, kind)),
      excited: sizes(({state}) => excitedMean(bare, state, kind)),
      trees: sizes(({features}) => Math.exp(treeScore(trees, features))),
      persistence: sizes(({state}) => state.of[kind].last + 0.05),
    },
  }
}

/** What each expert expects; `past` is how often each bin was filled by the pair's earlier windows. */
export function ask(
  experts: Experts,
  {state, features}: Pick<Lesson, 'state' | 'features'>,
  kind: Kind,
  past: ArrayLike<number>,
): Counts[] {
  const level = levelOf(activityOf(state, kind))
  const {sizes} = experts
  const local = negativeBinomial(levelMean(experts, state, kind), sizes.level[level])
  const trees = negativeBinomial(Math.exp(treeScore(experts.trees, features)), sizes.trees[level])
  return [
    local,
    negativeBinomial(excitedMean(experts, state, kind), sizes.excited[level]),
    trees,
    spread(experts.analogues[cellOf(state, kind)] ?? [], trees, 12),
    spread(filled(past), local, 2),
    negativeBinomial(state.of[kind].last + 0.05, sizes.persistence[level]),
  ]
}

const filled = (past: ArrayLike<number>) =>
  Array.from(past, (times, bin) => [bin, times] as const).filter(([, times]) => times > 0)

/** Frequencies together with `weight` cases of what is expected without them. */
export function spread(times: readonly (readonly [number, number])[], without: Counts, weight: number): Counts {
  const counts = new Float64Array(bins.length)
  let all = weight
  for (const [bin, n] of times) {
    counts[bin] += n
    all += n
  }
  let sum = 0
  for (let bin = 0; bin < bins.length; bin++) {
    sum += counts[bin]
    counts[bin] = Math.min(1, (sum + weight * without[bin]) / all)
  }
  return counts
}

const levelMean = ({level}: Pick<Experts, 'level'>, state: State, kind: Kind): number =>
  (state.of[kind].faded[level.life] + 0.01) * level.scale[levelOf(activityOf(state, kind))]

function learnLevel(lessons: readonly Lesson[], followed: Float64Array, kind: Kind): Experts['level'] {
  const life = least([0, 1, 2, 3], life => {
    let sum = 0
    lessons.forEach(({state}, i) => {
      const mean = state.of[kind].faded[life] + 0.05
      sum += (mean - followed[i] * Math.log(mean)) / (1 + activityOf(state, kind))
    })
    return sum
  })
  const [came, meant] = [new Float64Array(levelCount).fill(1), new Float64Array(levelCount).fill(1)]
  lessons.forEach(({state}, i) => {
    const at = levelOf(activityOf(state, kind))
    const weight = 1 / (1 + activityOf(state, kind))
    came[at] += weight * followed[i]
    meant[at] += weight * (state.of[kind].faded[life] + 0.01)
  })
  return {life, scale: Array.from(came, (sum, at) => sum / meant[at])}
}

/** What may bring forth incidents: the last ones, slower and faster memory, the season, the other kind, and nothing at all. */
function causes(state: State, kind: Kind): number[] {
  const own = state.of[kind]
  const other = state.of[kind === 'cooperative' ? 'conflictual' : 'cooperative']
  return [own.last, ...own.faded, own.yearAgo, own.mean, other.faded[0], other.faded[2], 0.05]
}

const excitedMean = ({excited}: Pick<Experts, 'excited'>, state: State, kind: Kind): number =>
  causes(state, kind).reduce((sum, cause, j) => sum + cause * excited[j], 1e-3)

/** Expectation–maximisation: each incident is shared out among its causes, and each cause keeps its share. */
function learnExcited(lessons: readonly Lesson[], followed: Float64Array, kind: Kind): number[] {
  const all = lessons.map(({state}) => causes(state, kind))
  const weights = lessons.map(({state}) => 1 / (1 + activityOf(state, kind)))
  let shares = all.length ? all[0].map(() => 0.1) : []
  for (let round = 0; round < 60; round++) {
    const [had, given] = [shares.map(() => 0.01), shares.map(() => 0.1)]
    all.forEach((list, i) => {
      const mean = list.reduce((sum, cause, j) => sum + cause * shares[j], 1e-3)
      const ratio = followed[i] / mean
      for (let j = 0; j < list.length; j++) {
        had[j] += weights[i] * ratio * list[j] * shares[j]
        given[j] += weights[i] * list[j]
      }
    })
    shares = shares.map((_, j) => had[j] / given[j])
  }
  return shares
}

/** Moments are alike when the last window, the last months and the last years were about as full. */
function cellOf(state: State, kind: Kind): string {
  const step = (count: number) => Math.round(1.6 * Math.log1p(count * 2))
  const {last, faded} = state.of[kind]
  return `${step(last)}.${step(faded[1])}.${step(faded[3])}`
}

function learnAnalogues(lessons: readonly Lesson[], kind: Kind): Experts['analogues'] {
  const cells = new Map<string, Map<number, number>>()
  for (const {state, followed} of lessons) {
    const cell = cellOf(state, kind)
    const times = cells.get(cell) ?? new Map<number, number>()
    const bin = binOf(followed[kind])
    times.set(bin, (times.get(bin) ?? 0) + 1)
    cells.set(cell, times)
  }
  const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(sorted.map(([cell, times]) => [cell, [...times].sort((a, b) => a[0] - b[0])]))
}

const sizesTried = [0.05, 0.1, 0.2, 0.35, 0.6, 1, 1.7, 3, 5, 9, 16, 30, 60] as const

/** Likeliest size of the negative binomial at each level, the logarithm of its likelihood summed over the lessons there. */
function learnSizes(
  lessons: readonly Lesson[],
  followed: Float64Array,
  kind: Kind,
  meanOf: (lesson: Lesson) => number,
): number[] {
  const sums = Array.from({length: levelCount}, () => sizesTried.map(size => -(Math.log(size / 1.5) ** 2) / 2))
  lessons.forEach((lesson, i) => {
    const mean = Math.max(1e-6, meanOf(lesson))
    const at = sums[levelOf(activityOf(lesson.state, kind))]
    for (let s = 0; s < sizesTried.length; s++) at[s] += logChance(followed[i], mean, sizesTried[s])
  })
  return sums.map(
    list =>
      sizesTried[
        least(
          list.map((_, s) => s),
          s => -list[s],
        )
      ],
  )
}

/** Logarithm of the negative binomial's chance of a count, less what does not depend on the size. */
function logChance(count: number, mean: number, size: number): number {
  let sum = -size * Math.log1p(mean / size) - count * Math.log(mean + size)
  const direct = Math.min(count, 300)
  for (let k = 0; k < direct; k++) sum += Math.log(size + k)
  // Above 300 the sum of logarithms is close to its integral.
  if (count > direct) sum += integral(size + count - 0.5) - integral(size + direct - 0.5)
  return sum
}

const integral = (x: number) => x * Math.log(x) - x

function least<T>(list: readonly T[], cost: (item: T) => number): T {
  let best = list[0]
  let bestCost = Number.POSITIVE_INFINITY
  for (const item of list) {
    const own = cost(item)
    if (own < bestCost) [best, bestCost] = [item, own]
  }
  return best
}

export const featureRow = (state: State): Float64Array => Float64Array.from(featuresOf(state))
