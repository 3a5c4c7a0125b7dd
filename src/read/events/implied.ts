import type {Act} from '../../lexicon/acts.ts'
import type {Party} from '../../model/index.ts'
import type {Dependent} from './fill.ts'
import {placeBefore} from './grounds.ts'
import {directAt, distinct, modifiersOf, ownersOf, partiesAt} from './parties.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {countryOf} from '../work.ts'

const operations = new Set([
  'operation',
  'raid',
  'attack',
  'strike',
  'airstrike',
  'sweep',
  'ambush',
  'bombing',
  'offensive',
  'shelling',
  'mission',
  'custody',
  'court',
])
const byCourt = new Set(['arrest', 'convict', 'deport', 'execute', 'investigate'])
const byState = new Set([...byCourt, 'curfew', 'martial-law', 'censor', 'release'])

/**
 * The doer of an act told in the passive without an agent, where the clause names it all the same: "in a joint operation
 * between A and B", "in an Israeli raid", and for acts that only authorities do, the country where it was done.
 */
export function impliedDoers(scene: Scene, token: number, act: Act): Party[] {
  const {tree} = scene
  for (const {token: at, prep} of tree.obliques(token)) {
    if (prep !== 'in' && prep !== 'during' && prep !== 'by') continue
    if (!operations.has(lemmaOf(tree, at))) continue
    const found = modifiersOf(scene, at, 'actor').filter(
      ({span}) => !placeBefore(scene, at, tree.tokenAt(span.end - 1)),
    )
    for (const {token: inner, prep: link} of tree.obliques(at))
      if (link === 'between' || link === 'by' || link === 'of' || link === 'with')
        found.push(...partiesAt(scene, inner, 'actor'))
    if (found.length > 0) return distinct(found).map(party => ({...party, how: 'implied' as const}))
  }
  if (act.event === 'MOBILIZE' || act.mode === 'withdraw') return movedForces(scene, token)
  if (act.event === 'PROTEST')
    return tree.isPassive(token) && act.pattern.objects.some(({words}) => words)
      ? peopleWithin(scene, token, token)
      : []
  if (act.event === 'AID') {
    const senders = sendersOf(scene, token)
    return senders.length > 0 ? senders : movedForces(scene, token)
  }
  if (act.mode === 'release') return holdersOf(scene, token, act)
  const own = tree.obliques(token)
  // "Put under investigation in Italy": the place may hang on the noun of the act.
  const nested = own.filter(({prep}) => prep === 'under').flatMap(({token: at}) => tree.obliques(at))
  // "Shortened the curfew imposed in Sudan": what is only said to be in force is no news.
  const standing = tree.rel(token) === 'acl' && tree.deprel(token) !== 'acl:relcl' && !byCourt.has(act.mode ?? '')
  return standing ? [] : rulersHere(scene, act, [...own, ...nested])
}

/** For acts that only authorities do, the state in which it was done: "arrested in Cairo", "the arrest in Cairo". */
export function rulersHere(scene: Scene, act: Act, places: readonly Dependent[]): Party[] {
  const {work} = scene
  if (!byState.has(act.mode ?? '') && act.event !== 'CONCEDE' && act.id !== 'crackdown-n-on') return []
  for (const {token: at, prep} of places) {
    if (!/^(?:in|across|throughout)$/.test(prep)) continue
    const mention = mentionAt(scene, at)
    const standing = mention?.sense === 'place' ? countryOf(work, mention.entities[0]) : null
    // "Held in an Iranian prison", "across Ecuador's coast".
    const owner = mention ? null : ownersOf(scene, at, 'recipient').find(({sector}) => sector === null)
    const country = standing ?? owner?.country
    const state = country ? work.lexicon.entities.get(country) : null
    const span = mention?.span ?? owner?.span
    if (!span || !state) continue
    work.entities.set(state.id, state)
    return [{entity: state.id, country: state.id, sector: null, span, how: 'implied'}]
  }
  return []
}

/** "Tents from Chile were flown to Peru": whose the things are that nobody is said to have sent. */
function sendersOf(scene: Scene, token: number): Party[] {
  const {tree} = scene
  if (!tree.isPassive(token)) return []
  const from = tree.objects(token).flatMap(at => tree.obliques(at).filter(({prep}) => prep === 'from'))
  return distinct(from.flatMap(({token: at}) => partiesAt(scene, at, 'actor'))).map(party => ({
    ...party,
    how: 'implied' as const,
  }))
}

const holding = /^(?:abduct|arrest|capture|detain|hold|imprison|intern|jail|kidnap|seize|take)$/

