import type {Pattern} from '../../lexicon/pattern.ts'
import type {Tree} from '../../text/index.ts'
import {type Dependent, wordFits} from './fill.ts'
import {negationOf} from '../reality/own.ts'
import {lemmaOf} from './scene.ts'
import {keptOf, marked, objectsOf, subjectsOf, toInfinitive} from './syntax.ts'

const particles = new Set(['up', 'down', 'off', 'out', 'over', 'in', 'back', 'away', 'aside', 'together', 'aim'])
const particleOf = keptOf((tree: Tree, token: number): string => {
  let found = ''
  for (const child of tree.children(token)) {
    const lemma = lemmaOf(tree, child)
    if (lemma === 'up' && tree.form(child + 1) === 'to') continue
    if (tree.deprel(child) === 'compound:prt') found = lemma
    else if (tree.rel(child) === 'advmod' && particles.has(lemma) && child > token && tree.children(child).length === 0)
      found ||= lemma
  }
  return found
})

/** Whether the verb has the particle that the pattern asks for, and no other. */
export function particleFits(tree: Tree, token: number, {particle}: Pattern): boolean {
  const found = particleOf(tree, token)
  if (!particle) return found === '' || found === 'in' || found === 'together' || (found === 'back' && !particle)
  // "Handed a spy over to Moldova": the particle read as part of the preposition behind the object.
  if (
    found === '' &&
    tree.children(token).some(c => tree.rel(c) === 'obl' && tree.preposition(c).startsWith(`${particle} `))
  )
    return true
  if (found !== '' || token + 1 >= tree.length || tree.form(token + 1).toLowerCase() !== particle)
    return found === particle
  // "handed over 50 tonnes": the particle read as an adverb of the number, or as the preposition of what follows.
  const counted = tree.rel(token + 1) === 'advmod' && tree.covers(token, token + 1)
  // "called off Saturday's march": the preposition of the day that owns the object.
  const owned = tree.rel(token + 1) === 'case' && tree.deprel(tree.head(token + 1)) === 'nmod:poss'
  if (owned && tree.covers(token, token + 1)) return true
  return counted || tree.children(token).some(c => tree.rel(c) === 'obl' && startsWith(tree.preposition(c), particle))
}

/** "out" begins "out" and "out of". */
function startsWith(preposition: string, particle: string): boolean {
  return preposition === particle || preposition.startsWith(`${particle} `)
}

/** The clause that `to ACT` or `that …` stands for, or -1. */
export function complementOf(tree: Tree, token: number, {complement}: Pattern): number {
  if (!complement) return -1
  for (const child of tree.children(token)) {
    const rel = tree.rel(child)
    if (complement.mark === 'to') {
      if (
        (rel === 'xcomp' ||
          rel === 'ccomp' ||
          rel === 'advcl' ||
          rel === 'acl' ||
          (rel === 'csubj' && child > token)) &&
        toInfinitive(tree, child)
      )
        return child
      if (rel === 'obl' || rel === 'obj')
        for (const inner of tree.children(child))
          if (tree.rel(inner) === 'acl' && toInfinitive(tree, inner)) return inner
    } else if (rel === 'ccomp' && !toInfinitive(tree, child)) return child
    else if ((rel === 'advcl' || rel === 'conj') && child > token && saysThat(tree, child)) return child
    else if (rel === 'obj')
      for (const inner of tree.children(child))
        if (tree.rel(inner) === 'acl' && tree.child(inner, 'nsubj') >= 0 && tree.child(inner, 'mark') >= 0) return inner
  }
  if (complement.mark === 'that')
    for (const child of tree.children(token))
      if (tree.rel(child) === 'parataxis' && child < token && tree.upos(child) === 'VERB') return child
  return -1
}

function saysThat(tree: Tree, clause: number): boolean {
  return tree.childrenBy(clause, 'mark').some(mark => lemmaOf(tree, mark) === 'that')
}

