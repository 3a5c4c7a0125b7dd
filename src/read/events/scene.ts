import type {Acts} from '../../lexicon/acts.ts'
import type {Mention, Statement} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'

/** One sentence with all that the reading of its acts may look at. */
export interface Scene {
  readonly work: Work
  readonly acts: Acts
  readonly tree: Tree
  readonly sentence: number
}

export function mentionAt({work, sentence}: Scene, token: number): Mention | null {
  return work.mentionAt[sentence]?.[token] ?? null
}

/** The shortest statement whose content holds the offset. */
export function statementAt(work: Work, offset: number): Statement | null {
  let best: Statement | null = null
  let shortest = Number.POSITIVE_INFINITY
  for (const statement of work.statements)
    for (const {start, end} of statement.content)
      if (start <= offset && offset < end && end - start < shortest) {
        best = statement
        shortest = end - start
      }
  return best
}

export function lemmaOf(tree: Tree, token: number): string {
  return tree.lemma(token).toLowerCase()
}
