import {readFileSync} from 'node:fs'
import {join} from 'node:path'
import {gunzipSync} from 'node:zlib'
import {backtest, type Scores} from '../../src/forecast/relations/backtest.ts'
import {expertNames} from '../../src/forecast/relations/experts.ts'
import {chance} from '../../src/forecast/chance.ts'
import {skill, skillNoise} from '../../src/forecast/relations/score.ts'
import {type Panel, sidesOf} from '../../src/forecast/relations/series.ts'
import {largeTrees} from '../../src/forecast/relations/trees.ts'
import {States} from '../../src/forecast/relations/state.ts'

const clock = () => Number(process.hrtime.bigint()) / 1e9
const unzipped = (path: string) => gunzipSync(readFileSync(path)).toString('utf8').trimEnd().split('\n')
const dayNumber = (day: string) => Math.floor(Date.parse(`${day}T00:00:00Z`) / 86_400_000)

/** Pairs asked about, and pairs learned from: the most active ones. */
const asked = 300
const taught = {usual: 700, large: 1500} as const

interface Tolds {
  readonly pair: string
  readonly period: number
  readonly cooperative: number
  readonly conflictual: number
}

/** The most active pairs before `before`, as series, the most active first. */
export function panelOf(rows: readonly Tolds[], periods: number, before: number, most: number, year: number): Panel {
  const active = new Map<string, number>()
  for (const {pair, period, cooperative, conflictual} of rows)
    if (period < before) active.set(pair, (active.get(pair) ?? 0) + cooperative + conflictual)
  const chosen = [...active].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).slice(0, most)
  const empty = () => ({cooperative: new Float64Array(periods), conflictual: new Float64Array(periods)})
  const series = new Map(chosen.map(([id]) => [id, {id, ...empty()}]))
  const sides = new Map([...series.values()].flatMap(sidesOf).map(side => [side, empty()]))
  for (const {pair, period, cooperative, conflictual} of rows) {
    if (period >= periods) continue
    for (const own of [series.get(pair), ...pair.split('|').map(side => sides.get(side))])
      if (own) {
        own.cooperative[period] += cooperative
        own.conflictual[period] += conflictual
      }
  }
  return {series: [...series.values()], periods, year, sides}
}

const pairOf = (a: string, b: string) => (a < b ? `${a}|${b}` : `${b}|${a}`)

/** Weeks of a folder with `train.tsv.gz`, `valid.tsv.gz` and, where there is one, `test.tsv.gz`; `from`: the last third of valid, or test. */
export function weekly(
  folder: string,
  parts: readonly string[],
  most: number = taught.usual,
): {panel: Panel; first: number; from: number} {
  const lists = parts.map(part => unzipped(join(folder, `${part}.tsv.gz`)).map(line => line.split('\t')))
  const days = lists.flat().map(([day]) => dayNumber(day))
  const start = days.reduce((a, b) => Math.min(a, b))
  const end = days.reduce((a, b) => Math.max(a, b))
  const week = (day: string) => Math.floor((dayNumber(day) - start) / 7)
  const periods = Math.floor((end - start + 1) / 7)
  const [first, last] = [lists.slice(0, -1).flat(), lists[lists.length - 1]]
  const rows = lists.flat().flatMap(([day, a, , b, , , quad]) =>
    a === b
      ? []
      : [
          {
            pair: pairOf(a, b),
            period: week(day),
            cooperative: Number(quad) <= 2 ? 1 : 0,
            conflictual: Number(quad) > 2 ? 1 : 0,
          },
        ],
  )
  const begun = first.reduce((most, [day]) => Math.max(most, week(day)), 0) + 1
  const from = last.length && parts.length > 2 ? begun : periods - Math.floor((periods - begun) / 3)
  return {panel: panelOf(rows, periods, begun, most, 52), first: begun, from}
}

/** Months of a `dyadmonth` table (events by CAMEO root); pairs are chosen by what came before `year`. */
export function monthly(path: string, year: number, most: number = taught.usual): {panel: Panel; from: number} {
  const [, ...lines] = unzipped(path)
  const rows = lines.map(line => {
    const [a, b, y, m, , ...roots] = line.split(',')
    const sum = (from: number, to: number) => roots.slice(from, to).reduce((all, n) => all + Number(n), 0)
    return {
      pair: pairOf(a, b),
      month: Number(y) * 12 + Number(m) - 1,
      cooperative: sum(0, 8),
      conflictual: sum(8, 20),
      self: a === b,
    }
  })
  const start = rows.reduce((min, {month}) => Math.min(min, month), Number.POSITIVE_INFINITY)
  const end = rows.reduce((max, {month}) => Math.max(max, month), 0)
  const kept = rows.filter(({self}) => !self).map(row => ({...row, period: row.month - start}))
  const from = year * 12 - start
  return {panel: panelOf(kept, end - start + 1, from, most, 12), from}
}

