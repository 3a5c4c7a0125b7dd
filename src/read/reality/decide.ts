import type {Tree} from '../../text/index.ts'
import {become, conditionOf, ownOf, plain, type State} from './own.ts'
import {govern} from './govern.ts'

/** Reality classes of governing words by `v:plan`, and the verbs that only carry a noun ("hold talks"). */
export interface ModeTables {
  readonly modes: ReadonlyMap<string, string>
  readonly light: ReadonlySet<string>
}

const depth = 8

/** Whether the act that a verb, noun or adjective of a tree bears happened, as its sentence tells it. */
export function decide(tree: Tree, token: number, tables: ModeTables): State {
  const state = climb(tree, token, tables, depth)
  const denial = state.denial < 0 ? deniedBehind(tree, token, tables) : -1
  return denial < 0 ? state : {...become(state, state.value, state.aspect, 'which … : denied', tree, denial), denial}
}

/** Nouns that sum up what somebody is said to have done. */
const claims =
  /^(?:accusation|allegation|assertion|charge|claim|report|rumou?r|suggestion|responsibility|involvement|role|hand)$/

/** "shot down a jet, which Islamabad denied": the verb whose subject denies what is told, or -1. */
function deniedBehind(tree: Tree, token: number, {modes}: ModeTables): number {
  const object = tree.child(token, 'obj')
  if (modes.get(`v:${tree.lemma(token).toLowerCase()}`) === 'claim') return -1
  if (object >= 0 && claims.test(tree.lemma(object).toLowerCase())) return -1
  for (let i = token + 1; i < tree.length; i++) {
    if (deniesClaim(tree, token, i, modes)) return i
    if (modes.get(`v:${tree.lemma(i).toLowerCase()}`) !== 'deny') continue
    const which = tree.childrenBy(i, 'obj').find(k => k > 0 && /^which$/i.test(tree.form(k)))
    if (which === undefined || tree.form(which - 1) !== ',' || ownOf(tree, i).value === 'negation') continue
    let at = tree.head(i)
    if (at !== token && claims.test(tree.lemma(at).toLowerCase())) continue
    while (at !== token && at >= 0 && within.test(tree.rel(at))) at = tree.head(at)
    if (at === token) return i
  }
  return -1
}

/** "opened fire near Sotk, a claim that Baku denied": whether a verb denies the noun that sums up what was told before it. */
function deniesClaim(tree: Tree, token: number, verb: number, modes: ModeTables['modes']): boolean {
  const noun = tree.rel(verb) === 'acl' && tree.child(verb, 'nsubj') >= 0 ? tree.head(verb) : -1
  const lemma = tree.lemma(verb).toLowerCase()
  if (noun <= token || !claims.test(tree.lemma(noun).toLowerCase())) return false
  if (modes.get(`v:${lemma}`) !== 'deny' && lemma !== 'reject' && lemma !== 'dismiss') return false
  if (tree.isPassive(verb) || ownOf(tree, verb).value === 'negation') return false
  const [first] = tree.subtree(noun)
  if (first === 0 || (tree.form(first) !== ',' && tree.form(first - 1) !== ',')) return false
  let at = noun
  while (at !== token && at >= 0 && (within.test(tree.rel(at)) || (at === noun && tree.rel(at) === 'parataxis')))
    at = tree.head(at)
  return at === token || (tree.rel(token) === 'ccomp' && tree.head(token) === at && tree.rel(noun) === 'parataxis')
}

/** Relations of what belongs to a clause and is none of its own. */
const within = /^(?:obj|iobj|obl|nmod|compound|flat|appos)$/

const deeds = /^(?:answer|response|reaction|reply|riposte|retort|retaliation|mistake|achievement|crime)$/

/** "India's answer was to ban the app": what was done, not what was to be. */
function equates(tree: Tree, token: number): boolean {
  return (
    tree.children(token).some(at => /^(?:was|were)$/i.test(tree.form(at))) &&
    tree.childrenBy(token, 'nsubj').some(at => deeds.test(tree.lemma(at).toLowerCase()))
  )
}

