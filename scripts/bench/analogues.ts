import {readFileSync} from 'node:fs'
import {gunzipSync} from 'node:zlib'
import {chance} from '../../src/forecast/chance.ts'
import {skill} from '../../src/forecast/relations/score.ts'
import type {Episode, EventCode} from '../../src/model/index.ts'
import {likenessOf, mixOf, monthName, scoreOf} from '../../src/relation/index.ts'
import {filter, smooth} from '../../src/relation/level.ts'

/** PLOVER's type of each CAMEO root, 01 to 20. */
const types: readonly EventCode[] = [
  ...([
    'CONSULT',
    'REQUEST',
    'SUPPORT',
    'CONSULT',
    'SUPPORT',
    'COOPERATE',
    'AID',
    'CONCEDE',
    'ACCUSE',
    'REQUEST',
  ] as const),
  ...([
    'ACCUSE',
    'REJECT',
    'THREATEN',
    'PROTEST',
    'MOBILIZE',
    'SANCTION',
    'COERCE',
    'ASSAULT',
    'ASSAULT',
    'ASSAULT',
  ] as const),
]
const variances = {observation: 25, step: 0.15, start: 25}
const features = ['level', 'change', 'mix'] as const
type Weights = readonly [level: number, change: number, mix: number]
/** As in `src/relation/episodes.ts`. */
const byHand: Weights = [0.25, 0.2, 0.25]

interface Asked {
  readonly rose: boolean
  /** Earlier episodes whose next year was over by then: how alike in each feature, and whether the level rose. */
  readonly earlier: readonly {readonly alike: Weights; readonly rose: boolean}[]
}

/**
 * `npm run bench -- analogues`: does the level rise in the year after those episodes that are most alike? Over 600 pairs of `dyad-month`, the 40 busiest left out and each
 * thinned to about 200 acts; windows of 24 months from 2002 on are asked about, from windows whose next year was over by then. Weights are searched on every other pair and told on the rest.
 */
export function benchAnalogues(table: string): void {
  const random = chance(11)
  const episodes = thinned(table, random).flatMap(episodesOf)
  const asked = episodes
    .filter(({end}) => end >= 144 && random() < 0.4)
    .map(now => ({odd: now.pair % 2 === 1, ...askedOf(now, episodes, random)}))
  const [searched, told] = [asked.filter(({odd}) => !odd), asked.filter(({odd}) => odd)]
  const tried: {weights: Weights; brier: number}[] = []
  for (let level = 0; level <= 10; level++)
    for (let change = 0; change + level <= 10; change++) {
      const weights = [level / 10, change / 10, (10 - level - change) / 10] as const
      tried.push({weights, brier: scoreOfAll(searched, weights, 5).own})
    }
  const best = tried.reduce((least, each) => (each.brier < least.brier ? each : least)).weights
  console.log(`${episodes.length} episodes, ${searched.length} asked about to search weights, ${told.length} to tell`)
  for (const [name, weights] of [
    ['by hand', byHand],
    ['searched', best],
    ['level alone', [1, 0, 0]],
    ['change alone', [0, 1, 0]],
    ['mix alone', [0, 0, 1]],
  ] as const)
    for (const most of [5, 20]) {
      const {own, base} = scoreOfAll(told, weights, most)
      console.log(
        `${name} (${weights.join(', ')}), ${most} most alike: Brier ${own.toFixed(4)}, base rate ${base.toFixed(4)}, skill ${skill(own, base).toFixed(3)}`,
      )
    }
}

