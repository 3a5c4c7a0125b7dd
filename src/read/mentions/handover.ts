import type {Unit} from './draft.ts'
import type {SentenceReader} from './sentence.ts'
import {isOneOf} from './words.ts'

/** Whether the one in office dies, leaves or is driven out here. */
export function isEnding(reader: SentenceReader, unit: Unit): boolean {
  const {tree, discourse} = reader
  const head = reader.headOf(unit.first, unit.last)
  const rel = tree.rel(head)
  const verb = tree.head(head)
  if (verb < 0) return false
  const {lexicon, words} = discourse
  if (rel === 'nsubj' && tree.deprel(head) !== 'nsubj:pass') return isOneOf(lexicon, words.leaves, tree, verb)
  return (tree.deprel(head) === 'nsubj:pass' || rel === 'obj') && isOneOf(lexicon, words.removed, tree, verb)
}