/** Whether the verb is negated where the pattern asks for it: "does not recognise", "will not withdraw". */
export function negationFits(tree: Tree, token: number, {negated}: Pattern): boolean {
  if (negated === null) return true
  if (negationOf(tree, token) < 0) return false
  const modal = tree.modal(token)
  const will = modal !== null && /^(?:will|would|wo)$/.test(modal)
  return negated === 'WILL_NOT' ? will : modal === null || will
}

/** Whether a clause has one of these modal verbs. */
export function modalFits(tree: Tree, clause: number, words: ReadonlySet<string>): boolean {
  // "Should Chad host them" is a condition.
  if (tree.form(tree.subtree(clause)[0]).toLowerCase() === 'should') return false
  if (words.has(tree.preposition(clause))) return true
  // "Chad needs to act" asks for something, "Chad needs leaders" finds it lacking.
  if (words.has(lemmaOf(tree, clause))) return lemmaOf(tree, clause) !== 'need' || tree.objects(clause).length === 0
  // "Must have known" guesses about the past.
  if (tree.auxiliaries(clause).some(aux => lemmaOf(tree, aux) === 'have') && tree.perfect(clause)) return false
  return tree
    .auxiliaries(clause)
    .some(aux => words.has(lemmaOf(tree, aux)) || (words.has('will') && /^wo$/.test(tree.form(aux))))
}

/** "Holds Iran responsible", with Iran read as a second subject behind its active verb. */
function postposed(tree: Tree, token: number): number[] {
  const subjects = tree.isPassive(token) ? [] : tree.childrenBy(token, 'nsubj')
  return subjects.some(at => at < token) ? subjects.filter(at => at > token) : []
}

/** What may do it. */
export function subjectPool(tree: Tree, token: number, {kind}: Pattern): number[] {
  if (kind === 'a') {
    const own = tree.childrenBy(token, 'nsubj', 'expl')
    // "Kenya stands ready to help", "the rebels declared themselves ready": whose state the verb tells.
    const verb = own.length === 0 && tree.rel(token) === 'xcomp' ? tree.head(token) : -1
    const told = verb < 0 ? [] : tree.childrenBy(verb, 'obj').filter(at => tree.upos(at) !== 'PRON')
    return verb >= 0 && told.length === 0 && !tree.isPassive(verb) ? [...subjectsOf(tree, verb)] : tree.expand(own)
  }
  const behind = postposed(tree, token)
  return subjectsOf(tree, token).filter(at => !behind.includes(at))
}

/** What may fill the places of a pattern for objects. */
export function objectPool(tree: Tree, token: number, clause: number, pattern: Pattern): readonly number[] {
  const plain = clause < 0 && !pattern.particle && pattern.objects.length < 2 && tree.deprel(token) !== 'acl:relcl'
  return plain ? plainPool(tree, token) : poolFor(tree, token, clause, pattern)
}

/** What most rows of a word share. */
const plainPool = keptOf((tree: Tree, token: number) => poolFor(tree, token, -1, {particle: '', objects: []}))

