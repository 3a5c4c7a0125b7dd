import type {Draft} from './draft.ts'
import type {MendWords} from './words.ts'

/**
 * "Chad said talks had failed and accused Mali": a second verb of the one who speaks was hung below what he says. It is his where what he says is
 * of a thing and the verb is one of people, or where its tense does not fit there.
 */
export function goesOn(draft: Draft, words: MendWords): void {
  for (let i = 3; i < draft.length; i++) {
    const inner = draft.heads[i]
    if (draft.rel(i) !== 'conj' || !draft.isVerb(i) || inner < 0 || inner > i || draft.rel(inner) !== 'ccomp') continue
    const teller = draft.heads[inner]
    if (teller < 0 || teller > inner || !draft.isVerb(teller) || !words.reporting.has(draft.lemma(teller))) continue
    if (draft.child(i, 'nsubj', 'csubj', 'aux', 'mark') >= 0 || !isJoined(draft, i)) continue
    const past = draft.xpos[teller] === 'VBD' && /^VB[DN]$/.test(draft.xpos[i])
    if (!past && !(draft.xpos[teller] === 'VBZ' && draft.xpos[i] === 'VBZ')) continue
    if (!misfits(draft, inner, i) && !(words.deliberate.has(draft.lemma(i)) && ofThing(draft, inner, words))) continue
    const object = bareObject(draft, i, inner)
    draft.attach(i, teller, 'conj')
    if (past) draft.tagPast(i)
    if (object >= 0) draft.attach(object, i, 'obj')
  }
}

/** Right behind "and" or "but", an adverb at most between. */
function isJoined(draft: Draft, i: number): boolean {
  const before = draft.upos[i - 1] === 'ADV' ? i - 2 : i - 1
  return /^(?:and|but)$/.test(draft.word(before))
}

/** A past tense behind a clause that stands in the present or the future, with an object or clause of its own. */
function misfits(draft: Draft, inner: number, i: number): boolean {
  if (!/^VB[DN]$/.test(draft.xpos[i]) || draft.child(i, 'obj', 'ccomp', 'xcomp') < 0) return false
  const finite = draft.children(inner).filter(at => /^(?:aux|cop)$/.test(draft.rel(at)))
  if (finite.length === 0) return /^VB[PZ]$/.test(draft.xpos[inner])
  return finite.some(at => /^(?:will|would|can|could|may|might|must|should|is|are|'s|’s)$/.test(draft.word(at)))
}

/** Whether a clause is about a thing: neither people nor a name. */
function ofThing(draft: Draft, clause: number, {people}: MendWords): boolean {
  const subject = draft.child(clause, 'nsubj', 'expl')
  if (subject < 0) return false
  if (draft.upos[subject] === 'PRON') return /^(?:it|this|that|there|these|those)$/.test(draft.word(subject))
  return draft.upos[subject] === 'NOUN' && !people.has(draft.lemma(subject))
}

/** "accused Ali": the noun behind the verb that was read as a third member of the row. */
function bareObject(draft: Draft, i: number, inner: number): number {
  for (let at = i + 1; at < Math.min(draft.length, i + 5); at++) {
    if (draft.heads[at] === inner && draft.rel(at) === 'conj' && draft.isNominal(at)) return at
    if (draft.upos[at] === 'PUNCT' || draft.upos[at] === 'ADP' || draft.upos[at] === 'CCONJ') return -1
  }
  return -1
}
