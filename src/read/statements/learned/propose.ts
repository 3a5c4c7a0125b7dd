import type {Item} from '../lines.ts'
import {isTime, type Run} from '../sources.ts'
import {isTelling} from '../bounds.ts'
import {addresseeOf} from './addressee.ts'
import {bestStretch, type Scored} from './content.ts'
import {cueFeatures, glanceFeatures, mayCue, type Ruled} from './cue.ts'
import {rankedSides, type Side, sideFeatures, sidesOf} from './side.ts'
import {bestSource, type Named, type Sources} from './source.ts'
import {hashOf, type View} from './view.ts'
import {Features, scoreOf, type Weights} from './weights.ts'

/** Weights of the steps from a word to an attribution. */
export interface Steps {
  readonly glance: Weights
  readonly cue: Weights
  readonly right: Weights
  readonly left: Weights
  readonly side: Weights
  readonly source: Weights
}

/** An attribution that may hold, with the scores of the steps that made it. */
export interface Proposal {
  readonly cue: number
  /** Log-odds that the item is a cue. */
  readonly score: number
  readonly side: Side
  readonly content: readonly Run[]
  readonly right: Scored | null
  readonly left: Scored | null
  readonly source: Named
  /** Log-odds of its source among all of the line, and those less the best other source's. */
  readonly sourceScore: number
  readonly sourceMargin: number
  readonly ruled: Ruled | null
  /** Log-odds of its side less those of the best other side. */
  readonly sideMargin: number
  /** Which steps took another choice than their first: 1 the stretch, 2 the side, 4 the source; 0: none. */
  readonly second: number
  /** How far the other choices are behind the first ones, in log-odds. */
  readonly behind: number
}

/** Log-odds by which other choices may be behind the first ones and are still looked at, and how many of a cue are. */
const [near, most] = [2, 6]

/** Log-odds at a glance below which a word is not looked at any further. */
const leastGlance = -6

const out = new Features()

const [conj, nsubj] = ['conj', 'nsubj'].map(hashOf)

/** What a line may attribute: every item that is a cue with log-odds of at least `least`, or stands by a quotation, with its best content and source. */
export function proposalsIn(view: View, ruled: ReadonlyMap<number, Ruled>, steps: Steps, least: number): Proposal[] {
  const found: Proposal[] = []
  for (let k = 0; k < view.length; k++) {
    if (!mayCue(view, k)) continue
    const rule = ruled.get(k) ?? null
    glanceFeatures(view, k, rule, out)
    if (scoreOf(steps.glance, out) < leastGlance && !isBesideQuote(rule)) continue
    cueFeatures(view, k, rule, out)
    const score = scoreOf(steps.cue, out)
    if (score < least && !isBesideQuote(rule)) continue
    const after = bestStretch(steps.right, view, k, 1, rule)
    const right = after && withinOwn(view, k, ruled, after)
    const left = bestStretch(steps.left, view, k, 0, rule)
    if (!right && !left) continue
    // "…, the envoy said, two years after …": what stands before is told, whatever follows.
    const only = right !== null && addresseeOf(view, k) >= 0
    const before = left !== null && rule?.candidate.form === 'left' && view.comma[k + 1] === 1
    const open = sidesOf(right, left).filter(side => (!before || side !== 0) && (!only || side === 0))
    if (open.length > 1) sideFeatures(view, k, right, left, rule, out)
    const sides = rankedSides(steps.side, out, open)
    const sideMargin = sides.length > 1 ? sides[0].score - sides[1].score : 9
    const options: Proposal[] = []
    let known: Sources | null = null
    for (const {side, score: sideScore} of sides) {
      const late = sides[0].score - sideScore
      if (late > near) continue
      const stretches = rule?.candidate.form === 'put' ? [anywhere] : choicesOf(side === 1 ? left : right)
      for (const stretch of stretches) {
        const behind = late + stretch.behind
        if (behind > near) continue
        const content = contentOf(side, side === 1 ? right : stretch, side === 1 ? stretch : left, rule)
        if (!known || !isFree(known.best, content)) known = bestSource(steps.source, view, k, content, rule)
        const second = (stretch === stretches[0] ? 0 : 1) | (side === sides[0].side ? 0 : 2)
        const {best, high, margin, next} = known
        // Written out in full: copies of one object with more fields are slow to make and to read.
        const from = (source: Named, sourceScore: number, sourceMargin: number, second: number, behind: number) =>
          options.push({
            cue: k,
            score,
            side,
            content,
            right,
            left,
            source,
            sourceScore,
            sourceMargin,
            ruled: rule,
            sideMargin,
            second,
            behind,
          })
        from(best, high, margin, second, behind)
        if (next && behind + margin < near) from(next, high - margin, -margin, second | 4, behind + margin)
      }
    }
    if (options.length > 1) options.sort((a, b) => a.behind - b.behind || a.second - b.second)
    for (let n = 0; n < options.length && n < most; n++) found.push(options[n])
  }
  return found
}

