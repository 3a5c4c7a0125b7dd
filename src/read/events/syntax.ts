import type {Tree} from '../../text/index.ts'

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

/** Who does it. A perfect without "been", or a participle with a plain subject, is never passive, whatever the parser made of it. */
export function subjectsOf(tree: Tree, token: number): readonly number[] {
  if (!activePerfect(tree, token)) return tree.subjects(token)
  const own = tree.expand(tree.childrenBy(token, 'nsubj'))
  return own.length > 0 ? own : tree.subjects(token)
}

/** Whom it is done to: objects, second objects, and a counted noun after "up to", "at least" that was read as an oblique. */
export function objectsOf(tree: Tree, token: number): number[] {
  const active = activePerfect(tree, token)
  const own = active ? tree.childrenBy(token, 'nsubj') : []
  const objects = tree.objects(token).filter(object => !own.includes(object) && !marked(tree, object))
  if (objects.length === 0 || active)
    for (const child of tree.childrenBy(token, 'obl', 'nmod'))
      if (child > token && tree.child(child, 'nummod') >= 0 && counting.has(tree.preposition(child)))
        objects.push(child)
  return [...new Set([...objects, ...tree.expand(tree.childrenBy(token, 'iobj'))])]
}

/** An object after a preposition is an oblique that was misread: "fired on the crowd". */
export function marked(tree: Tree, token: number): boolean {
  return tree.rel(token) === 'obj' && tree.preposition(token) !== ''
}

function activePerfect(tree: Tree, token: number): boolean {
  const bare = tree.auxiliaries(token).length === 0
  if (bare && tree.xpos(token) === 'VBN' && tree.children(token).some(child => tree.deprel(child) === 'nsubj'))
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
