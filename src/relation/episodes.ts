import type {Analogue, Analogues, EntityId, Episode, Incident, IndexSeries, Mix} from '../model/index.ts'
import {datedSpan, levelsIn, othersOf, type Spanned, themesOf, touches} from './eras.ts'
import {counts} from './index-series.ts'
import {mixOf, quadClasses} from './mix.ts'
import {monthNumber} from './month.ts'

/** One relation with its index, as the search for analogues takes it. */
export interface Told {
  readonly incidents: readonly Incident[]
  readonly series: IndexSeries
}

export interface AnalogueOptions {
  /** Months of an episode; 24 by default. */
  readonly length?: number
  /** Months after an episode in which it is looked what followed; 12 by default. */
  readonly horizon?: number
  /** Most analogues; 5 by default. */
  readonly most?: number
  /** How the two sides were ruled in the months from `first` to `last`, in words. */
  readonly rule?: (pair: readonly [EntityId, EntityId], first: string, last: string) => readonly string[]
}

/** Least incidents in an episode, so that silence is not likened to silence. */
const least = 3
/** Differences at which two levels, or two changes of level, are no more alike than e⁻¹. */
const scale = {level: 3, change: 2}
const weights = {level: 0.25, change: 0.2, mix: 0.25, themes: 0.1, others: 0.1, rule: 0.1} as const
type Feature = keyof typeof weights

/**
 * Episodes of the past, of this and of other relations, by their likeness to the last months of this one. An episode is a window of `length` months
 * with at least three incidents; its features are level, change, mix of acts, themes, third parties, and how the two sides are ruled. Windows of a relation stand half a window apart, and none that
 * overlaps the present one or a better one of its own relation is told. The base rate is the share of windows after which the level rose
 * among those after which anything happened.
 */
export function analoguesOf(
  here: Told,
  others: readonly Told[],
  {length = 24, horizon = 12, most = 5, rule = () => []}: AnalogueOptions = {},
): Analogues | null {
  const points = here.series.points.length
  if (points < length) return null
  const counted = spansOf(here)
  const now = episodeAt(counted, points - length, {length, horizon, rule})
  if (now.incidents < least) return null
  const all = [counted, ...others.map(spansOf)]
  const candidates = all.flatMap((told, n) => {
    const end = told.series.points.length - (n === 0 ? length : 0)
    const list: Episode[] = []
    for (let last = end; last - length >= 0; last -= length / 2) {
      const episode = episodeAt(told, last - length, {length, horizon, rule})
      if (episode.incidents >= least) list.push(episode)
    }
    return list
  })
  const ranked = candidates
    .map(episode => ({episode, ...likenessOf(now, episode)}))
    .sort((a, b) => b.likeness - a.likeness || (keyOf(a.episode) < keyOf(b.episode) ? -1 : 1))
  const found: Analogue[] = []
  for (const each of ranked)
    if (found.length < most && !found.some(({episode}) => touch(episode, each.episode))) found.push(each)
  const followed = candidates.flatMap(({followed}) => (followed === null || followed.incidents === 0 ? [] : [followed]))
  const best = ranked[0]?.likeness
  return {
    now,
    found,
    looked: candidates.length,
    settled: followed.length,
    rose: followed.length === 0 ? null : followed.filter(({change}) => change > 0).length / followed.length,
    rank: best === undefined ? null : ranked.filter(({likeness}) => likeness < best).length / ranked.length,
  }
}

/** A relation with the incidents of it that count and are dated well enough, and their months, worked out once for all windows. */
interface Laid {
  readonly spanned: readonly Spanned[]
  readonly series: IndexSeries
}

function spansOf({incidents, series}: Told): Laid {
  return {spanned: incidents.filter(counts).flatMap(incident => datedSpan(incident) ?? []), series}
}

/** The window of a relation that begins at point `first`. */
function episodeAt(
  {spanned, series}: Laid,
  first: number,
  {length, horizon, rule}: Required<Omit<AnalogueOptions, 'most'>>,
): Episode {
  const last = first + length - 1
  const start = monthNumber(`${series.points[0].month}-01`)
  const within = spanned.filter(each => touches(each, start + first, start + last)).map(({incident}) => incident)
  const after = last + horizon
  return {
    pair: series.pair,
    first: series.points[first].month,
    last: series.points[last].month,
    ...levelsIn(series, first, last),
    incidents: within.length,
    mix: mixOf(within),
    themes: themesOf(within),
    others: othersOf(within, series.pair),
    rule: rule(series.pair, series.points[first].month, series.points[last].month),
    followed:
      after < series.points.length
        ? {
            change: series.points[after].level - series.points[last].level,
            incidents: spanned.filter(each => touches(each, start + last + 1, start + after)).length,
          }
        : null,
  }
}

/** Likeness of two episodes, 0 to 1: a weighted mean over the features. */
export function likenessOf(a: Episode, b: Episode): Pick<Analogue, 'likeness' | 'features'> {
  const features = {
    level: Math.exp(-Math.abs(a.level - b.level) / scale.level),
    change: Math.exp(-Math.abs(a.change - b.change) / scale.change),
    mix: overlapOf(a.mix, b.mix),
    themes: jaccard(a.themes, b.themes),
    others: jaccard(a.others, b.others),
    rule: jaccard(a.rule, b.rule),
  }
  const likeness = (Object.keys(weights) as Feature[]).reduce((sum, name) => sum + weights[name] * features[name], 0)
  return {likeness, features}
}

/** Shared part of two mixes: 1 minus half of their absolute differences. */
function overlapOf(a: Mix, b: Mix): number {
  return quadClasses.reduce((sum, each) => sum + Math.min(a[each], b[each]), 0)
}

function jaccard(a: readonly string[], b: readonly string[]): number {
  const both = a.filter(each => b.includes(each)).length
  const all = new Set([...a, ...b]).size
  return all === 0 ? 0 : both / all
}

const pairKey = (pair: readonly [EntityId, EntityId]) => [...pair].sort().join(' ')
const keyOf = ({pair, first}: Episode) => `${first} ${pairKey(pair)}`

function touch(a: Episode, b: Episode): boolean {
  return pairKey(a.pair) === pairKey(b.pair) && a.first <= b.last && b.first <= a.last
}
