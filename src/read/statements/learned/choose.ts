import type {Lexicon} from '../../../lexicon/index.ts'
import type {Tree} from '../../../text/index.ts'
import {type Candidate, isOwn} from '../candidates.ts'
import type {Line} from '../lines.ts'
import {signedCandidate} from '../nouns.ts'
import {asideAfter, nounPhraseBack, type Run, type Source} from '../sources.ts'
import {agreement} from './accept.ts'
import {type AttributionModel, learnedIn} from './find.ts'
import type {Proposal} from './propose.ts'
import {ruledIn} from './ruled.ts'
import {type Clusters, View} from './view.ts'

/**
 * The attributions of a line outside of quotations. The model decides which words are cues, of what and by whom; where a rule
 * finds the same content or source, its bounds stand.
 */
export function chooseIn(
  line: Line,
  trees: readonly Tree[],
  {cues, acts}: Lexicon,
  model: AttributionModel,
  clusters: Clusters,
): Candidate[] {
  const view = new View(line, trees, clusters)
  const ruled = ruledIn(line, trees, cues)
  const signed = signedCandidate(line)
  if (signed) return [signed]
  return learnedIn(view, ruled, model)
    .filter(({proposal}) => !isTopic(view, proposal))
    .map(({proposal}) => candidateOf(view, proposal))
    .filter(candidate => !isOwn(candidate) && !isDeed(candidate, acts))
    .sort((a, b) => a.cue.first - b.cue.first)
}

/** "They disagree about what happened": what is spoken about, not what is said. */
function isTopic(view: View, {content, ruled}: Proposal): boolean {
  const [{first}] = content
  return (
    !ruled?.listed &&
    content.length === 1 &&
    /^(?:what|how|who|where)$/i.test(view.items[first].form) &&
    /^(?:about|over|on)$/i.test(view.items[first - 1]?.form ?? '')
  )
}

const material = /^(?:ASSAULT|COERCE|SANCTION|MOBILIZE|RETREAT|AID)$/

/** "The army attacked the town": whom a deed is done to is nothing said. */
function isDeed({pos, lemma, form}: Candidate, acts: Lexicon['acts']): boolean {
  if (pos !== 'v' || !/^(?:obj|inf|ing|prep:.*)$/.test(form)) return false
  const rows = acts.byTrigger.get(`v:${lemma}`) ?? []
  return rows.length > 0 && rows.every(({event}) => material.test(event))
}

function candidateOf(view: View, proposal: Proposal): Candidate {
  const {cue, ruled, content, source} = proposal
  const {items} = view
  const rule = ruled?.candidate ?? null
  const same = rule !== null && agreement(rule.content, content) >= 2
  const {upos, lemma, form: word} = items[cue]
  const according = /^according$/i.test(word) && /^to$/i.test(items[cue + 1]?.form ?? '')
  const named = rule?.source && holds(rule.source, source.head)
  return {
    line: view.line,
    cue: rule?.cue ?? {first: cue, last: according ? cue + 1 : cue},
    lemma: rule?.lemma ?? (according ? 'according to' : lemma || word),
    pos: rule?.pos ?? (upos === 'NOUN' ? 'n' : upos === 'VERB' || upos === 'AUX' ? 'v' : 'p'),
    form: same ? rule.form : formOf(view, cue, content),
    source: named ? rule.source : sourceOf(view, cue, source.run, rule?.source ?? null),
    unnamed: source.head < 0,
    content: same ? rule.content : content.map(run => bare(view, run)),
    ...(same && rule.object !== undefined ? {object: rule.object} : {}),
  }
}

/** Whether an item is in the words that name a source or in the aside beside them: "Lopez, director of the Lima Institute". */
const holds = ({run, role}: Source, k: number) =>
  (k >= run.first && k <= run.last) || (role !== null && k >= role.first && k <= role.last)

function sourceOf(view: View, cue: number, run: Run | null, rule: Source | null): Source | null {
  if (!run) return null
  if (run.first === run.last && /^(?:who|which|that)$/i.test(view.items[run.first].form)) {
    const before = view.comma[run.first - 1] ? run.first - 2 : run.first - 1
    const stands = rule && rule.run.last === before ? rule.run : nounPhraseBack(view.items, before)
    return {run, role: null, inverted: false, antecedent: stands}
  }
  const aside = asideAfter(view.items, run.last)
  const clause = aside !== null && /^(?:who|whose)$/i.test(view.items[aside.first].form)
  return {run, role: clause ? null : aside, inverted: run.first > cue}
}

/** The construction as the rules would name it, by what the content begins with. */
function formOf(view: View, cue: number, content: readonly Run[]): string {
  const [{first}] = content
  const quote = view.speech[first] === 1
  if (first < cue) return quote ? 'left-quote' : 'left'
  if (quote) return 'quote'
  const word = view.items[first]
  if (word.upos === 'SCONJ' && word.lemma === 'that') return 'that'
  if (view.items[first - 1]?.form === ':') return 'colon'
  if (word.lemma === 'to') return 'inf'
  return view.finite.subarray(first, content[0].last + 1).includes(1) ? 'clause' : 'obj'
}

/** Without the "that" which it begins with. */
function bare(view: View, {first, last}: Run): Run {
  const {upos, lemma} = view.items[first]
  return upos === 'SCONJ' && lemma === 'that' && first < last ? {first: first + 1, last} : {first, last}
}
