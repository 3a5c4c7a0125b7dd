import type {Sentence} from '../../model/index.ts'
import {attachments} from './attachments.ts'
import {dayWhen, tellersBetween} from './clauses.ts'
import {conditions, inverted} from './conditions.ts'
import {Draft} from './draft.ts'
import {afterDate} from './dates.ts'
import {goesOn} from './goes-on.ts'
import {due} from './due.ts'
import {headlines, listed} from './headlines.ts'
import {lostPast} from './lost-past.ts'
import {participles} from './participles.ts'
import {
  activePast,
  countedObject,
  intransitivePast,
  joinedPast,
  pastAsNoun,
  pastInName,
  pastTense,
} from './past-tense.ts'
import {misplaced} from './places.ts'
import {summedUp} from './summary.ts'
import {nounAsPredicate, saidOfAnother, toldAtTheEnd} from './predicate.ts'
import type {MendWords} from './words.ts'

/**
 * A parsed sentence with those slips mended that a parser trained on mixed text makes in news and that the form of the words
 * gives away: a clause without its finite verb, a day as subject, a perfect read as passive.
 */
export function mend(sentence: Sentence, words: MendWords): Sentence {
  const {intransitive, willing, verbForms} = words
  if (sentence.length < 3) return sentence
  const draft = new Draft(sentence)
  lemmas(draft, verbForms)
  pastAsNoun(draft, words)
  pastInName(draft)
  lostPast(draft, words)
  pastTense(draft, words)
  countedObject(draft)
  joinedPast(draft)
  activePast(draft)
  intransitivePast(draft, words)
  firstName(draft)
  participles(draft, words)
  due(draft)
  attachments(draft, words)
  goesOn(draft, words)
  summedUp(draft)
  headlines(draft)
  listed(draft)
  dayWhen(draft)
  afterDate(draft)
  toldAtTheEnd(draft, words)
  tellersBetween(draft, words)
  inverted(draft)
  saidOfAnother(draft, words)
  nounAsPredicate(draft, intransitive)
  misplaced(draft)
  personal(draft, willing)
  conditions(draft)
  return draft.done()
}

/** "Beijing slammed Tokyo": a name in -ing that opens a sentence and was read as a verb beside the finite one. */
function firstName(draft: Draft): void {
  const verb = draft.heads[0]
  if (!/^(?!Having|Being|Getting)[A-Z][a-z]+ing$/.test(draft.from.forms[0]) || verb !== 1 || !draft.isVerb(1)) return
  if (!/^(?:aux|amod|compound|advcl|csubj)/.test(draft.deprels[0]) || !/^VB[DNZ]$/.test(draft.xpos[1])) return
  draft.tag(0, 'PROPN', 'NNP', 'Number=Sing')
  draft.label(0, 'nsubj')
  draft.tag(1, 'VERB', draft.xpos[1] === 'VBZ' ? 'VBZ' : 'VBD', 'Mood=Ind|VerbForm=Fin')
  draft.lemmas[0] = draft.from.forms[0]
}

/** "Chad says it is willing to talk": "it" is somebody. */
function personal(draft: Draft, willing: ReadonlySet<string>): void {
  for (let i = 0; i < draft.length; i++) {
    const head = draft.heads[i]
    if (draft.rel(i) !== 'expl' || head < 0 || draft.word(i) !== 'it' || !willing.has(draft.lemma(head))) continue
    if (draft.child(head, 'nsubj', 'csubj') < 0) draft.label(i, 'nsubj')
  }
}

/** "fled" is of "flee", "overthrown" of "overthrow": forms that the tables know, whatever the parser guessed. */
function lemmas(draft: Draft, verbForms: ReadonlyMap<string, string>): void {
  for (let i = 0; i < draft.length; i++) {
    if (draft.upos[i] !== 'VERB' || !/^VB[DGNZ]$/.test(draft.xpos[i])) continue
    const known = verbForms.get(draft.word(i))
    if (!known || known === draft.lemmas[i]) continue
    draft.lemmas[i] = known
    draft.changed = true
  }
}
