import type {Draft} from './draft.ts'
import {isTime} from './places.ts'
import type {MendWords} from './words.ts'

/** "remarks carried by the agency", "comments published Monday": a bare participle right behind a noun of the same verb describes it. */
export function participleBehind(draft: Draft, verb: number, i: number): void {
  const noun = i - 1
  if (draft.xpos[i] !== 'VBN' || noun < 0 || draft.heads[noun] !== verb || draft.rel(noun) !== 'obl') return
  if (!/^NNS?$/.test(draft.xpos[noun]) || draft.child(noun, 'case') < 0) return
  if (draft.child(i, 'nsubj', 'aux', 'mark', 'cop', 'obj') < 0) draft.attach(i, noun, 'acl')
}

/** "warned Chad earlier this week that its army would answer", "told Ann that": a whole clause behind "that" tells what was told. */
export function thatTold(draft: Draft, noun: number, clause: number, {telling}: Pick<MendWords, 'telling'>): void {
  const mark = draft.child(clause, 'mark')
  if (mark < noun || draft.word(mark) !== 'that' || draft.child(clause, 'nsubj', 'csubj', 'expl') < mark) return
  const above = draft.heads[noun]
  if (above < 0 || above > noun || !(draft.upos[noun] === 'PROPN' || isTime(draft, noun))) return
  if (draft.isVerb(above) && telling.has(draft.lemma(above)) && draft.child(above, 'ccomp') < 0)
    draft.attach(clause, above, 'ccomp')
}

/** "said that troops had left" with "that" as a subject beside "troops": it opens the clause. */
export function thatBesideSubject(draft: Draft, verb: number, that: number): void {
  if (draft.word(that) !== 'that' || that > verb || draft.rel(verb) !== 'ccomp' || draft.heads[verb] > that) return
  const subject = draft.children(verb).find(child => child > that && child < verb && draft.rel(child) === 'nsubj')
  if (subject === undefined || draft.children(that).length > 0 || draft.child(verb, 'mark') >= 0) return
  draft.attach(that, verb, 'mark')
  draft.tag(that, 'SCONJ', 'IN', '')
}

/** "troops in Syria had left": what hangs on a subject is no adverbial; behind an object it may be one of the verb. */
export function ofNoun(draft: Draft, noun: number, i: number): void {
  if (!/^(?:NOUN|PROPN)$/.test(draft.upos[noun]) || draft.rel(noun) !== 'nsubj') return
  if (i > noun && draft.child(i, 'case') > noun && draft.child(noun, 'cop', 'nsubj', 'aux') < 0) draft.label(i, 'nmod')
}

const joining = new Set(['after', 'as', 'before', 'since', 'until'])

/** "after a coup toppled the government": what stands between "after" and a finite verb without a subject is its subject. */
export function subjectBefore(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(i, 'case')
  if (i > verb || mark < 0 || mark > i || !joining.has(draft.word(mark)) || !/^VB[DZP]$/.test(draft.xpos[verb])) return
  if (draft.rel(verb) !== 'advcl' || draft.child(verb, 'nsubj', 'csubj', 'expl', 'mark', 'aux') >= 0) return
  if (draft.children(verb).some(child => child < mark) || isTime(draft, i)) return
  for (let k = i + 1; k < verb; k++) if (draft.upos[k] === 'PUNCT') return
  draft.attach(mark, verb, 'mark')
  draft.tag(mark, 'SCONJ', 'IN', '')
  draft.label(i, 'nsubj')
}

/** "an engine to power a nation": a noun behind "to" that has an object is a verb. */
export function toVerb(draft: Draft, head: number, i: number): void {
  const to = draft.child(i, 'case')
  if (draft.xpos[i] !== 'NN' || to !== i - 1 || draft.word(to) !== 'to' || draft.child(i, 'obj') < i) return
  draft.tag(i, 'VERB', 'VB', 'VerbForm=Inf')
  draft.tag(to, 'PART', 'TO', '')
  draft.attach(to, i, 'mark')
  draft.label(i, draft.isVerb(head) ? 'advcl' : 'acl')
}

const undertaking = new Set(
  'agree decide decline fail intend offer plan pledge promise refuse seek threaten vow want'.split(' '),
)