/** Counts by month and root of each pair. */
function thinned(table: string, random: () => number): number[][][] {
  const pairs = new Map<string, number[][]>()
  for (const line of gunzipSync(readFileSync(table)).toString('utf8').trimEnd().split('\n').slice(1)) {
    const [a, b, year, month, , ...roots] = line.split(',')
    if (a === b) continue
    const key = a < b ? `${a}|${b}` : `${b}|${a}`
    const months = pairs.get(key) ?? Array.from({length: 240}, () => new Array<number>(20).fill(0))
    pairs.set(key, months)
    const own = months[(Number(year) - 1990) * 12 + Number(month) - 1]
    for (let root = 0; root < 20; root++) own[root] += Number(roots[root])
  }
  const total = (months: number[][]) => months.flat().reduce((sum, n) => sum + n, 0)
  const busiest = [...pairs].map(([key, months]) => ({key, months, acts: total(months)}))
  busiest.sort((a, b) => b.acts - a.acts || (a.key < b.key ? -1 : 1))
  const draw = (n: number, share: number) => Array.from({length: n}).filter(() => random() < share).length
  return busiest
    .slice(40, 640)
    .map(({months, acts}) => months.map(roots => roots.map(n => draw(n, Math.min(1, 200 / acts)))))
}

interface Window {
  readonly pair: number
  /** The month after it, counted from January 1990. */
  readonly end: number
  readonly episode: Episode
  /** Whether the level rose in the year after it. */
  readonly rose: boolean
}

function episodesOf(months: readonly number[][], pair: number): Window[] {
  const seen = months.map(roots => ({
    weight: roots.reduce((sum, n) => sum + n, 0),
    weighted: roots.reduce((sum, n, root) => sum + n * scoreOf(types[root], null), 0),
  }))
  const {mean} = smooth(filter(seen, variances), variances)
  const found: Window[] = []
  for (let end = 24; end + 12 <= months.length; end += 12) {
    const acts = months
      .slice(end - 24, end)
      .flatMap(roots => roots.flatMap((n, root) => Array.from({length: n}, () => ({event: types[root]}))))
    const after = seen.slice(end, end + 12).reduce((sum, {weight}) => sum + weight, 0)
    if (acts.length < 3 || after === 0) continue
    const change = mean[end + 11] - mean[end - 1]
    const episode = {
      pair: [`${pair}a`, `${pair}b`] as const,
      first: monthName(1990 * 12 + end - 24),
      last: monthName(1990 * 12 + end - 1),
      level: mean.slice(end - 24, end).reduce((sum, x) => sum + x / 24, 0),
      change: mean[end - 1] - mean[end - 24],
      incidents: acts.length,
      mix: mixOf(acts),
      themes: [],
      others: [],
      rule: [],
      followed: {change, incidents: after},
    }
    found.push({pair, end, episode, rose: change > 0})
  }
  return found
}

function askedOf(now: Window, all: readonly Window[], random: () => number): Asked {
  const known = all.filter(({end}) => end + 12 <= now.end)
  const share = Math.min(1, 1500 / known.length)
  const earlier = known
    .filter(() => random() < share)
    .map(({episode, rose}) => {
      const alike = likenessOf(now.episode, episode).features
      return {alike: [alike.level, alike.change, alike.mix] as const, rose}
    })
  return {rose: now.rose, earlier}
}

/** Mean Brier scores of the share of the most alike that rose, held by four cases to the share of all, and of the share of all. */
function scoreOfAll(asked: readonly Asked[], weights: Weights, most: number): {own: number; base: number} {
  const sum = {own: 0, base: 0}
  for (const {rose, earlier} of asked) {
    const base = earlier.filter(each => each.rose).length / earlier.length
    const ranked = earlier.map(({alike, rose}) => ({
      rose,
      likeness: features.reduce((all, _, f) => all + weights[f] * alike[f], 0),
    }))
    const found = ranked.sort((a, b) => b.likeness - a.likeness).slice(0, most)
    const own = (found.filter(each => each.rose).length + 4 * base) / (found.length + 4)
    sum.own += (own - (rose ? 1 : 0)) ** 2 / asked.length
    sum.base += (base - (rose ? 1 : 0)) ** 2 / asked.length
  }
  return sum
}
