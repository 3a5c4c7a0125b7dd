import type {Item} from '../lines.ts'
import type {Run} from '../sources.ts'
import {markerOf, type Ruled} from './cue.ts'
import {bucket, feature, Features, scoreOf, type Weights} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** Words that may name a source; `head` is -1 when nobody is named. */
export interface Named {
  readonly run: Run | null
  readonly head: number
}

/** The best source and the next. */
export interface Sources {
  readonly best: Named
  /** Its score, and by how much it is ahead. */
  readonly high: number
  readonly margin: number
  readonly next: Named | null
}

const out = new Features()

/** The source with the highest score. */
export function bestSource(
  weights: Weights,
  view: View,
  cue: number,
  content: readonly Run[],
  ruled: Ruled | null,
): Sources {
  let [best, next, count] = [-1, -1, 0]
  let high = Number.NEGATIVE_INFINITY
  let second = Number.NEGATIVE_INFINITY
  eachSource(view, cue, content, ruled, head => {
    const score = scoreOf(weights, out)
    if (score > high) {
      if (count > 0) next = best
      second = high
      high = score
      best = head
    } else if (score > second) {
      second = score
      next = head
    }
    count++
  })
  const named = (head: number): Named => ({head, run: head < 0 ? null : phraseOf(view, head, cue)})
  return {best: named(best), high, margin: count < 2 ? 9 : high - second, next: count < 2 ? null : named(next)}
}

/** Everyone in a line who may be the source of what a cue brings, and nobody, with their features. */
export function sourcesFor(
  view: View,
  cue: number,
  content: readonly Run[],
  ruled: Ruled | null,
): {head: number; features: Int32Array}[] {
  const found: {head: number; features: Int32Array}[] = []
  eachSource(view, cue, content, ruled, head => found.push({head, features: out.copy()}))
  return found
}

const inner = new Set(['compound', 'flat', 'fixed', 'case', 'det', 'amod', 'nummod', 'goeswith', 'punct'].map(hashOf))
const nominal = new Set(['NOUN', 'PROPN', 'PRON', 'NUM', 'DET', 'ADJ', 'X', 'SYM'])
const [nsubj, appos, conj, xcomp, advcl] = ['nsubj', 'appos', 'conj', 'xcomp', 'advcl'].map(hashOf)

/** "Mr. Bown": a title that hangs on its name. */
const title = /^(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Prof)\.?$/

/** A word after which a clause or phrase of its own begins. */
const opens = ({form, upos}: Item) =>
  form === ':' || /^(?:what|which|who|whom)$/i.test(form) || (upos === 'SCONJ' && /^that$/i.test(form))

/** The words around a head without its asides and clauses. */
export function phraseOf(view: View, head: number, cue = -1): Run {
  let [first, last] = [head, head]
  const from = view.first[head]
  const to = view.last[head]
  while (first > from && !view.comma[first - 1] && !view.items[first - 1].quote && !opens(view.items[first - 1]))
    first--
  while (last < to && !view.comma[last + 1] && !view.items[last + 1].quote) {
    const next = last + 1
    if (next === cue) break
    if (/^(?:who|which|that|whose|whom|:|;)$/i.test(view.items[next].form) || view.finite[next]) break
    last = next
  }
  while (first < head && /^(?:ADP|CCONJ|SCONJ|PUNCT|ADV)$/.test(view.items[first].upos)) first++
  while (last > head && /^(?:ADP|CCONJ|SCONJ|PUNCT|ADV)$/.test(view.items[last].upos)) last--
  return {first, last}
}

