import type {Draft} from './draft.ts'
import {isTime} from './places.ts'
import type {MendWords} from './words.ts'

type Telling = Pick<MendWords, 'telling'>

const accused = new Set(['accuse', 'acquit', 'charge', 'convict', 'suspect'])

/** "was accused of the blast by Chad": the one who accuses closes the sentence, and no blast is "by" anyone. */
export function agentOfAccused(draft: Draft, noun: number, by: number): void {
  const verb = draft.heads[noun]
  if (verb < 0 || verb > noun || draft.rel(noun) !== 'obl' || !accused.has(draft.lemma(verb))) return
  if (draft.child(verb, 'aux:pass') < 0 || draft.child(verb, 'obl:agent') >= 0) return
  const mark = draft.child(by, 'case')
  if (mark > noun && draft.word(mark) === 'by') draft.attach(by, verb, 'obl:agent')
}

/** "was shot in Chad on Monday by rebels" with "by rebels" under the day: no day is "by" anyone. */
export function agentBehindDay(draft: Draft, day: number, by: number): void {
  const verb = draft.heads[day]
  const mark = draft.child(by, 'case')
  if (verb < 0 || verb > day || mark < day || draft.word(mark) !== 'by' || !isTime(draft, day) || isTime(draft, by))
    return
  if (draft.child(verb, 'aux:pass') >= 0 && draft.child(verb, 'obl:agent') < 0) draft.attach(by, verb, 'obl:agent')
}

/** "accused rebels of burning a school": the deed belongs to the accusation. */
export function accusation(draft: Draft, noun: number, deed: number): void {
  const verb = draft.heads[noun]
  if (draft.xpos[deed] !== 'VBG' || !draft.isVerb(verb) || !accused.has(draft.lemma(verb))) return
  const mark = draft.child(deed, 'mark')
  if (mark > noun && /^(?:of|with)$/.test(draft.word(mark))) draft.attach(deed, verb, 'advcl')
}

/** "demanded that the troops leave": "that" opens the clause and is no object beside it. */
export function thatOpens(draft: Draft, verb: number, that: number): void {
  if (draft.word(that) !== 'that' || draft.children(that).length > 0) return
  const inside = verb > that && draft.rel(verb) === 'ccomp' && draft.heads[verb] < that
  const clause = inside ? verb : draft.children(verb).find(child => child > that && draft.rel(child) === 'ccomp')
  if (clause === undefined || draft.child(clause, 'mark') >= 0) return
  const subject = draft.child(clause, 'nsubj', 'csubj', 'expl')
  if (subject < that) return
  for (let i = that + 1; i < subject; i++) if (!draft.under(subject, i)) return
  draft.attach(that, clause, 'mark')
  draft.tag(that, 'SCONJ', 'IN', '')
}

/** "said mistrust was fading" with "mistrust" under "said": it is the subject that the clause lacks. */
export function subjectBehind(draft: Draft, verb: number, object: number, {telling}: Telling): void {
  if (verb > object || !telling.has(draft.lemma(verb))) return
  const clause = draft.children(verb).find(child => child > object && draft.rel(child) === 'ccomp')
  if (clause === undefined || draft.child(clause, 'nsubj', 'csubj', 'expl', 'mark') >= 0) return
  const finite = draft.child(clause, 'aux', 'cop')
  if (!/^(?:VB[DPZ]|MD)$/.test(draft.xpos[finite >= 0 ? finite : clause])) return
  for (let i = object + 1; i < clause; i++) if (draft.upos[i] === 'PUNCT') return
  draft.attach(object, clause, draft.child(clause, 'aux:pass') >= 0 ? 'nsubj:pass' : 'nsubj')
}

const coming = new Set(['due', 'set', 'about', 'expected', 'scheduled', 'poised'])

/** "Chad is to release them", "the two were due to meet" */
export function subjectOfIsTo(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(verb, 'mark')
  const is = draft.child(verb, 'cop')
  if (!draft.isVerb(verb) || is < 0 || mark !== is + 1) return
  const to = coming.has(draft.word(mark)) ? mark + 1 : mark
  if (draft.word(to) === 'to') draft.label(i, 'nsubj')
}

