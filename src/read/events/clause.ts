import type {Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Hit} from './hit.ts'

const aside = new Set(['advcl', 'parataxis', 'cc', 'punct', 'discourse', 'mark', 'vocative'])

const leading = new Set(['cc', 'mark'])

/** First and last token of the clause that holds an act, without clauses and marks at its edges that tell something else. */
export function clauseOf(tree: Tree, hit: Hit): readonly [number, number] {
  const {trigger, light} = hit
  const nominal = light < 0 && tree.upos(trigger) !== 'VERB' && tree.copula(trigger) < 0
  const head = light >= 0 ? light : trigger
  let [first, last] = nominal ? tree.subtree(head) : coreOf(tree, head)
  for (const token of hit.tokens) {
    const [start, end] = tree.subtree(token)
    if (tree.covers(token, trigger)) {
      if (token < first) first = token
      continue
    }
    if (start < first) first = start
    if (end > last) last = end
  }
  while (
    first < last &&
    (isMark(tree, first) || leading.has(tree.rel(first)) || (nominal && tree.rel(first) === 'case'))
  )
    first++
  while (last > first && isMark(tree, last)) last--
  return [first, last]
}

/** Punctuation, or what shows nothing: controls and marks of direction. */
const isMark = (tree: Tree, token: number) =>
  tree.upos(token) === 'PUNCT' || /^[\p{Cc}\p{Cf}]+$/u.test(tree.form(token))

/** Hull of a predicate and its dependents, leaving out conjoined and subordinate clauses around it. */
function coreOf(tree: Tree, head: number): [number, number] {
  let first = head
  let last = head
  for (const child of tree.children(head)) {
    const rel = tree.rel(child)
    const clausal = tree.upos(child) === 'VERB'
    if (aside.has(rel) && (rel !== 'advcl' || child < head)) continue
    if (rel === 'conj' && clausal) continue
    if (rel === 'ccomp' && child < head) continue
    const [start, end] = tree.subtree(child)
    if (start < first) first = start
    if (end > last) last = end
  }
  return [first, last]
}

export function clauseSpan(tree: Tree, [first, last]: readonly [number, number]): Span {
  return {start: tree.sentence.starts[first], end: tree.sentence.ends[last]}
}
