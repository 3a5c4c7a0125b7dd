import {fold, type Lexicon} from '../../lexicon/index.ts'
import type {Day, EntityId} from '../../model/index.ts'

const ruling = ['president', 'prime minister', 'supreme leader', 'chancellor', 'king', 'queen', 'general secretary']

/**
 * The state that a surname stands for in a question: that of whoever of that name rules on `today`, else of all who ever ruled. `null`: nobody
 * of that name ruled, or those of several states did.
 */
export function ruledBy(surname: string, lexicon: Lexicon, today: Day | null): EntityId | null {
  const held = lexicon.byName
    .surname(fold(surname))
    .flatMap(id => lexicon.rolesOf(id))
    .filter(({role, of}) => ruling.includes(role) && lexicon.states.has(of))
  const now = today === null ? [] : held.filter(({since, until}) => (since ?? '') <= today && (until ?? '9') > today)
  const states = new Set((now.length > 0 ? now : held).map(({of}) => of))
  return states.size === 1 ? ([...states][0] as EntityId) : null
}
