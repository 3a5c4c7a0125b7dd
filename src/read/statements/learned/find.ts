import {acceptFeatures, agreement} from './accept.ts'
import type {Ruled} from './cue.ts'
import {type Proposal, proposalsIn, type Steps} from './propose.ts'
import type {Run} from '../sources.ts'
import type {View} from './view.ts'
import {scoreOf, type Weights} from './weights.ts'

export interface Thresholds {
  /** The table of cues knows it as an act: a denial, demand, promise, threat, accusation or thanks. */
  readonly act: number
  /** The table of cues knows it otherwise, and the content is a clause or quotation. */
  readonly sure: number
  /** The table of cues knows it, and the content is a phrase. */
  readonly listed: number
  /** It does not, but the content is a clause or quotation. */
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
  readonly accept: Weights
  /** Log-odds from which on an attribution is taken to hold. */
  readonly from: Thresholds
}

/** Log-odds below which a word is not looked at as a cue. */
export const leastCue = -2.6

/** The attributions of a line that are more likely than `from`, best first; of two that tell the same or lie within each other the better one. */
export function learnedIn(
  view: View,
  ruled: ReadonlyMap<number, Ruled>,
  model: AttributionModel,
): {proposal: Proposal; score: number}[] {
  const {from} = model
  const all = proposalsIn(view, ruled, model, leastCue)
  const scored = all
    .map(proposal => ({
      proposal: ownWords(view, proposal, ruled),
      score: scoreOf(model.accept, acceptFeatures(view, proposal, all)),
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

/** "sings to her before asking, “…”": a quotation right behind a verb of saying is not what an earlier cue tells. */
function ownWords(view: View, proposal: Proposal, ruled: ReadonlyMap<number, Ruled>): Proposal {
  const {cue, content} = proposal
  const kept = content.filter(({first}) => {
    const verb = verbBefore(view, first, ruled)
    return verb <= cue
  })
  return kept.length === content.length ? proposal : {...proposal, content: kept}
}

const addressees = /^(?:him|her|them|me|us|you|reporters)$/i

/** The listed verb that stands right before a quotation: "asked her, “…”"; -1 where none does. */
function verbBefore({items, speech}: View, quote: number, ruled: ReadonlyMap<number, Ruled>): number {
  if (!speech[quote]) return -1
  let k = quote - 1
  if (/^[,:]$/.test(items[k]?.form ?? '')) k--
  if (addressees.test(items[k]?.form ?? '')) k--
  const rule = ruled.get(k)
  return rule?.listed && rule.candidate.pos === 'v' && rule.candidate.form === 'quote' ? k : -1
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
  const told = content.some(({first, last}) => {
    if (view.speech.subarray(first, last + 1).includes(1)) return true
    return last - first > 1 && view.finite.subarray(first, last + 1).includes(1)
  })
  if (ruled?.listed) return (told ? from.sure : from.listed) + more
  return (told ? from.told : from.bare) + more
}
