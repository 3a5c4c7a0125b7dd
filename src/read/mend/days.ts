import type {Draft} from './draft.ts'
import {isTime} from './places.ts'
import {isDay} from './predicate.ts'
import type {MendWords} from './words.ts'

/** "Ann Deby on Thursday demanded", "Chad today accused": the day right before the verb is its day, not the name's. */
export function dayOfName(draft: Draft, name: number, day: number): void {
  const verb = draft.heads[name]
  if (!isDay(draft, day) || draft.upos[name] !== 'PROPN' || draft.rel(name) !== 'nsubj' || verb < day) return
  const mark = draft.child(day, 'case')
  if (!draft.isVerb(verb) || (mark >= 0 && draft.word(mark) !== 'on')) return
  for (let i = day + 1; i < verb; i++) if (!/^(?:ADV|AUX|PART)$/.test(draft.upos[i])) return
  draft.attach(day, verb, mark >= 0 ? 'obl' : 'obl:unmarked')
}

/** "said on Sunday it had paid": the day right behind the verb of telling is the day of telling. */
export function dayOfTelling(draft: Draft, clause: number, day: number, {telling}: Pick<MendWords, 'telling'>): void {
  const verb = draft.heads[clause]
  if (!isDay(draft, day) || day > clause || verb < 0 || verb > day || !telling.has(draft.lemma(verb))) return
  if (draft.rel(clause) !== 'ccomp' || draft.child(day, 'case') !== (draft.upos[verb + 1] === 'ADP' ? verb + 1 : -1))
    return
  if (draft.child(clause, 'nsubj', 'expl') < day) return
  if (day === verb + 1 || draft.child(day, 'case') === verb + 1) draft.attach(day, verb, draft.deprels[day])
}

/** "rejected Thursday an appeal", "In June 2019 drones struck": what stands before an article or has a preposition of its own is no part of the noun behind it. */
export function timeBefore(draft: Draft, noun: number, time: number): void {
  if (!isTime(draft, time) || time > noun) return
  const marked = draft.child(time, 'case') >= 0 && draft.child(time, 'case') < time
  const article = draft.child(noun, 'det')
  const verb = draft.heads[noun]
  if ((!marked && article < time) || verb < 0 || !draft.isVerb(verb)) return
  draft.attach(time, verb, marked ? 'obl' : 'obl:unmarked')
}

/** "for the first time in a year on Sunday": no stretch of time has a day. */
export function dayOfTime(draft: Draft, time: number, day: number): void {
  const verb = draft.heads[time]
  const mark = draft.child(day, 'case')
  if (!isDay(draft, day) || isDay(draft, time) || !isTime(draft, time) || mark < 0 || draft.word(mark) !== 'on') return
  if (verb >= 0 && draft.isVerb(verb) && draft.rel(time) === 'obl') draft.attach(day, verb, 'obl')
}
