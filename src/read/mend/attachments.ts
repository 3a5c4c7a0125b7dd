import {
  accusation,
  addedSaying,
  afterTheyDid,
  agentBehindDay,
  agentOfAccused,
  behindParticle,
  behindYet,
  deniedDoing,
  secondTelling,
  subjectBehind,
  subjectOfIsTo,
  tellerBehind,
  thatOpens,
  whatIsDone,
} from './clauses.ts'
import {dayOfName, dayOfTelling, dayOfTime, timeBefore} from './days.ts'
import type {Draft} from './draft.ts'
import {betweenTwo, namedBehind, secondSubject} from './joined.ts'
import {
  givenTo,
  heldHostage,
  joinedToTitle,
  listed,
  nameBehindNoun,
  nameInTwo,
  secondObject,
  titleBefore,
} from './names.ts'
import {isTime} from './places.ts'
import {accordingTo, agreeing, ofObject, ofVerb} from './prepositions.ts'
import {
  comesBehind,
  handedOver,
  ofNoun,
  participleBehind,
  purpose,
  saidOfSubject,
  subjectBefore,
  tellsBefore,
  thatBesideSubject,
  thatTold,
  toVerb,
  undertaken,
} from './subordinate.ts'
import type {MendWords} from './words.ts'

type Mend = (draft: Draft, head: number, i: number, words: MendWords) => void

/** What may be wrong with a word that hangs on another in this relation. */
const mends: Readonly<Record<string, readonly Mend[]>> = {
  'obl:agent': [agentOfActive, titleBefore],
  nmod: [agentBehindDay, agentOfAccused, titleBefore, accordingTo, dayOfName, dayOfTime, ofVerb, toVerb],
  'nmod:unmarked': [dayOfName],
  'nmod:poss': [titleBefore],
  obj: [thatOpens, objectOfNoun, subjectBehind, tellerBehind, comesBehind, tellsBefore, titleBefore],
  iobj: [titleBefore],
  amod: [particle, nameAsAdjective],
  compound: [prefixed, givenTo, heldHostage, timeBefore],
  'obl:unmarked': [prefixed, dayOfTelling],
  advmod: [handedOver],
  flat: [secondObject, nameBehindNoun],
  case: [particleAsCase, caseOfTitle],
  'nsubj:outer': [subjectOfIsTo],
  advcl: [behindParticle, addedSaying, participleBehind, undertaken, purpose],
  acl: [behindYet, accusation, thatTold],
  'acl:relcl': [agreeing, thatTold],
  nsubj: [nameInTwo, secondSubject, saidOfSubject, thatBesideSubject],
  'nsubj:pass': [nameInTwo, secondSubject, thatBesideSubject],
  conj: [joinedToTitle, secondTelling, betweenTwo, namedBehind, afterTheyDid],
  obl: [placeOfPlace, fromOfAgent, accordingTo, dayOfTelling, subjectBefore, titleBefore, toVerb, ofObject, ofNoun],
  ccomp: [deniedDoing, whatIsDone, participleBehind],
  appos: [listed],
}

/** Phrases and clauses that hang on the wrong word, or as what their construction rules out. */
export function attachments(draft: Draft, words: MendWords): void {
  for (let i = 0; i < draft.length; i++) {
    const deprel = draft.deprels[i]
    for (const mend of mends[deprel] ?? [])
      if (draft.heads[i] >= 0 && draft.deprels[i] === deprel) mend(draft, draft.heads[i], i, words)
  }
}

/** "the New Zealand minister": no name is an adjective. */
function nameAsAdjective(draft: Draft, _head: number, i: number): void {
  if (!/^NNPS?$/.test(draft.xpos[i])) return
  draft.tag(i, 'PROPN', draft.xpos[i], draft.feats[i])
  draft.label(i, 'compound')
}