function poolFor(tree: Tree, token: number, clause: number, pattern: Pick<Pattern, 'particle' | 'objects'>): number[] {
  const pool = [...objectsOf(tree, token), ...postposed(tree, token)]
  if (clause >= 0 && tree.head(clause) === token)
    for (const subject of tree.childrenBy(clause, 'nsubj')) if (toInfinitive(tree, clause)) pool.push(subject)
  // "Halted funding to Chad".
  const gerund = (at: number) => tree.xpos(at) === 'VBG' && tree.objects(at).length === 0 && !toInfinitive(tree, at)
  pool.push(...tree.childrenBy(token, 'xcomp').filter(small => tree.upos(small) !== 'VERB' || gerund(small)))
  // "Called the patrols a provocation", with "patrols" read as a verb.
  for (const small of tree.childrenBy(token, 'xcomp'))
    if (/^VB[ZP]$/.test(tree.xpos(small))) pool.push(...tree.childrenBy(small, 'obj'))
  // "Let six detainees go", "let inspectors into the plant".
  for (const bare of tree.childrenBy(token, 'ccomp', 'xcomp'))
    if (tree.xpos(bare) === 'VB' && tree.child(bare, 'mark', 'aux') < 0) pool.push(...tree.childrenBy(bare, 'nsubj'))
  if (pattern.particle)
    for (const {token: at, prep} of tree.obliques(token)) if (prep === pattern.particle) pool.push(at)
  // "Nicaraguans were granted asylum": what a passive keeps as its object.
  if (pattern.objects.length > 1 && tree.isPassive(token)) pool.push(...tree.childrenBy(token, 'obj'))
  // "Talks with the ELN, which had been broken off": the noun further up, where the row knows it and not the nearer one.
  const near = tree.deprel(token) === 'acl:relcl' ? tree.head(token) : -1
  const words = pattern.objects.flatMap(fill => (fill.words && !fill.slot ? [fill.words] : []))
  const fits = (at: number) => words.some(set => wordFits(tree, at, set))
  if (near >= 0 && tree.rel(near) === 'nmod' && pool.includes(near) && !pool.some(fits) && fits(tree.head(near)))
    pool.push(tree.head(near))
  if (pattern.objects.length > 1)
    pool.push(...secondObjects(tree, pool), ...pool.flatMap(object => tree.childrenBy(object, 'appos')))
  return [...new Set(pool)]
}

/** "Gave Pakistan aid", "gave Lebanese fighters rockets": a first object that was read as part of the second. */
function secondObjects(tree: Tree, objects: readonly number[]): number[] {
  return objects.flatMap(object =>
    tree
      .childrenBy(object, 'compound', 'nsubj')
      .filter(at => at < object && !/^[A-Z.]+$/.test(tree.form(at)))
      .filter(at => tree.upos(at) === 'PROPN' || tree.children(at).length > 0),
  )
}

/** What may fill its places behind prepositions: obliques of the verb, and of the nouns that fill other places. */
export function obliquePool(tree: Tree, token: number, nouns: readonly number[], {particle}: Pattern): Dependent[] {
  const pool: Dependent[] = [...tree.obliques(token)]
  if (particle)
    for (const {token: at, prep} of tree.obliques(token))
      if (prep.startsWith(`${particle} `)) pool.push({token: at, prep: prep.slice(particle.length + 1)})
  for (const noun of nouns) {
    pool.push(...tree.obliques(noun))
    // "Fifty tonnes of flour to Lebanon".
    for (const {token: at, prep} of tree.obliques(noun))
      if (prep === 'of') pool.push(...tree.obliques(at).filter(below => below.prep === 'to' || below.prep === 'for'))
    // "What Delhi called a camp in Pakistan": what hangs on the naming hangs on the camp.
    const naming = tree.head(noun)
    if (naming > token && tree.head(naming) === token && tree.upos(naming) === 'VERB' && tree.rel(naming) === 'ccomp')
      pool.push(...tree.obliques(naming))
  }
  for (const child of tree.childrenBy(token, 'iobj')) pool.push({token: child, prep: 'to'})
  // "Let inspectors back into the plant".
  for (const child of tree.childrenBy(token, 'advmod'))
    if (/^(?:back|home)$/.test(lemmaOf(tree, child))) pool.push(...tree.obliques(child))
  // "Charged two officers with hacking it".
  for (const clause of tree.childrenBy(token, 'advcl')) {
    const mark = tree.xpos(clause) === 'VBG' ? tree.child(clause, 'mark') : -1
    if (mark > token) pool.push({token: clause, prep: lemmaOf(tree, mark)})
  }
  for (const child of tree.childrenBy(token, 'obj'))
    if (marked(tree, child)) pool.push({token: child, prep: tree.preposition(child)})
  return pool
}