function climb(tree: Tree, token: number, tables: ModeTables, left: number): State {
  if (left > 0 && isHelper(tree, token)) return climb(tree, tree.head(token), tables, left - 1)
  const upos = tree.upos(token)
  const head = tree.head(token)
  const rel = tree.rel(token)
  if (left === 0) return plain
  const nominal = (upos === 'NOUN' || upos === 'PROPN') && tree.copula(token) < 0
  if (nominal) return nominalOf(tree, token, tables, left)

  if (rel === 'conj' && head >= 0) return conjunctOf(tree, token, head, tables, left)
  const own = ownOf(tree, token)
  const condition = conditionOf(tree, token)
  if (condition >= 0 && tree.lemma(condition).toLowerCase() === 'whether')
    return become(own, 'hypothetical', 'asked', 'whether: left open', tree, condition)
  if (condition >= 0)
    return become(own, 'hypothetical', 'conditional', `${tree.form(condition)}: a condition`, tree, condition)
  const infinitive = isInfinitive(tree, token)
  const yet = infinitive ? yetBefore(tree, token) : -1
  if (yet >= 0) return become(own, 'negation', 'negated', 'yet to: not so far', tree, yet)
  if (infinitive && equates(tree, token)) return own
  if (head < 0 || rel === 'root' || (rel === 'parataxis' && infinitive))
    return infinitive && own.value === 'occurred' && tree.subtree(token)[0] < markOf(tree, token)
      ? become(own, 'future', 'planned', 'is to: planned', tree, token)
      : own
  if (rel === 'parataxis' || rel === 'amod' || rel === 'compound') return own
  if (/^(?:when|where)$/.test(opener(tree, token)) && own.value !== 'negation') {
    const outer = conditionAbove(tree, token, tables, left)
    if (outer) return outer
  }
  if (tree.deprel(token) === 'acl:relcl' && !(infinitive && isHeadline(tree, token, head)) && !saysThat(tree, token))
    return endedEra(tree, token, own, tables)
  if (rel === 'advcl') return adverbialOf(tree, token, head, own, infinitive, tables, left)
  if (infinitive && isHeadline(tree, token, head))
    return become(own, 'future', 'planned', 'is to: planned', tree, token)
  const outer = climb(tree, head, tables, left - 1)
  if (infinitive && isOutcome(tree, token, head)) return outer
  if (infinitive && own.value !== 'negation' && isToBe(tree, token))
    return become(own, 'future', 'planned', 'is to be: planned', tree, token)
  if (infinitive && rel === 'acl' && ranked(tree, head)) return outer
  // "Became the latest country to recognise it", with the two as complements of one verb.
  if (infinitive && rel === 'xcomp' && tree.childrenBy(head, 'xcomp').some(at => at < token && ranked(tree, at)))
    return outer
  if (infinitive && rel === 'acl') return govern(tree, token, head, outer, own, 'infinitive', tables)
  const ended = rel === 'acl' ? endedEra(tree, token, own, tables) : own
  if (ended !== own) return ended
  if (rel === 'acl' && !(gerundive(tree, token) ? tree.child(token, 'mark', 'case') >= 0 : saysThat(tree, token)))
    return own
  return govern(
    tree,
    token,
    head,
    outer,
    own,
    infinitive ? 'infinitive' : gerundive(tree, token) ? 'gerund' : 'finite',
    tables,
  )
}

/** "welcomed the summit, to be held in May" */
function isToBe(tree: Tree, token: number): boolean {
  const mark = markOf(tree, token)
  return mark > 0 && tree.form(mark - 1) === ',' && tree.child(token, 'aux:pass') >= 0
}

