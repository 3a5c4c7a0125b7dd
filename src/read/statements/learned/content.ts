import type {Run} from '../sources.ts'
import {datelineEnd} from '../bounds.ts'
import type {Ruled} from './cue.ts'
import {bucket, Features, scoreOf, type Weights} from './weights.ts'
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
    out.clear()
    fill()
    return out.copy()
  }
  const startFeatures = starts.map(k => kept(() => featuresOfStart(view, cue, k, side, cut)))
  const endFeatures = ends.map(k => kept(() => featuresOfEnd(view, cue, k, side, cut)))
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
              both: kept(() => featuresOfBoth(view, cue, first, last, side, cut, topsOf(view, cue, first, last))),
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
  const list: Run[] = []
  const scores: number[] = []
  const own = ruled?.listed ? ruled.candidate.content : []
  const endScores = ends.map(k => {
    featuresOfEnd(view, cue, k, side, cut)
    return scoreOf(weights, out)
  })
  const startScores = starts.map(k => {
    featuresOfStart(view, cue, k, side, cut)
    return scoreOf(weights, out)
  })
  let high = Number.NEGATIVE_INFINITY
  for (let s = 0; s < starts.length; s++)
    for (let e = 0; e < ends.length; e++) if (starts[s] <= ends[e]) high = Math.max(high, startScores[s] + endScores[e])
  const endTops = ends.map(k => view.topTo(k, cue))
  for (let s = 0; s < starts.length; s++) {
    const first = starts[s]
    const start = startScores[s]
    const top = view.topAt(first, cue)
    for (let e = 0; e < ends.length; e++) {
      const last = ends[e]
      if (first > last || start + endScores[e] < high - hopeless) continue
      featuresOfBoth(view, cue, first, last, side, cut, {top, topTo: endTops[e]})
      const exact = own.some(run => run.last === last && Math.abs(run.first - first) < 2)
      list.push({first, last})
      scores.push(start + endScores[e] + scoreOf(weights, out) + (exact ? ruleBonus : 0))
    }
  }
  if (list.length === 0) return null
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

/** The highest nodes at the ends of a stretch. */
interface Tops {
  readonly top: number
  readonly topTo: number
}

const topsOf = (view: View, cue: number, first: number, last: number): Tops => ({
  top: view.topAt(first, cue),
  topTo: view.topTo(last, cue),
})

function between({sums: {commas, verbs, quotes, nouns}}: View, from: number, to: number) {
  if (to <= from) return {commas: 0, verbs: 0, quotes: 0, nouns: 0}
  return {
    commas: commas[to] - commas[from],
    verbs: verbs[to] - verbs[from],
    quotes: quotes[to] - quotes[from],
    nouns: nouns[to] - nouns[from],
  }
}

/** Whether a clause has a subject of its own. */
const hasSubject = ({children, rel}: View, k: number) => children[k].some(child => rel[child] === nsubj)
const nsubj = hashOf('nsubj')

const at = (list: Int32Array, i: number) => (i >= 0 && i < list.length ? list[i] : -1)

function featuresOfStart(view: View, cue: number, k: number, side: 0 | 1, cut: Cut): void {
  const {lemma, tag, rel, fine, length} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(200 + side * 100)
  const top = view.topAt(k, cue)
  const tie = view.tie(top, cue)
  const gap = side === 1 ? between(view, cue + 1, k) : between(view, k, cue)
  const far = bucket(Math.abs(k - cue))
  out.add(far, kind)
  out.add(far, own)
  out.add(lemma[k])
  out.add(tag[k], kind)
  out.add(tag[k], own)
  out.add(at(lemma, k - 1), kind)
  out.add(at(tag, k - 1), tag[k])
  out.add(at(lemma, k - 1), lemma[k])
  out.add(rel[top], tie, kind)
  out.add(rel[top], tie, own)
  out.add(rel[top], tie, fine[cue])
  out.add(tag[top], tie, rel[top])
  out.add(gap.commas > 2 ? 3 : gap.commas, gap.verbs > 2 ? 3 : gap.verbs, gap.quotes > 0 ? 1 : 0)
  out.add(gap.nouns > 3 ? 4 : gap.nouns, gap.verbs > 1 ? 2 : gap.verbs, kind)
  out.add(bucket(side === 1 ? gap.nouns : gap.verbs), own)
  out.add(view.speech[k], gap.quotes > 0 ? 1 : 0, kind)
  out.add(view.speech[k], at(tag, k - 1), own)
  out.add(k === 0 ? 1 : 0, k + 1 === length ? 1 : 0, kind)
  const edge = cut.runs.findIndex(run => run.first === k)
  out.add(cut.form, edge >= 0 ? 1 : 0, cut.listed)
  out.add(cut.form, edge >= 0 ? 1 : 0, own)
  if (edge < 0) {
    const inside = cut.runs.some(run => run.first < k && k <= run.last)
    out.add(cut.form, inside ? 1 : 0, at(lemma, k - 1))
  } else out.skip(1)
  if (cut.source) out.add(k >= cut.source.first && k <= cut.source.last ? 1 : k === cut.source.last + 1 ? 2 : 0, side)
}

