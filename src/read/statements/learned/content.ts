import type {Run} from '../sources.ts'
import {datelineEnd} from '../bounds.ts'
import type {Ruled} from './cue.ts'
import {bucket, feature, scoreOf, type Weights} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** A stretch that may be content. Stretches with the same start or end share its features: each is scored once. */
export interface Stretch extends Run {
  readonly start: readonly number[]
  readonly end: readonly number[]
  readonly both: readonly number[]
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

/** What stands where the rules would cut. */
interface Cut {
  readonly form: number
  readonly listed: number
  readonly runs: readonly Run[]
  readonly source: Run | null
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

/** Stretches at the right (`side` 1) or left (0) of a cue that may be its content. */
export function stretches(view: View, cue: number, side: 0 | 1, ruled: Ruled | null): Stretch[] {
  const cut = cutOf(ruled)
  const starts = side === 1 ? startsRight(view, cue) : startsLeft(view, cue)
  const ends = side === 1 ? endsRight(view, cue) : endsLeft(view, cue)
  for (const run of cut.runs) {
    if (side === 1 ? run.first <= cue : run.last >= cue) continue
    if (!starts.includes(run.first)) starts.push(run.first)
    if (!ends.includes(run.last)) ends.push(run.last)
  }
  const startFeatures = starts.map(k => featuresOfStart(view, cue, k, side, cut))
  const endFeatures = ends.map(k => featuresOfEnd(view, cue, k, side, cut))
  const found: Stretch[] = []
  for (let s = 0; s < starts.length; s++)
    for (let e = 0; e < ends.length; e++) {
      if (starts[s] > ends[e]) continue
      const [first, last] = [starts[s], ends[e]]
      found.push({
        first,
        last,
        start: startFeatures[s],
        end: endFeatures[e],
        both: featuresOfBoth(view, cue, first, last, side, cut),
      })
    }
  return found
}

/** What a rule's own bounds are worth where the table of cues knows the word: they stand when the model hesitates. */
const ruleBonus = 0.5

/** The stretch with the highest score; `null` when there is none. */
export function bestStretch(weights: Weights, list: readonly Stretch[], ruled: Ruled | null = null): Scored | null {
  if (list.length === 0) return null
  const runs = ruled?.listed ? ruled.candidate.content : []
  const known = new Map<readonly number[], number>()
  const scoreOnce = (features: readonly number[]) => {
    const score = known.get(features) ?? scoreOf(weights, features)
    known.set(features, score)
    return score
  }
  const scores = list.map(({first, last, start, end, both}) => {
    const exact = runs.some(run => run.last === last && Math.abs(run.first - first) < 2)
    return scoreOnce(start) + scoreOnce(end) + scoreOf(weights, both) + (exact ? ruleBonus : 0)
  })
  let best = 0
  for (let n = 1; n < list.length; n++) if (scores[n] > scores[best]) best = n
  let second = -1
  for (let n = 0; n < list.length; n++) if (n !== best && (second < 0 || scores[n] > scores[second])) second = n
  const taken = [best]
  while (taken.length <= most) {
    let next = -1
    for (let n = 0; n < list.length; n++) {
      if (scores[best] - scores[n] > near || (next >= 0 && scores[n] <= scores[next])) continue
      if (taken.every(one => differs(list[n], list[one]))) next = n
    }
    if (next < 0) break
    taken.push(next)
  }
  const {first, last} = list[best]
  return {
    first,
    last,
    score: scores[best],
    margin: second < 0 ? 9 : scores[best] - scores[second],
    others: taken.slice(1).map(n => ({first: list[n].first, last: list[n].last, behind: scores[best] - scores[n]})),
  }
}

/** How many stretches beside the best one are looked at, and by how much in log-odds they may be behind it. */
const [most, near] = [2, 2]

function differs(a: Run, b: Run): boolean {
  const common = Math.max(0, Math.min(a.last, b.last) - Math.max(a.first, b.first) + 1)
  return common <= 0.6 * (Math.max(a.last, b.last) - Math.min(a.first, b.first) + 1)
}

function between(view: View, from: number, to: number) {
  let [commas, verbs, quotes, nouns] = [0, 0, 0, 0]
  for (let k = from; k < to; k++) {
    commas += view.comma[k]
    verbs += view.finite[k]
    quotes += view.speech[k]
    if (view.items[k].upos === 'NOUN' || view.items[k].upos === 'PROPN') nouns++
  }
  return {commas, verbs, quotes, nouns}
}

/** Whether a clause has a subject of its own. */
const hasSubject = ({children, rel}: View, k: number) => children[k].some(child => rel[child] === nsubj)
const nsubj = hashOf('nsubj')

const at = (list: Int32Array, i: number) => (i >= 0 && i < list.length ? list[i] : -1)

function featuresOfStart(view: View, cue: number, k: number, side: 0 | 1, cut: Cut): number[] {
  const {lemma, tag, rel, fine, length} = view
  const own = lemma[cue]
  const kind = tag[cue]
  const base = 200 + side * 100
  let t = base
  const found: number[] = []
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  const top = view.topAt(k, cue)
  const tie = view.tie(top, cue)
  const gap = side === 1 ? between(view, cue + 1, k) : between(view, k, cue)
  const far = bucket(Math.abs(k - cue))
  add(far, kind)
  add(far, own)
  add(lemma[k])
  add(tag[k], kind)
  add(tag[k], own)
  add(at(lemma, k - 1), kind)
  add(at(tag, k - 1), tag[k])
  add(at(lemma, k - 1), lemma[k])
  add(rel[top], tie, kind)
  add(rel[top], tie, own)
  add(rel[top], tie, fine[cue])
  add(tag[top], tie, rel[top])
  add(gap.commas > 2 ? 3 : gap.commas, gap.verbs > 2 ? 3 : gap.verbs, gap.quotes > 0 ? 1 : 0)
  add(gap.nouns > 3 ? 4 : gap.nouns, gap.verbs > 1 ? 2 : gap.verbs, kind)
  add(bucket(side === 1 ? gap.nouns : gap.verbs), own)
  add(view.speech[k], gap.quotes > 0 ? 1 : 0, kind)
  add(view.speech[k], at(tag, k - 1), own)
  add(k === 0 ? 1 : 0, k + 1 === length ? 1 : 0, kind)
  const edge = cut.runs.findIndex(run => run.first === k)
  add(cut.form, edge >= 0 ? 1 : 0, cut.listed)
  add(cut.form, edge >= 0 ? 1 : 0, own)
  if (edge < 0) {
    const inside = cut.runs.some(run => run.first < k && k <= run.last)
    add(cut.form, inside ? 1 : 0, at(lemma, k - 1))
  } else t++
  if (cut.source) add(k >= cut.source.first && k <= cut.source.last ? 1 : k === cut.source.last + 1 ? 2 : 0, side)
  return found
}

function featuresOfEnd(view: View, cue: number, k: number, side: 0 | 1, cut: Cut): number[] {
  const {lemma, tag, rel, fine} = view
  const own = lemma[cue]
  const kind = tag[cue]
  let t = 400 + side * 100
  const found: number[] = []
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  const top = view.topTo(k, cue)
  const tie = view.tie(top, cue)
  const last = k === view.end ? 1 : 0
  const [next, then] = [at(lemma, k + 1), at(lemma, k + 2)]
  add(last, kind)
  add(last, own)
  add(next)
  add(at(tag, k + 1), at(tag, k + 2))
  add(next, then)
  add(next, at(tag, k + 2), kind)
  add(view.speech[k], at(tag, k + 1))
  add(view.speech[k], last, own)
  add(tag[k], at(tag, k + 1))
  add(rel[top], tie, kind)
  add(rel[top], tie, own)
  add(rel[top], tie, fine[cue])
  add(tag[top], tie, rel[top])
  // What is left out: the node that begins after the end.
  const after = view.comma[k + 1] ? k + 2 : k + 1
  if (after < view.length && (side === 1 || after < cue)) {
    const out = view.topAt(after, cue)
    const outTie = view.tie(out, cue)
    add(rel[out], outTie, kind)
    add(rel[out], tag[out], after - k)
    add(rel[out], outTie, own)
    add(rel[out], lemma[after], outTie)
    // Hangs on something inside of the stretch: then it most likely belongs to it.
    const up = view.head[out]
    add(rel[out], up > cue === (side === 1) && up <= k ? 1 : 0, after - k)
    add(tag[out], up > cue === (side === 1) && up <= k ? 1 : 0, rel[out])
    add(up >= 0 && up <= k && up !== cue ? bucket(k - up) : -1, rel[out])
    const held = up >= 0 && (side === 1 ? up > cue : true) && up <= k ? 1 : 0
    add(fine[out], rel[out], held)
    add(lemma[after], bucket(view.last[out] - after), after - k)
    add(rel[out], held && up >= 0 ? rel[up] : 0, lemma[after])
    add(rel[out], hasSubject(view, out) ? 1 : 0, lemma[after])
    add(rel[out], held, fine[cue])
    add(bucket(view.end - k), rel[out], view.comma[k + 1] ?? 0)
    add(bucket(view.end - k), lemma[after], fine[cue])
  } else t += 14
  if (side === 0) {
    const gap = between(view, k + 1, cue)
    add(gap.commas > 2 ? 3 : gap.commas, gap.verbs > 1 ? 2 : gap.verbs, gap.nouns > 2 ? 3 : gap.nouns)
    add(bucket(cue - k), own)
    add(
      cut.source && cut.source.first === k + 2 ? 1 : cut.source && cut.source.first === k + 1 ? 2 : 0,
      view.comma[k + 1] ?? 0,
    )
  } else t += 3
  const edge = cut.runs.some(run => run.last === k)
  add(cut.form, edge ? 1 : 0, cut.listed)
  add(cut.form, edge ? 1 : 0, own)
  if (!edge) add(cut.form, cut.runs.some(run => run.first <= k && k < run.last) ? 1 : 0, next)
  return found
}

function featuresOfBoth(view: View, cue: number, first: number, last: number, side: 0 | 1, cut: Cut): number[] {
  const {lemma, tag, rel, fine} = view
  const own = lemma[cue]
  const kind = tag[cue]
  let t = 600 + side * 100
  const found: number[] = []
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  const top = view.topAt(first, cue)
  const whole = top === view.topTo(last, cue) || (view.first[top] === first && view.last[top] === last)
  const inside = between(view, first, last + 1)
  const verb = inside.verbs > 0 ? 1 : 0
  const size = bucket(last - first)
  add(size, kind)
  add(size, own)
  add(verb, tag[first], kind)
  add(verb, tag[first], own)
  add(verb, lemma[first])
  add(verb, at(lemma, first - 1), kind)
  add(verb, fine[cue], rel[top])
  add(size, verb, fine[cue])
  add(whole ? 1 : 0, rel[top], kind)
  add(whole ? 1 : 0, rel[top], own)
  add(whole ? 1 : 0, verb, size)
  add(inside.verbs > 3 ? 4 : inside.verbs, inside.commas > 3 ? 4 : inside.commas, inside.quotes > 1 ? 2 : inside.quotes)
  add(view.speech[first], view.speech[last], verb)
  add(inside.quotes > 0 ? 1 : 0, first === last ? 1 : 0, own)
  // The end against the node that the stretch begins with.
  add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, rel[top], tag[top])
  add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, view.comma[last + 1] ?? 0, kind)
  add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, at(lemma, last + 1))
  add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, view.tie(top, cue), fine[cue])
  const exact = cut.runs.some(run => run.first === first && run.last === last)
  add(exact ? 1 : 0, cut.form, cut.listed)
  add(exact ? 1 : 0, cut.form, own)
  const over = cut.source !== null && cut.source.first <= last && first <= cut.source.last
  add(over ? 1 : 0, cut.form)
  // What the stretch leaves of the line on its side.
  const rest = side === 1 ? view.end - last : first
  add(bucket(rest), size, verb)
  add(bucket(rest), whole ? 1 : 0, own)
  add(inside.quotes > 0 ? 1 : 0, bucket(rest), view.speech[side === 1 ? last + 1 : first - 1] ?? 0)
  return found
}
