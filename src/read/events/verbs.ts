import type {Act} from '../../lexicon/acts.ts'
import type {Pattern} from '../../lexicon/pattern.ts'
import type {Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {aroundFits} from './around.ts'
import {type Dependent, type Gathered, gathered, put, putObliques, wordAt, wordFits} from './fill.ts'
import {complementOf, modalFits, objectPool, obliquePool, particleFits, subjectPool} from './frame.ts'
import type {Hit} from './hit.ts'
import {crowdsOf, impliedDoers} from './implied.ts'
import type {Miss} from './miss.ts'
import {acting, allAt, distinct, isKnown, ownersOf, partiesAt, without} from './parties.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {sensible, twoSided} from './sense.ts'
import {toInfinitive} from './syntax.ts'

const agentless = new Set(['COERCE', 'ASSAULT', 'SANCTION', 'ACCUSE', 'MOBILIZE', 'RETREAT', 'CONCEDE'])
/** What two sides have together: "ties were restored" means both. */
const mutualWords = new Set(['tie', 'relation', 'relationship', 'diplomatic relation', 'diplomatic tie'])
const physical = new Set(['ASSAULT', 'COERCE'])
const anywhere = new Set([
  'against',
  'on',
  'with',
  'to',
  'toward',
  'towards',
  'from',
  'for',
  'at',
  'upon',
  'over',
  'between',
  'into',
  'in',
  'of',
])

/** Matches a row whose trigger is a verb or adjective at `token`; else the first reason why it does not fit. */
export function matchVerb(scene: Scene, token: number, act: Act): Hit | Miss {
  const {tree} = scene
  const {pattern} = act
  if (tree.rel(token) === 'amod') return 'attribute'
  if (!particleFits(tree, token, pattern)) return 'particle'
  if (!aroundFits(tree, token, pattern)) return 'around'
  const into = gathered()
  into.physical = physical.has(act.event) || act.mode === 'investigate'
  const clause = complementOf(tree, token, pattern)
  if (pattern.complement && clause < 0 && !pattern.complement.optional) return 'complement'
  if (pattern.complement?.modal && !modalFits(tree, clause, pattern.complement.modal)) return 'modal'
  if (pattern.complement?.verbs && !pattern.complement.verbs.has(lemmaOf(tree, clause))) return 'verb'

  const objects = objectPool(tree, token, clause, pattern)
  if (!putObjects(scene, pattern, objects, into)) return 'object'
  const nouns = into.words.slice()
  // "A ceasefire between X and Y took effect": the parties hang on a subject that the row knows by its word.
  const heads = pattern.subject?.words && !pattern.subject.slot ? subjectPool(tree, token, pattern) : []
  const pool = obliquePool(tree, token, [...new Set([...into.tokens, ...into.words, ...heads])], pattern)
  if (!putObliques(scene, pattern, pool, nouns, into)) return 'oblique'
  if (pattern.complement?.subject) {
    const before = into.recipients.length
    for (const subject of tree.subjects(clause)) put(scene, subject, pattern.complement.subject, into)
    for (const subject of tree.childrenBy(clause, 'nsubj')) put(scene, subject, pattern.complement.subject, into)
    if (pattern.complement.subject.slot && into.recipients.length === before) return 'clause-subject'
  }
  return subjectAndEnd(scene, token, act, clause, objects, pool, into)
}

function subjectAndEnd(
  scene: Scene,
  token: number,
  act: Act,
  clause: number,
  objects: readonly number[],
  pool: readonly Dependent[],
  into: Gathered,
): Hit | Miss {
  const {tree} = scene
  const {pattern} = act
  const subjects = subjectPool(tree, token, pattern)
  let pending = false
  let mutual = false
  const slot = pattern.subject?.slot
  if (slot === 'ACTOR' || slot === 'BOTH') {
    const only = pattern.subject?.words
    for (const subject of subjects) {
      if (only && wordAt(scene, subject, only) < 0) continue
      into.actors.push(...(slot === 'BOTH' ? allAt(scene, subject) : partiesAt(scene, subject, 'actor')))
    }
    into.tokens.push(...subjects)
    into.actors = acting(act.event, into.actors)
    if (slot === 'BOTH')
      for (const {token: at, prep} of pool) if (prep === 'with') into.actors.push(...partiesAt(scene, at, 'actor'))
    if (act.event === 'PROTEST' && into.actors.length === 0) into.actors.push(...crowdsOf(scene, token, subjects))
    if (slot === 'ACTOR' && into.actors.length === 0) {
      mutual = tree.isPassive(token) && into.words.some(at => mutualWords.has(lemmaOf(tree, at)))
      if (!agentless.has(act.event) && !mutual) return 'actor'
      const implied = tree.isPassive(token) || subjects.length === 0 ? impliedDoers(scene, token, act) : []
      into.actors.push(...implied)
      pending = implied.length === 0
      if (pending && act.event !== 'ASSAULT' && !mutual) return 'actor'
    }
  } else if (slot === 'RECIPIENT') {
    for (const subject of subjects) into.recipients.push(...partiesAt(scene, subject, 'recipient'))
    if (into.recipients.length === 0) return 'recipient'
  } else if (
    pattern.subject?.words &&
    !subjects.some(subject => wordFits(tree, subject, pattern.subject?.words as Set<string>))
  )
    return 'subject-word'
  const actors = distinct(into.actors)
  if (slot === 'BOTH' && (sides(actors) < 2 || !twoSided(actors))) return 'sides'
  let recipients = without(distinct(into.recipients), actors)
  const wanted = into.recipients.length > 0
  if (wanted && recipients.length === 0 && required(pattern)) return 'recipient'
  const open =
    pattern.objects.some(fill => fill.slot === 'RECIPIENT' && fill.optional) || pattern.complement?.mark === 'to'
  if (recipients.length === 0 && open && slot !== 'BOTH') {
    recipients = wherever(scene, objects, pool, clause, actors)
    if (recipients.length === 0) recipients = nextAfter(scene, token, actors, into.physical)
  }
  if (pending && recipients.length === 0 && !mutual) return 'recipient'
  if (!sensible(scene, act, token, into.words, actors, recipients)) return 'sense'
  if (takesObject(scene, act, token, into)) return 'other-object'
  return {
    act,
    trigger: token,
    light: -1,
    actors,
    recipients,
    words: into.words,
    tokens: into.tokens,
    complement: clause,
    pending,
    weight: pattern.weight + into.bonus + (recipients.length > 0 ? 0.3 : 0),
  }
}

const objectless = new Set(['RETREAT', 'PROTEST', 'CONCEDE', 'MOBILIZE'])

/** A row without an object does not fit a verb that has one: "pulled out her pen". */
function takesObject(scene: Scene, {event, pattern}: Act, token: number, into: Gathered): boolean {
  if (
    !objectless.has(event) ||
    pattern.kind !== 'v' ||
    pattern.complement ||
    pattern.objects.some(({optional}) => !optional)
  )
    return false
  const {tree} = scene
  if (tree.isPassive(token)) return false
  return tree
    .childrenBy(token, 'obj')
    .some(
      at => !into.tokens.includes(at) && tree.preposition(at) === '' && partiesAt(scene, at, 'recipient').length === 0,
    )
}

function required(pattern: Pattern): boolean {
  return (
    pattern.objects.some(({slot, optional}) => slot === 'RECIPIENT' && !optional) ||
    pattern.obliques.some(({fill}) => fill.slot === 'RECIPIENT' && !fill.optional) ||
    pattern.complement?.subject?.slot === 'RECIPIENT'
  )
}

/** How many different parties stand there; two people of one state count as two. */
export function sides(parties: readonly Party[]): number {
  return new Set(parties.map(({entity}) => entity)).size
}

function putObjects(scene: Scene, pattern: Pattern, pool: readonly number[], into: Gathered): boolean {
  const used = new Set<number>()
  const order = [...pattern.objects].sort((a, b) => (a.words ? 0 : 1) - (b.words ? 0 : 1))
  for (const fill of order) {
    let found = false
    for (const token of pool) {
      if (used.has(token) || !put(scene, token, fill, into)) continue
      used.add(token)
      found = true
      if (!fill.slot) break
    }
    if (!found && !fill.optional) return false
  }
  return true
}

/** Whom an act is meant for, wherever the clause names it: objects, their owners, obliques, the complement's parties. */
function wherever(
  scene: Scene,
  objects: readonly number[],
  pool: readonly Dependent[],
  clause: number,
  actors: readonly Party[],
): Party[] {
  const {tree} = scene
  const places: number[] = [...objects]
  for (const {token: at, prep} of pool) if (anywhere.has(prep)) places.push(at)
  for (const object of objects)
    for (const {token: at, prep} of tree.obliques(object)) if (anywhere.has(prep)) places.push(at)
  const found: Party[][] = places.map(at => jointly(scene, at))
  for (const object of objects) {
    for (const inner of tree.childrenBy(object, 'acl')) found.push(...clauseParties(scene, inner))
    found.push(ownersOf(scene, object, 'recipient'))
  }
  if (clause >= 0) found.push(...clauseParties(scene, clause))
  return bestOf(found, actors)
}

/** The first parties of another state than the actors', else the first known ones. */
function bestOf(found: readonly Party[][], actors: readonly Party[]): Party[] {
  const known = found.map(parties => without(parties, actors).filter(isKnown)).filter(parties => parties.length > 0)
  const homes = new Set(actors.map(({country}) => country))
  return known.find(parties => parties.every(({country}) => !homes.has(country))) ?? known[0] ?? []
}

/** The parties at a token and at those coordinated below it. */
function jointly(scene: Scene, token: number): Party[] {
  return distinct(scene.tree.expand([token]).flatMap(at => partiesAt(scene, at, 'recipient')))
}

const stride = 14

/** As a last resort, the first party after the word within its own subtree. */
function nextAfter(scene: Scene, token: number, actors: readonly Party[], harmful: boolean): Party[] {
  const {tree} = scene
  for (let at = token + 1; at < tree.length && at <= token + stride; at++) {
    if (!tree.covers(token, at) || mentionAt(scene, at)?.head !== at || !sameTelling(tree, token, at)) continue
    if (harmful && isBeside(tree, token, at)) continue
    const found = without(jointly(scene, at), actors).filter(isKnown)
    if (found.length > 0) return found
  }
  return []
}

/** "Captured a town near the Ugandan border": what is only beside the place of an act suffers nothing by it. */
function isBeside(tree: Tree, token: number, below: number): boolean {
  for (let at = below; at >= 0 && at !== token; at = tree.head(at))
    if (/^(?:near|off|beside|outside|close to|east of|west of|north of|south of)$/.test(tree.preposition(at)))
      return true
  return false
}

/** Whether nothing between two words starts another telling. */
function sameTelling(tree: Tree, token: number, below: number): boolean {
  for (let at = below; at >= 0 && at !== token; at = tree.head(at)) {
    const rel = tree.rel(at)
    if (
      rel === 'parataxis' ||
      tree.deprel(at) === 'acl:relcl' ||
      (rel === 'advcl' && !toInfinitive(tree, at)) ||
      (rel === 'conj' && tree.upos(at) === 'VERB')
    )
      return false
  }
  return true
}

/** Parties in the logical places of a clause: its subject, objects and obliques, then one verb deeper. */
function clauseParties(scene: Scene, clause: number, left = 2): Party[][] {
  const {tree} = scene
  const places = [...tree.childrenBy(clause, 'nsubj'), ...tree.objects(clause), ...tree.childrenBy(clause, 'iobj')]
  for (const {token, prep} of tree.obliques(clause))
    if (anywhere.has(prep) || bare(scene, token, prep)) places.push(token)
  const found: Party[][] = []
  for (const place of places) {
    found.push(jointly(scene, place))
    for (const {token, prep} of tree.obliques(place)) if (anywhere.has(prep)) found.push(jointly(scene, token))
  }
  if (left === 0) return found
  for (const child of tree.childrenBy(clause, 'xcomp', 'ccomp', 'advcl'))
    found.push(...clauseParties(scene, child, left - 1))
  return found
}

/** A party behind a verb whose preposition the parser hung elsewhere. */
function bare({tree}: Scene, token: number, prep: string): boolean {
  return prep === '' && tree.head(token) < token
}
