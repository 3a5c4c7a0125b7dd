import type {Relations} from './relations.ts'

/** Verbs whose object does not take over the subject of their infinitive: "promised Ankara to help". */
const subjectControl = new Set(['promise', 'threaten', 'vow', 'pledge', 'offer', 'guarantee', 'swear', 'assure'])
/** Verbs that make or let their object do something; treebanks hang that infinitive as a complement or as an adverbial. */
const objectControl = new Set(
  'order instruct tell ask urge force allow permit enable press push pressure persuade convince warn advise invite encourage authorize authorise compel direct command request require beg lead cause prompt help oblige empower'.split(
    ' ',
  ),
)
/** Verbs that ask something of whoever stands behind their preposition: "called on Iran to stop", "waited for the army to leave". */
const appealing = new Set('appeal argue call campaign lobby plead press push wait'.split(' '))
const pronouns = new Set(['who', 'which', 'that', 'whom'])
const adverbs = new Set(['where', 'when', 'why', 'how'])

export function logicalSubjects(tree: Relations, i: number): number[] {
  if (!tree.isPassive(i)) return surfaceSubjects(tree, i)
  const agents = tree
    .childrenBy(i, 'obl')
    .filter(child => tree.deprel(child) === 'obl:agent' || tree.preposition(child) === 'by')
  return tree.expand(agents)
}

export function logicalObjects(tree: Relations, i: number): number[] {
  if (tree.isPassive(i)) return surfaceSubjects(tree, i)
  const own = tree.childrenBy(i, 'obj')
  if (own.length) return tree.expand(own.map(child => antecedent(tree, i, child)))
  if (tree.child(i, 'cop') >= 0 || (tree.upos(i) !== 'VERB' && tree.upos(i) !== 'AUX')) return []
  const shared = sharedObjects(tree, i)
  if (shared.length) return shared
  return relativeObject(tree, i)
}

/**
 * What stands as subject of `i`, active or passive: its own, or that of the clause that it takes it from.
 * Walks upwards, so it ends after as many steps as the tree is deep.
 */
function surfaceSubjects(tree: Relations, i: number): number[] {
  let at = i
  for (;;) {
    const own = tree.childrenBy(at, 'nsubj').filter(child => tree.deprel(child) !== 'nsubj:outer')
    if (own.length) return tree.expand(own.map(child => antecedent(tree, at, child)))
    if (tree.child(at, 'csubj') >= 0) return []
    const head = tree.head(at)
    if (head < 0) return []
    switch (tree.rel(at)) {
      case 'conj':
        if (!tree.isPredicate(head) && tree.rel(head) !== 'xcomp' && tree.rel(head) !== 'acl') return []
        break
      case 'xcomp': {
        const asked = askedTo(tree, head, at)
        if (asked >= 0) return tree.expand([antecedent(tree, head, asked)])
        const object = tree.child(head, 'obj', 'iobj')
        if (object >= 0 && !tree.isPassive(head) && !subjectControl.has(tree.lemma(head)))
          return tree.expand([antecedent(tree, head, object)])
        break
      }
      case 'advcl': {
        if (!tree.isPredicate(head) || hasTense(tree, at)) return []
        const asked = askedTo(tree, head, at)
        if (asked >= 0) return tree.expand([asked])
        if (tree.xpos(at) === 'VB' && objectControl.has(tree.lemma(head)) && !tree.isPassive(head)) {
          const object = tree.child(head, 'obj', 'iobj')
          if (object >= 0 && object < at) return tree.expand([antecedent(tree, head, object)])
        }
        break
      }
      case 'acl': {
        if (tree.deprel(at) === 'acl:relcl') return tree.expand([head])
        const asked = askedTo(tree, head, at)
        if (asked >= 0) return tree.expand([asked])
        return tree.xpos(at) === 'VB' || isOf(tree, at) ? ownerOf(tree, head) : tree.expand([head])
      }
      case 'amod':
        return at === i && tree.upos(at) === 'VERB' ? [head] : []
      default:
        return []
    }
    at = head
  }
}

