import type {Aspect, RealityValue, Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'

/** A state of the decision, before it becomes a `Reality`. */
export interface State {
  readonly value: RealityValue
  readonly aspect: Aspect
  /** Token of the word that makes it a claim or denial: its subject vouches or denies. */
  readonly claim: number
  readonly denial: number
  readonly why: readonly {readonly because: string; readonly span: Span}[]
}

export const plain: State = {value: 'occurred', aspect: 'plain', claim: -1, denial: -1, why: []}

export function spanOf(tree: Tree, token: number): Span {
  const {starts, ends} = tree.sentence
  return {start: starts[token], end: ends[token]}
}

/** Moves a state to another value, keeping its claims and its steps. */
export function become(
  state: State,
  value: RealityValue,
  aspect: Aspect,
  because: string,
  tree: Tree,
  token: number,
): State {
  return {...state, value, aspect, why: [...state.why, {because, span: spanOf(tree, token)}]}
}

const negativeWords = new Set([
  'no',
  'nobody',
  'none',
  'nothing',
  'neither',
  'nor',
  'never',
  'hardly',
  'not',
  'n’t',
  "n't",
])
const conditionMarks = new Set(['if', 'unless', 'provided', 'providing', 'lest', 'supposing'])
const weakModals: {readonly [lemma: string]: readonly [RealityValue, Aspect, string]} = {
  may: ['hypothetical', 'possible', 'may: possible'],
  might: ['hypothetical', 'possible', 'might: possible'],
  could: ['hypothetical', 'possible', 'could: possible'],
  can: ['hypothetical', 'possible', 'can: possible'],
  must: ['hypothetical', 'demanded', 'must: demanded'],
  should: ['hypothetical', 'demanded', 'should: demanded'],
  ought: ['hypothetical', 'demanded', 'ought to: demanded'],
  will: ['future', 'planned', 'will: future'],
  shall: ['future', 'planned', 'shall: future'],
  "'ll": ['future', 'planned', 'will: future'],
  '’ll': ['future', 'planned', 'will: future'],
}

/** What the clause of a verb or predicate says by itself: negation, modal, tense, condition, question. */
export function ownOf(tree: Tree, token: number): State {
  const negative = negationOf(tree, token)
  const condition = conditionUnder(tree, token)
  const modal = modalOf(tree, token)
  const almost = almostOf(tree, token)
  if (almost >= 0) return become(plain, 'negation', 'negated', `${tree.form(almost)}: did not`, tree, almost)
  if (negative >= 0 && modal < 0)
    return become(plain, 'negation', 'negated', `${tree.form(negative)}: negated`, tree, negative)
  if (condition >= 0 && (modal >= 0 || tree.tense(token) !== 'past'))
    return become(
      modal >= 0 ? modalState(tree, token, modal) : plain,
      'hypothetical',
      'conditional',
      `${tree.form(condition)}: depends on a condition`,
      tree,
      condition,
    )
  if (modal >= 0) {
    const state = modalState(tree, token, modal)
    if (negative >= 0) return become(plain, 'negation', 'negated', `${tree.form(negative)}: negated`, tree, negative)
    if (state !== plain) return state
  }
  if (isQuestion(tree, token)) return become(plain, 'hypothetical', 'asked', 'a question', tree, tree.length - 1)
  if (tree.feat(token, 'Mood') === 'Imp' && tree.subjects(token).length === 0)
    return become(plain, 'hypothetical', 'demanded', 'imperative', tree, token)
  if (tree.tense(token) === 'present' && tree.progressive(token))
    return become(plain, 'occurred', 'ongoing', 'present progressive: under way', tree, token)
  return plain
}

/** "Almost bombed it": the word right before a verb in the past that says it fell short, or -1. */
function almostOf(tree: Tree, token: number): number {
  const before = token - 1
  const short = before >= 0 && tree.head(before) === token && /^(?:almost|nearly)$/i.test(tree.form(before))
  if (!short || !/^VB[DN]$/.test(tree.xpos(token)) || tree.isPassive(token)) return -1
  // "Nearly doubled" says what it is.
  return /^(?:avoid|double|escape|halve|miss|triple)$/.test(tree.lemma(token)) ? -1 : before
}

function isWould(tree: Tree, modal: number): boolean {
  const lemma = tree.lemma(modal).toLowerCase()
  return lemma === 'would' || lemma === "'d" || lemma === '’d'
}

function modalState(tree: Tree, token: number, modal: number): State {
  if (isWould(tree, modal)) return wouldOf(tree, token, modal)
  const lemma = tree.lemma(modal).toLowerCase()
  const found = weakModals[lemma === 'ca' ? 'can' : lemma === 'wo' ? 'will' : lemma]
  return found ? become(plain, found[0], found[1], found[2], tree, modal) : plain
}

/** "Would" looks ahead from a past report, hangs on a condition if there is one, and else only supposes. */
function wouldOf(tree: Tree, token: number, modal: number): State {
  if (isReported(tree, token))
    return become(plain, 'future', 'planned', 'would after a past report: future', tree, modal)
  const because = 'would: conditional'
  return conditionUnder(tree, token) >= 0
    ? become(plain, 'hypothetical', 'conditional', because, tree, modal)
    : become(plain, 'hypothetical', 'possible', because, tree, modal)
}

/** "said it would", "the announcement that it would", "It would, she said". */
function isReported(tree: Tree, token: number): boolean {
  const head = tree.head(token)
  if (head >= 0 && tree.rel(token) === 'ccomp' && tree.tense(head) === 'past') return !isQuoted(tree, token)
  if (head >= 0 && tree.deprel(token) === 'acl' && tree.upos(head) === 'NOUN') return true
  return tree
    .childrenBy(token, 'parataxis')
    .some(aside => tree.tense(aside) === 'past' && /^(?:say|add|tell|announce)$/.test(tree.lemma(aside).toLowerCase()))
}

/** A clause that a quotation mark or a colon opens is in the words and the tense of its speaker. */
function isQuoted(tree: Tree, token: number): boolean {
  return tree.childrenBy(token, 'punct').some(child => child < token && /^(?:["“„«:]|``|'')$/.test(tree.form(child)))
}

/** Token that negates the clause of a predicate, or -1: not, never, no subject, no object. */
export function negationOf(tree: Tree, token: number): number {
  for (const child of tree.children(token)) {
    const lemma = tree.lemma(child).toLowerCase()
    const rel = tree.rel(child)
    if ((rel === 'advmod' || rel === 'cc' || rel === 'det') && negativeWords.has(lemma)) return child
    if (rel === 'nsubj' || rel === 'obj') {
      if (negativeWords.has(lemma)) return child
      for (const inner of tree.children(child))
        if (
          (tree.rel(inner) === 'det' || (tree.rel(inner) === 'cc' && inner < child)) &&
          negativeWords.has(tree.lemma(inner).toLowerCase())
        )
          return inner
    }
    if (rel === 'advcl' && tree.children(child).length === 0 && lemma === 'without') return child
  }
  return -1
}

/** The modal auxiliary of a predicate, or -1. */
export function modalOf(tree: Tree, token: number): number {
  for (const child of tree.children(token))
    if (tree.rel(child) === 'aux' && (tree.xpos(child) === 'MD' || /^(?:'ll|’ll|'d|’d)$/i.test(tree.form(child)))) {
      if (/^['’]d$/i.test(tree.form(child)) && tree.xpos(child) !== 'MD') continue
      return child
    }
  return -1
}

/** Mark of a condition that hangs under a predicate, or -1. */
export function conditionUnder(tree: Tree, token: number): number {
  for (const child of tree.children(token)) {
    if (tree.rel(child) !== 'advcl') continue
    for (const mark of tree.children(child)) {
      const lemma = tree.lemma(mark).toLowerCase()
      if (tree.rel(mark) === 'mark' && conditionMarks.has(lemma)) {
        const before = mark > 0 ? tree.lemma(mark - 1).toLowerCase() : ''
        if (before !== 'even' && before !== 'as') return mark
      }
      if (tree.rel(mark) === 'aux' && lemma === 'should' && mark < child && isFirst(tree, child, mark)) return mark
    }
  }
  return -1
}

function isFirst(tree: Tree, head: number, token: number): boolean {
  return tree.subtree(head)[0] === token
}

/** Whether a clause is itself a condition: its mark, or -1. */
export function conditionOf(tree: Tree, token: number): number {
  for (const child of tree.children(token)) {
    const lemma = tree.lemma(child).toLowerCase()
    if (tree.rel(child) === 'mark' && (conditionMarks.has(lemma) || lemma === 'whether')) return child
    const inverts = lemma === 'should' || /^(?:had|were)$/.test(tree.form(child).toLowerCase())
    if (tree.rel(child) === 'aux' && inverts && isFirst(tree, token, child) && tree.rel(token) === 'advcl') return child
  }
  return -1
}

function isQuestion(tree: Tree, token: number): boolean {
  for (let i = tree.length - 1; i >= 0 && i >= tree.length - 3; i--)
    if (tree.form(i) === '?') return tree.clause(token) === tree.clause(tree.root)
  return false
}