/** What is told at the right without what others tell and when; the same for the stretches that are nearly as good. */
function withinOwn(view: View, cue: number, ruled: ReadonlyMap<number, Ruled>, right: Scored): Scored {
  const cut = (run: Run) => beforeTime(view, beforeNextTelling(view, cue, ruled, run))
  const {last} = cut(right)
  if (right.others.length === 0) return {...right, last}
  const seen = new Set([`${right.first} ${last}`])
  const others = right.others
    .map(other => ({...other, last: cut(other).last}))
    .filter(other => {
      const key = `${other.first} ${other.last}`
      return !seen.has(key) && seen.add(key)
    })
  return {...right, last, others}
}

/** "Iran denied any role and its minister warned against …": what another one tells at the same level is no content. */
function beforeNextTelling(view: View, cue: number, ruled: ReadonlyMap<number, Ruled>, right: Run): Run {
  const {items, head, rel, finite, comma, children, first, last: tail} = view
  // "What the general called a “planned movement” was a rout."
  const own = ruled.get(cue)?.candidate.source?.run.first ?? 0
  if (/^what$/i.test(items[own - 1]?.form ?? '')) {
    const verb = finite.indexOf(1, right.first)
    if (verb > right.first && verb <= right.last) return {...right, last: verb - 1}
  }
  const closed = endOfRelative(view, cue, right)
  if (closed >= 0) return {...right, last: closed}
  // "The suggestion that France had paid angered Paris": what hangs on a subject ends before its verb.
  if (items[cue].upos === 'NOUN' && rel[cue] === nsubj && tail[cue] >= right.first && tail[cue] < right.last)
    return {...right, last: tail[cue]}
  for (const [other, {listed, candidate}] of ruled) {
    const tells = listed || isTelling(items[other])
    // "answered the widow by saying that …"
    if (other > right.first + 2 && other <= right.last && isTelling(items[other]) && items[other].xpos === 'VBG')
      if (/^by$/i.test(items[other - 1].form) && !view.hasVerb({first: right.first, last: other - 1}))
        return {...right, last: other - 2}
    const level = head[other] === cue && rel[other] === conj
    if (tells && other > right.first + 2 && other <= right.last && sharesSubject(items, cue, other, level))
      return {...right, last: comma[other - 2] ? other - 3 : other - 2}
    if (!tells || other <= right.first || other > right.last || !candidate.source || !finite[other]) continue
    // "blamed Iran, which denied any role": what he answers is his own.
    let which = other - 1
    while (which > right.first && /^(?:ADV|AUX)$/.test(items[which].upos)) which--
    if (/^(?:which|who)$/i.test(items[which].form) && comma[which - 1] && comma.indexOf(1, other) < 0)
      return which - 2 >= right.first ? {...right, last: which - 2} : right
    const subject = children[other].find(child => rel[child] === nsubj && child < other)
    const from =
      subject === undefined ? candidate.source.run.first : Math.max(first[subject], candidate.source.run.first)
    const joint = from - 1
    if (joint <= right.first || from >= other) continue
    // "…, the mother of three replied, “…”"
    const quotes = candidate.form === 'quote'
    if (quotes && (comma[joint] === 1 || dash.test(items[joint].form))) return {...right, last: joint - 1}
    if (!/^(?:and|but|while)$/i.test(items[joint].form)) continue
    if (!level && !(quotes && listed) && view.hasVerb({first: right.first, last: joint - 1})) continue
    const last = items[joint - 1].form === ',' ? joint - 2 : joint - 1
    if (last >= right.first) return {...right, last}
  }
  return right
}

