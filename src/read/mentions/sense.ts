import type {Lexicon} from '../../lexicon/index.ts'
import type {Mention} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import type {SentenceReader} from './sentence.ts'
import {isOneOf, mentionWords} from './words.ts'

/**
 * Whether a toponym is a place or someone who acts. `seat`: a capital or other seat, which stands for a government
 * only where a government could stand; `city`: never does.
 */
export function senseOf(lexicon: Lexicon, tree: Tree, head: number, kind: 'state' | 'seat' | 'city'): Mention['sense'] {
  if (kind === 'city') return 'place'
  const words = mentionWords(lexicon)
  const isUp = (set: ReadonlySet<string>, t = up) => t >= 0 && isOneOf(lexicon, set, tree, t)
  const rel = tree.rel(head)
  const prep = tree.preposition(head) || (rel === 'conj' ? tree.preposition(tree.shared(head)) : '')
  const up = rel === 'conj' ? tree.head(tree.shared(head)) : tree.head(head)
  if (prep) {
    const word = prep.split(' ')[0]
    if (words.overhead.has(word)) return 'place'
    if (words.inside.has(word)) return 'place'
    const above = up >= 0 && tree.upos(up) === 'NOUN' ? tree.head(up) : -1
    if (words.toward.has(word) && word !== 'for' && (isUp(words.motion) || isUp(words.motion, above))) return 'place'
    if (word === 'for' && isUp(words.leaving)) return 'place'
    // "rolled into Budapest", but "an inquiry into Iran".
    if (words.entering.has(word) && up >= 0 && (tree.upos(up) === 'VERB' || tree.deprel(up) === 'acl')) return 'place'
    if (kind === 'seat' && (word === 'of' || word === 'on') && (isUp(words.site) || word === 'on')) return 'place'
    return 'actor'
  }
  if (rel === 'compound' || rel === 'nmod' || rel === 'amod') {
    if (up < 0) return 'actor'
    if (kind === 'seat' && isUp(words.site)) return 'place'
    return 'actor'
  }
  const undergoes = rel === 'obj' || tree.deprel(head) === 'nsubj:pass'
  if (kind === 'seat' && undergoes && isUp(words.reached)) return 'place'
  if (kind === 'seat' && rel === 'appos' && tree.rel(tree.head(head)) === 'obl') return 'place'
  return 'actor'
}

/** "KABUL, Aug 26 (Agency) –" at the start of a text. */
export function isDateline(reader: SentenceReader, unit: Unit): boolean {
  if (reader.index > 2 || unit.start - reader.tree.sentence.start > 1) return false
  return /^(?:, [\p{L}. ]+)?(?:, \p{L}+\.? \d+)?\s*(?:\([^)]{2,30}\)\s*)?[-–—]+\s/u.test(
    reader.text.slice(unit.end, unit.end + 80),
  )
}
