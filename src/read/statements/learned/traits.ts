import {type Beside, type Counts, agreement, sameSource} from './accept.ts'
import {markerOf} from './cue.ts'
import type {Proposal} from './propose.ts'
import {sharedBy} from './source.ts'
import {hashOf, type View} from './view.ts'

const tags = numbered('VBD VBZ VBP VB VBG VBN MD NOUN PROPN ADJ ADV ADP SCONJ AUX PUNCT PRON NUM DET')
const rels = numbered(
  'root ccomp xcomp advcl acl conj parataxis nsubj obj obl nmod appos amod advmod mark case cop compound acl:relcl csubj flat',
)
const forms = numbered('that clause wh inf obj-inf obj obj-of quote left left-quote colon ing put headline signed')
const begins = numbered('that to what whether how if why a the he they it in of for on about against')

function numbered(words: string): ReadonlyMap<number, number> {
  return new Map(words.split(' ').map((word, n) => [hashOf(word), n + 1]))
}

const eighths = (value: number) => Math.max(-200, Math.min(200, Math.round(value * 8)))
const [nsubj, obj, aux, be] = ['nsubj', 'obj', 'aux', 'be'].map(hashOf)

/** What the boosted trees look at in a proposal, as whole numbers; `parts`: what the linear model gives for each of its groups. */
export function traitsOf(
  view: View,
  proposal: Proposal,
  beside: Beside,
  counts: Counts,
  parts: readonly number[],
): Int16Array {
  const {tag, rel, head, comma, speech, finite, lemma} = view
  const {cue, score, side, content, right, left, source, sourceMargin, sideMargin, ruled, second, behind} = proposal
  const {first} = content[0]
  const {last} = content.at(-1)!
  const who = source.head
  const top = view.topAt(first, cue)
  const gap = first > cue ? first - cue : content.length > 1 ? 0 : cue - last
  let [subject, object, auxiliary] = [0, 0, 0]
  for (const child of view.children[cue]) {
    if (rel[child] === nsubj) subject = 1
    if (rel[child] === obj) object = 1
    if (rel[child] === aux) auxiliary = lemma[child] === be ? 1 : 2
  }
  let [commasOut, verbsOut] = [0, 0]
  const [from, to] = first > cue ? [cue + 1, first] : [last + 1, cue]
  for (let k = from; k < to; k++) {
    commasOut += comma[k]
    verbsOut += finite[k]
  }
  const whoCapital = who >= 0 && /^\p{Lu}/u.test(view.items[who].form) ? 1 : 0
  return Int16Array.of(
    eighths(parts.reduce((sum, part) => sum + part, 0)),
    ...parts.map(eighths),
    eighths(score),
    eighths(right && side !== 1 ? right.score : -25),
    eighths(right && side !== 1 ? right.margin : -25),
    eighths(left && side !== 0 ? left.score : -25),
    eighths(left && side !== 0 ? left.margin : -25),
    eighths(sourceMargin),
    eighths(sideMargin),
    eighths(behind),
    second,
    side,
    counts.size,
    counts.verbs,
    counts.quotes,
    gap,
    commasOut,
    verbsOut,
    tags.get(tag[cue]) ?? 0,
    rels.get(rel[cue]) ?? 0,
    rels.get(rel[top]) ?? 0,
    view.tie(top, cue),
    who < 0 ? -1 : (tags.get(tag[who]) ?? 0),
    who < 0 ? -1 : (rels.get(rel[who]) ?? 0),
    who < 0 ? 0 : who - cue,
    who >= 0 && head[who] === cue ? 1 : 0,
    whoCapital,
    ruled ? (forms.get(hashOf(ruled.candidate.form)) ?? 0) : -1,
    ruled ? (ruled.listed ? (ruled.act ? 3 : 2) : 1) : 0,
    ruled ? agreement(ruled.candidate.content, content) : 0,
    sameSource(proposal),
    beside.inside,
    beside.holds,
    beside.same,
    beside.stronger,
    begins.get(lemma[first]) ?? 0,
    tags.get(tag[first]) ?? 0,
    speech[first],
    first === 0 ? 1 : 0,
    view.end - last,
    comma[last + 1] ?? 0,
    view.titled,
    view.length,
    cue,
    view.line.paragraph === 0 ? 1 : 0,
    view.quotes ? 1 : 0,
    subject * 2 + object,
    auxiliary,
    head[cue] < 0 ? 0 : head[cue] < cue ? 1 : 2,
    ...whoTraits(view, proposal),
  )
}

const markers = numbered('by to from of for in on with at about')

/** How the source stands to its cue. */
function whoTraits(view: View, proposal: Proposal): number[] {
  const {head, rel, finite, comma, items} = view
  const {cue, content, source, sourceScore} = proposal
  const {head: who, run} = source
  if (who < 0 || !run) return [eighths(sourceScore), -1, -1, -1, -1, -1, -1, -1, -1, -1]
  let [verbs, commas, subjects] = [0, 0, 0]
  for (let k = Math.min(who, cue) + 1; k < Math.max(who, cue); k++) {
    verbs += finite[k]
    commas += comma[k]
    if (rel[k] === nsubj && items[k].upos !== 'DET') subjects++
  }
  let inner = 0
  for (let k = run.first; k <= run.last; k++) inner += finite[k]
  const above = head[who]
  const pronoun = items[who].upos === 'PRON' ? (/^(?:who|which|that)$/i.test(items[who].form) ? 2 : 1) : 0
  return [
    eighths(sourceScore),
    verbs,
    commas,
    subjects,
    inner,
    run.last - run.first,
    pronoun,
    above < 0 ? -1 : rel[who] === nsubj ? sharedBy(view, above, cue) : 6,
    markers.get(markerOf(view, who)) ?? 0,
    content.some(({first, last}) => first <= who && who <= last) ? 1 : 0,
  ]
}