const percent = (x: number) => `${(100 * x).toFixed(1)}`

export const head = [
  'horizon',
  'n',
  'closer',
  'Brier',
  'base',
  'momentum',
  'persist.',
  'skill/base',
  'skill/mom.',
  'CRPS coop',
  'vs past',
  'vs pers.',
  'CRPS conf',
  'vs past',
  'vs pers.',
  'held coop',
  'held conf',
  'whole ≥5',
].join(' | ')

export function rowOf(name: string, s: Scores): string {
  const part = (kind: 'cooperative' | 'conflictual') => {
    const {own, past, persistence} = s.crps[kind]
    return [own.toFixed(3), `${percent(skill(own, past))} %`, `${percent(skill(own, persistence))} %`]
  }
  const busy =
    (s.held.cooperative.busy * s.held.cooperative.busyForecasts +
      s.held.conflictual.busy * s.held.conflictual.busyForecasts) /
    Math.max(1, s.held.cooperative.busyForecasts + s.held.conflictual.busyForecasts)
  return [
    name,
    s.forecasts,
    s.came.toFixed(3),
    s.brier.own.toFixed(4),
    s.brier.base.toFixed(4),
    s.brier.momentum.toFixed(4),
    s.brier.persistence.toFixed(3),
    skill(s.brier.own, s.brier.base).toFixed(3),
    skill(s.brier.own, s.brier.momentum).toFixed(3),
    ...part('cooperative'),
    ...part('conflictual'),
    percent(s.held.cooperative.exact),
    percent(s.held.conflictual.exact),
    percent(busy),
  ].join(' | ')
}

/** `npm run bench -- relations [weeks|months] [HORIZON…] [--first] [--large] [--single] [--once] [--ablation]`: forecasts of relations against base rate, momentum, persistence and the pair's own past.
 * `--first`: asks about the first two thirds of `valid`, on which choices are made, instead of the last. `--large`: more pairs teach more and deeper trees of turns. `--single`: the one period at that distance instead of all up to it; `--once`: learned before the first forecast and never again, instead of every year. */
export function benchRelations(data: string, words: readonly string[]): void {
  const begun = clock()
  const ablation = words.includes('--ablation')
  const large = words.includes('--large')
  const only = words.map(Number).filter(horizon => horizon > 0)
  const run = (
    label: string,
    {panel, from, to = panel.periods}: {panel: Panel; from: number; to?: number},
    horizons: readonly number[],
    warm: number,
  ) => {
    const states = new States(panel)
    console.log(
      `${label}: ${asked} pairs, learned from ${panel.series.length}, ${panel.periods} periods, asked from period ${from}\n${head}`,
    )
    for (const horizon of horizons) {
      const base = {
        from: from - horizon + 1,
        to,
        again: words.includes('--once') ? panel.periods : panel.year,
        warm,
        asked,
        ...(large ? {turnTrees: largeTrees} : {}),
        ...(ablation ? {kept: new Map()} : {}),
        ...(words.includes('--single') ? {window: 1} : {}),
      }
      const scores = backtest(states, horizon, base)
      const noise = skillNoise(scores.byOrigin, 2 * horizon, chance(3))
      console.log(
        `${rowOf(String(horizon), scores)}\n  ${noise === null ? 'too few periods to tell what chance has in the skill' : `skill over the base rate ± ${noise.toFixed(3)} by chance of the periods`}`,
      )
      if (!ablation) continue
      for (const out of expertNames)
        console.log(
          rowOf(
            `${horizon} without ${out}`,
            backtest(states, horizon, {...base, experts: expertNames.filter(name => name !== out)}),
          ),
        )
      console.log(rowOf(`${horizon} bands not mended`, backtest(states, horizon, {...base, mend: false})))
      console.log(rowOf(`${horizon} no recalibration`, backtest(states, horizon, {...base, recalibrate: false})))
      console.log(rowOf(`${horizon} no refit`, backtest(states, horizon, {...base, refit: false})))
    }
    const {user, system} = process.cpuUsage()
    console.log(
      `${(clock() - begun).toFixed(0)} s (${((user + system) / 1e6).toFixed(0)} s of processor time), ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`,
    )
  }
  if (!words.includes('months')) {
    const {panel, first, from} = weekly(
      join(data, 'ICEWS05-15'),
      ['train', 'valid'],
      large ? taught.large : taught.usual,
    )
    run(
      'ICEWS05-15, weeks',
      words.includes('--first') ? {panel, from: first, to: from} : {panel, from},
      only.length > 0 ? only : [1, 4, 13, 26, 52],
      52,
    )
  }
  if (!words.includes('weeks'))
    run(
      'dyad-month 2005–2009',
      monthly(join(data, 'dyad-month/dyadmonth-1990-2009.csv.gz'), 2005),
      only.length > 0 ? only : [1, 3, 6, 12],
      24,
    )
}
