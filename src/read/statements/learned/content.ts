import type {Run} from '../sources.ts'
import {datelineEnd} from '../bounds.ts'
import {boundedOf, type Cut, featuresOfBoth, featuresOfEnd, featuresOfStart} from './content-features.ts'
import type {Ruled} from './cue.ts'
import {Features, scoreOf, type Weights} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** A stretch that may be content. Stretches with the same start or end share its features: each is scored once. */
export interface Stretch extends Run {
  readonly start: Int32Array
  readonly end: Int32Array
  readonly both: Int32Array
}

export interface Scored extends Run {
  readonly score: number
  /** Its score less that of the second best. */
  readonly margin: number
  /** The next best that share at most three fifths of their words with it and each other, and how far behind they are. */
  readonly others: readonly (Run & {readonly behind: number})[]
}

const joins =
  /^(?:and|but|or|while|as|after|when|because|since|though|although|according|before|until|if|who|which|where|whose|for|in|at|on|during|by|with|from)$/i

/** "MiG-21", "the 1990s": an item and the next one are one printed word. */
function isGlued(items: View['items'], k: number): boolean {
  const [item, next] = [items[k], items[k + 1]]
  if (!item || !next || item.quote || next.quote || item.end !== next.start) return false
  return /^(?:[-–/]|\p{N})/u.test(next.form) || /[-–/]$/.test(item.form)
}

function startsRight(view: View, cue: number): number[] {
  const {items, end, comma, speech, head} = view
  const found: number[] = []
  for (let k = cue + 1; k <= Math.min(end, cue + 45) && found.length < 16; k++) {
    if (view.stop[k] || comma[k] || (items[k].upos === 'PUNCT' && items[k].form !== '(')) continue
    if (isGlued(items, k - 1)) continue
    const before = k - 1
    if (
      k === cue + 1 ||
      items[before].upos === 'PUNCT' ||
      items[before].quote ||
      speech[k] ||
      items[before].upos === 'SCONJ'
    ) {
      found.push(k)
      continue
    }
    const top = view.topAt(k, cue)
    const up = head[top]
    if (
      up >= 0 &&
      (up === cue || head[up] === cue || (view.first[up] <= cue && cue <= view.last[up])) &&
      view.first[top] === k
    )
      found.push(k)
  }
  return found
}

function endsRight(view: View, cue: number): number[] {
  const {items, end, comma, head, length} = view
  const found: number[] = []
  for (let k = cue + 1; k <= end; k++) {
    if (!items[k].quote && items[k].upos === 'PUNCT' && !/^[)%\]]$/.test(items[k].form)) continue
    if (isGlued(items, k)) continue
    const next = k + 1
    if (
      k === end ||
      next >= length ||
      items[next].upos === 'PUNCT' ||
      comma[next] ||
      items[k].quote ||
      items[next].quote ||
      joins.test(items[next].form)
    ) {
      found.push(k)
      continue
    }
    const top = view.topTo(k, cue)
    const up = head[top]
    if (
      up >= 0 &&
      (up === cue || head[up] === cue || (view.first[up] <= cue && cue <= view.last[up])) &&
      view.last[top] === k
    )
      found.push(k)
  }
  return found.length > 24 ? [...found.slice(0, 15), ...found.slice(-9)] : found
}

function startsLeft(view: View, cue: number): number[] {
  const {items, comma, head, speech} = view
  const from = datelineEnd(items, cue)
  const found: number[] = []
  for (let k = cue - 1; k >= from && found.length < 16; k--) {
    if (view.stop[k] || comma[k] || (items[k].upos === 'PUNCT' && items[k].form !== '(')) continue
    if (isGlued(items, k - 1)) continue
    if (k === from || items[k - 1].upos === 'PUNCT' || items[k - 1].quote || speech[k]) {
      found.push(k)
      continue
    }
    const top = view.topAt(k, cue)
    const up = head[top]
    if (
      up >= 0 &&
      (up === cue || head[up] === cue || (view.first[up] <= cue && cue <= view.last[up])) &&
      view.first[top] === k
    )
      found.push(k)
  }
  if (from < cue && !found.includes(from) && !view.stop[from]) found.push(from)
  return found
}

function endsLeft(view: View, cue: number): number[] {
  const {items, comma, head} = view
  const found: number[] = []
  for (let k = cue - 1; k >= 0 && found.length < 14; k--) {
    if (!items[k].quote && items[k].upos === 'PUNCT' && !/^[)%\]]$/.test(items[k].form)) continue
    if (isGlued(items, k)) continue
    const next = k + 1
    if (next === cue || items[next].upos === 'PUNCT' || comma[next] || items[k].quote || items[next].quote) {
      found.push(k)
      continue
    }
    const top = view.topTo(k, cue)
    const up = head[top]
    if (up >= 0 && (up === cue || (view.first[up] <= cue && cue <= view.last[up])) && view.last[top] === k)
      found.push(k)
  }
  return found
}

function cutOf(ruled: Ruled | null): Cut {
  if (!ruled) return {form: 0, listed: 0, runs: [], source: null}
  const {candidate, listed} = ruled
  return {
    form: hashOf(candidate.form),
    listed: listed ? 1 : 2,
    runs: candidate.content,
    source: candidate.source?.run ?? null,
  }
}

