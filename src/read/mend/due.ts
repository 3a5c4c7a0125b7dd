import type {Draft} from './draft.ts'
import {isTime} from './places.ts'

const ofNoun = /^(?:case|det|amod|nummod|compound|flat|appos)$/

/** "The king is due in Paris on Monday" with "due" as a preposition of Paris: it is what is said of the king. */
export function due(draft: Draft): void {
  for (let i = 1; i + 2 < draft.length; i++) {
    const place = draft.heads[i]
    if (draft.word(i) !== 'due' || draft.upos[i] !== 'ADJ' || draft.rel(i) !== 'case' || place < i) continue
    const is = draft.child(place, 'cop')
    if (is < 0 || is > i || draft.xpos[i + 1] !== 'IN') continue
    draft.heads[i] = draft.heads[place]
    draft.deprels[i] = draft.deprels[place]
    draft.attach(place, i, 'obl')
    draft.attach(i + 1, place, 'case')
    for (const child of draft.children(place)) {
      const rel = draft.rel(child)
      if (rel === 'nmod' && child > place && isTime(draft, child)) draft.attach(child, i, 'obl')
      else if (rel !== 'nmod' && !ofNoun.test(rel)) draft.attach(child, i, draft.deprels[child])
    }
  }
}
