import type {Candidate} from '../candidates.ts'
import {bucket, feature} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** What the rules make of an item. */
export interface Ruled {
  readonly candidate: Candidate
  /** The table of cues has the word in this construction. */
  readonly listed: boolean
  /** And what it says is an act of its own: a denial, demand, promise, threat, accusation or thanks. */
  readonly act: boolean
}

const verbal = /^(?:VERB|NOUN|ADJ|ADP|PROPN|AUX|ADV|SCONJ|PUNCT)$/

/** Whether an item may be a cue at all. */
export function mayCue({items}: View, k: number): boolean {
  const {upos, form, quote} = items[k]
  if (quote) return false
  if (upos === 'PUNCT')
    return form === ':' || form === '―' || form === '—' || form === '–' || form === '-' || form === '--'
  return verbal.test(upos)
}

/** Features of an item as the head of a cue. */
export function cueFeatures(view: View, k: number, ruled: Ruled | null): number[] {
  const {lemma, tag, rel, coarse, fine, head, children, items, length, finite, comma, speech} = view
  const found: number[] = []
  let t = 0
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  const own = lemma[k]
  const kind = tag[k]
  const at = (list: Int32Array, i: number) => (i >= 0 && i < length ? list[i] : -1)
  add()
  add(own)
  add(own, kind)
  add(kind)
  add(coarse[k], kind)
  add(fine[k], kind)
  add(at(lemma, k - 1))
  add(at(tag, k - 1), kind)
  add(at(lemma, k + 1))
  add(at(lemma, k + 1), own)
  add(at(tag, k + 1), kind)
  add(at(tag, k + 1), own)
  add(at(tag, k - 1), at(tag, k + 1), kind)
  add(at(tag, k + 1), at(tag, k + 2), kind)
  add(at(lemma, k + 2), kind)
  const up = head[k]
  add(rel[k], kind)
  add(rel[k], own)
  add(rel[k], up >= 0 ? lemma[up] : -1)
  add(up >= 0 ? fine[up] : -1, rel[k], kind)
  add(up >= 0 ? tag[up] : -1, rel[k], kind)
  let complement = 0
  let subject = 0
  let object = 0
  let passive = 0
  for (const child of children[k]) {
    const r = rel[child]
    const side = child < k ? 1 : 2
    found.push(feature(100, r, kind, side), feature(101, r, own, side), feature(102, r, tag[child], kind))
    if (r === nsubj) {
      subject = 1
      found.push(feature(103, fine[child], kind), feature(104, tag[child], own), feature(105, lemma[child], kind))
    } else if (r === obj) {
      object = 1
      found.push(feature(106, fine[child], own), feature(107, lemma[child]), feature(108, fine[child], kind))
      found.push(feature(109, lemma[child], own))
    } else if (r === ccomp) complement |= 1
    else if (r === xcomp) complement |= 2
    else if (r === parataxis) complement |= 4
    else if (r === aux) {
      found.push(feature(110, lemma[child], own), feature(111, lemma[child], kind))
      if (lemma[child] === be) passive = 1
    } else if (r === obl || r === nmod) {
      const marker = markerOf(view, child)
      found.push(feature(112, marker, own), feature(113, marker, kind), feature(114, marker, lemma[child]))
      found.push(feature(115, marker, fine[child], kind))
    } else if (r === advmod || r === mark || r === cop || r === kase) {
      found.push(feature(116, lemma[child], own), feature(117, lemma[child], kind))
    }
  }
  if (passive) found.push(feature(118, own), feature(119, kind))
  found.push(
    feature(120, complement, subject, object),
    feature(121, complement, own),
    feature(122, subject, object, own),
  )
  let quote = 0
  for (let i = k + 1; i < Math.min(length, k + 8); i++)
    if (speech[i]) {
      quote = i - k < 3 ? 1 : 2
      break
    }
  for (let i = k - 1; i >= Math.max(0, k - 8); i--)
    if (speech[i]) {
      quote += k - i < 4 ? 3 : 6
      break
    }
  found.push(feature(130, quote, kind), feature(131, quote, own), feature(132, quote, view.quotes ? 1 : 0))
  let commas = 0
  let verbs = 0
  for (let i = 0; i < k; i++) {
    commas += comma[i]
    verbs += finite[i]
  }
  found.push(feature(133, bucket(commas), bucket(verbs), kind), feature(134, k === 0 ? 1 : 0, kind))
  found.push(feature(135, up < 0 ? 1 : 0, kind), feature(136, view.end === k ? 1 : 0, own))
  const that = at(lemma, k + 1) === thatWord ? 1 : at(lemma, k + 2) === thatWord ? 2 : 0
  found.push(feature(137, that, kind), feature(138, that, own))
  const turn = subject * 2 + object
  found.push(
    feature(160, fine[k], complement, turn),
    feature(161, fine[k], at(tag, k + 1), kind),
    feature(162, fine[k], rel[k], that),
    feature(163, view.titled, kind, at(tag, k - 1)),
    feature(164, view.titled, own),
    feature(165, view.line.paragraph === 0 ? 1 : 0, kind, own),
    feature(166, hashOf(items[k].lemma.slice(-3)), kind),
    feature(167, quote, fine[k], kind),
    feature(168, at(lemma, k - 1), own),
    feature(169, at(tag, k - 2), at(tag, k - 1), kind),
  )
  // "He rose and said", "to make clear that": whose deed it is stands above.
  if (subject === 0 && up >= 0) {
    const above = children[up].find(child => rel[child] === nsubj)
    found.push(
      feature(170, rel[k], above === undefined ? 0 : fine[above], kind),
      feature(171, rel[k], above === undefined ? 0 : tag[above], own),
      feature(172, rel[k], up < k ? 1 : 0, own),
    )
  }
  // "sent a message that", "gave an answer about": what its object holds.
  for (const child of children[k]) {
    if (rel[child] !== obj && rel[child] !== xcomp && rel[child] !== obl) continue
    for (const below of children[child]) {
      if (rel[below] !== acl && rel[below] !== ccomp && rel[below] !== nmod) continue
      const marker = markerOf(view, below)
      found.push(
        feature(173, fine[child], rel[below], marker),
        feature(174, lemma[child], rel[below], marker),
        feature(175, own, rel[below], marker),
      )
    }
  }
  // A noun or adjective: what it is said of, and what hangs on it.
  if (kind === noun || kind === adjective) {
    const below = children[k].find(child => rel[child] === acl || rel[child] === ccomp || rel[child] === csubj)
    found.push(
      feature(176, own, below === undefined ? 0 : rel[below], below === undefined ? 0 : markerOf(view, below)),
      feature(177, fine[k], below === undefined ? 0 : rel[below], below === undefined ? 0 : markerOf(view, below)),
      feature(178, fine[k], rel[k], up >= 0 ? fine[up] : -1),
    )
  }
  if (ruled) {
    const form = hashOf(ruled.candidate.form)
    const listed = ruled.listed ? 1 : 2
    found.push(feature(140, form, listed), feature(141, form, own), feature(142, listed), feature(143, form, fine[k]))
    const {source} = ruled.candidate
    const who = source ? source.run.last : -1
    found.push(feature(144, listed, who >= 0 ? tag[who] : -1), feature(145, who >= 0 ? fine[who] : -1, kind))
    found.push(feature(146, who >= 0 ? lemma[who] : -1))
  } else found.push(feature(147, kind), feature(148, own))
  if (items[k].upos === 'PUNCT')
    found.push(
      feature(150, own, at(tag, k - 1), at(tag, k + 1)),
      feature(151, own, bucket(k)),
      feature(152, own, view.line.paragraph === 0 ? 1 : 0),
    )
  return found
}

/** Case marker of an item: "to" of "to the council". */
export function markerOf({children, rel, lemma}: View, k: number): number {
  for (const child of children[k]) if (rel[child] === kase || rel[child] === mark) return lemma[child]
  return 0
}

const nsubj = hashOf('nsubj')
const obj = hashOf('obj')
const ccomp = hashOf('ccomp')
const xcomp = hashOf('xcomp')
const parataxis = hashOf('parataxis')
const aux = hashOf('aux')
const obl = hashOf('obl')
const nmod = hashOf('nmod')
const advmod = hashOf('advmod')
const mark = hashOf('mark')
const cop = hashOf('cop')
const kase = hashOf('case')
const acl = hashOf('acl')
const csubj = hashOf('csubj')
const noun = hashOf('NOUN')
const adjective = hashOf('ADJ')
const be = hashOf('be')
const thatWord = hashOf('that')