function featuresOfEnd(view: View, cue: number, k: number, side: 0 | 1, cut: Cut): void {
  const {lemma, tag, rel, fine} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(400 + side * 100)
  const top = view.topTo(k, cue)
  const tie = view.tie(top, cue)
  const last = k === view.end ? 1 : 0
  const [next, then] = [at(lemma, k + 1), at(lemma, k + 2)]
  out.add(last, kind)
  out.add(last, own)
  out.add(next)
  out.add(at(tag, k + 1), at(tag, k + 2))
  out.add(next, then)
  out.add(next, at(tag, k + 2), kind)
  out.add(view.speech[k], at(tag, k + 1))
  out.add(view.speech[k], last, own)
  out.add(tag[k], at(tag, k + 1))
  out.add(rel[top], tie, kind)
  out.add(rel[top], tie, own)
  out.add(rel[top], tie, fine[cue])
  out.add(tag[top], tie, rel[top])
  // What is left out: the node that begins after the end.
  const after = view.comma[k + 1] ? k + 2 : k + 1
  if (after < view.length && (side === 1 || after < cue)) {
    const node = view.topAt(after, cue)
    const outTie = view.tie(node, cue)
    out.add(rel[node], outTie, kind)
    out.add(rel[node], tag[node], after - k)
    out.add(rel[node], outTie, own)
    out.add(rel[node], lemma[after], outTie)
    // Hangs on something inside of the stretch: then it most likely belongs to it.
    const up = view.head[node]
    out.add(rel[node], up > cue === (side === 1) && up <= k ? 1 : 0, after - k)
    out.add(tag[node], up > cue === (side === 1) && up <= k ? 1 : 0, rel[node])
    out.add(up >= 0 && up <= k && up !== cue ? bucket(k - up) : -1, rel[node])
    const held = up >= 0 && (side === 1 ? up > cue : true) && up <= k ? 1 : 0
    out.add(fine[node], rel[node], held)
    out.add(lemma[after], bucket(view.last[node] - after), after - k)
    out.add(rel[node], held && up >= 0 ? rel[up] : 0, lemma[after])
    out.add(rel[node], hasSubject(view, node) ? 1 : 0, lemma[after])
    out.add(rel[node], held, fine[cue])
    out.add(bucket(view.end - k), rel[node], view.comma[k + 1] ?? 0)
    out.add(bucket(view.end - k), lemma[after], fine[cue])
  } else out.skip(14)
  if (side === 0) {
    const gap = between(view, k + 1, cue)
    out.add(gap.commas > 2 ? 3 : gap.commas, gap.verbs > 1 ? 2 : gap.verbs, gap.nouns > 2 ? 3 : gap.nouns)
    out.add(bucket(cue - k), own)
    out.add(
      cut.source && cut.source.first === k + 2 ? 1 : cut.source && cut.source.first === k + 1 ? 2 : 0,
      view.comma[k + 1] ?? 0,
    )
  } else out.skip(3)
  const edge = cut.runs.some(run => run.last === k)
  out.add(cut.form, edge ? 1 : 0, cut.listed)
  out.add(cut.form, edge ? 1 : 0, own)
  if (!edge) out.add(cut.form, cut.runs.some(run => run.first <= k && k < run.last) ? 1 : 0, next)
}

function featuresOfBoth(
  view: View,
  cue: number,
  first: number,
  last: number,
  side: 0 | 1,
  cut: Cut,
  {top, topTo}: Tops,
): void {
  const {lemma, tag, rel, fine} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(600 + side * 100)
  const whole = top === topTo || (view.first[top] === first && view.last[top] === last)
  const inside = between(view, first, last + 1)
  const verb = inside.verbs > 0 ? 1 : 0
  const size = bucket(last - first)
  out.add(size, kind)
  out.add(size, own)
  out.add(verb, tag[first], kind)
  out.add(verb, tag[first], own)
  out.add(verb, lemma[first])
  out.add(verb, at(lemma, first - 1), kind)
  out.add(verb, fine[cue], rel[top])
  out.add(size, verb, fine[cue])
  out.add(whole ? 1 : 0, rel[top], kind)
  out.add(whole ? 1 : 0, rel[top], own)
  out.add(whole ? 1 : 0, verb, size)
  out.add(
    inside.verbs > 3 ? 4 : inside.verbs,
    inside.commas > 3 ? 4 : inside.commas,
    inside.quotes > 1 ? 2 : inside.quotes,
  )
  out.add(view.speech[first], view.speech[last], verb)
  out.add(inside.quotes > 0 ? 1 : 0, first === last ? 1 : 0, own)
  // The end against the node that the stretch begins with.
  out.add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, rel[top], tag[top])
  out.add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, view.comma[last + 1] ?? 0, kind)
  out.add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, at(lemma, last + 1))
  out.add(last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3, view.tie(top, cue), fine[cue])
  const exact = cut.runs.some(run => run.first === first && run.last === last)
  out.add(exact ? 1 : 0, cut.form, cut.listed)
  out.add(exact ? 1 : 0, cut.form, own)
  const over = cut.source !== null && cut.source.first <= last && first <= cut.source.last
  out.add(over ? 1 : 0, cut.form)
  // What the stretch leaves of the line on its side.
  const rest = side === 1 ? view.end - last : first
  out.add(bucket(rest), size, verb)
  out.add(bucket(rest), whole ? 1 : 0, own)
  out.add(inside.quotes > 0 ? 1 : 0, bucket(rest), view.speech[side === 1 ? last + 1 : first - 1] ?? 0)
}