/** "to a plant in Chad" with both under the verb: the second place is where the first lies. */
function placeOfPlace(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(i, 'case')
  if (draft.upos[i] !== 'PROPN' || mark < 0 || draft.word(mark) !== 'in' || draft.from.forms[mark - 1] === ',') return
  const before = draft
    .children(verb)
    .filter(child => child < mark && child > verb)
    .at(-1)
  if (before === undefined || draft.deprels[before] !== 'obl' || draft.upos[before] !== 'PROPN') return
  const to = draft.child(before, 'case')
  if (to >= 0 && /^(?:to|at|from|into)$/.test(draft.word(to)) && !isTime(draft, i)) draft.attach(i, before, 'nmod')
}

/** "killed by missiles from a drone": what comes from somewhere is what stands right before it. */
function fromOfAgent(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(i, 'case')
  const agent = mark - 1
  if (mark < 1 || draft.word(mark) !== 'from' || draft.heads[agent] !== verb) return
  if (draft.deprels[agent] === 'obl:agent' && agent > verb) draft.attach(i, agent, 'nmod')
}

const actives = new Set(['VB', 'VBD', 'VBZ', 'VBP'])

/** "stood by India", "ordered a patrol by police": only passives have an agent. */
function agentOfActive(draft: Draft, verb: number, by: number): void {
  if (verb > by) return
  if (!actives.has(draft.xpos[verb]) || draft.child(verb, 'aux:pass', 'nsubj:pass') >= 0) return
  const mark = draft.child(by, 'case')
  if (mark < 0) return
  const object = draft.child(verb, 'obj')
  if (object === mark - 1 && object > verb) draft.attach(by, object, 'nmod')
  else draft.label(by, 'obl')
}

/** "Hackers defaced websites" with both words under "hackers": a noun has no object, its participle has. */
function objectOfNoun(draft: Draft, noun: number, object: number): void {
  if (noun > object || !draft.isNominal(noun)) return
  const verb = draft
    .children(noun)
    .find(child => child > noun && child < object && draft.isVerb(child) && draft.rel(child) === 'acl')
  if (verb !== undefined && draft.child(noun, 'cop', 'aux') < 0) draft.attach(object, verb, 'obj')
}

/** "handed over weapons" */
function particleAsCase(draft: Draft, noun: number, i: number): void {
  if (draft.xpos[i] === 'RP' && draft.heads[noun] === i - 1 && draft.isVerb(i - 1))
    draft.attach(i, i - 1, 'compound:prt')
}

/** "for Justice Ann Deby" with "for" under the title: it marks the whole. */
function caseOfTitle(draft: Draft, title: number, i: number): void {
  const name = draft.heads[title]
  if (draft.deprels[title] === 'nmod:desc' && name > title && i < title) draft.attach(i, name, 'case')
}

const particles = new Set(['back', 'home', 'down', 'out', 'off', 'away', 'apart', 'forward'])

/** "bring back weapons": no adjective of the noun. */
function particle(draft: Draft, noun: number, i: number): void {
  if (draft.heads[noun] !== i - 1 || !draft.isVerb(i - 1)) return
  if (draft.xpos[i] === 'RP') draft.attach(i, i - 1, 'compound:prt')
  else if (draft.upos[i] === 'ADV' && particles.has(draft.word(i))) draft.attach(i, i - 1, 'advmod')
}

/** "Chad test-fired a missile": what stands before a verb with its own prefix is its subject. */
function prefixed(draft: Draft, verb: number, prefix: number): void {
  if (!draft.isVerb(verb) || draft.from.forms[verb - 1] !== '-' || prefix !== verb - 2) return
  if (draft.child(verb, 'nsubj', 'aux', 'mark', 'case') >= 0 || draft.child(verb, 'obj') < verb) return
  const subject = draft
    .children(prefix)
    .filter(child => child < prefix && draft.isNominal(child))
    .at(-1)
  if (subject === undefined) return
  for (const child of draft.children(prefix))
    if (child < subject) draft.attach(child, draft.rel(child) === 'punct' ? verb : subject, draft.deprels[child])
  draft.attach(subject, verb, 'nsubj')
  if (draft.xpos[verb] === 'VBN') draft.tagPast(verb)
}