/** "agreed in principle on Saturday to provide aid": what one agrees to do completes the verb. */
export function undertaken(draft: Draft, verb: number, i: number): void {
  const to = draft.child(i, 'mark')
  if (verb > i || !undertaking.has(draft.lemma(verb)) || to < verb || draft.word(to) !== 'to') return
  if (draft.child(verb, 'obj', 'xcomp', 'ccomp', 'aux:pass') < 0 && draft.xpos[i] === 'VB') draft.label(i, 'xcomp')
}

const purposes = new Set(
  'ability attempt bid campaign commitment decision demand effort intention obligation offer order permission plan pledge promise proposal refusal request right threat ultimatum vow willingness'.split(
    ' ',
  ),
)

/** "issued an ultimatum to Mali to halt attacks": what an ultimatum is to do. */
export function purpose(draft: Draft, verb: number, i: number): void {
  const to = draft.child(i, 'mark')
  if (verb > i || draft.xpos[i] !== 'VB' || to < verb || draft.word(to) !== 'to') return
  const noun = draft
    .children(verb)
    .filter(child => child > verb && child < to && (draft.rel(child) === 'obj' || isAnswered(draft, child)))
    .at(-1)
  if (noun !== undefined && purposes.has(draft.lemma(noun)) && draft.child(noun, 'acl') < 0)
    draft.attach(i, noun, 'acl')
}

/** "responded to a demand" */
function isAnswered(draft: Draft, noun: number): boolean {
  const mark = draft.child(noun, 'case')
  return draft.rel(noun) === 'obl' && mark >= 0 && draft.word(mark) === 'to'
}

/** "Chad and Mali are, however, members of the bank": a noun behind "are" that already has a subject says what they are. */
export function saidOfSubject(draft: Draft, be: number, i: number): void {
  if (i < be || draft.lemma(be) !== 'be' || !draft.isNominal(i) || draft.child(i, 'case', 'nsubj') >= 0) return
  const subject = draft.child(be, 'nsubj')
  if (subject < 0 || subject > be || draft.child(be, 'expl', 'aux') >= 0 || draft.word(subject) === 'there') return
  draft.heads[i] = draft.heads[be]
  draft.deprels[i] = draft.deprels[be]
  for (const child of draft.children(be)) if (child !== i) draft.attach(child, i, draft.deprels[child])
  draft.attach(be, i, 'cop')
  draft.tag(be, 'AUX', draft.xpos[be], draft.feats[be])
}

const arriving = new Set(['come', 'follow', 'go', 'remain', 'stand'])

/** "Then came the execution": a verb of coming that opens its clause has its subject behind it. */
export function comesBehind(draft: Draft, verb: number, i: number): void {
  if (i < verb || !arriving.has(draft.lemma(verb)) || draft.lemma(verb) === 'follow') return
  if (draft.child(verb, 'nsubj', 'csubj', 'expl', 'mark', 'iobj') >= 0 || !/^VB[DZP]?$/.test(draft.xpos[verb])) return
  const first = draft.children(verb).find(child => draft.rel(child) !== 'cc')
  if (first !== undefined && first < verb && draft.rel(first) === 'advmod' && draft.rel(verb) === 'root')
    draft.label(i, 'nsubj')
}

/** "Continued Deby: “It is dark.”": a past tense that opens the sentence before a name and a colon. */
export function tellsBefore(draft: Draft, verb: number, i: number): void {
  const after = i + 1 + draft.children(i).filter(child => child > i && draft.rel(child) === 'flat').length
  if (verb !== 0 || i !== 1 || draft.xpos[verb] !== 'VBD' || draft.upos[i] !== 'PROPN') return
  if (draft.from.forms[after] !== ':' || draft.child(verb, 'nsubj') >= 0) return
  draft.label(i, 'nsubj')
  const told = draft.child(verb, 'parataxis')
  if (told > after) draft.label(told, 'ccomp')
}

const yielding = new Set(['hand', 'take', 'turn'])

/** "handed over 700 prisoners": "over" goes with its verb and tells no number. */
export function handedOver(draft: Draft, number: number, i: number): void {
  const verb = i - 1
  if (draft.word(i) !== 'over' || draft.rel(number) !== 'nummod' || number !== i + 1 || verb < 0) return
  if (draft.heads[draft.heads[number]] !== verb || !draft.isVerb(verb) || !yielding.has(draft.lemma(verb))) return
  draft.attach(i, verb, 'compound:prt')
  draft.tag(i, 'ADP', 'RP', '')
}
