import {ranked} from '../reality/index.ts'
import type {Tree} from '../../text/index.ts'

/** Keeps what is worked out of a token of a tree. */
export function keptOf<T>(make: (tree: Tree, i: number) => T): (tree: Tree, i: number) => T {
  const kept = new WeakMap<Tree, T[]>()
  return (tree, i) => {
    let answers = kept.get(tree)
    if (!answers) kept.set(tree, (answers = []))
    return (answers[i] ??= make(tree, i))
  }
}

const counting = new Set([
  'up to',
  'at',
  'at least',
  'about',
  'around',
  'over',
  'nearly',
  'more than',
  'some',
  'up',
  'at most',
])

const times = new Set([
  'second',
  'minute',
  'hour',
  'day',
  'week',
  'weekend',
  'month',
  'year',
  'decade',
  'century',
  'time',
  'night',
  'morning',
  'evening',
])

/** Who does it. A perfect without "been", or a participle with a plain subject, is never passive, whatever the parser made of it. */
export const subjectsOf = keptOf((tree: Tree, token: number): readonly number[] => {
  const first = tree.rel(token) === 'acl' && toInfinitive(tree, token) ? tree.head(token) : -1
  if (first >= 0 && !tree.isPassive(token) && ranked(tree, first)) return rankedOne(tree, first)
  const owner = gerundSubjects(tree, token)
  if (owner.length > 0) return owner
  if (isBareGerund(tree, token)) return subjectsOf(tree, tree.head(token))
  const agents = tree.isPassive(token) ? tree.obliques(token).filter(({prep}) => prep === 'by') : []
  for (const child of tree.childrenBy(token, 'obj'))
    if (tree.isPassive(token) && tree.preposition(child) === 'by') agents.push({token: child, prep: 'by'})
  if (agents.length === 0 && tree.isPassive(token))
    agents.push(...sharedAgents(tree, token), ...lowerAgents(tree, token))
  if (agents.length > 0) return agents.map(({token: at}) => at)
  const found = activePerfect(tree, token) ? tree.expand(tree.childrenBy(token, 'nsubj')) : tree.subjects(token)
  const subjects = found.length > 0 ? found : tree.subjects(token)
  return (subjects.length > 0 ? subjects : leftOf(tree, token)).map(subject =>
    beforeDay(tree, antecedentOf(tree, subject)),
  )
})

/** "Were trained and equipped by Turkey": the doer behind the last of several passives, hung on one of the others. */
function sharedAgents(tree: Tree, token: number): {token: number; prep: string}[] {
  const others = [tree.shared(token), ...tree.childrenBy(tree.shared(token), 'conj')].filter(
    at => at !== token && tree.isPassive(at) && tree.child(at, 'nsubj', 'aux') < token,
  )
  return others
    .flatMap(at => tree.obliques(at))
    .filter(({token: at, prep}) => prep === 'by' && others.every(other => other < at) && at > token)
}

/** "Declared persona non grata by Russia", "found guilty of spying by a court": the doer hung below what the verb says of its object. */
function lowerAgents(tree: Tree, token: number): {token: number; prep: string}[] {
  const [, last] = tree.subtree(token)
  const below = tree
    .childrenBy(token, 'xcomp', 'advcl', 'obl')
    .filter(child => tree.rel(child) !== 'advcl' || /^(?:of|from|for)$/.test(markBefore(tree, child)))
  const found: {token: number; prep: string}[] = []
  for (let depth = 0, level = below; depth < 3 && level.length > 0; depth++) {
    for (const at of level)
      if (depth > 0 || tree.rel(at) !== 'obl')
        for (const agent of tree.obliques(at))
          if (agent.prep === 'by' && tree.subtree(agent.token)[1] >= last - 1) found.push(agent)
    level = level.flatMap(at => tree.childrenBy(at, 'obl', 'nmod', 'obj')).filter(at => tree.preposition(at) !== 'by')
  }
  return found
}

function markBefore(tree: Tree, clause: number): string {
  const mark = tree.child(clause, 'mark')
  return mark < 0 ? '' : tree.lemma(mark).toLowerCase()
}

const completed = new Set(
  'acknowledge admit avoid begin consider contemplate continue defend deny finish justify postpone regret remember resume risk start stop suggest'.split(
    ' ',
  ),
)