/** "If a day came when she could not serve": what a condition holds within it is as open as itself. */
function conditionAbove(tree: Tree, token: number, tables: ModeTables, left: number): State | null {
  for (let at = tree.head(token), steps = 0; at >= 0 && steps < 3; at = tree.head(at), steps++)
    if (conditionOf(tree, at) >= 0) {
      const outer = climb(tree, at, tables, left - 1)
      return outer.aspect === 'conditional' ? outer : null
    }
  return null
}

/** "be" of "will be the first" and the like: the predicate decides. */
function isHelper(tree: Tree, token: number): boolean {
  const rel = tree.rel(token)
  return tree.head(token) >= 0 && (rel === 'cop' || rel === 'aux')
}

/** A conjunct without a tense of its own shares what governs the first one. */
function conjunctOf(tree: Tree, token: number, head: number, tables: ModeTables, left: number): State {
  const first = tree.shared(token)
  const start = first === token ? head : first
  const own = ownOf(tree, token)
  const finite = tree.auxiliaries(token).length > 0 || tree.feat(token, 'VerbForm') === 'Fin'
  const outer = climb(tree, start, tables, left - 1)
  if (conditionOf(tree, start) >= 0 && outer.aspect === 'conditional' && own.value !== 'negation') return outer
  if (!finite || own.value === 'occurred') {
    if (!finite) return own.value === 'occurred' ? outer : own
    const shared = tree.rel(start)
    if (shared === 'ccomp' || shared === 'advcl') return outer.value === 'negation' ? own : keepGoverned(outer, own)
  }
  return own
}

/** Of the first conjunct's state, what comes from above it and so holds for the others too. */
function keepGoverned(outer: State, own: State): State {
  return outer.aspect === 'conditional' || outer.claim >= 0 || outer.denial >= 0 ? outer : own
}

function adverbialOf(
  tree: Tree,
  token: number,
  head: number,
  own: State,
  infinitive: boolean,
  tables: ModeTables,
  left: number,
): State {
  const mark = tree.child(token, 'mark', 'case')
  const word = mark >= 0 ? tree.lemma(mark).toLowerCase() : ''
  if (infinitive && isOutcome(tree, token, head)) return climb(tree, head, tables, left - 1)
  if (infinitive && completes(tree, head, tables)) {
    const outer = climb(tree, head, tables, left - 1)
    return govern(tree, token, head, outer, own, 'infinitive', tables)
  }
  if (infinitive && own.value === 'negation') return own
  if (infinitive && voices(tree, token, head)) return climb(tree, head, tables, left - 1)
  if (infinitive && isToBe(tree, token)) return become(own, 'future', 'planned', 'is to be: planned', tree, token)
  if (infinitive && equates(tree, head)) return own
  if (infinitive) return become(own, 'hypothetical', 'desired', 'an aim', tree, mark >= 0 ? mark : token)
  if (word === 'without' || word === 'instead' || word === 'rather')
    return become(own, 'negation', 'negated', `${word}: did not`, tree, mark)
  const participle = tree.auxiliaries(token).length === 0 && tree.feat(token, 'VerbForm') === 'Part'
  if (gerundive(tree, token) || participle) {
    const outer = climb(tree, head, tables, left - 1)
    if (word === 'of' || word === 'from' || word === 'for' || word === 'against')
      return govern(tree, token, head, outer, own, 'gerund', tables)
    if (own.value === 'occurred' && outer.value !== 'occurred' && outer.value !== 'negation') return outer
  }
  if (
    own.value === 'occurred' &&
    tree.tense(token) === 'present' &&
    /^(?:when|once|after|before|until|till)$/.test(opener(tree, token))
  ) {
    const outer = climb(tree, head, tables, left - 1)
    if (outer.value === 'future') return outer
  }
  return own
}

/** The word that opens an adverbial clause. */
function opener(tree: Tree, token: number): string {
  const first = tree.child(token, 'mark', 'advmod')
  return first >= 0 && first < token ? tree.lemma(first).toLowerCase() : ''
}

const taking = new Set(['plan', 'desire', 'failed', 'refused'])

