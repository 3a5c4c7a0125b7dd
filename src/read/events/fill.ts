import type {Fill, Pattern} from '../../lexicon/pattern.ts'
import type {Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {directAt, ownersOf, partiesAt} from './parties.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {keptOf} from './syntax.ts'

/** What a pattern has gathered so far at one place of the text. */
export interface Gathered {
  actors: Party[]
  recipients: Party[]
  words: number[]
  tokens: number[]
  bonus: number
  /** The act needs a body, a thing or a place: "killed X's chances" does not count. */
  physical: boolean
  /** A place by its name that stands for nobody took the place of a recipient. */
  place: boolean
}

export function gathered(): Gathered {
  return {actors: [], recipients: [], words: [], tokens: [], bonus: 0, physical: false, place: false}
}

/** Whether a word stands at a token, alone or with the compound before it ("hunger strike"). */
export function wordFits(tree: Tree, token: number, words: ReadonlySet<string>): boolean {
  for (const spelling of spellingsOf(tree, token)) if (words.has(spelling)) return true
  return false
}

const spellingsOf = keptOf((tree: Tree, token: number): readonly string[] => {
  const lemma = lemmaOf(tree, token)
  const form = tree.form(token).toLowerCase()
  const spellings = [lemma, form]
  if (token > 0) {
    const before = tree.form(token - 1).toLowerCase()
    spellings.push(`${lemmaOf(tree, token - 1)} ${lemma}`, `${before} ${form}`)
    if (token > 1) spellings.push(`${tree.form(token - 2).toLowerCase()} ${before} ${form}`)
    if (token > 1 && before === '-') {
      const first = lemmaOf(tree, token - 2)
      spellings.push(`${first}-${lemma}`, `${first}${lemma}`)
    }
  }
  return [...new Set(spellings)]
})

/** The word itself, or what a measure counts: "a series of strikes", "ten days of war games". */
export function wordAt(scene: Scene, token: number, words: ReadonlySet<string>): number {
  const {tree, acts} = scene
  if (wordFits(tree, token, words)) return token
  // "Left the Organization of American States": any body of states is a bloc.
  if (words.has('ecowas') && isBody(scene, token)) return token
  if (!acts.sets.get('measure')?.has(lemmaOf(tree, token))) return -1
  for (const {token: at, prep} of tree.obliques(token)) if (prep === 'of' && wordFits(tree, at, words)) return at
  return -1
}

function isBody(scene: Scene, token: number): boolean {
  const mention = mentionAt(scene, token)
  const entity = mention?.head === token ? scene.work.entities.get(mention.entities[0]) : undefined
  return entity?.kind === 'organisation' && entity.sector === 'IGO'
}

const bodies = [
  'agent',
  'victim',
  'prisoner',
  'force',
  'building',
  'territory',
  'property',
  'envoy',
  'protester',
  'vehicle',
  'police',
  'weapon',
  'measure',
  'medium',
  'party-noun',
  'person',
]

/** A party itself, or a noun for people, things and places. */
export function bodily(scene: Scene, token: number): boolean {
  if (scene.tree.upos(token) !== 'NOUN' || directAt(scene, token, 'recipient').length > 0) return true
  const {tree, acts} = scene
  return bodies.some(name => wordFits(tree, token, acts.sets.get(name) ?? new Set()))
}

/** Puts `token` in a place of the pattern; false when it does not fit there. */
export function put(scene: Scene, token: number, fill: Fill, into: Gathered): boolean {
  if (fill.words) {
    const at = wordAt(scene, token, fill.words)
    if (at < 0) return false
    into.words.push(at)
  }
  if (fill.slot) {
    const part = fill.slot === 'RECIPIENT' ? 'recipient' : 'actor'
    const parties = partiesAt(scene, token, part)
    const place = parties.length === 0 && into.physical && part === 'recipient' && isPlace(scene, token)
    if (parties.length === 0 && !place) return false
    into.place ||= place
    if (into.physical && part === 'recipient' && !bodily(scene, token)) return false
    if (part === 'recipient') into.recipients.push(...parties)
    else into.actors.push(...parties)
  }
  into.tokens.push(token)
  into.bonus += fill.optional ? 0.4 : 0
  return true
}

/** "Seized Scarborough", "attacked Karabakh": a place by its name that stands for nobody. */
function isPlace({work, tree}: Scene, token: number): boolean {
  if (tree.upos(token) !== 'PROPN') return false
  const {start} = tree.span(token)
  return work.places.some(({span, precision}) => span.start <= start && start < span.end && precision !== 'country')
}

export interface Dependent {
  readonly token: number
  readonly prep: string
}

/** Fills the prepositional places of a pattern; false when a required one stays empty. `of` also finds the owner before a noun. */
export function putObliques(
  scene: Scene,
  pattern: Pattern,
  pool: readonly Dependent[],
  nouns: readonly number[],
  into: Gathered,
): boolean {
  const inner: Dependent[] = []
  for (const {preps, fill} of pattern.obliques) {
    let first = -1
    let found = preps.has('of') && fill.slot !== null && putOwners(scene, nouns, fill, into)
    for (const {token, prep} of found ? [] : [...pool, ...inner]) {
      if (!preps.has(prep) || (first >= 0 && scene.tree.shared(token) !== scene.tree.shared(first))) continue
      if (!put(scene, token, fill, into)) continue
      found = true
      if (first < 0) first = token
      if (!fill.slot) inner.push(...scene.tree.obliques(fill.words ? into.words[into.words.length - 1] : token))
      if (!fill.slot) break
    }
    if (!found && !fill.optional) return false
  }
  return true
}

function putOwners(scene: Scene, nouns: readonly number[], fill: Fill, into: Gathered): boolean {
  const part = fill.slot === 'RECIPIENT' ? 'recipient' : 'actor'
  const owners = nouns.flatMap(noun => ownersOf(scene, noun, part))
  if (owners.length === 0) return false
  if (part === 'recipient') into.recipients.push(...owners)
  else into.actors.push(...owners)
  into.bonus += fill.optional ? 0.4 : 0
  return true
}
