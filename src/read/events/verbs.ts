import type {Act} from '../../lexicon/acts.ts'
import type {Pattern} from '../../lexicon/pattern.ts'
import type {Party, Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'

import {aroundFits} from './around.ts'
import {type Dependent, type Gathered, gathered, put, putObliques, wordAt, wordFits} from './fill.ts'
import {complementOf, modalFits, negationFits, objectPool, obliquePool, particleFits, subjectPool} from './frame.ts'
import type {Hit} from './hit.ts'
import {crowdsOf, impliedDoers, isCrowd} from './implied.ts'
import type {Miss} from './miss.ts'
import {acting, allAt, directAt, distinct, modifiersOf, partiesAt, without} from './parties.ts'
import {nextAfter, wherever} from './reach.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {sensible, twoSided} from './sense.ts'

const agentless = new Set([
  'COERCE',
  'ASSAULT',
  'SANCTION',
  'ACCUSE',
  'MOBILIZE',
  'RETREAT',
  'CONCEDE',
  'AID',
  'PROTEST',
])
/** What two sides have together: "ties were restored" means both. */
const mutualWords = new Set(['tie', 'relation', 'relationship', 'diplomatic relation', 'diplomatic tie'])
const physical = new Set(['ASSAULT', 'COERCE'])

/** Matches a row whose trigger is a verb or adjective at `token`; else the first reason why it does not fit. */
export function matchVerb(scene: Scene, token: number, act: Act): Hit | Miss {
  const {tree} = scene
  const {pattern} = act
  if (tree.rel(token) === 'amod') return 'attribute'
  if (!particleFits(tree, token, pattern)) return 'particle'
  if (!negationFits(tree, token, pattern)) return 'negation'
  if (!aroundFits(tree, token, pattern)) return 'around'
  const into = gathered()
  into.physical = physical.has(act.event) || act.mode === 'investigate' || act.mode === 'release'
  const clause = complementOf(tree, token, pattern)
  if (pattern.complement && clause < 0 && !pattern.complement.optional) return 'complement'
  if (pattern.complement?.modal && !modalFits(tree, clause, pattern.complement.modal)) return 'modal'
  if (pattern.complement?.verbs && !pattern.complement.verbs.has(lemmaOf(tree, clause))) return 'verb'

  const objects = objectPool(tree, token, clause, pattern)
  if (!putObjects(scene, pattern, objects, into)) return 'object'
  const nouns = into.words.slice()
  // "A ceasefire between X and Y took effect": the parties hang on a subject that the row knows by its word.
  const heads = pattern.subject?.words && !pattern.subject.slot ? subjectPool(tree, token, pattern) : []
  const holders = tree.expand([...new Set([...into.tokens, ...into.words, ...heads])])
  const pool = obliquePool(tree, token, [...new Set(holders)], pattern)
  if (!putObliques(scene, pattern, pool, [...nouns, ...heads], into)) return 'oblique'
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
    // "A ceasefire between X and Y was agreed": the two stand by what they did.
    if (slot === 'BOTH') {
      const named = tree.isPassive(token) ? /^(?:with|between)$/ : /^with$/
      for (const {token: at, prep} of pool) if (named.test(prep)) into.actors.push(...partiesAt(scene, at, 'actor'))
    }
    if (act.event === 'PROTEST' && (into.actors.length === 0 || isCrowd(scene, subjects))) {
      const crowds = crowdsOf(scene, token, subjects)
      if (crowds.length > 0) into.actors = crowds
    }
    if (slot === 'ACTOR' && into.actors.length === 0) {
      mutual = tree.isPassive(token) && into.words.some(at => mutualWords.has(lemmaOf(tree, at)))
      if (!agentless.has(act.event) && !mutual) return 'actor'
      const implied = tree.isPassive(token) || subjects.length === 0 ? impliedDoers(scene, token, act) : []
      into.actors.push(...implied)
      pending = implied.length === 0
      // "Exxon struck it": somebody by name, who plays no part.
      if (pending && !tree.isPassive(token) && subjects.some(at => tree.upos(at) === 'PROPN')) return 'actor'
      if (pending && act.event !== 'ASSAULT' && !mutual) return 'actor'
    }
  } else if (slot === 'RECIPIENT') {
    for (const subject of subjects) into.recipients.push(...partiesAt(scene, subject, 'recipient'))
    if (into.recipients.length === 0) return 'recipient'
  } else if (pattern.subject?.words) {
    const {words} = pattern.subject
    const named = subjects.filter(subject => wordFits(tree, subject, words))
    if (named.length === 0) return 'subject-word'
    into.words.push(...named)
  }
  const actors = distinct(into.actors)
  if (slot === 'BOTH' && actors.length === 0 && subjects.length === 0 && act.event !== 'COOPERATE') {
    mutual = tree.isPassive(token) && into.words.some(at => isAccord(scene, at))
    pending = mutual
  }
  if (slot === 'BOTH' && !mutual && (sides(actors) < 2 || !twoSided(actors))) return 'sides'
  let recipients = without(distinct(into.recipients), actors)
  if (into.place && recipients.length === 0 && subjects.some(at => mentionAt(scene, at)?.sense === 'place'))
    return 'actor'
  const wanted = into.recipients.length > 0
  if (wanted && recipients.length === 0 && required(pattern)) return 'recipient'
  const open =
    pattern.objects.some(fill => fill.slot === 'RECIPIENT' && fill.optional) || pattern.complement?.mark === 'to'
  // "Moved tanks and soldiers to its border": whom it moves it does not move against.
  const moved = act.event === 'MOBILIZE' && !required(pattern) ? objects : []
  const homes = new Set([null, ...actors.map(({country}) => country)])
  const against = (parties: Party[]) =>
    parties.filter(({country, span}) => !homes.has(country) || !moved.some(at => within(tree, at, span)))
  recipients = against(recipients)
  if (recipients.length === 0 && open && slot !== 'BOTH') {
    recipients = against(wherever(scene, objects, pool, clause, actors))
    if (recipients.length === 0) recipients = against(nextAfter(scene, token, actors, into.physical))
  }
  // "Shot dead a Chilean soldier": whom the row knows by the word is a party all the same.
  if (recipients.length === 0 && into.physical && slot !== 'BOTH') {
    const named = into.words.filter(at => objects.includes(at)).flatMap(at => directAt(scene, at, 'recipient'))
    recipients = without(distinct(named), actors)
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

/** "The border deal struck in 2024": what two sides made, told without them. */
function isAccord(scene: Scene, at: number): boolean {
  const {tree, acts} = scene
  const named = () => tree.obliques(at).some(({token}) => partiesAt(scene, token, 'actor').length > 0)
  return (
    acts.sets.get('accord')?.has(lemmaOf(tree, at)) === true && modifiersOf(scene, at, 'actor').length === 0 && !named()
  )
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

function within(tree: Tree, token: number, {start, end}: Span): boolean {
  return start <= tree.sentence.starts[token] && tree.sentence.ends[token] <= end
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
    // "Promised Haiti a thousand police officers": whom is told by the indirect object, where there is one.
    const given =
      fill.slot && order.length > 1 ? pool.filter(at => scene.tree.rel(scene.tree.shared(at)) === 'iobj') : []
    for (const token of given.length > 0 ? given : pool) {
      if (used.has(token) || !put(scene, token, fill, into)) continue
      used.add(token)
      found = true
      if (!fill.slot) break
    }
    if (!found && !fill.optional) return false
  }
  return true
}
