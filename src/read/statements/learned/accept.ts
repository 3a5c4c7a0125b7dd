import type {Run} from '../sources.ts'
import type {Proposal} from './propose.ts'
import {hashOf, type View} from './view.ts'
import {bucket, type Features} from './weights.ts'

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

/** Fills in the features by which a proposal is accepted or not, in groups; `ends` gets where each group ends. */
export function acceptFeatures(
  view: View,
  proposal: Proposal,
  beside: Beside,
  {verbs, quotes, size}: Counts,
  out: Features,
  ends: Int32Array,
): void {
  const {lemma, tag, rel, fine, head} = view
  const {cue, score, side, content, right, left, source, sourceMargin, ruled, second, behind} = proposal
  const own = lemma[cue]
  const kind = tag[cue]
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
  out.clear()
  out.from(1050)
  out.add()
  out.add(Math.max(-12, Math.min(12, Math.round(score * 2))))
  out.add(rough, kind)
  out.add(rough, own)
  out.add(rough, margin)
  out.add(margin, sureness)
  out.add(margin, side)
  out.add(sureness, whoTag)
  out.add(second, lag, margin)
  out.add(second, lag, kind)
  out.add(second, side, kindOf)
  out.add(second, bucket(size), kindOf)
  out.add(fine[cue], rough, side)
  out.add(view.titled, kind, rough)
  ends[0] = out.length
  out.from(1100)
  out.add(own)
  out.add(own, side)
  out.add(own, kindOf)
  out.add(fine[cue], kind)
  out.add(fine[cue], rel[top], tie)
  out.add(rel[cue], fine[cue], kindOf)
  out.add(rel[cue], kind)
  out.add(head[cue] >= 0 ? lemma[head[cue]] : -1, rel[cue])
  out.add(rel[top], tie, own)
  out.add(bucket(size), own)
  out.add(view.items[cue].upos === 'PUNCT' ? own : 0, bucket(cue), bucket(size))
  ends[1] = out.length
  out.from(1150)
  out.add(whoTag, kind)
  out.add(whoTag, own)
  out.add(whoFine, kind)
  out.add(who < 0 ? -1 : lemma[who])
  out.add(who < 0 ? -1 : rel[who], who >= 0 && head[who] === cue ? 1 : 0, kind)
  out.add(fine[cue], kindOf, whoTag)
  out.add(whoFine, own)
  out.add(who < 0 ? -1 : bucket(Math.abs(who - cue)), kind, who < cue ? 1 : 0)
  ends[2] = out.length
  out.from(1200)
  const form = ruled ? hashOf(ruled.candidate.form) : 0
  const listed = ruled ? (ruled.listed ? 1 : 2) : 0
  const agree = ruled ? agreement(ruled.candidate.content, content) : 0
  out.add(form, listed, agree)
  out.add(listed, agree, sameSource(proposal))
  out.add(listed, rough)
  out.add(form, own)
  ends[3] = out.length
  out.from(1250)
  out.add(kind, side, kindOf)
  out.add(rel[top], tie, kind)
  out.add(tag[first], kind)
  out.add(lemma[first], kind)
  out.add(bucket(size), kind, verb)
  out.add(last >= view.end ? 1 : 0, kindOf, bucket(size))
  ends[4] = out.length
  out.from(1300)
  out.add(beside.inside, rough)
  out.add(beside.holds, rough)
  out.add(beside.same, rough)
  out.add(beside.inside, kind)
  out.add(beside.inside, quote, verb)
  out.add(bucket(beside.stronger), rough)
  ends[5] = out.length
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
