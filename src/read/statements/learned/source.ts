import type {Item} from '../lines.ts'
import type {Run} from '../sources.ts'
import {markerOf, type Ruled} from './cue.ts'
import {bucket, feature} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** Words that may name a source; `head` is -1 when nobody is named. */
export interface Named {
  readonly run: Run | null
  readonly head: number
  readonly features: readonly number[]
}

const inner = new Set(['compound', 'flat', 'fixed', 'case', 'det', 'amod', 'nummod', 'goeswith', 'punct'].map(hashOf))
const nominal = /^(?:NOUN|PROPN|PRON|NUM|DET|ADJ|X|SYM)$/
const [nsubj, appos, conj, xcomp, advcl] = ['nsubj', 'appos', 'conj', 'xcomp', 'advcl'].map(hashOf)

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

/** Everyone in a line who may be the source of what a cue brings, and nobody. */
export function sourcesFor(view: View, cue: number, content: readonly Run[], ruled: Ruled | null): Named[] {
  const {items, length, tag, rel, head, lemma, fine, comma, finite} = view
  const found: Named[] = []
  const own = lemma[cue]
  const kind = tag[cue]
  const rule = ruled?.candidate.source ?? null
  const form = ruled ? hashOf(ruled.candidate.form) : 0
  const listed = ruled ? (ruled.listed ? 1 : 2) : 0
  let order = 0
  for (let k = Math.max(0, cue - 60); k < Math.min(length, cue + 30); k++) {
    if (k === cue || items[k].quote || !nominal.test(items[k].upos)) continue
    // Nobody is the source of words that name him.
    const inside = content.some(({first, last}) => first <= k && k <= last)
    if (inside && !/^(?:who|which|that)$/i.test(items[k].form)) continue
    const byRule = rule !== null && k >= rule.run.first && k <= rule.run.last
    const isHead = !inner.has(rel[k]) || (head[k] >= 0 && !nominal.test(items[head[k]].upos))
    if (!isHead && !(byRule && k === rule.run.last)) continue
    if (items[k].upos === 'ADJ' && rel[k] !== nsubj && !byRule) continue
    const features: number[] = []
    let t = 900
    const add = (a = 0, b = 0, c = 0) => {
      features.push(feature(t++, a, b, c))
    }
    const up = head[k]
    const path = pathTo(view, k, cue)
    const inContent = inside ? 1 : 0
    const side = k < cue ? 0 : 1
    let [commas, verbs, nouns] = [0, 0, 0]
    for (let i = Math.min(k, cue) + 1; i < Math.max(k, cue); i++) {
      commas += comma[i]
      verbs += finite[i]
      if (rel[i] === nsubj) nouns++
    }
    add(path, kind)
    add(path, own)
    add(path, tag[k])
    add(path, rel[cue], kind)
    add(path, markerOf(view, k), kind)
    add(path, inContent, kind)
    add(side, inContent, rel[k])
    add(rel[k], up === cue ? 1 : 0, kind)
    add(rel[k], up === cue ? 1 : 0, own)
    add(tag[k], rel[k])
    add(fine[k], kind)
    add(fine[k])
    add(lemma[k])
    add(lemma[k], kind)
    add(side, bucket(Math.abs(k - cue)), kind)
    add(side, commas > 2 ? 3 : commas, verbs > 2 ? 3 : verbs)
    add(side, nouns > 2 ? 3 : nouns, inContent)
    add(side, markerOf(view, k), own)
    add(byRule ? 1 : 0, form, listed)
    add(byRule ? 1 : 0, rule?.inverted ? 1 : 0, own)
    add(byRule ? 1 : 0, rule ? 1 : 0, path)
    add(byRule && k === rule.run.last ? 1 : 0, tag[k])
    add(order, side)
    add(rel[k] === appos ? 1 : rel[k] === conj ? 2 : 0, up >= 0 ? rel[up] : 0)
    add(rel[k] === nsubj ? 1 : 0, up >= 0 ? rel[up] : -1, inContent)
    add(up >= 0 ? lemma[up] : 0, rel[k], inContent)
    add(path, fine[k])
    add(path, inContent, own)
    add(path, commas > 0 ? 1 : 0, kind)
    const shared = rel[k] === nsubj && up >= 0 ? sharedBy(view, up, cue) : 0
    add(shared, kind, side)
    add(shared, fine[k], verbs > 1 ? 2 : verbs)
    add(shared, own)
    add(rel[k] === nsubj ? 1 : 0, inContent, fine[k])
    add(rel[k] === nsubj ? 1 : 0, items[k].upos === 'PROPN' ? 1 : 0, shared)
    add(view.first[k] <= 1 ? 1 : 0, rel[k], shared)
    order++
    found.push({run: phraseOf(view, k, cue), head: k, features})
  }
  const features: number[] = []
  let t = 960
  const add = (a = 0, b = 0, c = 0) => {
    features.push(feature(t++, a, b, c))
  }
  let passive = 0
  let subject = 0
  for (const child of view.children[cue]) {
    if (rel[child] === nsubj) subject = 1
    if (lemma[child] === be) passive = 1
  }
  add()
  add(kind)
  add(own)
  add(fine[cue], kind)
  add(rel[cue], kind)
  add(rel[cue], own)
  add(passive, kind, rel[cue])
  add(subject, kind, rel[cue])
  add(passive, subject, own)
  add(rule ? 1 : 0, form, listed)
  add(found.length > 3 ? 4 : found.length)
  add(content.length > 0 && content[0].first < cue ? 0 : 1, passive, kind)
  add(view.head[cue] >= 0 ? lemma[view.head[cue]] : 0, rel[cue])
  add(rule ? tag[rule.run.last] : 0, passive)
  found.push({run: null, head: -1, features})
  return found
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

/** How an item hangs together with the cue, in steps up and down. */
function pathTo(view: View, k: number, cue: number): number {
  const {head, rel} = view
  const ups: number[] = []
  let at = cue
  for (let steps = 0; at >= 0 && steps < 5; steps++) {
    ups.push(at)
    at = head[at]
  }
  let hash = 0
  at = k
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
