import type {Draft} from './draft.ts'
import {isDay} from './predicate.ts'
import type {MendWords} from './words.ts'

/** "Denzel Washington bought", "President Abe left": two subjects side by side are one name, or a title and a name. */
export function nameInTwo(draft: Draft, verb: number, i: number, {people}: Pick<MendWords, 'people'>): void {
  if (i > verb || draft.children(i).some(child => child < i)) return
  const before = bracketed(draft, i - 1)
  if (draft.heads[before] !== verb || draft.deprels[before] !== draft.deprels[i]) return
  if (draft.upos[i] !== 'PROPN') {
    if (draft.upos[before] === 'PROPN' && draft.upos[i] === 'NOUN') draft.attach(before, i, 'compound')
  } else if (titles.has(draft.word(before))) draft.attach(before, i, 'nmod:desc')
  else if (draft.upos[before] === 'PROPN') {
    for (const child of draft.children(i)) draft.attach(child, before, draft.deprels[child])
    draft.attach(i, before, 'flat')
  } else if (draft.upos[before] === 'NOUN' && (draft.child(before, 'det') < 0 || isPerson(draft, before, people)))
    describe(draft, before, i)
}

/** "leader Ann Deby" describes a name, "the leader Ann Deby" is a phrase of its own that the name explains. */
function describe(draft: Draft, noun: number, name: number): void {
  const whole = draft.child(noun, 'det', 'nmod:poss')
  if (whole >= 0 && whole < noun && draft.upos[noun] === 'NOUN') {
    draft.attach(name, noun, 'appos')
    return
  }
  for (const child of draft.children(noun))
    if (child < noun && /^(?:case|cc|punct)$/.test(draft.rel(child))) draft.attach(child, name, draft.deprels[child])
  draft.attach(noun, name, 'nmod:desc')
}

const titles = new Set(
  'archbishop bishop brother captain cardinal chancellor colonel dr. father general gov. governor judge justice king lieutenant major minister mr. mrs. ms. pastor pope president prince princess prof. professor queen rep. rev. sen. senator sheikh sheik sister sir sultan'.split(
    ' ',
  ),
)

const doing = /(?:[eo]r|ist|ian|ant|man|date|agency)$/

/** One person by the noun, as far as its ending or the tables tell. */
function isPerson(draft: Draft, noun: number, people: ReadonlySet<string>): boolean {
  return draft.xpos[noun] === 'NN' && (people.has(draft.lemma(noun)) || doing.test(draft.lemma(noun)))
}

/** "by candidate Ann Deby", "of President Deby's government": a noun or title right before a name in the same relation describes it. */
export function titleBefore(draft: Draft, head: number, name: number, {people}: Pick<MendWords, 'people'>): void {
  const title = name - 1
  if (draft.upos[name] !== 'PROPN' || title < 0 || draft.heads[title] !== head) return
  if (draft.deprels[title] !== draft.deprels[name] || draft.children(name).some(child => child < name)) return
  if (isDay(draft, name) || !(titles.has(draft.word(title)) || isPerson(draft, title, people))) return
  describe(draft, title, name)
}

/** "front-runner Ann Deby" with the noun as the first part of the name. */
export function nameBehindNoun(draft: Draft, noun: number, i: number, {people}: Pick<MendWords, 'people'>): void {
  if (!isPerson(draft, noun, people) || !/^\p{Ll}/u.test(draft.from.forms[noun]) || i !== noun + 1) return
  if (draft.upos[i] !== 'PROPN' || titles.has(draft.word(i)) || draft.heads[noun] < 0) return
  for (const child of draft.children(noun)) if (child > i && draft.rel(child) === 'flat') draft.attach(child, i, 'flat')
  draft.heads[i] = draft.heads[noun]
  draft.deprels[i] = draft.deprels[noun]
  describe(draft, noun, i)
  if (draft.heads[noun] === i)
    for (const child of draft.children(noun)) if (child > i) draft.attach(child, i, draft.deprels[child])
}

/** The word before a short form in brackets: "Farmers' Union (FU)". */
function bracketed(draft: Draft, close: number): number {
  if (draft.xpos[close] !== '-RRB-' || draft.xpos[close - 2] !== '-LRB-' || draft.heads[close - 1] !== close - 3)
    return close
  return close - 3
}

/** "Chadian leader Ann Deby and Malian President Bob Keita": who is joined to a name stands beside the title as well. */
export function joinedToTitle(draft: Draft, name: number, i: number): void {
  const title = draft.heads[name]
  if (draft.rel(name) !== 'appos' || name !== title + 1 || i < name || draft.upos[name] !== 'PROPN') return
  if (draft.upos[title] === 'NOUN' && draft.isNominal(i)) draft.attach(i, title, 'conj')
}

/** "gave Ann Peru asylum": a common noun is no part of the name before it. */
export function secondObject(draft: Draft, name: number, i: number): void {
  const verb = draft.heads[name]
  if (draft.upos[i] !== 'NOUN' || !/^\p{Ll}/u.test(draft.from.forms[i]) || draft.upos[name] !== 'PROPN') return
  if (verb < 0 || verb > name || !draft.isVerb(verb) || !/^i?obj$/.test(draft.rel(name))) return
  if (draft.children(verb).some(child => child !== name && draft.rel(child) === 'obj')) return
  draft.attach(i, verb, 'obj')
  draft.label(name, 'iobj')
}

const giving = new Set('award deny give grant hand lend offer pay promise sell send show supply'.split(' '))

/** "gave Lebanese militants rockets": people in the plural are no kind of the thing behind them. */
export function givenTo(draft: Draft, thing: number, i: number, {people}: Pick<MendWords, 'people'>): void {
  const verb = draft.heads[thing]
  if (draft.xpos[i] !== 'NNS' || draft.rel(thing) !== 'obj' || verb < 0 || verb > i || i > thing) return
  if (!draft.isVerb(verb) || !giving.has(draft.lemma(verb)) || !people.has(draft.lemma(i))) return
  if (draft.child(verb, 'iobj') >= 0) return
  for (const child of draft.children(thing)) if (child < i) draft.attach(child, i, draft.deprels[child])
  draft.attach(i, verb, 'iobj')
}

/** "held two Russians hostage": those held are the object, "hostage" says as what. */
export function heldHostage(draft: Draft, thing: number, i: number): void {
  const verb = draft.heads[thing]
  if (i !== thing - 1 || !/^(?:hostage|captive|prisoner)$/.test(draft.word(thing)) || verb < 0 || verb > i) return
  if (draft.rel(thing) !== 'obj' || !/^(?:hold|keep|take)$/.test(draft.lemma(verb))) return
  for (const child of draft.children(thing)) if (child < i) draft.attach(child, i, draft.deprels[child])
  draft.attach(i, verb, 'obj')
  draft.label(thing, 'xcomp')
}

/** "China, the United States and Russia urged": names on a list, none of them another name of the first. */
export function listed(draft: Draft, first: number, second: number): void {
  if (draft.upos[first] !== 'PROPN' || draft.upos[second] !== 'PROPN' || second < first) return
  const third = draft.child(second, 'conj')
  if (third < second || draft.upos[third] !== 'PROPN' || draft.child(third, 'cc') < 0) return
  let last = third
  while (last + 1 < draft.length && draft.under(third, last + 1)) last++
  if (last + 1 >= draft.length || draft.from.forms[last + 1] === ',') return
  draft.attach(third, first, 'conj')
  draft.attach(second, first, 'conj')
}
