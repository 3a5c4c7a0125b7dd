import type {Acts} from '../../lexicon/acts.ts'
import type {Tree} from '../../text/index.ts'

/** The longest phrase that brings a context, in words: "house of representatives". */
const longest = 3

/** Contexts of an act: those of its row, and those that the words and phrases of its clause bring, in the alphabet's order. */
export function contextsOf(acts: Acts, own: readonly string[], tree: Tree, first: number, last: number): string[] {
  const found = new Set(own)
  for (let i = first; i <= last; i++) {
    let words = ''
    for (let end = i; end <= last && end < i + longest; end++) {
      const apart = end > i && tree.sentence.ends[end - 1] !== tree.sentence.starts[end]
      words += `${apart ? ' ' : ''}${tree.lemma(end).toLowerCase()}`
      for (const context of acts.contexts.get(words) ?? []) found.add(context)
    }
  }
  return [...found].sort()
}
