import type {Run} from '../sources.ts'
import {bucket, type Features} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** What stands where the rules would cut. */
export interface Cut {
  readonly form: number
  readonly listed: number
  readonly runs: readonly Run[]
  readonly source: Run | null
}

/** A stretch with the highest nodes at its ends. */
export interface Bounded extends Run {
  readonly top: number
  readonly topTo: number
}

export const boundedOf = (view: View, cue: number, first: number, last: number): Bounded => ({
  first,
  last,
  top: view.topAt(first, cue),
  topTo: view.topTo(last, cue),
})

/** How many of a kind stand from one item up to another, by the sums of that kind. */
const between = (sums: Int32Array, from: number, to: number) => (to <= from ? 0 : sums[to] - sums[from])

/** Whether a clause has a subject of its own. */
const hasSubject = ({children, rel}: View, k: number) => children[k].some(child => rel[child] === nsubj)
const nsubj = hashOf('nsubj')

const at = (list: Int32Array, i: number) => (i >= 0 && i < list.length ? list[i] : -1)

/** Fills in the features of a stretch that begins at `k`. */
export function featuresOfStart(view: View, cue: number, k: number, side: 0 | 1, cut: Cut, out: Features): void {
  const {lemma, tag, rel, fine, length, sums} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(200 + side * 100)
  const top = view.topAt(k, cue)
  const tie = view.tie(top, cue)
  const [from, to] = side === 1 ? [cue + 1, k] : [k, cue]
  const commas = between(sums.commas, from, to)
  const verbs = between(sums.verbs, from, to)
  const nouns = between(sums.nouns, from, to)
  const quote = between(sums.quotes, from, to) > 0 ? 1 : 0
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
  out.add(commas > 2 ? 3 : commas, verbs > 2 ? 3 : verbs, quote)
  out.add(nouns > 3 ? 4 : nouns, verbs > 1 ? 2 : verbs, kind)
  out.add(bucket(side === 1 ? nouns : verbs), own)
  out.add(view.speech[k], quote, kind)
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

/** Fills in the features of a stretch that ends at `k`. */
export function featuresOfEnd(view: View, cue: number, k: number, side: 0 | 1, cut: Cut, out: Features): void {
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
    const commas = between(view.sums.commas, k + 1, cue)
    const verbs = between(view.sums.verbs, k + 1, cue)
    const nouns = between(view.sums.nouns, k + 1, cue)
    out.add(commas > 2 ? 3 : commas, verbs > 1 ? 2 : verbs, nouns > 2 ? 3 : nouns)
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

/** Fills in the features of a stretch by both of its ends. */
export function featuresOfBoth(
  view: View,
  cue: number,
  {first, last, top, topTo}: Bounded,
  side: 0 | 1,
  cut: Cut,
  out: Features,
): void {
  const {lemma, tag, rel, fine, sums} = view
  const own = lemma[cue]
  const kind = tag[cue]
  out.clear().from(600 + side * 100)
  const whole = top === topTo || (view.first[top] === first && view.last[top] === last) ? 1 : 0
  const commas = between(sums.commas, first, last + 1)
  const verbs = between(sums.verbs, first, last + 1)
  const quotes = between(sums.quotes, first, last + 1)
  const verb = verbs > 0 ? 1 : 0
  const quote = quotes > 0 ? 1 : 0
  const size = bucket(last - first)
  out.add(size, kind)
  out.add(size, own)
  out.add(verb, tag[first], kind)
  out.add(verb, tag[first], own)
  out.add(verb, lemma[first])
  out.add(verb, at(lemma, first - 1), kind)
  out.add(verb, fine[cue], rel[top])
  out.add(size, verb, fine[cue])
  out.add(whole, rel[top], kind)
  out.add(whole, rel[top], own)
  out.add(whole, verb, size)
  out.add(verbs > 3 ? 4 : verbs, commas > 3 ? 4 : commas, quotes > 1 ? 2 : quotes)
  out.add(view.speech[first], view.speech[last], verb)
  out.add(quote, first === last ? 1 : 0, own)
  // The end against the node that the stretch begins with.
  const reach = last < view.last[top] ? 1 : last === view.last[top] ? 2 : 3
  out.add(reach, rel[top], tag[top])
  out.add(reach, view.comma[last + 1] ?? 0, kind)
  out.add(reach, at(lemma, last + 1))
  out.add(reach, view.tie(top, cue), fine[cue])
  let exact = 0
  for (const run of cut.runs) if (run.first === first && run.last === last) exact = 1
  out.add(exact, cut.form, cut.listed)
  out.add(exact, cut.form, own)
  const over = cut.source !== null && cut.source.first <= last && first <= cut.source.last ? 1 : 0
  out.add(over, cut.form)
  // What the stretch leaves of the line on its side.
  const rest = side === 1 ? view.end - last : first
  out.add(bucket(rest), size, verb)
  out.add(bucket(rest), whole, own)
  out.add(quote, bucket(rest), view.speech[side === 1 ? last + 1 : first - 1] ?? 0)
}
