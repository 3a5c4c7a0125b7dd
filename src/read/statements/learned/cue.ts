import type {Candidate} from '../candidates.ts'
import {bucket, type Features} from './weights.ts'
import {hashOf, type View} from './view.ts'

/** What the rules make of an item. */
export interface Ruled {
  readonly candidate: Candidate
  /** The table of cues has the word in this construction. */
  readonly listed: boolean
  /** And what it says is an act of its own: a denial, demand, promise, threat, accusation or thanks. */
  readonly act: boolean
}

const verbal = new Set(['VERB', 'NOUN', 'ADJ', 'ADP', 'PROPN', 'AUX', 'ADV', 'SCONJ'])

/** Whether an item may be a cue at all. */
export function mayCue({items}: View, k: number): boolean {
  const {upos, form, quote} = items[k]
  if (quote) return false
  if (upos === 'PUNCT')
    return form === ':' || form === '―' || form === '—' || form === '–' || form === '-' || form === '--'
  return verbal.has(upos)
}

/** A few features of an item that show, mostly, that it is no cue. */
export function glanceFeatures(view: View, k: number, ruled: Ruled | null, out: Features): void {
  const {lemma, tag, rel, fine, sums, length} = view
  out.clear().from(1)
  const own = lemma[k]
  const kind = tag[k]
  const quotes = (from: number, to: number) =>
    sums.quotes[Math.min(length, to)] > sums.quotes[Math.max(0, from)] ? 1 : 0
  const quote = quotes(k + 1, k + 8) * 2 + quotes(k - 8, k)
  out.add(own, kind)
  out.add(own)
  out.add(fine[k], kind)
  out.add(rel[k], kind, quote)
  out.add(k + 1 < length ? lemma[k + 1] : -1, kind)
  out.add(k + 1 < length ? tag[k + 1] : -1, kind)
  out.add(k > 0 ? tag[k - 1] : -1, kind)
  if (ruled) out.add(hashOf(ruled.candidate.form), ruled.listed ? 1 : 2)
  else out.add(kind)
}

