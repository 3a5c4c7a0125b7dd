import {acceptFeatures, agreement, besides, countsOf} from './accept.ts'
import {type Boosted, oddsOf} from './boosted.ts'
import type {Ruled} from './cue.ts'
import {type Proposal, proposalsIn, type Steps} from './propose.ts'
import type {Run} from '../sources.ts'
import {traitsOf} from './traits.ts'
import type {View} from './view.ts'
import {scoreOf, type Weights} from './weights.ts'

export interface Thresholds {
  /** The table of cues knows it as an act: a denial, demand, promise, threat, accusation or thanks. */
  readonly act: number
  /** The table of cues knows it otherwise, and the content is a clause or quotation. */
  readonly sure: number
  /** The table of cues knows it, and the content is a phrase. */
  readonly listed: number
  /** It does not, but the content has a quotation. */
  readonly marked: number
  /** It does not, but the content is a clause. */
  readonly told: number
  /** It does not, and the content is a phrase: "blasted the plan". */
  readonly bare: number
  /** Nobody is named: added to the others. */
  readonly unnamed: number
  /** The content has a quotation that nothing else tells. */
  readonly quoted: number
  /** It has, and the cue stands by it with a source. */
  readonly beside: number
}

/** The learned reader of attributions: `npm run train -- attribution` makes it, `models/en/attribution.md` tells how. */
export interface AttributionModel extends Steps {
  /** Weighs the features of a proposal, group by group. */
  readonly accept: Weights
  /** Decides by those groups and the traits of the proposal. */
  readonly judge: Boosted
  /** Log-odds from which on an attribution is taken to hold. */
  readonly from: Thresholds
}

/** Log-odds below which a word is not looked at as a cue. */
const leastCue = -2.4

/** The attributions of a line that are more likely than `from`, best first; of two that tell the same or lie within each other the better one. */
export function learnedIn(
  view: View,
  ruled: ReadonlyMap<number, Ruled>,
  model: AttributionModel,
): {proposal: Proposal; score: number}[] {
  const {from} = model
  const all = proposalsIn(view, ruled, model, leastCue)
  const judged = weighed(view, all, features => scoreOf(model.accept, features))
  const scored = all
    .map((proposal, n) => ({
      proposal: ownWords(view, proposal, ruled),
      score: oddsOf(model.judge, judged[n]),
    }))
    .filter(({proposal}) => proposal.content.length > 0)
    .sort((a, b) => b.score - a.score || a.proposal.cue - b.proposal.cue)
  const kept: {proposal: Proposal; score: number}[] = []
  const keep = (one: {proposal: Proposal; score: number}) => {
    if (!kept.some(other => conflicts(one.proposal, other.proposal))) kept.push(one)
  }
  for (const one of scored) if (one.score >= thresholdOf(view, one.proposal, from)) keep(one)
  // Somebody said what stands in quotation marks: what is left over goes to the best that is not quite sure.
  for (const one of scored) {
    const {ruled: rule, source, content} = one.proposal
    const verb = rule !== null && /^(?:left-)?quote$/.test(rule.candidate.form) && rule.candidate.source !== null
    const beside = verb || content.some(({first}) => verbBefore(view, first, ruled) === one.proposal.cue)
    if (one.score < (beside ? from.beside : from.quoted) || source.head < 0) continue
    const left = content.some(run => quoteIn(view, run) && !kept.some(other => covers(other.proposal, run)))
    if (left) keep(one)
  }
  return kept
}

/** The traits of all proposals of a line; `weigh` gives the log-odds of a group of features. */
export function weighed(
  view: View,
  all: readonly Proposal[],
  weigh: (features: readonly number[], proposal: number) => number,
): Int16Array[] {
  const firsts = all.filter(({second}) => second === 0)
  return all.map((proposal, n) => {
    const beside = besides(proposal, firsts)
    const counts = countsOf(view, proposal.content)
    const parts = acceptFeatures(view, proposal, beside, counts).map(group => weigh(group, n))
    return traitsOf(view, proposal, beside, counts, parts)
  })
}

/** "sings to her before asking, “…”": a quotation right behind a verb of saying is not what an earlier cue tells. */
function ownWords(view: View, proposal: Proposal, ruled: ReadonlyMap<number, Ruled>): Proposal {
  const {cue, content} = proposal
  const leftQuote = proposal.ruled?.candidate.form === 'left-quote'
  const quoted = content.length > 1 && view.speech[content[0].last] === 1
  const kept = content.filter(({first, last}, n) => {
    const verb = verbBefore(view, first, ruled)
    if (verb > cue || (verb >= 0 && cue > last && !(leftQuote && proposal.ruled?.listed))) return false
    // "“Here he comes,” she said, clapping."
    return !(quoted && n > 0 && view.items[first].xpos === 'VBG' && !view.speech.subarray(first, last + 1).includes(1))
  })
  return kept.length === content.length ? proposal : {...proposal, content: kept}
}

const addressees = /^(?:him|her|them|me|us|you|reporters)$/i

/** The listed verb that brings a quotation: "asked her, “…”", "saying at the debate last week, “…”"; -1 where none does. */
function verbBefore({items, speech, finite, stop}: View, quote: number, ruled: ReadonlyMap<number, Ruled>): number {
  if (!speech[quote]) return -1
  let k = quote - 1
  if (/^[,:]$/.test(items[k]?.form ?? '')) k--
  if (addressees.test(items[k]?.form ?? '')) k--
  for (const least = k - 9; k >= Math.max(0, least) && !stop[k]; k--) {
    const rule = ruled.get(k)
    const {pos, form, content} = rule?.candidate ?? {}
    if (rule?.listed && pos === 'v' && form === 'quote' && content?.[0].first === quote) return k
    if (finite[k] || speech[k]) break
  }
  return -1
}

/** A quotation of some words in a run. */
function quoteIn(view: View, {first, last}: Run): boolean {
  for (let k = first; k <= last; k++) if (view.speech[k] && view.items[k].form.split(/\s+/).length >= 4) return true
  return false
}

const covers = ({content}: Proposal, run: Run) =>
  content.some(({first, last}) => first <= run.last && run.first <= last)

function conflicts(a: Proposal, b: Proposal): boolean {
  const holds = (x: Proposal, y: Proposal) => x.content.some(({first, last}) => first <= y.cue && y.cue <= last)
  return a.cue === b.cue || holds(a, b) || holds(b, a) || agreement(a.content, b.content) >= 2
}

function thresholdOf(view: View, {ruled, content, source}: Proposal, from: Thresholds): number {
  const more = source.head < 0 ? from.unnamed : 0
  // "the suggestion that …": nouns of saying with a clause tell nothing else.
  const noun = ruled?.candidate.pos === 'n' && ruled.candidate.form === 'that'
  if (ruled?.listed && (ruled.act || noun)) return from.act + (noun ? 0 : more)
  const marked = content.some(({first, last}) => view.speech.subarray(first, last + 1).includes(1))
  const told =
    marked || content.some(({first, last}) => last - first > 1 && view.finite.subarray(first, last + 1).includes(1))
  if (ruled?.listed) return (told ? from.sure : from.listed) + more
  return (marked ? from.marked : told ? from.told : from.bare) + more
}
