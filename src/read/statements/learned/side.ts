import type {Ruled} from './cue.ts'
import type {Scored} from './content.ts'
import {bucket, feature, scoreOf, type Weights} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** Where content stands: at the right of its cue, at the left, or on both sides. */
export type Side = 0 | 1 | 2

/** Features of a cue with the best stretch at each side, without the side itself. */
export function sideFeatures(
  view: View,
  cue: number,
  right: Scored | null,
  left: Scored | null,
  ruled: Ruled | null,
): number[] {
  const {lemma, tag, rel, fine, speech, comma} = view
  const own = lemma[cue]
  const kind = tag[cue]
  const found: number[] = []
  let t = 800
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  add(kind)
  add(own)
  add(fine[cue], kind)
  add(rel[cue], kind)
  add(rel[cue], own)
  for (const [n, best] of [right, left].entries()) {
    t = 810 + n * 20
    if (!best) {
      add(kind)
      continue
    }
    t++
    const top = view.topAt(best.first, cue)
    let verb = 0
    let quote = 0
    for (let k = best.first; k <= best.last; k++) {
      verb |= view.finite[k]
      quote |= speech[k]
    }
    const gapRight = n === 0 ? best.first - cue : cue - best.last
    const beside = n === 0 ? best.first - 1 : best.last + 1
    add(rel[top], view.tie(top, cue), kind)
    add(rel[top], view.tie(top, cue), own)
    add(verb, quote, kind)
    add(verb, quote, own)
    add(tag[best.first], kind)
    add(lemma[best.first], own)
    add(lemma[best.first], verb)
    add(bucket(best.last - best.first), verb, quote)
    add(bucket(gapRight), verb, quote)
    add(comma[beside] ?? 0, verb, quote)
    add(tag[beside] ?? 0, own)
    add(lemma[beside] ?? 0, kind)
    add(Math.max(-6, Math.min(6, Math.round(best.score / 2))), kind)
    add(Math.max(-6, Math.min(6, Math.round(best.score / 2))))
  }
  t = 850
  const verbs = (best: Scored | null) => {
    if (!best) return 2
    for (let k = best.first; k <= best.last; k++) if (view.finite[k]) return 1
    return 0
  }
  const quoted = (best: Scored | null) => {
    if (!best) return 2
    for (let k = best.first; k <= best.last; k++) if (speech[k]) return 1
    return 0
  }
  add(verbs(right), verbs(left), kind)
  add(quoted(right), quoted(left), kind)
  add(verbs(right) * 3 + quoted(right), verbs(left) * 3 + quoted(left), own)
  add(right && left ? Math.max(-8, Math.min(8, Math.round(right.score - left.score))) : 9)
  if (ruled) {
    const sides = ruled.candidate.content.reduce((all, run) => all | (run.first > cue ? 1 : 2), 0)
    add(sides, hashOf(ruled.candidate.form), ruled.listed ? 1 : 2)
    add(sides, own)
    add(sides, hashOf(ruled.candidate.form), verbs(right))
    add(sides, ruled.candidate.source?.inverted ? 1 : 0, kind)
  } else {
    t += 4
    add(kind)
    add(own)
  }
  return found
}

/** The sides that have a stretch, the one with the highest score first. */
export function rankedSides(
  weights: Weights,
  features: readonly number[],
  right: Scored | null,
  left: Scored | null,
): {side: Side; score: number}[] {
  return ([0, 1, 2] as const)
    .filter(side => (side === 1 || right) && (side === 0 || left))
    .map(side => ({side, score: scoreOf(weights, withClass(features, side))}))
    .sort((a, b) => b.score - a.score || a.side - b.side)
}

/** Features crossed with a class. */
export function withClass(features: readonly number[], label: number): number[] {
  return features.map(hash => feature(7, hash, label))
}
