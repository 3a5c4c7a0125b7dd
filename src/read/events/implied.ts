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
const byState = new Set(['arrest', 'convict', 'deport', 'execute', 'investigate'])

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
  if (act.event === 'MOBILIZE') return movedForces(scene, token)
  if (act.event === 'AID') return sendersOf(scene, token)
  const own = tree.obliques(token)
  // "Put under investigation in Italy": the place may hang on the noun of the act.
  const nested = own.filter(({prep}) => prep === 'under').flatMap(({token: at}) => tree.obliques(at))
  return rulersHere(scene, act, [...own, ...nested])
}

/** For acts that only authorities do, the state in which it was done: "arrested in Cairo", "the arrest in Cairo". */
export function rulersHere(scene: Scene, act: Act, places: readonly Dependent[]): Party[] {
  const {work} = scene
  if (!byState.has(act.mode ?? '')) return []
  for (const {token: at, prep} of places) {
    if (prep !== 'in') continue
    const mention = mentionAt(scene, at)
    const country = mention?.sense === 'place' ? countryOf(work, mention.entities[0]) : null
    const state = country ? work.lexicon.entities.get(country) : null
    if (!mention || !state) continue
    work.entities.set(state.id, state)
    return [{entity: state.id, country: state.id, sector: null, span: mention.span, how: 'implied'}]
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

/** "Thousands marched in Warsaw": an unnamed crowd is of the country where it is. */
export function crowdsOf(scene: Scene, token: number, subjects: readonly number[]): Party[] {
  const {tree, work, acts} = scene
  const crowd = subjects.find(at => acts.sets.get('protester')?.has(lemmaOf(tree, at)))
  if (crowd === undefined) return []
  const [first, last] = tree.subtree(token)
  const owner = ownersOf(scene, crowd, 'actor').find(party => party.sector === null && party.country !== null)
  let country = owner?.country ?? null
  for (let at = first; at <= last && country === null; at++) {
    const mention = mentionAt(scene, at)
    if (mention?.head !== at || mention.sense !== 'place' || !grounds.has(tree.preposition(at))) continue
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
