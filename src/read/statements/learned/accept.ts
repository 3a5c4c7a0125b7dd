import type {Proposal} from './propose.ts'
import {hashOf, type View} from './view.ts'
import {bucket, feature} from './weights.ts'

/** Features by which a proposal is accepted or not, beside the others of its line. */
export function acceptFeatures(view: View, proposal: Proposal, all: readonly Proposal[]): number[] {
  const {lemma, tag, rel, fine, speech, finite, items} = view
  const {cue, score, side, content, right, left, source, sourceMargin, ruled, second, behind} = proposal
  const own = lemma[cue]
  const kind = tag[cue]
  const found: number[] = []
  let t = 1000
  const add = (a = 0, b = 0, c = 0) => {
    found.push(feature(t++, a, b, c))
  }
  const step = (value: number) => Math.max(-12, Math.min(12, Math.round(value * 2)))
  const rough = (value: number) => Math.max(-5, Math.min(5, Math.round(value / 1.5)))
  const best = side === 1 ? left : right
  const margin = best ? Math.min(6, Math.round(best.margin * 1.5)) : -1
  const sureness = Math.min(6, Math.round(sourceMargin * 1.5))
  let [verbs, quotes, size] = [0, 0, 0]
  for (const {first, last} of content)
    for (let k = first; k <= last; k++) {
      verbs += finite[k]
      quotes += speech[k]
      size++
    }
  const verb = verbs > 0 ? 1 : 0
  const quote = quotes > 0 ? 1 : 0
  const first = content[0].first
  const top = view.topAt(first, cue)
  const who = source.head
  const whoTag = who < 0 ? -1 : tag[who]
  const form = ruled ? hashOf(ruled.candidate.form) : 0
  const listed = ruled ? (ruled.listed ? 1 : 2) : 0
  const agree = ruled ? agreement(ruled.candidate.content, content) : 0
  const from = ruled?.candidate.source
  const sameSource = !from ? 2 : who >= from.run.first && who <= from.run.last ? 1 : 0
  add()
  add(step(score))
  add(rough(score), kind)
  add(rough(score), own)
  add(rough(score), margin)
  add(margin, sureness)
  add(margin, side)
  add(sureness, whoTag)
  add(own)
  add(own, side)
  add(fine[cue], kind)
  add(kind, side, verb * 2 + quote)
  add(own, verb * 2 + quote)
  add(rel[top], view.tie(top, cue), kind)
  add(rel[top], view.tie(top, cue), own)
  add(tag[first], kind)
  add(bucket(size), kind, verb)
  add(bucket(size), own)
  add(whoTag, kind)
  add(whoTag, own)
  add(who < 0 ? -1 : fine[who], kind)
  add(who < 0 ? -1 : lemma[who])
  add(who < 0 ? -1 : rel[who], who >= 0 && view.head[who] === cue ? 1 : 0, kind)
  add(form, listed, agree)
  add(listed, agree, sameSource)
  add(listed, rough(score))
  add(rel[cue], kind)
  add(view.head[cue] >= 0 ? lemma[view.head[cue]] : -1, rel[cue])
  let [inside, holds, same, stronger] = [0, 0, 0, 0]
  for (const other of all) {
    if (other.cue === cue || other.second !== 0) continue
    const near = other.score > 1 ? 3 : other.score > -0.5 ? 2 : 1
    if (other.content.some(run => run.first <= cue && cue <= run.last))
      inside = Math.max(inside, other.score > score ? near + 3 : near)
    if (content.some(run => run.first <= other.cue && other.cue <= run.last))
      holds = Math.max(holds, other.score > score ? near + 3 : near)
    if (agreement(other.content, content) >= 2) same = Math.max(same, other.score > score ? near + 3 : near)
    if (other.score > score) stronger++
  }
  add(inside, rough(score))
  add(holds, rough(score))
  add(same, rough(score))
  add(inside, kind)
  add(inside, quote, verb)
  add(bucket(stronger), rough(score))
  const lag = Math.min(4, Math.round(behind * 3))
  add(second, lag, margin)
  add(second, lag, kind)
  add(second, side, verb * 2 + quote)
  add(second, bucket(size), verb * 2 + quote)
  add(fine[cue], rough(score), side)
  add(fine[cue], verb * 2 + quote, whoTag)
  add(view.titled, kind, rough(score))
  add(who < 0 ? -1 : fine[who], own)
  add(who < 0 ? -1 : bucket(Math.abs(who - cue)), kind, who < cue ? 1 : 0)
  add(fine[cue], rel[top], view.tie(top, cue))
  add(rel[cue], fine[cue], verb * 2 + quote)
  const last = content.at(-1)!.last
  add(last >= view.end ? 1 : 0, verb * 2 + quote, bucket(size))
  add(items[cue].upos === 'PUNCT' ? own : 0, bucket(cue), bucket(size))
  return found
}

/** How much two contents share: 3 all, 2 more than half, 1 some, 0 nothing. */
export function agreement(
  a: readonly {first: number; last: number}[],
  b: readonly {first: number; last: number}[],
): 0 | 1 | 2 | 3 {
  let [common, size] = [0, 0]
  for (const {first, last} of a) size += last - first + 1
  for (const {first, last} of b) {
    size += last - first + 1
    for (const other of a) common += Math.max(0, Math.min(last, other.last) - Math.max(first, other.first) + 1)
  }
  const all = size - common
  return common === all ? 3 : common * 2 > all ? 2 : common > 0 ? 1 : 0
}