/** "Two nurses held by Chad (jailed in Chad) were freed", "was freed from a prison in Chad": who held whom nobody is said to have freed. */
function holdersOf(scene: Scene, token: number, act: Act): Party[] {
  const {tree} = scene
  if (!tree.isPassive(token)) return []
  const held = tree
    .objects(token)
    .flatMap(at => tree.childrenBy(at, 'acl').filter(by => holding.test(lemmaOf(tree, by))))
  const around = held.flatMap(at => tree.obliques(at))
  const by = around.filter(({prep}) => prep === 'by')
  const cells = tree
    .obliques(token)
    .filter(({token: at}) => /^(?:captivity|custody|detention|jail|prison)$/.test(lemmaOf(tree, at)))
  const found = [
    ...by.flatMap(({token: at}) => partiesAt(scene, at, 'actor')),
    ...cells.flatMap(({token: at}) => ownersOf(scene, at, 'actor')),
  ]
  if (found.length === 0) return rulersHere(scene, act, around)
  return distinct(found).map(party => ({...party, how: 'implied' as const}))
}

/** "Turkish troops were sent to the border": forces that nobody is said to have moved moved. */
function movedForces(scene: Scene, token: number): Party[] {
  const {tree, acts} = scene
  if (!tree.isPassive(token)) return []
  const forces = tree
    .objects(token)
    .filter(at => acts.sets.get('force')?.has(lemmaOf(tree, at)) || acts.sets.get('police')?.has(lemmaOf(tree, at)))
  return distinct(forces.flatMap(at => partiesAt(scene, at, 'actor'))).map(party => ({
    ...party,
    how: 'implied' as const,
  }))
}

const grounds = new Set(['in', 'at', 'through', 'outside', 'across', 'near'])

/** "Miners in Peru downed tools": a crowd named by its trade, which the state that owns it does not stand for. */
export function isCrowd(scene: Scene, subjects: readonly number[]): boolean {
  const {tree, acts} = scene
  return subjects.some(
    at => acts.sets.get('protester')?.has(lemmaOf(tree, at)) && directAt(scene, at, 'actor').length === 0,
  )
}

const erupting =
  /^(?:begin|start|erupt|break|flare|spread|continue|resume|grip|rock|shake|sweep|paralyse|paralyze|hit|bring|convulse|engulf|follow|take|enter|rage)$/
const streets = /^(?:street|square|centre|center|heart|boulevard)$/
const gripping = /^(?:grip|rock|shake|sweep|paralyse|paralyze|hit|bring|convulse|engulf)$/
const since = /^(?:after|amid|despite|following|during|since)$/

/** "Demonstrations broke out in Sudan", "after weeks of protests in Lima": unrest that nobody is said to have made is of the country where it is. */
export function unrestIn(scene: Scene, token: number): Party[] {
  const {tree} = scene
  let top = token
  if (tree.preposition(top) === 'of' && tree.rel(top) === 'nmod') top = tree.head(top)
  const head = tree.head(top)
  const arises = head >= 0 && tree.rel(top) === 'nsubj' && erupting.test(lemmaOf(tree, head))
  if (!arises && !since.test(tree.preposition(top))) return []
  return peopleWithin(scene, token, arises ? head : top)
}

/** "Thousands marched in Warsaw": an unnamed crowd is of the country where it is. */
export function crowdsOf(scene: Scene, token: number, subjects: readonly number[]): Party[] {
  const {tree, acts} = scene
  const crowd = subjects.find(at => acts.sets.get('protester')?.has(lemmaOf(tree, at)))
  if (crowd === undefined) return []
  const owner = ownersOf(scene, crowd, 'actor').find(party => party.sector === null && party.country !== null)
  return peopleWithin(scene, crowd, token, owner?.country ?? null)
}

/** The people of a country, else of the one place below a word where something is said to be. */
function peopleWithin(scene: Scene, crowd: number, token: number, owner: string | null = null): Party[] {
  const {tree, work} = scene
  const [first, last] = tree.subtree(token)
  let country = owner
  for (let at = first; at <= last && country === null; at++) {
    const mention = mentionAt(scene, at)
    if (mention?.head !== at) continue
    // "In five Sudanese cities", "the streets of Skopje", "brought Hong Kong to a standstill".
    const noun = tree.rel(at) === 'amod' ? tree.head(at) : at
    const filled = tree.preposition(at) === 'of' && streets.test(lemmaOf(tree, tree.head(at)))
    const gripped = tree.rel(at) === 'obj' && tree.head(at) === token && gripping.test(lemmaOf(tree, token))
    if (!gripped && (mention.sense !== 'place' || !(filled || grounds.has(tree.preposition(noun))))) continue
    country = countryOf(work, mention.entities[0])
  }
  const state = country ? work.lexicon.entities.get(country) : null
  if (!state) return []
  const id = `${state.id}:CVL`
  if (!work.entities.has(id))
    work.entities.set(id, {
      ...state,
      id,
      kind: 'people',
      name: `people of ${state.name}`,
      country: state.id,
      sector: 'CVL',
      wikidata: null,
    })
  return [{entity: id, country: state.id, sector: 'CVL', span: tree.span(crowd), how: 'implied'}]
}