/** Fills in the features of each in turn; `head` is -1 for nobody, who comes last. */
function eachSource(
  view: View,
  cue: number,
  content: readonly Run[],
  ruled: Ruled | null,
  take: (head: number) => void,
): void {
  const {items, length, tag, rel, head, lemma, fine, sums} = view
  const ups = pathUp(view, cue)
  const own = lemma[cue]
  const kind = tag[cue]
  const rule = ruled?.candidate.source ?? null
  const form = ruled ? hashOf(ruled.candidate.form) : 0
  const listed = ruled ? (ruled.listed ? 1 : 2) : 0
  let order = 0
  for (let k = Math.max(0, cue - 60); k < Math.min(length, cue + 30); k++) {
    if (k === cue || items[k].quote || !nominal.has(items[k].upos)) continue
    // Nobody is the source of words that name him.
    const inside = content.some(({first, last}) => first <= k && k <= last)
    if (inside && !/^(?:who|which|that)$/i.test(items[k].form)) continue
    const byRule = rule !== null && k >= rule.run.first && k <= rule.run.last
    const isHead = !inner.has(rel[k]) || (head[k] >= 0 && !nominal.has(items[head[k]].upos))
    if (!isHead && !(byRule && k === rule.run.last)) continue
    if (items[k].upos === 'ADJ' && rel[k] !== nsubj && !byRule) continue
    if (head[k] > k && items[k + 1]?.upos === 'PROPN' && title.test(items[k].form)) continue
    out.clear().from(900)
    const up = head[k]
    const path = pathTo(view, k, ups)
    const marker = markerOf(view, k)
    const inContent = inside ? 1 : 0
    const side = k < cue ? 0 : 1
    const [from, to] = [Math.min(k, cue) + 1, Math.max(k, cue)]
    const commas = sums.commas[to] - sums.commas[from]
    const verbs = sums.verbs[to] - sums.verbs[from]
    const nouns = sums.subjects[to] - sums.subjects[from]
    out.add(path, kind)
    out.add(path, own)
    out.add(path, tag[k])
    out.add(path, rel[cue], kind)
    out.add(path, marker, kind)
    out.add(path, inContent, kind)
    out.add(side, inContent, rel[k])
    out.add(rel[k], up === cue ? 1 : 0, kind)
    out.add(rel[k], up === cue ? 1 : 0, own)
    out.add(tag[k], rel[k])
    out.add(fine[k], kind)
    out.add(fine[k])
    out.add(lemma[k])
    out.add(lemma[k], kind)
    out.add(side, bucket(Math.abs(k - cue)), kind)
    out.add(side, commas > 2 ? 3 : commas, verbs > 2 ? 3 : verbs)
    out.add(side, nouns > 2 ? 3 : nouns, inContent)
    out.add(side, marker, own)
    out.add(byRule ? 1 : 0, form, listed)
    out.add(byRule ? 1 : 0, rule?.inverted ? 1 : 0, own)
    out.add(byRule ? 1 : 0, rule ? 1 : 0, path)
    out.add(byRule && k === rule.run.last ? 1 : 0, tag[k])
    out.add(order, side)
    out.add(rel[k] === appos ? 1 : rel[k] === conj ? 2 : 0, up >= 0 ? rel[up] : 0)
    out.add(rel[k] === nsubj ? 1 : 0, up >= 0 ? rel[up] : -1, inContent)
    out.add(up >= 0 ? lemma[up] : 0, rel[k], inContent)
    out.add(path, fine[k])
    out.add(path, inContent, own)
    out.add(path, commas > 0 ? 1 : 0, kind)
    const shared = rel[k] === nsubj && up >= 0 ? sharedBy(view, up, cue) : 0
    out.add(shared, kind, side)
    out.add(shared, fine[k], verbs > 1 ? 2 : verbs)
    out.add(shared, own)
    out.add(rel[k] === nsubj ? 1 : 0, inContent, fine[k])
    out.add(rel[k] === nsubj ? 1 : 0, items[k].upos === 'PROPN' ? 1 : 0, shared)
    out.add(view.first[k] <= 1 ? 1 : 0, rel[k], shared)
    order++
    take(k)
  }
  out.clear().from(960)
  let passive = 0
  let subject = 0
  for (const child of view.children[cue]) {
    if (rel[child] === nsubj) subject = 1
    if (lemma[child] === be) passive = 1
  }
  out.add()
  out.add(kind)
  out.add(own)
  out.add(fine[cue], kind)
  out.add(rel[cue], kind)
  out.add(rel[cue], own)
  out.add(passive, kind, rel[cue])
  out.add(subject, kind, rel[cue])
  out.add(passive, subject, own)
  out.add(rule ? 1 : 0, form, listed)
  out.add(order > 3 ? 4 : order)
  out.add(content.length > 0 && content[0].first < cue ? 0 : 1, passive, kind)
  out.add(view.head[cue] >= 0 ? lemma[view.head[cue]] : 0, rel[cue])
  out.add(rule ? tag[rule.run.last] : 0, passive)
  take(-1)
}

/**
 * How a cue shares the subject of a verb above it: 1 it is that verb, 2 by "and", 3 by an open complement, 4 by an adverbial
 * clause, 5 by several of them; 0 it has another way up.
 */
export function sharedBy({head, rel}: View, verb: number, cue: number): number {
  let found = 1
  let at = cue
  for (let steps = 0; at !== verb; steps++) {
    const by = rel[at] === conj ? 2 : rel[at] === xcomp ? 3 : rel[at] === advcl ? 4 : 0
    if (by === 0 || head[at] < 0 || steps > 4) return 0
    found = found === 1 || found === by ? by : 5
    at = head[at]
  }
  return found
}

/** A cue and what it hangs on, four steps up. */
function pathUp({head}: View, cue: number): number[] {
  const ups: number[] = []
  for (let at = cue; at >= 0 && ups.length < 5; at = head[at]) ups.push(at)
  return ups
}

/** How an item hangs together with the cue, in steps up and down. */
function pathTo({head, rel}: View, k: number, ups: readonly number[]): number {
  let hash = 0
  let at = k
  for (let steps = 0; at >= 0 && steps < 4; steps++) {
    const met = ups.indexOf(at)
    if (met >= 0) {
      let path = feature(1, hash, met)
      for (let i = 0; i < met; i++) path = feature(2, path, rel[ups[i]])
      return path
    }
    hash = feature(3, hash, rel[at])
    at = head[at]
  }
  return -1
}

const be = hashOf('be')
