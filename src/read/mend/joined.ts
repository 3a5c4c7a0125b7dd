import type {Draft} from './draft.ts'

/** "The war on drugs and the fight against crime were": a second subject behind "and" is joined to the one before it. */
export function secondSubject(draft: Draft, verb: number, i: number): void {
  const and = draft.child(i, 'cc')
  if (and < 0 || and > i || i > verb || !draft.isNominal(i)) return
  const first = draft
    .children(verb)
    .filter(child => child < and && draft.rel(child) === 'nsubj' && draft.isNominal(child))
    .at(-1)
  if (first !== undefined) draft.attach(i, joinedTo(draft, first, and, i), 'conj')
}

/** What "and" joins: a name to the name before it, the second of two that something is between, else the whole subject. */
function joinedTo(draft: Draft, first: number, and: number, i: number): number {
  const one = oneOfTwo(draft, first)
  if (one >= 0) return one
  let at = and - 1
  while (at > first && /^(?:flat|punct)$/.test(draft.rel(at))) at--
  return draft.upos[i] === 'PROPN' && draft.upos[at] === 'PROPN' && draft.under(first, at) ? at : first
}

/** "talks between Chad", with nobody joined to Chad: the first of the two, or -1. */
function oneOfTwo(draft: Draft, noun: number): number {
  return (
    draft.children(noun).find(child => {
      const mark = draft.child(child, 'case')
      return (
        child > noun &&
        mark > noun &&
        draft.word(mark) === 'between' &&
        draft.child(child, 'conj') < 0 &&
        isOne(draft, child)
      )
    }) ?? -1
  )
}

const isOne = (draft: Draft, i: number) => !/^NNP?S$/.test(draft.xpos[i]) && draft.child(i, 'nummod') < 0

/** "ties between the army and the government" with the second joined to "ties": whatever is between is between two. */
export function betweenTwo(draft: Draft, noun: number, i: number): void {
  const one = oneOfTwo(draft, noun)
  const and = draft.child(i, 'cc')
  if (one >= 0 && one < and && and < i && draft.word(and) === 'and') draft.attach(i, one, 'conj')
}

/** "Both leaders, Ann Deby and Bob Keita, were there": names between commas behind a plural tell who is meant. */
export function namedBehind(draft: Draft, plural: number, name: number): void {
  if (draft.xpos[plural] !== 'NNS' || draft.upos[name] !== 'PROPN' || name < plural || draft.child(name, 'cc') >= 0)
    return
  const second = draft.child(name, 'conj')
  if (second < name || draft.upos[second] !== 'PROPN' || draft.child(second, 'cc') < 0) return
  if (draft.children(plural).some(child => child !== name && draft.rel(child) === 'conj')) return
  let [first, last] = [name, second]
  while (first > 0 && draft.under(name, first - 1)) first--
  while (last + 1 < draft.length && draft.under(second, last + 1)) last++
  const opened = draft.from.forms[first] === ',' || draft.from.forms[first - 1] === ','
  if (opened && draft.from.forms[last + 1] === ',') draft.label(name, 'appos')
}
