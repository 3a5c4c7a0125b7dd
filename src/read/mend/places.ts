import type {Draft} from './draft.ts'
import {isDay} from './predicate.ts'

/** Dependents of verbs whose label does not fit their form: days as subjects, subjects behind prepositions, objects read as agents or clauses. */
export function misplaced(draft: Draft): void {
  for (let verb = 0; verb < draft.length; verb++) {
    const isVerb = draft.upos[verb] === 'VERB'
    for (const child of draft.children(verb)) {
      const rel = draft.rel(child)
      if (rel === 'flat' && isDay(draft, child)) dayInName(draft, child)
      if (!isVerb) {
        if (rel === 'nsubj' && child > verb && hasPreposition(draft, child)) draft.label(child, 'nmod')
        continue
      }
      if ((rel === 'nsubj' || rel === 'obj') && isDay(draft, child)) dayAsPart(draft, verb, child)
      else if (rel === 'nsubj' && child > verb && hasPreposition(draft, child)) draft.label(child, 'obl')
      else if (rel === 'nsubj' && hasPreposition(draft, child)) bareBefore(draft, verb, child)
      else if (rel === 'vocative' && isAddressed(draft, verb, child)) draft.label(child, 'nsubj')
      else if (draft.deprels[child] === 'nsubj:pass' && isActive(draft, verb)) draft.label(child, 'nsubj')
      else if (isObject(draft, verb, child) || isAlone(draft, verb, child)) draft.label(child, 'obj')
    }
  }
}

/** "Israel Friday closed the border": the day hangs on the verb. */
function dayInName(draft: Draft, day: number): void {
  const name = draft.heads[day]
  const verb = draft.heads[name]
  if (verb > day && draft.upos[verb] === 'VERB') draft.attach(day, verb, 'obl:unmarked')
}

/** "Tuesday the parliament approved a law", "the prisoners rioted Monday". */
function dayAsPart(draft: Draft, verb: number, day: number): void {
  if (draft.child(day, 'case', 'det', 'nmod:poss') >= 0 && draft.child(day, 'case') < 0) return
  const under = draft.children(day).filter(child => draft.isNominal(child) && child > day && child < verb)
  const name = draft.children(day).filter(child => draft.rel(child) === 'compound' && child < day)
  const subject = under.find(child => draft.rel(child) === 'nsubj') ?? (under.length === 1 ? under[0] : undefined)
  if (draft.rel(day) === 'nsubj' && subject === undefined && name.length === 0) {
    if (draft.children(verb).some(child => child !== day && draft.rel(child) === 'nsubj'))
      draft.label(day, 'obl:unmarked')
    return
  }
  if (draft.rel(day) === 'nsubj') draft.attach(subject ?? name[name.length - 1], verb, draft.deprels[day])
  draft.label(day, draft.child(day, 'case') >= 0 ? 'obl' : 'obl:unmarked')
}

function hasPreposition(draft: Draft, child: number): boolean {
  const mark = draft.child(child, 'case')
  return mark >= 0 && mark < child && /^(?:IN|VBG|TO)$/.test(draft.xpos[mark])
}

/** "Jets including bombers hit the port", "an attack by rebels shook it": the subject is the noun without a preposition before it. */
function bareBefore(draft: Draft, verb: number, behind: number): void {
  const other = draft
    .children(verb)
    .find(child => child < behind && draft.rel(child) === 'nsubj' && !hasPreposition(draft, child))
  if (other !== undefined) {
    draft.attach(behind, other, 'nmod')
    return
  }
  const bare = draft
    .children(verb)
    .filter(child => child < behind && draft.rel(child) === 'obl' && draft.isNominal(child) && !isDay(draft, child))
    .find(child => draft.child(child, 'case') < 0 && !counted.test(draft.lemma(child)))
  if (bare === undefined) return
  draft.label(bare, draft.deprels[behind])
  draft.attach(behind, bare, 'nmod')
}

/** "Chad, if attacked, will strike back": a name before a verb with an auxiliary and no subject is nobody spoken to. */
function isAddressed(draft: Draft, verb: number, child: number): boolean {
  return child < verb && draft.child(verb, 'nsubj', 'csubj', 'expl') < 0 && draft.child(verb, 'aux') > child
}

/** A perfect without "been": it cannot be passive. */
function isActive(draft: Draft, verb: number): boolean {
  let have = false
  for (const child of draft.children(verb)) {
    if (draft.rel(child) !== 'aux') continue
    const lemma = draft.lemma(child)
    if (lemma === 'be' || lemma === 'get') return false
    if (lemma === 'have') have = true
  }
  return have
}

/** "thanked Chad for its help": what is given to nobody else is the object itself. */
function isAlone(draft: Draft, verb: number, child: number): boolean {
  return draft.rel(child) === 'iobj' && child > verb && draft.child(verb, 'obj', 'ccomp', 'xcomp', 'parataxis') < 0
}

const counted =
  /^(?:second|minute|hour|day|week|weekend|month|year|decade|century|time|night|morning|evening|january|february|march|april|may|june|july|august|september|october|november|december)$/

/** A day, a month or a stretch of time. */
export function isTime(draft: Draft, i: number): boolean {
  return isDay(draft, i) || counted.test(draft.lemma(i))
}

/** A bare noun behind an active verb that has no object yet, though read as an agent, an adverbial or a clause. */
function isObject(draft: Draft, verb: number, child: number): boolean {
  if (child < verb || !draft.isNominal(child) || draft.child(child, 'case', 'mark', 'nsubj', 'cop', 'aux') >= 0)
    return false
  if (isTime(draft, child) || draft.child(verb, 'obj', 'ccomp:obj') >= 0) return false
  const deprel = draft.deprels[child]
  const clause = deprel === 'ccomp' && draft.upos[child] === 'NOUN'
  const agent = deprel === 'obl:agent' && isActive(draft, verb)
  if (!clause && !agent) return false
  for (let i = verb + 1; i < child; i++) if (draft.upos[i] === 'PUNCT' && draft.xpos[i] !== 'HYPH') return false
  return true
}
