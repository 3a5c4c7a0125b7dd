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

/** Whole numbers that are filled in anew for each proposal. */
export class Traits {
  readonly list = new Int16Array(128)
  length = 0

  add(value: number): void {
    this.list[this.length++] = value
  }

  copy(): Int16Array {
    return this.list.slice(0, this.length)
  }
}

const eighths = (value: number) => Math.max(-200, Math.min(200, Math.round(value * 8)))
const [nsubj, obj, aux, be] = ['nsubj', 'obj', 'aux', 'be'].map(hashOf)

/** Fills in what the boosted trees look at in a proposal; `parts`: what the linear model gives for each of its groups. */
export function fillTraits(
  view: View,
  proposal: Proposal,
  beside: Beside,
  counts: Counts,
  parts: readonly number[],
  out: Traits,
): void {
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
  out.length = 0
  let whole = 0
  for (const part of parts) whole += part
  out.add(eighths(whole))
  for (const part of parts) out.add(eighths(part))
  out.add(eighths(score))
  out.add(eighths(right && side !== 1 ? right.score : -25))
  out.add(eighths(right && side !== 1 ? right.margin : -25))
  out.add(eighths(left && side !== 0 ? left.score : -25))
  out.add(eighths(left && side !== 0 ? left.margin : -25))
  out.add(eighths(sourceMargin))
  out.add(eighths(sideMargin))
  out.add(eighths(behind))
  out.add(second)
  out.add(side)
  out.add(counts.size)
  out.add(counts.verbs)
  out.add(counts.quotes)
  out.add(gap)
  out.add(commasOut)
  out.add(verbsOut)
  out.add(tags.get(tag[cue]) ?? 0)
  out.add(rels.get(rel[cue]) ?? 0)
  out.add(rels.get(rel[top]) ?? 0)
  out.add(view.tie(top, cue))
  out.add(who < 0 ? -1 : (tags.get(tag[who]) ?? 0))
  out.add(who < 0 ? -1 : (rels.get(rel[who]) ?? 0))
  out.add(who < 0 ? 0 : who - cue)
  out.add(who >= 0 && head[who] === cue ? 1 : 0)
  out.add(whoCapital)
  out.add(ruled ? (forms.get(hashOf(ruled.candidate.form)) ?? 0) : -1)
  out.add(ruled ? (ruled.listed ? (ruled.act ? 3 : 2) : 1) : 0)
  out.add(ruled ? agreement(ruled.candidate.content, content) : 0)
  out.add(sameSource(proposal))
  out.add(beside.inside)
  out.add(beside.holds)
  out.add(beside.same)
  out.add(beside.stronger)
  out.add(begins.get(lemma[first]) ?? 0)
  out.add(tags.get(tag[first]) ?? 0)
  out.add(speech[first])
  out.add(first === 0 ? 1 : 0)
  out.add(view.end - last)
  out.add(comma[last + 1] ?? 0)
  out.add(view.titled)
  out.add(view.length)
  out.add(cue)
  out.add(view.line.paragraph === 0 ? 1 : 0)
  out.add(view.quotes ? 1 : 0)
  out.add(subject * 2 + object)
  out.add(auxiliary)
  out.add(head[cue] < 0 ? 0 : head[cue] < cue ? 1 : 2)
  addSource(view, proposal, out)
}

const markers = numbered('by to from of for in on with at about')

/** How the source stands to its cue. */
function addSource(view: View, proposal: Proposal, out: Traits): void {
  const {head, rel, finite, comma, items} = view
  const {cue, content, source, sourceScore} = proposal
  const {head: who, run} = source
  out.add(eighths(sourceScore))
  if (who < 0 || !run) {
    for (let n = 0; n < 9; n++) out.add(-1)
    return
  }
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
  out.add(verbs)
  out.add(commas)
  out.add(subjects)
  out.add(inner)
  out.add(run.last - run.first)
  out.add(pronoun)
  out.add(above < 0 ? -1 : rel[who] === nsubj ? sharedBy(view, above, cue) : 6)
  out.add(markers.get(markerOf(view, who)) ?? 0)
  out.add(content.some(({first, last}) => first <= who && who <= last) ? 1 : 0)
}
