import {acceptFeatures, agreement, besides, countsOf, groups} from './accept.ts'
import {type Boosted, oddsOf} from './boosted.ts'
import type {Ruled} from './cue.ts'
import {type Proposal, proposalsIn, type Steps} from './propose.ts'
import type {Run} from '../sources.ts'
import {verbBefore} from './owner.ts'
import {fillTraits, Traits} from './traits.ts'
import type {View} from './view.ts'
import {Features, scoreOf, type Weights} from './weights.ts'

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
  /** The same, and the phrase has at most three words: "rang the bell". */
  readonly brief: number
  /** Nobody is named: added to the others. */
  readonly unnamed: number
  /** The content has a quotation that nothing else tells. */
  readonly quoted: number
  /** It has, and the cue stands by it with a source. */
  readonly beside: number
  /** It looks like a deed: "attacked the plan", "found 31 cases". */
  readonly deed: number
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
const leastCue = -3.2

/** A proposal with the log-odds that it holds. */
export interface Judged {
  readonly proposal: Proposal
  readonly score: number
}

/** The attributions of a line that `isSaid` allows and that are more likely than `from`, best first; of two that tell the same or lie within each other the better one. */
export function learnedIn(
  view: View,
  ruled: ReadonlyMap<number, Ruled>,
  model: AttributionModel,
  isSaid: (proposal: Proposal, score: number) => boolean,
): Judged[] {
  const {from} = model
  const all = proposalsIn(view, ruled, model, leastCue)
  if (all.length === 0) return []
  const scored: Judged[] = []
  eachWeighed(view, all, model.accept, one => {
    const proposal = ownWords(view, one, ruled)
    if (proposal.content.length === 0) return
    const threshold = thresholdOf(view, proposal, from)
    const least = view.quotes ? Math.min(threshold, from.beside, from.quoted) : threshold
    const score = oddsOf(model.judge, traits.list)
    if (score >= least) scored.push({proposal, score})
  })
  scored.sort((a, b) => b.score - a.score || a.proposal.cue - b.proposal.cue)
  let kept: Judged[] = []
  const refused = new Set<number>()
  const keep = (one: Judged) => {
    if (refused.has(one.proposal.cue) || kept.some(other => conflicts(one.proposal, other.proposal))) return
    if (isSaid(one.proposal, one.score)) kept.push(one)
    else refused.add(one.proposal.cue)
  }
  for (const one of scored) if (one.score >= thresholdOf(view, one.proposal, from)) keep(one)
  // Somebody said what stands in quotation marks: what is left over goes to the best that is not quite sure.
  for (const one of scored) {
    const {ruled: rule, source, content} = one.proposal
    const verb = rule !== null && /^(?:left-)?quote$/.test(rule.candidate.form) && rule.candidate.source !== null
    const beside = verb || content.some(({first}) => verbBefore(view, first, ruled) === one.proposal.cue)
    if (one.score < (beside ? from.beside : from.quoted) || source.head < 0) continue
    const left = content.some(run => quoteIn(view, run) && !kept.some(other => covers(other.proposal, run)))
    if (!left) continue
    // "“…” the envoy shouted to the crowd": not the crowd is shouted.
    kept = kept.filter(other => other.proposal.cue !== one.proposal.cue || isQuoted(view, other.proposal))
    keep(one)
  }
  return kept
}

const out = new Features()
const ends = new Int32Array(groups)

const traits = new Traits()
const parts = new Array<number>(groups).fill(0)

/** Fills in the traits of each proposal of a line in turn. */
function eachWeighed(view: View, all: readonly Proposal[], accept: Weights, take: (proposal: Proposal) => void): void {
  const firsts = all.filter(({second}) => second === 0)
  for (const proposal of all) {
    const beside = besides(proposal, firsts)
    const counts = countsOf(view, proposal.content)
    acceptFeatures(view, proposal, beside, counts, out, ends)
    for (let n = 0; n < groups; n++) parts[n] = scoreOf(accept, out, n === 0 ? 0 : ends[n - 1], ends[n])
    fillTraits(view, proposal, beside, counts, parts, traits)
    take(proposal)
  }
}

/** The traits of all proposals of a line. */
export function weighed(view: View, all: readonly Proposal[], accept: Weights): Int16Array[] {
  const found: Int16Array[] = []
  eachWeighed(view, all, accept, () => found.push(traits.copy()))
  return found
}

/** The features of all proposals of a line. */
export function featuresOf(view: View, all: readonly Proposal[]): Int32Array[] {
  const firsts = all.filter(({second}) => second === 0)
  return all.map(proposal => {
    acceptFeatures(view, proposal, besides(proposal, firsts), countsOf(view, proposal.content), out, ends)
    return out.copy()
  })
}

/** "sings to her before asking, “…”": a quotation right behind a verb of saying is not what an earlier cue tells. */
function ownWords(view: View, proposal: Proposal, ruled: ReadonlyMap<number, Ruled>): Proposal {
  if (!view.quotes) return proposal
  const {cue, content} = proposal
  const leftQuote = proposal.ruled?.candidate.form === 'left-quote'
  const quoted = content.length > 1 && view.speech[content[0].last] === 1
  const kept = content.filter(({first, last}, n) => {
    const verb = verbBefore(view, first, ruled)
    if (verb > cue || (verb >= 0 && cue > last && !(leftQuote && proposal.ruled?.listed))) return false
    // "“Here he comes,” she said, clapping."
    return !(quoted && n > 0 && view.items[first].xpos === 'VBG' && !view.speaks({first, last}))
  })
  const cut = kept.map(run => beforeOwned(view, cue, run, ruled)).filter(run => run !== null)
  return cut.every((run, n) => run === content[n]) && cut.length === content.length
    ? proposal
    : {...proposal, content: cut}
}

/** "poked at the mayor, tweeting, “…”", "ends with a film of him saying, “…”": a participle's own words; of what is left, some words. */
function beforeOwned(view: View, cue: number, run: Run, ruled: ReadonlyMap<number, Ruled>): Run | null {
  for (let k = Math.max(cue, run.first) + 1; k <= run.last; k++) {
    const verb = verbBefore(view, k, ruled)
    if (verb <= cue || verb < run.first || !/ing$/.test(view.items[verb].form)) continue
    // "said she recalled thinking, “…”"
    if (view.items[verb - 1].upos === 'VERB') continue
    const last = view.comma[verb - 1] ? verb - 2 : verb - 1
    return last > run.first + 1 ? {first: run.first, last} : null
  }
  return run
}

/** A quotation of some words in a run. */
function quoteIn(view: View, {first, last}: Run): boolean {
  for (let k = first; k <= last; k++) if (view.speech[k] && view.items[k].form.split(/\s+/).length >= 4) return true
  return false
}

const isQuoted = (view: View, {content}: Proposal) => content.some(run => view.speaks(run))

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
  const marked = content.some(run => view.speaks(run))
  const told = marked || content.some(run => run.last - run.first > 1 && view.hasVerb(run))
  if (ruled?.listed) return (told ? from.sure : from.listed) + more
  const brief = content.every(({first, last}) => last - first < 3)
  return (marked ? from.marked : told ? from.told : brief ? from.brief : from.bare) + more
}
