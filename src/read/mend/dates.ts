import type {Draft} from './draft.ts'
import {isTime} from './places.ts'

/** "On 12 July India tested a missile", "in April and May Iran struck": the name between a date and a verb without a subject is the subject, no part of the date. */
export function afterDate(draft: Draft): void {
  for (let verb = 2; verb < draft.length; verb++) {
    if (!draft.isVerb(verb) || !/^VB[DPZ]$/.test(draft.xpos[verb]) || draft.child(verb, 'nsubj', 'csubj', 'expl') >= 0)
      continue
    let name = verb - 1
    while (name > 0 && draft.upos[name] === 'ADV') name--
    const date = draft.heads[name]
    if (!/^(?:PROPN|NOUN)$/.test(draft.upos[name]) || date < 0 || date >= name || isTime(draft, name)) continue
    if (!/^(?:conj|nmod|compound|flat|appos)$/.test(draft.rel(name)) || draft.child(name, 'case') >= 0) continue
    if (!isDate(draft, date, name) || !opens(draft, date, verb)) continue
    draft.attach(name, verb, 'nsubj')
  }
}

/** A day, a month, "the end of May", or a number with a month behind it. */
function isDate(draft: Draft, date: number, end: number): boolean {
  if (isTime(draft, date)) return true
  for (let i = date + 1; i < end; i++) if (isTime(draft, i) && draft.under(date, i)) return true
  return false
}

/** Whether the date hangs on the verb, with a preposition and nothing but dates before it in its clause. */
function opens(draft: Draft, date: number, verb: number): boolean {
  let top = date
  while (draft.heads[top] >= 0 && draft.heads[top] !== verb && draft.heads[top] < verb) top = draft.heads[top]
  return draft.heads[top] === verb && draft.rel(top) === 'obl' && draft.child(top, 'case') >= 0
}