/** "'It was dark', recalled Ann": who tells stands behind what is told. */
export function tellerBehind(draft: Draft, verb: number, object: number, {telling}: Telling): void {
  if (verb > object || !telling.has(draft.lemma(verb))) return
  if (draft.child(verb, 'nsubj', 'csubj', 'expl', 'aux', 'mark') >= 0 || draft.rel(verb) === 'conj') return
  const told = draft.child(verb, 'ccomp', 'parataxis')
  if (told >= 0 && told < verb && /^[,”"’']+$/.test(draft.from.forms[verb - 1])) draft.label(object, 'nsubj')
}

/** "He said the port was shut and she said it was not": what another says is no part of what the first said. */
export function secondTelling(draft: Draft, clause: number, i: number, {telling}: Telling): void {
  const verb = draft.heads[clause]
  if (!telling.has(draft.lemma(i))) return
  if (draft.rel(clause) !== 'ccomp' || verb < 0 || verb > clause || !telling.has(draft.lemma(verb))) return
  if (draft.child(i, 'nsubj') >= 0 && draft.child(i, 'ccomp') > i) draft.attach(i, verb, 'conj')
}

/** "has yet to apologise" */
export function behindYet(draft: Draft, yet: number, verb: number): void {
  const have = draft.heads[yet]
  if (draft.word(yet) === 'yet' && draft.lemma(have) === 'have' && draft.word(yet + 1) === 'to')
    draft.attach(verb, have, 'xcomp')
}

/** "ruled out sending troops": a gerund right behind a particle completes the verb. */
export function behindParticle(draft: Draft, verb: number, i: number): void {
  if (draft.xpos[i] !== 'VBG' || verb >= i || !draft.isVerb(verb) || draft.child(i, 'mark', 'nsubj', 'aux') >= 0) return
  if (draft.deprels[i - 1] === 'compound:prt' && draft.heads[i - 1] === verb) draft.label(i, 'xcomp')
}

/** "denied attacking Chad": a gerund right behind a verb, without a subject of its own, has that verb's. */
export function deniedDoing(draft: Draft, verb: number, i: number): void {
  if (draft.xpos[i] === 'VBG' && verb === i - 1 && draft.child(i, 'nsubj', 'aux', 'cop', 'mark') < 0)
    draft.label(i, 'xcomp')
}

/** Verbs that a question completes: "knows what Chad wants". */
const wondering = new Set(
  'ask decide discuss discover explain find hear know learn remember see understand wonder'.split(' '),
)

/** "bombed what Chad called a camp": "what" is the object of both. */
export function whatIsDone(draft: Draft, verb: number, clause: number, {telling}: Telling): void {
  const what = draft.child(clause, 'obj')
  if (what !== verb + 1 || draft.word(what) !== 'what' || draft.child(clause, 'nsubj') < what) return
  if (telling.has(draft.lemma(verb)) || wondering.has(draft.lemma(verb))) return
  draft.heads[clause] = what
  draft.attach(what, verb, 'obj')
  draft.label(clause, 'acl:relcl')
}

/** "thanked Chad for arresting him, saying …": what a comma parts goes with the finite verb, not with the gerund before it. */
export function addedSaying(draft: Draft, verb: number, i: number, {telling}: Telling): void {
  if (draft.xpos[i] !== 'VBG' || draft.from.forms[i - 1] !== ',' || !telling.has(draft.lemma(i)) || verb > i) return
  let finite = verb
  while (draft.heads[finite] >= 0 && /^VBG?$/.test(draft.xpos[finite]) && draft.child(finite, 'aux') < 0)
    finite = draft.heads[finite]
  if (finite !== verb && draft.isVerb(finite)) draft.attach(i, finite, 'advcl')
}

const timing = /^(?:after|before|since|until)$/

/** "met after Ann and Bob left" with "left" joined to "met": what "after" opens is a clause, and those behind it are its subject. */
export function afterTheyDid(draft: Draft, verb: number, i: number): void {
  if (verb > i || !/^VB[DZ]$/.test(draft.xpos[i]) || draft.child(i, 'nsubj', 'csubj', 'expl', 'cc', 'mark', 'aux') >= 0)
    return
  let last = i - 1
  while (last > verb && (draft.from.forms[last] === ',' || draft.upos[last] === 'ADV')) last--
  let subject = last
  while (subject > verb && draft.heads[subject] !== verb) subject = draft.heads[subject]
  if (subject <= verb || draft.deprels[subject] !== 'obl' || isTime(draft, subject)) return
  const mark = draft.child(subject, 'case')
  if (mark < 0 || mark > subject || !timing.test(draft.word(mark))) return
  draft.label(i, 'advcl')
  draft.attach(subject, i, 'nsubj')
  draft.attach(mark, i, 'mark')
  draft.tag(mark, 'SCONJ', 'IN', '')
}

/** "War, diplomats fear, is near": a verb of telling between commas that was read as a noun. */
export function tellersBetween(draft: Draft, {verbForms, telling}: MendWords): void {
  for (let i = 2; i + 1 < draft.length; i++) {
    if (draft.upos[i] !== 'NOUN' || draft.heads[i] < 0 || draft.from.forms[i + 1] !== ',') continue
    const lemma = verbForms.get(draft.word(i)) ?? draft.lemma(i)
    const subject = draft.child(i, 'nsubj')
    if (!telling.has(lemma) || subject !== i - 1 || draft.child(i, 'cop') >= 0) continue
    const root = draft.heads.indexOf(-1)
    if (root < i || !draft.isVerb(root) || draft.under(i, root)) continue
    draft.attach(i, root, 'parataxis')
    draft.tag(i, 'VERB', draft.xpos[i] === 'NNS' ? 'VBZ' : 'VBP', 'Mood=Ind|Tense=Pres|VerbForm=Fin')
    draft.lemmas[i] = lemma
  }
}

/** "if there came a day when Chad closed the port": the clause tells what day. */
export function dayWhen(draft: Draft): void {
  for (let when = 1; when < draft.length; when++) {
    const day = when - 1
    if (draft.word(when) !== 'when' || draft.upos[day] !== 'NOUN' || !isTime(draft, day)) continue
    if (draft.child(day, 'det') < 0 || draft.child(day, 'case') >= 0) continue
    let verb = when + 1
    while (
      verb < draft.length &&
      draft.upos[verb] !== 'PUNCT' &&
      !(draft.isVerb(verb) && draft.child(verb, 'nsubj') > when)
    )
      verb++
    if (verb >= draft.length || !draft.isVerb(verb) || draft.under(verb, day)) continue
    draft.attach(verb, day, 'acl:relcl')
    draft.attach(when, verb, 'advmod')
  }
}
