import type {Sentence} from '../../model/index.ts'
import {Draft} from './draft.ts'
import {participles} from './participles.ts'
import {misplaced} from './places.ts'
import {nounAsPredicate} from './predicate.ts'

/**
 * A parsed sentence with those slips mended that a parser trained on mixed text makes in news and that the form of the words
 * gives away: a clause without its finite verb, a day as subject, a perfect read as passive.
 */
export function mend(sentence: Sentence, intransitive: ReadonlySet<string>): Sentence {
  if (sentence.length < 3) return sentence
  const draft = new Draft(sentence)
  participles(draft)
  nounAsPredicate(draft, intransitive)
  misplaced(draft)
  return draft.done()
}