/** "Denied having sent arms", "regretted bombing the town": a clause in -ing without a subject of its own is its governor's. */
function isBareGerund(tree: Tree, token: number): boolean {
  const head = tree.head(token)
  if (
    tree.rel(token) !== 'ccomp' ||
    head < 0 ||
    tree.upos(head) !== 'VERB' ||
    tree.child(token, 'nsubj', 'csubj', 'mark') >= 0
  )
    return false
  if (!completed.has(tree.lemma(head).toLowerCase()) || tree.childrenBy(head, 'obj').length > 0) return false
  return (
    tree.xpos(token) === 'VBG' ||
    tree.auxiliaries(token).some(aux => tree.xpos(aux) === 'VBG' && tree.lemma(aux) === 'have')
  )
}

/** "Peru was the first state to recognise it", "Peru, the only state to recognise it", "the first to visit it was Peru": Peru. */
function rankedOne(tree: Tree, noun: number): readonly number[] {
  const head = tree.head(noun)
  if (tree.copula(noun) >= 0) return tree.subjects(noun)
  if (tree.rel(noun) === 'appos') return [head]
  return tree.rel(noun) === 'nsubj' && tree.copula(head) >= 0 ? [head] : [noun]
}

const judging = new Set([
  'thank',
  'praise',
  'accuse',
  'blame',
  'condemn',
  'criticize',
  'criticise',
  'commend',
  'congratulate',
  'applaud',
  'help',
  'assist',
])

/** Of "arresting" in "its help in arresting X" the owner of "help"; in "thanked them for arresting X" the object. */
function gerundSubjects(tree: Tree, token: number): readonly number[] {
  if (tree.xpos(token) !== 'VBG' || tree.child(token, 'aux', 'nsubj') >= 0) return []
  const mark = tree.child(token, 'mark')
  const head = tree.head(token)
  if (mark < 0 || head < 0) return []
  const owner = tree.possessor(head)
  if (owner >= 0) return [owner]
  const word = tree.lemma(mark).toLowerCase()
  if (tree.upos(head) !== 'VERB') return []
  if (word === 'of' || word === 'for' || word === 'from') return tree.objects(head)
  return judging.has(tree.lemma(head)) ? tree.objects(head) : []
}

/** The name before a main verb that the parser left without a subject, though it has an object. */
function leftOf(tree: Tree, token: number): readonly number[] {
  const rel = tree.rel(token)
  if ((rel !== 'root' && rel !== 'parataxis') || tree.child(token, 'obj', 'obl') < 0) return []
  if (tree.auxiliaries(token).length > 0 || !/^(?:VB[DNZP]|NNS?)$/.test(tree.xpos(token))) return []
  const head = tree.head(token)
  if (rel === 'parataxis') return head >= 0 && head < token && tree.upos(head) === 'PROPN' ? [head] : []
  return tree
    .childrenBy(token, 'compound', 'nmod', 'amod')
    .filter(child => child < token && (/^NNP?S?$/.test(tree.xpos(child)) || /^\p{Lu}/u.test(tree.form(child))))
}

const weekday = /^(?:mon|tues|wednes|thurs|fri|satur|sun)day$/i

/** "Arafat Wednesday rejected it": the name before the day. */
function beforeDay(tree: Tree, token: number): number {
  if (!weekday.test(tree.form(token))) return token
  const name = tree
    .childrenBy(token, 'compound', 'nmod', 'flat')
    .filter(child => child < token)
    .at(-1)
  return name ?? token
}

/** The noun right before a relative pronoun, where the parser did not see a relative clause. */
function antecedentOf(tree: Tree, token: number): number {
  if (tree.xpos(token) !== 'WDT' && tree.xpos(token) !== 'WP') return token
  let before = token - 1
  while (before >= 0 && tree.upos(before) === 'PUNCT') before--
  return before >= 0 && (tree.upos(before) === 'NOUN' || tree.upos(before) === 'PROPN') ? before : token
}

/** Whom it is done to: objects, second objects, and a counted noun after "up to", "at least" that was read as an oblique. */
export const objectsOf = keptOf((tree: Tree, token: number): readonly number[] => {
  const active = activePerfect(tree, token)
  const own = active ? tree.childrenBy(token, 'nsubj') : []
  const objects = tree
    .objects(token)
    .filter(object => !own.includes(object) && !marked(tree, object))
    .map(object => comparedTo(tree, token, object))
  if (active)
    for (const child of tree.expand(tree.childrenBy(token, 'obj'))) if (!marked(tree, child)) objects.push(child)
  if (objects.length === 0)
    for (const child of tree.childrenBy(token, 'obl', 'nmod')) if (isShifted(tree, token, child)) objects.push(child)
  if (objects.length === 0 || active)
    for (const child of tree.childrenBy(token, 'obl', 'nmod')) {
      if (isBare(tree, token, child)) objects.push(child)
      const unmarked = tree.deprel(child) === 'obl:unmarked' && !times.has(tree.lemma(child).toLowerCase())
      const counted = child > token && tree.child(child, 'nummod') >= 0
      if (counted && (unmarked || counting.has(tree.preposition(child)) || isUpTo(tree, child))) objects.push(child)
    }
  return [
    ...new Set([
      ...objects.map(object => freeRelative(tree, token, partOf(tree, antecedentOf(tree, object)))),
      ...tree.expand(tree.childrenBy(token, 'iobj')),
    ]),
  ]
})

