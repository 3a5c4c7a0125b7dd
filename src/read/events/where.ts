import type {PlaceReading, Span} from '../../model/index.ts'
import type {Hit} from './hit.ts'
import {mentionAt, type Scene} from './scene.ts'

const inside = new Set(['in', 'at', 'near', 'inside', 'outside', 'around', 'over', 'off', 'across', 'throughout'])

/** The place that an act is said to have been at: a toponym of its clause in the sense of a place, nearest first. */
export function placeOf(scene: Scene, hit: Hit, first: number, last: number): PlaceReading | null {
  const {tree, work} = scene
  const {start, end} = tree.span(first, last)
  let best: PlaceReading | null = null
  let score = -1
  for (const place of work.places) {
    if (place.span.start < start || place.span.end > end) continue
    const token = headOf(scene, place.span)
    if (token < 0) continue
    const mention = mentionAt(scene, token)
    const prep = tree.preposition(token)
    // A town that no table of entities knows is nobody; it must be told as a place.
    if (mention ? mention.sense !== 'place' : !inside.has(prep)) continue
    const head = tree.head(token)
    const attached = head === hit.trigger || head === hit.light ? 2 : 0
    const points =
      attached + (inside.has(prep) ? 1 : 0) + (place.precision === 'city' || place.precision === 'site' ? 0.5 : 0)
    if (points > score) {
      best = place
      score = points
    }
  }
  return best
}

/** The token of a span that hangs on one outside of it. */
function headOf({tree}: Scene, {start, end}: Span): number {
  const {starts} = tree.sentence
  for (let at = tree.tokenAt(start); at >= 0 && at < tree.length && starts[at] < end; at++) {
    const head = tree.head(at)
    if (head < 0 || starts[head] < start || starts[head] >= end) return at
  }
  return -1
}
