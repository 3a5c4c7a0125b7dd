import type {Run} from '../sources.ts'
import {bestStretch, type Scored, stretches} from './content.ts'
import {cueFeatures, mayCue, type Ruled} from './cue.ts'
import {bestSide, type Side, sideFeatures} from './side.ts'
import {type Named, sourcesFor} from './source.ts'
import type {View} from './view.ts'
import {scoreOf, type Weights} from './weights.ts'

/** Weights of the steps from a word to an attribution. */
export interface Steps {
  readonly cue: Weights
  readonly right: Weights
  readonly left: Weights
  readonly side: Weights
  readonly source: Weights
}

/** An attribution that may hold, with the scores of the steps that made it. */
export interface Proposal {
  readonly cue: number
  /** Log-odds that the item is a cue. */
  readonly score: number
  readonly side: Side
  readonly content: readonly Run[]
  readonly right: Scored | null
  readonly left: Scored | null
  readonly source: Named
  readonly sourceMargin: number
  readonly ruled: Ruled | null
}

/** What a line may attribute: every item that is a cue with log-odds of at least `least`, with its best content and source. */
export function proposalsIn(view: View, ruled: ReadonlyMap<number, Ruled>, steps: Steps, least: number): Proposal[] {
  const found: Proposal[] = []
  for (let k = 0; k < view.length; k++) {
    if (!mayCue(view, k)) continue
    const rule = ruled.get(k) ?? null
    const score = scoreOf(steps.cue, cueFeatures(view, k, rule))
    if (score < least) continue
    const right = bestStretch(steps.right, stretches(view, k, 1, rule), rule)
    const left = bestStretch(steps.left, stretches(view, k, 0, rule), rule)
    if (!right && !left) continue
    const side = bestSide(steps.side, sideFeatures(view, k, right, left, rule), right, left)
    const content: Run[] = []
    if (side !== 0 && left) content.push({first: left.first, last: left.last})
    if (side !== 1 && right) content.push({first: right.first, last: right.last})
    const {best, margin} = bestSource(steps.source, sourcesFor(view, k, content, rule))
    found.push({cue: k, score, side, content, right, left, source: best, sourceMargin: margin, ruled: rule})
  }
  return found
}

function bestSource(weights: Weights, list: readonly Named[]): {best: Named; margin: number} {
  let best = list[0]
  let high = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  for (const named of list) {
    const score = scoreOf(weights, named.features)
    if (score > high) {
      second = high
      high = score
      best = named
    } else if (score > second) second = score
  }
  return {best, margin: list.length < 2 ? 9 : high - second}
}
