import type {Mention} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {MentionWords} from './words.ts'

/**
 * Whether a toponym is a place or someone who acts. `seat`: a capital or other seat, which stands for a government
 * only where a government could stand; `city`: never does.
 */
export function senseOf(
  words: MentionWords,
  tree: Tree,
  head: number,
  kind: 'state' | 'seat' | 'city',
): Mention['sense'] {
  if (kind === 'city') return 'place'
  const rel = tree.rel(head)
  const prep = tree.preposition(head) || (rel === 'conj' ? tree.preposition(tree.shared(head)) : '')
  const up = rel === 'conj' ? tree.head(tree.shared(head)) : tree.head(head)
  const upLemma = up < 0 ? '' : tree.lemma(up).toLowerCase()
  if (prep) {
    const word = prep.split(' ')[0]
    if (words.overhead.has(word)) return 'place'
    if (words.inside.has(word)) return 'place'
    const above = up < 0 || tree.upos(up) !== 'NOUN' || tree.head(up) < 0 ? '' : tree.lemma(tree.head(up)).toLowerCase()
    if (words.toward.has(word) && word !== 'for' && (words.motion.has(upLemma) || words.motion.has(above)))
      return 'place'
    if (kind === 'seat' && (word === 'of' || word === 'on') && (words.site.has(upLemma) || word === 'on'))
      return 'place'
    return 'actor'
  }
  if (rel === 'compound' || rel === 'nmod' || rel === 'amod') {
    if (up < 0) return 'actor'
    if (kind === 'seat' && words.site.has(upLemma)) return 'place'
    return 'actor'
  }
  const undergoes = rel === 'obj' || tree.deprel(head) === 'nsubj:pass'
  if (kind === 'seat' && undergoes && words.reached.has(upLemma)) return 'place'
  if (kind === 'seat' && rel === 'appos' && tree.rel(tree.head(head)) === 'obl') return 'place'
  return 'actor'
}