/** "The king, who had warned that the road would close, thanked them": what the clause about him tells ends before his next verb; -1: it is no such clause. */
function endOfRelative({items, comma, finite, speech}: View, cue: number, {first, last}: Run): number {
  let who = cue - 1
  while (who > 0 && /^(?:AUX|ADV)$/.test(items[who].upos)) who--
  if (!/^who$/i.test(items[who]?.form ?? '') || comma[who - 1] !== 1) return -1
  let told = false
  for (let k = first; k < last; k++) {
    if (speech[k]) return -1
    if (finite[k]) told = true
    if (told && comma[k] && /^(?:VBD|VBZ)$/.test(items[k + 1].xpos)) return k - 1
  }
  return -1
}

/** "called it “a farce” during a visit to Lima", "urged restraint in a speech on Monday": when and where something was said is not what was said. */
function beforeTime(view: View, right: Run): Run {
  const {items, comma} = view
  if (view.hasVerb(right)) return right
  for (let k = right.last - 1; k >= right.first; k--)
    if (items[k].quote) {
      const next = items[k + 1]
      const begins = /^(?:during|while|when|amid|after|before)$/i.test(next.form) || isTime(next)
      const day = /^(?:on|in|at)$/i.test(next.form) && items[k + 2] !== undefined && isTime(items[k + 2])
      return begins || day ? {...right, last: k} : right
    }
  for (let k = right.first + 1; k < right.last - 1; k++)
    if (/^(?:in|during|at)$/i.test(items[k].form) && isOccasion(items, k + 1, right.last))
      return {...right, last: comma[k - 1] ? k - 2 : k - 1}
  return right
}

const occasions =
  /^(?:statement|interview|speech|article|ruling|letter|tweet|post|remark|appearance|briefing|conference|address|editorial|op-ed|memo|testimony|sermon|communique|communiqué|broadcast|column|essay)$/

/** "in a statement", "at a joint news conference": words that tell on which occasion somebody spoke. */
function isOccasion(items: readonly Item[], from: number, last: number): boolean {
  if (!/^(?:a|an|his|her|its|their|last|this)$/i.test(items[from].form)) return false
  for (let k = from + 1; k <= Math.min(last, from + 5); k++) {
    if (occasions.test(items[k].lemma)) return true
    if (!/^(?:ADJ|NOUN|PROPN|NUM|ADV|PART)$/.test(items[k].upos)) return false
  }
  return false
}

/** "told them that it was over and says he will go": both are verbs of the same form with one subject. */
function sharesSubject(items: readonly Item[], cue: number, other: number, level: boolean): boolean {
  if (!/^(?:and|but)$/i.test(items[other - 1].form) || items[other].upos !== 'VERB') return false
  // "called on them to leave and consider peace"
  if (items[other].xpos === 'VB' && items[cue].xpos !== 'VB') return false
  // "is telling them that it was over and says he will go"
  const now = items[cue].xpos === 'VBG' && items[other].xpos === 'VBZ' && items[cue - 1]?.lemma === 'be'
  return items[other].xpos === items[cue].xpos || level || now
}

const dash = /^(?:―|—|–|--)$/

/** A verb by a quotation, with somebody before or after it. */
const isBesideQuote = (rule: Ruled | null) =>
  rule !== null && /^(?:left-)?quote$/.test(rule.candidate.form) && rule.candidate.source !== null

/** A stretch that nobody looks at. */
const anywhere = {first: 0, last: -1, behind: 0}

const choicesOf = (scored: Scored | null) =>
  scored ? [{first: scored.first, last: scored.last, behind: 0}, ...scored.others] : []

/** Whether a source stands outside of a content: then it is the best for that as well. */
const isFree = ({head}: Named, content: readonly Run[]) =>
  head >= 0 && content.every(({first, last}) => head < first || head > last)

function contentOf(side: Side, right: Run | null, left: Run | null, rule: Ruled | null): Run[] {
  // "…, as the memo put it": what "it" is, only the rule knows.
  if (rule?.candidate.form === 'put') return [...rule.candidate.content]
  const content: Run[] = []
  if (side !== 0 && left) content.push({first: left.first, last: left.last})
  if (side !== 1 && right) content.push({first: right.first, last: right.last})
  return content
}