/** Whom "for X to leave" and "called on X to leave" want to leave: what stands right before an infinitive behind such a preposition; -1: nobody does. */
function askedTo(tree: Relations, head: number, clause: number): number {
  if (tree.xpos(clause) !== 'VB' || tree.child(clause, 'nsubj', 'csubj') >= 0) return -1
  const [first] = tree.subtree(clause)
  const appeals = appealing.has(tree.lemma(head)) && tree.child(head, 'obj') < 0
  for (const child of tree.childrenBy(head, 'obl', 'nmod')) {
    if (child > clause || tree.subtree(child)[1] !== first - 1) continue
    const prep = tree.preposition(child)
    const named = tree.upos(child) === 'PROPN' || tree.upos(child) === 'PRON'
    if (prep === 'for' && (named || appeals)) return child
    if (appeals && (prep === 'on' || prep === 'upon' || prep === 'to' || prep === 'with')) return child
  }
  return -1
}

/** "Its role in arresting him": a gerund behind a preposition is done by the owner of the noun, where one is named. */
function isOf(tree: Relations, gerund: number): boolean {
  return tree.xpos(gerund) === 'VBG' && tree.child(gerund, 'mark') >= 0 && tree.possessor(tree.head(gerund)) >= 0
}

/** Who has the plan in "Ankara's plan to attack" or "Ankara made a plan to attack". */
function ownerOf(tree: Relations, noun: number): number[] {
  const owner = tree.possessor(noun)
  if (owner >= 0) return tree.expand([owner])
  const verb = tree.head(noun)
  if (verb < 0 || tree.rel(noun) !== 'obj' || !tree.isPredicate(verb)) return []
  return logicalSubjects(tree, verb)
}

/** A verb form that shows tense, or one with an auxiliary that does. */
function hasTense(tree: Relations, i: number): boolean {
  const finite = tree.child(i, 'aux', 'cop')
  const tag = tree.xpos(finite < 0 ? i : finite)
  if (tag === 'VBD' || tag === 'VBZ' || tag === 'VBP' || tag === 'MD') return tree.child(i, 'mark') >= 0
  return false
}

/** What a relative pronoun stands for, else the token itself. */
function antecedent(tree: Relations, verb: number, token: number): number {
  if (!pronouns.has(tree.form(token).toLowerCase())) return token
  let clause = verb
  while (clause >= 0 && tree.deprel(clause) !== 'acl:relcl') {
    const rel = tree.rel(clause)
    if (rel !== 'conj' && rel !== 'xcomp' && rel !== 'ccomp' && tree.deprel(clause) !== 'acl') return token
    if (tree.deprel(clause) === 'acl') break
    clause = tree.head(clause)
  }
  return clause < 0 ? token : tree.head(clause)
}

/** Objects that conjoined verbs share: "attacked and killed militants". */
function sharedObjects(tree: Relations, i: number): number[] {
  const verbs = tree.conjuncts(i)
  if (verbs.length < 2) return []
  for (const verb of verbs) {
    if (verb === i || tree.isPassive(verb)) continue
    const objects = tree.childrenBy(verb, 'obj')
    if (objects.length === 0) continue
    // Shared when nothing but coordination stands between the verbs and the object.
    if (objects[0] > i && objects[0] > verb && isBare(tree, i, objects[0])) return tree.expand(objects)
  }
  return []
}

/** Whether `verb` has no complement of its own before `end`. */
function isBare(tree: Relations, verb: number, end: number): boolean {
  return tree
    .children(verb)
    .every(
      child =>
        child < verb || child > end || ['conj', 'cc', 'punct', 'obj', 'advmod', 'compound'].includes(tree.rel(child)),
    )
}

/** The noun of "weapons that the army left" for "left". */
function relativeObject(tree: Relations, i: number): number[] {
  let clause = i
  while (clause >= 0 && (tree.rel(clause) === 'conj' || tree.rel(clause) === 'xcomp')) clause = tree.head(clause)
  if (clause < 0 || tree.deprel(clause) !== 'acl:relcl') return []
  const subject = tree.childrenBy(clause, 'nsubj')
  if (subject.length === 0 || subject.some(child => pronouns.has(tree.form(child).toLowerCase()))) return []
  if (tree.child(i, 'ccomp', 'xcomp', 'obj') >= 0) return []
  for (const child of tree.children(clause)) {
    if (adverbs.has(tree.form(child).toLowerCase())) return []
    if (tree.rel(child) === 'obl' && (child < clause || tree.deprel(child) === 'obl')) {
      const word = tree.form(child).toLowerCase()
      if (pronouns.has(word) || word === 'whose') return []
    }
  }
  const noun = tree.head(clause)
  return noun < 0 ? [] : tree.expand([noun])
}
