import type {Act} from '../../lexicon/acts.ts'
import type {Fill, Pattern} from '../../lexicon/pattern.ts'
import type {Party} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {aroundFits} from './around.ts'
import {type Dependent, type Gathered, gathered, put} from './fill.ts'
import type {Hit} from './hit.ts'
import {crowdsOf, isCrowd, rulersHere, unrestIn} from './implied.ts'
import type {Miss} from './miss.ts'
import {acting, allAt, directAt, distinct, modifiersOf, ownersOf, partiesAt, without} from './parties.ts'
import {bestOf, clauseParties} from './reach.ts'
import {lemmaOf, mentionAt, type Scene} from './scene.ts'
import {sensible, twoSided} from './sense.ts'
import {subjectsOf, toInfinitive} from './syntax.ts'
import {sides} from './verbs.ts'

/** Matches a row whose trigger is a noun at `token`: "the arrest of X by Y", "Y's visit to X", "A-B talks", "Y launched a raid on X"; else the first reason why it does not fit. */
export function matchNoun(scene: Scene, token: number, act: Act): Hit | Miss {
  const {tree} = scene
  const {pattern} = act
  if (tree.rel(token) === 'compound' || tree.rel(token) === 'flat') return 'attribute'
  if (!aroundFits(tree, token, pattern)) return 'around'
  if (pattern.complement && !completed(tree, token, pattern.complement)) return 'complement'
  const {light, pool, inner} = nounPools(scene, token)
  const into = gathered()
  into.physical = act.event === 'ASSAULT' || act.event === 'COERCE'
  const byInner = inner.filter(({prep}) => prep === 'by')
  for (const {preps, fill} of pattern.obliques) {
    let found = false
    for (const {token: at, prep} of [...pool, ...inner]) {
      if (!preps.has(prep) || !put(scene, at, fill, into)) continue
      found = true
      if (!fill.slot) break
    }
    if (!found && !fill.optional) return 'oblique'
  }
  const slot = pattern.subject?.slot
  const takesOf = pattern.obliques.some(({preps}) => preps.has('of'))
  if (slot === 'BOTH') {
    // "An exchange of letters between the two", read as letters between them.
    const between = inner.filter(({prep}) => prep === 'between')
    into.actors.push(...bothOf(scene, token, [...pool, ...byInner, ...between], light))
  } else if (slot === 'ACTOR') into.actors.push(...doersOf(scene, token, [...pool, ...byInner], light, takesOf))
  else if (pattern.subject) return 'subject-word'
  if (slot === 'ACTOR' && into.actors.length === 0)
    into.actors.push(...rulersHere(scene, act, [...tree.obliques(token), ...inner]))
  // "The strike by Argentine clerks".
  const crowd = [...into.words, ...pool.filter(({prep}) => prep === 'by').map(({token: at}) => at)]
  if (act.event === 'PROTEST' && isCrowd(scene, crowd)) into.actors = crowdsOf(scene, token, crowd)
  if (slot === 'ACTOR' && into.actors.length === 0 && act.event === 'PROTEST')
    into.actors.push(...unrestIn(scene, token))
  if (slot === 'ACTOR' && into.actors.length === 0 && act.event === 'CONSULT')
    into.actors.push(...attending(scene, token))
  const actors = acting(act.event, distinct(into.actors))
  if (slot === 'BOTH' && (sides(actors) < 2 || !twoSided(actors))) return 'sides'
  if (actors.length === 0) return 'actor'
  if (pattern.complement?.subject && !putSubjects(scene, token, pattern.complement.subject, into))
    return 'clause-subject'
  let recipients = without(distinct(into.recipients), actors)
  if (recipients.length === 0 && pattern.objects.some(fill => fill.slot === 'RECIPIENT' && fill.optional))
    recipients = bestOf(
      clausesOf(tree, token).flatMap(clause => clauseParties(scene, clause)),
      actors,
    )
  // "The release of two Swedish engineers": whose the people are that the row knows by their word.
  if (recipients.length === 0)
    recipients = without(distinct(into.words.flatMap(at => partiesAt(scene, at, 'recipient'))), actors)
  const wanted = pattern.obliques.some(({fill}) => fill.slot === 'RECIPIENT' && !fill.optional)
  if (wanted && recipients.length === 0) return 'recipient'
  if (!sensible(scene, act, token, into.words, actors, recipients)) return 'sense'
  return {
    act,
    trigger: token,
    light,
    actors,
    recipients,
    words: into.words,
    tokens: into.tokens,
    complement: -1,
    pending: false,
    weight: pattern.weight + into.bonus,
  }
}