/** Features of an item as the head of a cue. */
export function cueFeatures(view: View, k: number, ruled: Ruled | null, out: Features): void {
  const {lemma, tag, rel, coarse, fine, head, children, items, length, speech, sums} = view
  out.clear().from(0)
  const own = lemma[k]
  const kind = tag[k]
  const at = (list: Int32Array, i: number) => (i >= 0 && i < length ? list[i] : -1)
  out.add()
  out.add(own)
  out.add(own, kind)
  out.add(kind)
  out.add(coarse[k], kind)
  out.add(fine[k], kind)
  out.add(at(lemma, k - 1))
  out.add(at(tag, k - 1), kind)
  out.add(at(lemma, k + 1))
  out.add(at(lemma, k + 1), own)
  out.add(at(tag, k + 1), kind)
  out.add(at(tag, k + 1), own)
  out.add(at(tag, k - 1), at(tag, k + 1), kind)
  out.add(at(tag, k + 1), at(tag, k + 2), kind)
  out.add(at(lemma, k + 2), kind)
  const up = head[k]
  out.add(rel[k], kind)
  out.add(rel[k], own)
  out.add(rel[k], up >= 0 ? lemma[up] : -1)
  out.add(up >= 0 ? fine[up] : -1, rel[k], kind)
  out.add(up >= 0 ? tag[up] : -1, rel[k], kind)
  let complement = 0
  let subject = 0
  let object = 0
  let passive = 0
  for (const child of children[k]) {
    const r = rel[child]
    const side = child < k ? 1 : 2
    out.put(100, r, kind, side)
    out.put(101, r, own, side)
    out.put(102, r, tag[child], kind)
    if (r === nsubj) {
      subject = 1
      out.put(103, fine[child], kind)
      out.put(104, tag[child], own)
      out.put(105, lemma[child], kind)
    } else if (r === obj) {
      object = 1
      out.put(106, fine[child], own)
      out.put(107, lemma[child])
      out.put(108, fine[child], kind)
      out.put(109, lemma[child], own)
    } else if (r === ccomp) complement |= 1
    else if (r === xcomp) complement |= 2
    else if (r === parataxis) complement |= 4
    else if (r === aux) {
      out.put(110, lemma[child], own)
      out.put(111, lemma[child], kind)
      if (lemma[child] === be) passive = 1
    } else if (r === obl || r === nmod) {
      const marker = markerOf(view, child)
      out.put(112, marker, own)
      out.put(113, marker, kind)
      out.put(114, marker, lemma[child])
      out.put(115, marker, fine[child], kind)
    } else if (r === advmod || r === mark || r === cop || r === kase) {
      out.put(116, lemma[child], own)
      out.put(117, lemma[child], kind)
    }
  }
  if (passive) {
    out.put(118, own)
    out.put(119, kind)
  }
  out.put(120, complement, subject, object)
  out.put(121, complement, own)
  out.put(122, subject, object, own)
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
  out.put(130, quote, kind)
  out.put(131, quote, own)
  out.put(132, quote, view.quotes ? 1 : 0)
  out.put(133, bucket(sums.commas[k]), bucket(sums.verbs[k]), kind)
  out.put(134, k === 0 ? 1 : 0, kind)
  out.put(135, up < 0 ? 1 : 0, kind)
  out.put(136, view.end === k ? 1 : 0, own)
  const that = at(lemma, k + 1) === thatWord ? 1 : at(lemma, k + 2) === thatWord ? 2 : 0
  out.put(137, that, kind)
  out.put(138, that, own)
  const turn = subject * 2 + object
  out.put(160, fine[k], complement, turn)
  out.put(161, fine[k], at(tag, k + 1), kind)
  out.put(162, fine[k], rel[k], that)
  out.put(163, view.titled, kind, at(tag, k - 1))
  out.put(164, view.titled, own)
  out.put(165, view.line.paragraph === 0 ? 1 : 0, kind, own)
  out.put(166, hashOf(items[k].lemma.slice(-3)), kind)
  out.put(167, quote, fine[k], kind)
  out.put(168, at(lemma, k - 1), own)
  out.put(169, at(tag, k - 2), at(tag, k - 1), kind)
  // "He rose and said", "to make clear that": whose deed it is stands above.
  if (subject === 0 && up >= 0) {
    const above = children[up].find(child => rel[child] === nsubj)
    out.put(170, rel[k], above === undefined ? 0 : fine[above], kind)
    out.put(171, rel[k], above === undefined ? 0 : tag[above], own)
    out.put(172, rel[k], up < k ? 1 : 0, own)
  }
  // "sent a message that", "gave an answer about": what its object holds.
  for (const child of children[k]) {
    if (rel[child] !== obj && rel[child] !== xcomp && rel[child] !== obl) continue
    for (const below of children[child]) {
      if (rel[below] !== acl && rel[below] !== ccomp && rel[below] !== nmod) continue
      const marker = markerOf(view, below)
      out.put(173, fine[child], rel[below], marker)
      out.put(174, lemma[child], rel[below], marker)
      out.put(175, own, rel[below], marker)
    }
  }
  // A noun or adjective: what it is said of, and what hangs on it.
  if (kind === noun || kind === adjective) {
    const below = children[k].find(child => rel[child] === acl || rel[child] === ccomp || rel[child] === csubj)
    out.put(176, own, below === undefined ? 0 : rel[below], below === undefined ? 0 : markerOf(view, below))
    out.put(177, fine[k], below === undefined ? 0 : rel[below], below === undefined ? 0 : markerOf(view, below))
    out.put(178, fine[k], rel[k], up >= 0 ? fine[up] : -1)
  }
  if (ruled) {
    const form = hashOf(ruled.candidate.form)
    const listed = ruled.listed ? 1 : 2
    out.put(140, form, listed)
    out.put(141, form, own)
    out.put(142, listed)
    out.put(143, form, fine[k])
    const {source} = ruled.candidate
    const who = source ? source.run.last : -1
    out.put(144, listed, who >= 0 ? tag[who] : -1)
    out.put(145, who >= 0 ? fine[who] : -1, kind)
    out.put(146, who >= 0 ? lemma[who] : -1)
  } else {
    out.put(147, kind)
    out.put(148, own)
  }
  if (items[k].upos === 'PUNCT') {
    out.put(150, own, at(tag, k - 1), at(tag, k + 1))
    out.put(151, own, bucket(k))
    out.put(152, own, view.line.paragraph === 0 ? 1 : 0)
  }
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
