import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {StanceWords} from './stance-words.ts'

export interface Bearing {
  /** Denied, ended or refused an odd number of times. */
  readonly turned: boolean
  /** The word that makes it depend on something. */
  readonly condition: Span | null
  /** Steps to the top of the sentence. */
  readonly depth: number
}

interface Around {
  readonly words: StanceWords
  readonly inside: (i: number) => boolean
  /** In reported speech "would" is only the past of "will". */
  readonly reported: boolean
}

const negations = /^(?:not|n't|n’t|no|never|neither|nor|without|hardly|nothing|none|nobody|little|less|few)$/i
const conditions = /^(?:if|unless|provided|otherwise|until)$/i
const argument = /^(?:obj|xcomp|ccomp|obl|nmod|acl|csubj)$/

/** Whether a word is denied by one that hangs on it: "no cooperation", "did not cooperate". */
export function isNegatedWord(tree: Tree, i: number): boolean {
  let negated = false
  for (const child of tree.children(i)) {
    const rel = tree.rel(child)
    // "Neither Iran nor Iraq wanted a war."
    if (rel === 'nsubj' && tree.childrenBy(child, 'det', 'cc').some(k => k < child && /^neither$/i.test(tree.form(k))))
      negated = !negated
    if (!/^(?:advmod|det|case|mark|cc|amod)$/.test(rel) || !negations.test(tree.form(child))) continue
    // "not only a friend"
    if (/^(?:only|just|merely)$/i.test(tree.form(child + 1 < tree.length ? child + 1 : child))) continue
    // "never been closer"
    if (/^never$/i.test(tree.form(child)) && /^(?:JJR|RBR)$/.test(tree.xpos(i))) continue
    negated = !negated
  }
  return negated
}

/** What the words above a word in the tree make of it. */
export function bearingOf(
  tree: Tree,
  word: number,
  side: 'for' | 'against',
  {words, inside, reported}: Around,
): Bearing {
  let turned = isNegatedWord(tree, word)
  let condition = conditionAt(tree, word, inside, reported)
  let depth = 0
  let at = word
  let open = true
  for (let up = tree.head(at); up >= 0; at = up, up = tree.head(at)) {
    depth++
    if (!open || !inside(up)) continue
    const rel = tree.rel(at)
    const contrast = rel === 'conj' && tree.childrenBy(at, 'cc').some(cc => /^but$/i.test(tree.form(cc)))
    if (!contrast && rel !== 'advcl' && rel !== 'parataxis' && isNegatedWord(tree, up)) turned = !turned
    condition ??= conditionAt(tree, up, inside, reported)
    const passive = tree.deprel(at) === 'nsubj:pass'
    const bare = rel === 'nsubj' && tree.child(up, 'obj') < 0
    if (words.turns(tree.lemma(up)) && (argument.test(rel) || passive || bare)) turned = !turned
    else if (
      side === 'against' &&
      words.mends(tree.lemma(up)) &&
      (argument.test(rel) || passive || bare || rel === 'amod')
    )
      turned = !turned
    else if (rel === 'nsubj' && words.isOver(tree.lemma(up))) turned = !turned
    if (rel === 'advcl' || rel === 'parataxis' || tree.deprel(at) === 'acl:relcl') open = false
  }
  return {turned, condition, depth}
}

/** "if", "could": on the clause of a word, or at its head. */
function conditionAt(tree: Tree, i: number, inside: (i: number) => boolean, reported: boolean): Span | null {
  const {starts, ends} = tree.sentence
  const modal = reported ? /^(?:may|might|could)$/i : /^(?:may|might|could|would)$/i
  for (const child of tree.children(i)) {
    if (!inside(child)) continue
    const rel = tree.rel(child)
    const span = {start: starts[child], end: ends[child]}
    if (rel === 'mark' && conditions.test(tree.form(child))) return span
    if (rel === 'aux' && modal.test(tree.form(child))) return span
    if (rel !== 'advcl') continue
    const mark = tree.childrenBy(child, 'mark', 'advmod').find(k => conditions.test(tree.form(k)))
    if (mark !== undefined) return {start: starts[mark], end: ends[mark]}
    if (/^provided$/i.test(tree.form(child))) return span
  }
  return null
}