/** A verb whose infinitive says what was planned, wanted, refused or not achieved, though the parser hung it as an aim. */
function completes(tree: Tree, head: number, {modes}: ModeTables): boolean {
  const lemma = tree.lemma(head).toLowerCase()
  return tree.upos(head) === 'VERB' && taking.has(modes.get(`v:${lemma}_to`) ?? modes.get(`v:${lemma}`) ?? '')
}

const voicing = new Set(['condemn', 'denounce', 'mourn', 'oppose', 'protest'])
const crowding = new Set(
  'assemble block burn converge demonstrate descend flock gather march mass picket rally stage strike take walk'.split(
    ' ',
  ),
)

/** "Thousands marched to protest against the law": a crowd does so by what it does. */
function voices(tree: Tree, token: number, head: number): boolean {
  return voicing.has(tree.lemma(token).toLowerCase()) && crowding.has(tree.lemma(head).toLowerCase())
}

const moving = new Set(
  'rise fall drop gain lose climb slip rebound jump slide increase decrease surge plunge close grow'.split(' '),
)
const ending = new Set(['close', 'end', 'finish', 'reach', 'settle', 'stand', 'become'])

/** "Shares fell 3 % to close at 40": what came of it, no aim. */
function isOutcome(tree: Tree, token: number, head: number): boolean {
  return moving.has(tree.lemma(head).toLowerCase()) && ending.has(tree.lemma(token).toLowerCase())
}

function nominalOf(tree: Tree, token: number, tables: ModeTables, left: number): State {
  let own = adjectivesOf(tree, token, tables)
  const later = startsLater(tree, token)
  if (later >= 0) own = become(own, 'future', 'planned', `${tree.form(later)}: has not begun`, tree, later)
  if (own.value !== 'occurred') return own
  const head = tree.head(token)
  if (head < 0) return own
  if (tree.rel(token) === 'conj') return climb(tree, tree.shared(token), tables, left - 1)
  if (tree.rel(token) === 'compound') return tree.upos(head) === 'NOUN' ? climb(tree, head, tables, left - 1) : own
  if (isAside(tree, token)) return own
  const ended = endedEra(tree, token, own, tables)
  if (ended !== own) return ended
  const outer = climb(tree, head, tables, left - 1)
  return govern(tree, token, head, outer, own, 'noun', tables)
}

/** "The era when they received aid is over", "the days of American aid are over": what the noun is said of is over too. */
function endedEra(tree: Tree, token: number, own: State, tables: ModeTables): State {
  const noun = tree.head(token)
  const above = noun < 0 ? -1 : tree.head(noun)
  if (above < 0 || tree.rel(noun) !== 'nsubj' || !eras.has(tree.lemma(noun).toLowerCase())) return own
  const lemma = tree.lemma(above).toLowerCase()
  const over = lemma === 'over' || tables.modes.get(`v:${lemma}`) === 'end'
  return over && own.value === 'occurred'
    ? become(own, 'occurred', 'ended', `${tree.form(above)}: ended`, tree, above)
    : own
}

const eras = new Set(['era', 'time', 'day', 'days', 'period', 'age', 'year'])

/** "the exercise which begins on Monday". */
function startsLater(tree: Tree, token: number): number {
  for (const clause of tree.childrenBy(token, 'acl:relcl'))
    if (/^(?:begin|start|open|commence)$/.test(tree.lemma(clause)) && tree.tense(clause) === 'present') return clause
  return -1
}

/** "Rather" of "rather than a clash", "instead" of "instead of talks", or -1; the two words stand at or before the start of the noun's phrase. */
function insteadOf(tree: Tree, token: number): number {
  const [first] = tree.subtree(token)
  for (let at = Math.max(0, first - 2); at <= first && at + 1 < tree.length; at++)
    if (/^(?:rather than|instead of)$/i.test(`${tree.form(at)} ${tree.form(at + 1)}`)) return at
  return -1
}