/** The verb that carries a noun, or -1, what hangs on the two, and what hangs one noun deeper. */
export function nounPools(scene: Scene, token: number): {light: number; pool: Dependent[]; inner: Dependent[]} {
  const {tree} = scene
  const light = carrierOf(scene, token)
  const pool: Dependent[] = [...tree.obliques(token)]
  if (light >= 0) pool.push(...tree.obliques(light).filter(({prep}) => prep !== 'in' && prep !== 'of'))
  else pool.push(...rightBehind(scene, token))
  const arisen = light < 0 ? arisenBy(scene.tree, token) : -1
  if (arisen >= 0) pool.push(...scene.tree.obliques(arisen).filter(({prep}) => /^(?:between|with|among)$/.test(prep)))
  // "The arrest in Cairo of two students": no place owns what is done in it.
  for (const {token: at, prep} of tree.obliques(token))
    if (prep === 'in' && mentionAt(scene, at)?.sense === 'place')
      pool.push(...tree.obliques(at).filter(below => below.prep === 'of'))
  return {light, pool, inner: innerPool(scene, pool)}
}

/** "foiled an attack by Iran on diplomats", "there was no attack on Iraq": a phrase that closely follows may hang on the verb instead. */
function rightBehind({tree}: Scene, token: number): Dependent[] {
  const head = tree.head(token)
  if (head < 0 || head > token || (tree.rel(token) !== 'obj' && tree.rel(token) !== 'nsubj')) return []
  const [, last] = tree.subtree(token)
  return tree
    .obliques(head)
    .filter(({token: at, prep}) => prep !== '' && prep !== 'in' && tree.subtree(at)[0] === last + 1)
}

/** The verb that only carries this noun: "launched an attack", "an attack was launched", "is considering sanctions" (not "considered the attack a crime"). */
function carrierOf({tree, acts}: Scene, token: number): number {
  const head = tree.head(token)
  if (head < 0 || tree.upos(head) !== 'VERB') return -1
  const verb = lemmaOf(tree, head)
  const weighs = acts.sets.get('weigh-light')?.has(verb) && !isDefinite(tree, token)
  if (!weighs && !acts.sets.get('light')?.has(verb) && !acts.sets.get('plan-light')?.has(verb)) return -1
  return tree.objects(head).includes(token) ? head : -1
}

function isDefinite(tree: Tree, noun: number): boolean {
  return tree.childrenBy(noun, 'det', 'nmod:poss').some(at => !/^(?:an?|any|some|more|new)$/i.test(tree.form(at)))
}

const arising = new Set([
  'begin',
  'start',
  'resume',
  'open',
  'break',
  'erupt',
  'flare',
  'rage',
  'continue',
  'intensify',
  'collapse',
  'end',
  'stall',
])

/** The verb that only says of an act that it came to be: "talks began between …", "fighting broke out between …"; else -1. */
function arisenBy(tree: Tree, token: number): number {
  const head = tree.head(token)
  if (head < 0 || tree.rel(token) !== 'nsubj' || !arising.has(lemmaOf(tree, head))) return -1
  return tree.child(head, 'obj') < 0 ? head : -1
}

/** What hangs on the nouns behind it, where it may have been read one word too deep: "withdrawal of troops from X", "killing of X by Y". */
function innerPool({tree}: Scene, pool: readonly Dependent[]): Dependent[] {
  return pool.flatMap(({token}) => {
    const below = tree.obliques(token)
    // "The release of 300 prisoners of war by Russia".
    const agents = below.flatMap(({token: at, prep}) => (prep === 'of' ? tree.obliques(at) : []))
    return [...below.filter(({prep}) => prep !== 'of'), ...agents.filter(({prep}) => prep === 'by')]
  })
}