/** Where stretches at the right (`side` 1) or left (0) of a cue may begin and end, with the highest nodes there. */
interface Bounds {
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly cut: Cut
}

function boundsAt(view: View, cue: number, side: 0 | 1, ruled: Ruled | null): Bounds {
  const cut = cutOf(ruled)
  const starts = side === 1 ? startsRight(view, cue) : startsLeft(view, cue)
  const ends = side === 1 ? endsRight(view, cue) : endsLeft(view, cue)
  for (const run of cut.runs) {
    if (side === 1 ? run.first <= cue : run.last >= cue) continue
    if (!starts.includes(run.first)) starts.push(run.first)
    if (!ends.includes(run.last)) ends.push(run.last)
  }
  return {starts, ends, cut}
}

const out = new Features()

/** Stretches at the right (`side` 1) or left (0) of a cue that may be its content, with their features. */
export function stretches(view: View, cue: number, side: 0 | 1, ruled: Ruled | null): Stretch[] {
  const {starts, ends, cut} = boundsAt(view, cue, side, ruled)
  const kept = (fill: () => void) => {
    fill()
    return out.copy()
  }
  const startFeatures = starts.map(k => kept(() => featuresOfStart(view, cue, k, side, cut, out)))
  const endFeatures = ends.map(k => kept(() => featuresOfEnd(view, cue, k, side, cut, out)))
  return starts.flatMap((first, s) =>
    ends.flatMap((last, e) =>
      first > last
        ? []
        : [
            {
              first,
              last,
              start: startFeatures[s],
              end: endFeatures[e],
              both: kept(() => featuresOfBoth(view, cue, boundedOf(view, cue, first, last), side, cut, out)),
            },
          ],
    ),
  )
}

/** By how much in log-odds the ends of a stretch may be worse than the best ones: what lies between never makes up for more. */
const hopeless = 6

/** What a rule's own bounds are worth where the table of cues knows the word: they stand when the model hesitates. */
const ruleBonus = 0.5

/** The stretch at a side of a cue with the highest score; `null` when there is none. */
export function bestStretch(
  weights: Weights,
  view: View,
  cue: number,
  side: 0 | 1,
  ruled: Ruled | null,
): Scored | null {
  const {starts, ends, cut} = boundsAt(view, cue, side, ruled)
  const own = ruled?.listed ? ruled.candidate.content : []
  const endScores = ends.map(k => {
    featuresOfEnd(view, cue, k, side, cut, out)
    return scoreOf(weights, out)
  })
  const startScores = starts.map(k => {
    featuresOfStart(view, cue, k, side, cut, out)
    return scoreOf(weights, out)
  })
  let high = Number.NEGATIVE_INFINITY
  for (let s = 0; s < starts.length; s++)
    for (let e = 0; e < ends.length; e++) if (starts[s] <= ends[e]) high = Math.max(high, startScores[s] + endScores[e])
  const endTops = ends.map(k => view.topTo(k, cue))
  const close: Rated[] = []
  let best: Rated | null = null
  let second = Number.NEGATIVE_INFINITY
  for (let s = 0; s < starts.length; s++) {
    const first = starts[s]
    const top = view.topAt(first, cue)
    for (let e = 0; e < ends.length; e++) {
      const last = ends[e]
      const apart = startScores[s] + endScores[e]
      if (first > last || apart < high - hopeless) continue
      featuresOfBoth(view, cue, {first, last, top, topTo: endTops[e]}, side, cut, out)
      const exact = own.length > 0 && own.some(run => run.last === last && Math.abs(run.first - first) < 2)
      const score = apart + scoreOf(weights, out) + (exact ? ruleBonus : 0)
      if (best && score <= best.score) second = Math.max(second, score)
      if (best && best.score - score > near) continue
      const one = {first, last, score}
      close.push(one)
      if (best && score <= best.score) continue
      if (best) second = best.score
      best = one
    }
  }
  if (best === null) return null
  return {
    first: best.first,
    last: best.last,
    score: best.score,
    margin: second === Number.NEGATIVE_INFINITY ? 9 : best.score - second,
    others: othersOf(best, close),
  }
}

interface Rated extends Run {
  readonly score: number
}

/** The best of those that are near the best one and differ from it and from each other. */
function othersOf(best: Rated, close: readonly Rated[]): Scored['others'] {
  const taken = [best]
  while (taken.length <= most) {
    let next: Rated | null = null
    for (const one of close) {
      if (best.score - one.score > near || (next && one.score <= next.score)) continue
      if (taken.every(other => differs(one, other))) next = one
    }
    if (!next) break
    taken.push(next)
  }
  return taken.slice(1).map(({first, last, score}) => ({first, last, behind: best.score - score}))
}

/** How many stretches beside the best one are looked at, and by how much in log-odds they may be behind it. */
const [most, near] = [2, 2]

function differs(a: Run, b: Run): boolean {
  const common = Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)
  return common <= 0.6 * (Math.max(a.last, b.last) - Math.min(a.first, b.first) + 1)
}
