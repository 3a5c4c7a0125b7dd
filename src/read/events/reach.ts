import type {Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Dependent} from './fill.ts'
import {distinct, isKnown, ownersOf, partiesAt, without} from './parties.ts'
import {mentionAt, type Scene} from './scene.ts'
import {toInfinitive} from './syntax.ts'

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

/** Whom an act is meant for, wherever the clause names it: objects, their owners, obliques, the complement's parties. */
export function wherever(
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
export function bestOf(found: readonly Party[][], actors: readonly Party[]): Party[] {
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
export function nextAfter(scene: Scene, token: number, actors: readonly Party[], harmful: boolean): Party[] {
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

/** Whether nothing between two words starts another telling; who sent it is still told of "memos sent by Chad". */
function sameTelling(tree: Tree, token: number, below: number): boolean {
  let under = -1
  for (let at = below; at >= 0 && at !== token; under = at, at = tree.head(at)) {
    const rel = tree.rel(at)
    if (rel === 'acl' && !toInfinitive(tree, at) && !(under >= 0 && /^(?:by|from)$/.test(tree.preposition(under))))
      return false
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
export function clauseParties(scene: Scene, clause: number, left = 2): Party[][] {
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