/** Who does what a noun tells. */
export function doersOf(
  scene: Scene,
  token: number,
  pool: readonly Dependent[],
  light: number,
  takesOf: boolean,
): Party[] {
  const {tree} = scene
  const by = pool.filter(({prep}) => prep === 'by').flatMap(({token: at}) => partiesAt(scene, at, 'actor'))
  // "An accusation by Chad was rejected by Sudan".
  const own = tree.obliques(token).filter(({prep}) => prep === 'by')
  const named = own.flatMap(({token: at}) => partiesAt(scene, at, 'actor'))
  if (named.length > 0) return named
  if (by.length > 0) return by
  if (light >= 0) {
    const subjects = tree.subjects(light).flatMap(at => partiesAt(scene, at, 'actor'))
    if (subjects.length > 0) return subjects
  }
  for (const at of tree.childrenBy(token, 'nmod:poss')) {
    const found = partiesAt(scene, at, 'actor')
    if (found.length > 0) return found
  }
  // "Drivers, who have been on strike".
  if (tree.copula(token) >= 0 && tree.preposition(token) !== '')
    for (const at of subjectsOf(tree, token)) {
      const found = partiesAt(scene, at, 'actor')
      if (found.length > 0) return found
    }
  // "Pulled down their shutters in protest".
  const verb = tree.head(token)
  if (lemmaOf(tree, token) === 'protest' && tree.preposition(token) === 'in' && tree.upos(verb) === 'VERB') {
    const subjects = subjectsOf(tree, verb)
    const found = subjects.flatMap(at => partiesAt(scene, at, 'actor'))
    return found.length > 0 ? found : crowdsOf(scene, verb, subjects)
  }
  const before = modifiersOf(scene, token, 'actor')
  if (before.length > 0) return before.slice(0, 1)
  if (takesOf) return []
  for (const {token: at, prep} of pool) {
    if (prep !== 'of' && prep !== 'from') continue
    const found = directAt(scene, at, 'actor')
    if (found.length > 0) return found
  }
  return []
}

/** "After a call with Macron, Kagame complained", "in talks with Oman, Iran agreed": who acts in the clause took part. */
function attending(scene: Scene, token: number): Party[] {
  const {tree} = scene
  const verb = tree.head(token)
  if (
    verb < 0 ||
    tree.rel(token) !== 'obl' ||
    !/^(?:after|at|before|during|following|for|in|on)$/.test(tree.preposition(token))
  )
    return []
  return subjectsOf(tree, verb).flatMap(at => partiesAt(scene, at, 'actor'))
}

/** Who does together what a noun tells. */
export function bothOf(scene: Scene, token: number, pool: readonly Dependent[], light: number): Party[] {
  const {tree} = scene
  const found = [...modifiersOf(scene, token, 'actor')]
  for (const {token: at, prep} of pool)
    if (prep === 'between' || prep === 'with' || prep === 'among' || prep === 'of' || prep === 'by')
      found.push(...(prep === 'between' ? allAt(scene, at) : partiesAt(scene, at, 'actor')))
  for (const at of tree.childrenBy(token, 'nmod:poss')) found.push(...partiesAt(scene, at, 'actor'))
  if (light >= 0 && sides(distinct(found)) < 2)
    for (const at of tree.subjects(light)) found.push(...partiesAt(scene, at, 'actor'))
  if (found.length === 1) found.push(...ownersOf(scene, token, 'actor'))
  return found
}

function clausesOf(tree: Tree, token: number): readonly number[] {
  return tree
    .childrenBy(token, 'acl', 'ccomp')
    .filter(clause => tree.deprel(clause) !== 'acl:relcl' || marksThat(tree, clause))
}

function marksThat(tree: Tree, clause: number): boolean {
  return tree.childrenBy(clause, 'mark').some(at => lemmaOf(tree, at) === 'that')
}

/** "The accusation that Sudan armed them": who does what the clause on the noun says. */
function putSubjects(scene: Scene, token: number, fill: Fill, into: Gathered): boolean {
  const {tree} = scene
  const before = into.recipients.length
  for (const clause of clausesOf(tree, token))
    for (const subject of tree.expand(tree.childrenBy(clause, 'nsubj'))) put(scene, subject, fill, into)
  return into.recipients.length > before
}

/** Whether a clause hangs on a noun: "threat to leave", "demand that they leave". */
export function completed(tree: Tree, token: number, {mark, verbs}: NonNullable<Pattern['complement']>): boolean {
  return tree.childrenBy(token, 'acl', 'ccomp').some(clause => {
    if (tree.deprel(clause) === 'acl:relcl' && mark === 'to') return false
    if (mark === 'that') return marksThat(tree, clause)
    return toInfinitive(tree, clause) && (!verbs || verbs.has(lemmaOf(tree, clause)))
  })
}