/** "More than a hundred ships": the ships, read as an oblique of the verb. */
function comparedTo(tree: Tree, token: number, object: number): number {
  if (!/^(?:more|fewer|less)$/i.test(tree.form(object))) return object
  return tree.obliques(token).find(({token: at, prep}) => prep === 'than' && at > object)?.token ?? object
}

/** "two of their ships", "several of the camps": the thing of which it is a part. */
function partOf(tree: Tree, object: number): number {
  if (
    tree.upos(object) !== 'NUM' &&
    !/^(?:some|several|many|most|one|part|half|dozens?)$/.test(tree.form(object).toLowerCase())
  )
    return object
  return tree.obliques(object).find(({prep}) => prep === 'of')?.token ?? object
}

const naming = new Set(['call', 'describe', 'term', 'label', 'consider', 'say', 'claim', 'believe'])

/** "Bombed what Delhi called a camp": the camp. */
function freeRelative(tree: Tree, token: number, object: number): number {
  if (tree.form(object).toLowerCase() !== 'what') return object
  for (const clause of [...tree.childrenBy(object, 'acl'), ...tree.childrenBy(token, 'ccomp', 'advcl')])
    if (clause > object && naming.has(tree.lemma(clause))) {
      const named = tree.childrenBy(clause, 'xcomp', 'obj', 'obl').find(at => at > clause && tree.upos(at) === 'NOUN')
      if (named !== undefined) return named
    }
  return object
}

/** "kidnapped up to 16 advisers" with "up" read as a particle. */
function isUpTo(tree: Tree, child: number): boolean {
  const [first] = tree.subtree(child)
  return first > 0 && tree.preposition(child) === 'to' && tree.form(first - 1).toLowerCase() === 'up'
}

/** "Dismissed as baseless the claim": an object behind what is said of it, read as its preposition. */
function isShifted(tree: Tree, token: number, child: number): boolean {
  const judged = tree.childrenBy(child, 'case', 'amod').find(at => tree.upos(at) === 'ADJ') ?? -1
  const article = tree.child(child, 'det', 'nmod:poss')
  return child > token && judged > token && judged < article && tree.form(judged - 1).toLowerCase() === 'as'
}

/** An oblique without preposition right after its verb that tells no time is an object. */
function isBare(tree: Tree, token: number, child: number): boolean {
  if (tree.deprel(child) !== 'obl' || child < token || tree.preposition(child) !== '' || tree.isPassive(token))
    return false
  return tree.upos(child) === 'NOUN' || tree.upos(child) === 'PROPN'
    ? !times.has(tree.lemma(child).toLowerCase())
    : false
}

/** An object after a preposition is an oblique that was misread: "fired on the crowd". */
export function marked(tree: Tree, token: number): boolean {
  const prep = tree.preposition(token)
  // "Struck two of their ships", with the number read as the ships' own.
  return tree.rel(token) === 'obj' && prep !== '' && !(prep === 'of' && tree.child(token, 'nummod') >= 0)
}

function activePerfect(tree: Tree, token: number): boolean {
  const bare = tree.auxiliaries(token).length === 0
  if (bare && tree.xpos(token) === 'VBN' && tree.children(token).some(child => tree.deprel(child) === 'nsubj'))
    return true
  if (bare && tree.xpos(token) === 'VBN' && tree.child(token, 'nsubj') >= 0 && tree.child(token, 'obj') >= 0)
    return true
  let have = false
  for (const child of tree.children(token)) {
    if (tree.rel(child) !== 'aux') continue
    const lemma = tree.lemma(child).toLowerCase()
    if (lemma === 'have') have = true
    if (lemma === 'be' || lemma === 'get') return false
  }
  return have
}

export function toInfinitive(tree: Tree, token: number): boolean {
  return tree.children(token).some(child => tree.rel(child) === 'mark' && tree.lemma(child).toLowerCase() === 'to')
}
