import type {Run} from '../sources.ts'
import type {Proposal} from './propose.ts'
import {hashOf, type View} from './view.ts'
import {bucket, feature} from './weights.ts'

/** What a proposal is beside those of the other cues of its line: 0 nothing, 1 to 3 by how likely the other is, 4 to 6 where it is likelier. */
export interface Beside {
  /** The cue stands inside of what another tells. */
  readonly inside: number
  /** Another cue stands inside of the content. */
  readonly holds: number
  /** Another cue has the same content. */
  readonly same: number
  /** How many cues are likelier. */
  readonly stronger: number
}

/** `firsts`: the first choice of each cue of the line. */
export function besides({cue, score, content}: Proposal, firsts: readonly Proposal[]): Beside {
  let [inside, holds, same, stronger] = [0, 0, 0, 0]
  for (const other of firsts) {
    if (other.cue === cue) continue
    const rank = (other.score > 1 ? 3 : other.score > -0.5 ? 2 : 1) + (other.score > score ? 3 : 0)
    if (rank > inside && other.content.some(run => run.first <= cue && cue <= run.last)) inside = rank
    if (rank > holds && content.some(run => run.first <= other.cue && other.cue <= run.last)) holds = rank
    if (rank > same && agreement(other.content, content) >= 2) same = rank
    if (other.score > score) stronger++
  }
  return {inside, holds, same, stronger}
}

/** Words that count in a content. */
export interface Counts {
  readonly verbs: number
  readonly quotes: number
  readonly size: number
}

export function countsOf({finite, speech}: View, content: readonly Run[]): Counts {
  let [verbs, quotes, size] = [0, 0, 0]
  for (const {first, last} of content)
    for (let k = first; k <= last; k++) {
      verbs += finite[k]
      quotes += speech[k]
      size++
    }
  return {verbs, quotes, size}
}

/** Groups of features of a proposal: its scores, its cue, its source, its rule, its content, what stands beside it. */
export const groups = 6

/** Features by which a proposal is accepted or not, in groups. */
export function acceptFeatures(
  view: View,
  proposal: Proposal,
  beside: Beside,
  {verbs, quotes, size}: Counts,
): number[][] {
  const {lemma, tag, rel, fine, head} = view
  const {cue, score, side, content, right, left, source, sourceMargin, ruled, second, behind} = proposal
  const own = lemma[cue]
  const kind = tag[cue]
  const found: number[][] = []
  let list: number[] = []
  let t = 0
  const next = () => {
    list = []
    found.push(list)
    t = 1000 + found.length * 50
  }
  const add = (a = 0, b = 0, c = 0) => {
    list.push(feature(t++, a, b, c))
  }
  const rough = Math.max(-5, Math.min(5, Math.round(score / 1.5)))
  const best = side === 1 ? left : right
  const margin = best ? Math.min(6, Math.round(best.margin * 1.5)) : -1
  const sureness = Math.max(-2, Math.min(6, Math.round(sourceMargin * 1.5)))
  const verb = verbs > 0 ? 1 : 0
  const quote = quotes > 0 ? 1 : 0
  const kindOf = verb * 2 + quote
  const {first} = content[0]
  const {last} = content.at(-1)!
  const top = view.topAt(first, cue)
  const tie = view.tie(top, cue)
  const who = source.head
  const whoTag = who < 0 ? -1 : tag[who]
  const whoFine = who < 0 ? -1 : fine[who]
  const lag = Math.min(4, Math.round(behind * 2))
  next()
  add()
  add(Math.max(-12, Math.min(12, Math.round(score * 2))))
  add(rough, kind)
  add(rough, own)
  add(rough, margin)
  add(margin, sureness)
  add(margin, side)
  add(sureness, whoTag)
  add(second, lag, margin)
  add(second, lag, kind)
  add(second, side, kindOf)
  add(second, bucket(size), kindOf)
  add(fine[cue], rough, side)
  add(view.titled, kind, rough)
  next()
  add(own)
  add(own, side)
  add(own, kindOf)
  add(fine[cue], kind)
  add(fine[cue], rel[top], tie)
  add(rel[cue], fine[cue], kindOf)
  add(rel[cue], kind)
  add(head[cue] >= 0 ? lemma[head[cue]] : -1, rel[cue])
  add(rel[top], tie, own)
  add(bucket(size), own)
  add(view.items[cue].upos === 'PUNCT' ? own : 0, bucket(cue), bucket(size))
  next()
  add(whoTag, kind)
  add(whoTag, own)
  add(whoFine, kind)
  add(who < 0 ? -1 : lemma[who])
  add(who < 0 ? -1 : rel[who], who >= 0 && head[who] === cue ? 1 : 0, kind)
  add(fine[cue], kindOf, whoTag)
  add(whoFine, own)
  add(who < 0 ? -1 : bucket(Math.abs(who - cue)), kind, who < cue ? 1 : 0)
  next()
  const form = ruled ? hashOf(ruled.candidate.form) : 0
  const listed = ruled ? (ruled.listed ? 1 : 2) : 0
  const agree = ruled ? agreement(ruled.candidate.content, content) : 0
  add(form, listed, agree)
  add(listed, agree, sameSource(proposal))
  add(listed, rough)
  add(form, own)
  next()
  add(kind, side, kindOf)
  add(rel[top], tie, kind)
  add(tag[first], kind)
  add(lemma[first], kind)
  add(bucket(size), kind, verb)
  add(last >= view.end ? 1 : 0, kindOf, bucket(size))
  next()
  add(beside.inside, rough)
  add(beside.holds, rough)
  add(beside.same, rough)
  add(beside.inside, kind)
  add(beside.inside, quote, verb)
  add(bucket(beside.stronger), rough)
  return found
}

/** Whether the source is that of the rule: 2 the rule has none. */
export function sameSource({ruled, source: {head}}: Proposal): 0 | 1 | 2 {
  const from = ruled?.candidate.source
  return !from ? 2 : head >= from.run.first && head <= from.run.last ? 1 : 0
}

/** How much two contents share: 3 all, 2 more than half, 1 some, 0 nothing. */
export function agreement(a: readonly Run[], b: readonly Run[]): 0 | 1 | 2 | 3 {
  let [common, size] = [0, 0]
  for (const {first, last} of a) size += last - first + 1
  for (const {first, last} of b) {
    size += last - first + 1
    for (const other of a) common += Math.max(0, Math.min(last, other.last) - Math.max(first, other.first) + 1)
  }
  const all = size - common
  return common === all ? 3 : common * 2 > all ? 2 : common > 0 ? 1 : 0
}