/** What its own determiners and adjectives say of a noun: "no talks", "planned talks", "alleged attack". */
export function adjectivesOf(tree: Tree, token: number, tables: ModeTables): State {
  let own = plain
  const instead = insteadOf(tree, token)
  if (instead >= 0) return become(own, 'negation', 'negated', 'rather than: not this', tree, instead)
  for (const child of tree.children(token)) {
    const rel = tree.rel(child)
    const lemma = tree.lemma(child).toLowerCase()
    if (rel === 'det' && (lemma === 'no' || lemma === 'neither'))
      return become(own, 'negation', 'negated', `${tree.form(child)}: none`, tree, child)
    if (rel === 'case' && lemma === 'without') return become(own, 'negation', 'negated', 'without: none', tree, child)
    if (rel !== 'amod' && rel !== 'compound') continue
    const mode = tables.modes.get(`a:${lemma}`)
    if (mode === 'plan') own = become(own, 'future', 'planned', `${lemma}: planned`, tree, child)
    else if (mode === 'possible') own = become(own, 'hypothetical', 'possible', `${lemma}: possible`, tree, child)
    else if (mode === 'claim')
      own = {...become(own, 'occurred', 'plain', `${lemma}: claimed`, tree, child), claim: child}
    else if (mode === 'failed') own = become(own, 'negation', 'failed', `${lemma}: failed`, tree, child)
  }
  return own
}

/** "Singapore to send troops", "troops are to be sent": no verb of its own governs it, and a name takes no infinitive. */
function isHeadline(tree: Tree, token: number, head: number): boolean {
  if (tree.lemma(head).toLowerCase() === 'be') return true
  if (tree.upos(head) !== 'PROPN' || tree.copula(head) >= 0) return false
  return tree.rel(head) === 'root' || (tree.deprel(token) === 'acl' && tree.upos(markOf(tree, token) - 1) === 'PROPN')
}

/** "the first country to recognise it" did so. */
export function ranked(tree: Tree, noun: number): boolean {
  return tree.children(noun).some(child => /^(?:first|second|last|latest|only|third)$/i.test(tree.form(child)))
}

const told = new Set(['of', 'for', 'to', 'on', 'upon', 'with', 'between', 'against', 'about', 'into', 'over', ''])

/** A noun behind a preposition of time or cause is taken for granted: "after the attack", "due to clashes". */
function isAside(tree: Tree, token: number): boolean {
  const rel = tree.rel(token)
  if (rel === 'appos') return true
  return (rel === 'obl' || rel === 'nmod') && tree.deprel(token) !== 'nmod:poss' && !told.has(tree.preposition(token))
}

/** The "to" of an infinitive. */
function markOf(tree: Tree, token: number): number {
  return tree.child(token, 'mark')
}

/** "Has yet to ratify it": the "yet" before an infinitive, or -1. */
function yetBefore(tree: Tree, token: number): number {
  const before = markOf(tree, token) - 1
  return before > 0 && tree.lemma(before).toLowerCase() === 'yet' ? before : -1
}

function isInfinitive(tree: Tree, token: number): boolean {
  for (const child of tree.children(token))
    if (tree.rel(child) === 'mark' && (isTo(tree, child) || tree.childrenBy(child, 'fixed').some(at => isTo(tree, at))))
      return true
  return false
}

const isTo = (tree: Tree, token: number) => tree.lemma(token).toLowerCase() === 'to'

/** "the claim that they fled": a clause with a subject of its own and a "that" that stands for nobody. */
function saysThat(tree: Tree, token: number): boolean {
  if (tree.child(token, 'nsubj') < 0) return false
  return tree.children(token).some(child => {
    const rel = tree.rel(child)
    return tree.form(child).toLowerCase() === 'that' && rel !== 'nsubj' && rel !== 'obj' && tree.deprel(child) !== 'obl'
  })
}

function gerundive(tree: Tree, token: number): boolean {
  return tree.xpos(token) === 'VBG' && !tree.children(token).some(child => tree.rel(child) === 'aux')
}
