import {existsSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {changePoints, type MonthMix} from '../../src/relation/index.ts'

/** Mulberry32: the same draws on every machine. */
function draws(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

const months = 240
const near = 6

/** A relation of twenty years with `breaks` changes of level, `rate` incidents a month, scores spread by five points. */
function simulated(random: () => number, breaks: number, rate: number, step: number) {
  const at: number[] = []
  while (at.length < breaks) {
    const month = 18 + Math.floor(random() * (months - 36))
    if (at.every(other => Math.abs(other - month) >= 24)) at.push(month)
  }
  at.sort((a, b) => a - b)
  let level = (random() - 0.5) * 4
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const series: MonthMix[] = []
  for (let t = 0; t < months; t++) {
    if (at.includes(t)) level += level > 0 ? -step : step
    let weight = 0
    let weighted = 0
    let squared = 0
    const classes = [0, 0]
    for (let left = rate; left > 0; left--) {
      if (random() > left) continue
      const score = level + 5 * normal()
      weight++
      weighted += score
      squared += score * score
      classes[random() < 0.7 ? 0 : 1]++
    }
    series.push({weight, weighted, squared, classes})
  }
  return {series, at}
}

/** `npm run bench -- eras`: precision and recall of breaks known to be there, found within half a year; and eras of real dyads. */
export function benchEras(data: string): void {
  console.log('breaks of simulated relations, 20 years, scores spread by 5; found within 6 months of where they are')
  console.log('incidents/month  step  precision  recall  false breaks in 20 quiet years')
  for (const rate of [0.3, 1, 3])
    for (const step of [3, 6]) {
      const random = draws(rate * 100 + step)
      let [right, found, there, quiet] = [0, 0, 0, 0]
      const series = 60
      for (let n = 0; n < series; n++) {
        const {series: broken, at} = simulated(random, 3, rate, step)
        const starts = changePoints(broken, {variance: 25}).starts.slice(1)
        found += starts.length
        there += at.length
        right += at.filter(each => starts.some(start => Math.abs(start - each) <= near)).length
        quiet += changePoints(simulated(random, 0, rate, step).series, {variance: 25}).starts.length - 1
      }
      const percent = (a: number, b: number) => (b === 0 ? '–' : `${((100 * a) / b).toFixed(0)} %`).padStart(9)
      console.log(
        `${String(rate).padStart(15)}  ${String(step).padStart(4)}  ${percent(right, found)} ${percent(right, there)}  ${(quiet / series).toFixed(2).padStart(6)}`,
      )
    }
  const file = join(data, 'dyadmonth-1990-2009.csv.gz')
  if (existsSync(file)) dyads(gunzipSync(readFileSync(file)).toString('utf8'))
}

/** Scores of CAMEO roots 01 to 20 on PLOVER's scale. */
const rootScores = [0, 0, 2.5, 2.5, 5, 9.5, 10, 4.5, -3, 0, -3, -2, -3.5, -5, -5.5, -6, -7, -7, -9, -10]
/** Roots that are words, the others are deeds. */
const words = new Set([1, 2, 3, 4, 5, 8, 9, 10, 11, 12, 13])

/** Eras of the pairs with most events. Hundreds of events a month are not independent: each month weighs at most ten. */
function dyads(text: string): void {
  const [head, ...rows] = text.trimEnd().split('\n')
  const first = head.split(',').indexOf('e01')
  const pairs = new Map<string, number[][]>()
  for (const row of rows) {
    const cells = row.split(',')
    const key = [cells[0], cells[1]].sort().join('–')
    const list = pairs.get(key) ?? Array.from({length: months}, () => new Array<number>(20).fill(0))
    const counts = list[(Number(cells[2]) - 1990) * 12 + Number(cells[3]) - 1]
    if (counts) for (let root = 0; root < 20; root++) counts[root] += Number(cells[first + root])
    pairs.set(key, list)
  }
  const total = (list: number[][]) => list.flat().reduce((sum, each) => sum + each, 0)
  const most = [...pairs].sort((a, b) => total(b[1]) - total(a[1]) || (a[0] < b[0] ? -1 : 1)).slice(0, 8)
  console.log('\neras of the ICEWS pairs with most events, 1990–2009: first month and mean score')
  for (const [pair, list] of most) {
    const series = list.map(monthOf)
    const {starts} = changePoints(series, {variance: 25})
    const eras = starts.map((start, i) => {
      const end = starts[i + 1] ?? months
      const sum = (of: (month: MonthMix) => number) => series.slice(start, end).reduce((all, each) => all + of(each), 0)
      const mean = sum(({weighted}) => weighted) / sum(({weight}) => weight)
      return `${1990 + Math.floor(start / 12)}-${String((start % 12) + 1).padStart(2, '0')} ${mean.toFixed(1)}`
    })
    console.log(`${pair}  ${eras.join('  ')}`)
  }
}

function monthOf(counts: readonly number[]): MonthMix {
  const all = counts.reduce((sum, each) => sum + each, 0)
  const share = all === 0 ? 0 : Math.min(10, all) / all
  const sum = (of: (root: number) => number) => counts.reduce((total, each, i) => total + each * share * of(i), 0)
  const verbal = sum(i => (words.has(i + 1) ? 1 : 0))
  return {
    weight: all * share,
    weighted: sum(i => rootScores[i]),
    squared: sum(i => rootScores[i] ** 2),
    classes: [verbal, all * share - verbal],
  }
}
