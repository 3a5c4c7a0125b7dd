import type {Acts} from '../../lexicon/acts.ts'
import type {Tree} from '../../text/index.ts'

/** Contexts of an act: those of its row, and those that the words of its clause bring, in the alphabet's order. */
export function contextsOf(acts: Acts, own: readonly string[], tree: Tree, first: number, last: number): string[] {
  const found = new Set(own)
  for (let i = first; i <= last; i++)
    for (const context of acts.contexts.get(tree.lemma(i).toLowerCase()) ?? []) found.add(context)
  return [...found].sort()
}
