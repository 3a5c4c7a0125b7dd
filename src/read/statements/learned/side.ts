import type {Ruled} from './cue.ts'
import type {Scored} from './content.ts'
import {bucket, feature, type Features, signedSquare, type Weights} from './weights.ts'
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
  out: Features,
): void {
  const {lemma, tag, rel, fine, speech, comma} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(800)
  out.add(kind)
  out.add(own)
  out.add(fine[cue], kind)
  out.add(rel[cue], kind)
  out.add(rel[cue], own)
  for (const [n, best] of [right, left].entries()) {
    out.from(810 + n * 20)
    if (!best) {
      out.add(kind)
      continue
    }
    out.skip(1)
    const top = view.topAt(best.first, cue)
    let verb = 0
    let quote = 0
    for (let k = best.first; k <= best.last; k++) {
      verb |= view.finite[k]
      quote |= speech[k]
    }
    const gapRight = n === 0 ? best.first - cue : cue - best.last
    const beside = n === 0 ? best.first - 1 : best.last + 1
    out.add(rel[top], view.tie(top, cue), kind)
    out.add(rel[top], view.tie(top, cue), own)
    out.add(verb, quote, kind)
    out.add(verb, quote, own)
    out.add(tag[best.first], kind)
    out.add(lemma[best.first], own)
    out.add(lemma[best.first], verb)
    out.add(bucket(best.last - best.first), verb, quote)
    out.add(bucket(gapRight), verb, quote)
    out.add(comma[beside] ?? 0, verb, quote)
    out.add(tag[beside] ?? 0, own)
    out.add(lemma[beside] ?? 0, kind)
    out.add(Math.max(-6, Math.min(6, Math.round(best.score / 2))), kind)
    out.add(Math.max(-6, Math.min(6, Math.round(best.score / 2))))
  }
  out.from(850)
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
  out.add(verbs(right), verbs(left), kind)
  out.add(quoted(right), quoted(left), kind)
  out.add(verbs(right) * 3 + quoted(right), verbs(left) * 3 + quoted(left), own)
  out.add(right && left ? Math.max(-8, Math.min(8, Math.round(right.score - left.score))) : 9)
  if (ruled) {
    const sides = ruled.candidate.content.reduce((all, run) => all | (run.first > cue ? 1 : 2), 0)
    out.add(sides, hashOf(ruled.candidate.form), ruled.listed ? 1 : 2)
    out.add(sides, own)
    out.add(sides, hashOf(ruled.candidate.form), verbs(right))
    out.add(sides, ruled.candidate.source?.inverted ? 1 : 0, kind)
  } else {
    out.skip(4)
    out.add(kind)
    out.add(own)
  }
}

/** The sides that have a stretch. */
export const sidesOf = (right: Scored | null, left: Scored | null): Side[] =>
  right && left ? [0, 1, 2] : right ? [0] : left ? [1] : []

/** Sides, the one with the highest score first; one alone is not weighed. */
export function rankedSides(
  weights: Weights,
  features: Features,
  sides: readonly Side[],
): {side: Side; score: number}[] {
  if (sides.length === 1) return [{side: sides[0], score: 0}]
  return sides
    .map(side => ({side, score: scoreUnder(weights, features, side)}))
    .sort((a, b) => b.score - a.score || a.side - b.side)
}

/** A feature crossed with a class. */
export const withClass = (hash: number, label: number) => feature(7, hash, label)

function scoreUnder({table, mask, unit}: Weights, {list, length}: Features, label: number): number {
  let sum = 0
  if (table instanceof Int8Array)
    for (let i = 0; i < length; i++) sum = (sum + signedSquare(table[withClass(list[i], label) & mask])) | 0
  else for (let i = 0; i < length; i++) sum += table[withClass(list[i], label) & mask]
  return sum * unit
}
