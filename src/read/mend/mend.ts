import type {Acts} from '../../lexicon/acts.ts'
import type {Sentence} from '../../model/index.ts'
import {attachments} from './attachments.ts'
import {conditions} from './conditions.ts'
import {Draft} from './draft.ts'
import {participles} from './participles.ts'
import {countedObject, joinedPast, pastAsNoun, pastTense} from './past-tense.ts'
import {misplaced} from './places.ts'
import {nounAsPredicate, saidOfAnother} from './predicate.ts'

/** Words whose construction a mend has to know. */
export interface MendWords {
  /** Verbs that take no object: their past participle alone is no passive. */
  readonly intransitive: ReadonlySet<string>
  /** Adjectives that are said of someone: "it is ready to talk". */
  readonly willing: ReadonlySet<string>
  /** Forms of known verbs: `declined` → `decline`. */
  readonly verbForms: ReadonlyMap<string, string>
}

/** The words for `mend` from the tables. */
export function mendWords({sets, verbForms}: Pick<Acts, 'sets' | 'verbForms'>): MendWords {
  const set = (name: string) => sets.get(name) ?? new Set<string>()
  return {intransitive: set('intransitive'), willing: set('willing'), verbForms}
}

/**
 * A parsed sentence with those slips mended that a parser trained on mixed text makes in news and that the form of the words
 * gives away: a clause without its finite verb, a day as subject, a perfect read as passive.
 */
export function mend(sentence: Sentence, {intransitive, willing, verbForms}: MendWords): Sentence {
  if (sentence.length < 3) return sentence
  const draft = new Draft(sentence)
  lemmas(draft, verbForms)
  pastAsNoun(draft)
  pastTense(draft)
  countedObject(draft)
  joinedPast(draft)
  firstName(draft)
  participles(draft)
  attachments(draft)
  saidOfAnother(draft)
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

/** A lemma that lost its last letter: `declin` of "declined". */
function lemmas(draft: Draft, verbForms: ReadonlyMap<string, string>): void {
  for (let i = 0; i < draft.length; i++) {
    if (draft.upos[i] !== 'VERB') continue
    const known = verbForms.get(draft.word(i))
    if (!known || known === draft.lemmas[i] || known !== `${draft.lemmas[i]}e`) continue
    draft.lemmas[i] = known
    draft.changed = true
  }
}
