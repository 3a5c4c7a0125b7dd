import type {Draft} from './draft.ts'

const marks = new Set(['if', 'unless'])
const same = new Set(['conj', 'ccomp', 'parataxis', 'root', 'acl'])

/** "Had Chad closed the port, trade would have stopped", "Were Chad to close it, …": the condition read as the main clause. */
export function inverted(draft: Draft): void {
  const first = draft.word(0)
  if (first !== 'had' && first !== 'were') return
  if (first === 'were') nameAsPredicate(draft)
  const own = first === 'had' && draft.rel(0) !== 'aux'
  const verb = own
    ? draft.child(0, 'ccomp', 'xcomp')
    : first === 'had'
      ? draft.heads[0]
      : draft.children(-1).find(root => hasTo(draft, root))
  if (verb === undefined || verb < 0 || draft.child(verb, 'nsubj') < 0) return
  const main = [...draft.children(0), ...draft.children(verb)].find(child => child > verb && isModal(draft, child))
  if (main === undefined || draft.child(main, 'nsubj', 'expl') < 0) return
  const top = own ? 0 : verb
  draft.heads[main] = draft.heads[top]
  draft.deprels[main] = draft.deprels[top]
  draft.heads[0] = -1
  draft.heads[verb] = main
  draft.label(verb, 'advcl')
  if (first === 'had') draft.tag(verb, 'VERB', 'VBN', 'Tense=Past|VerbForm=Part')
  draft.tag(0, 'AUX', 'VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin')
  draft.attach(0, verb, 'aux')
}

/** "Were Chad to close it" with "to close" hung on the name, which may stand as a subject of the main clause. */
function nameAsPredicate(draft: Draft): void {
  const name = draft.heads[0]
  if (name < 0 || draft.rel(0) !== 'cop' || !draft.isNominal(name)) return
  const main = draft.heads[name]
  if (main >= 0 && (draft.rel(name) !== 'nsubj' || draft.heads[main] >= 0)) return
  const verb = draft.children(name).find(child => child > name && draft.rel(child) === 'acl' && hasTo(draft, child))
  if (verb === undefined) return
  draft.heads[verb] = main
  draft.label(verb, main < 0 ? 'root' : 'advcl')
  draft.attach(name, verb, 'nsubj')
  for (const child of draft.children(name))
    if (child === 0 || child > verb) draft.attach(child, verb, child === 0 ? 'aux' : draft.deprels[child])
}

const hasTo = (draft: Draft, verb: number) =>
  draft.upos[verb] === 'VERB' && draft.children(verb).some(child => child < verb && draft.word(child) === 'to')

/** Hangs "if" and "unless" on the verb of their clause, and that clause under the one that depends on it. */
export function conditions(draft: Draft): void {
  for (let i = 0; i + 2 < draft.length; i++) {
    if (!marks.has(draft.word(i)) || /^(?:even|as)$/.test(i > 0 ? draft.word(i - 1) : '')) continue
    asVerb(draft, i)
    const verb = marked(draft, i)
    if (verb < 0) continue
    if (draft.heads[i] !== verb || draft.rel(i) !== 'mark') draft.attach(i, verb, 'mark')
    if (draft.heads[i] === verb && same.has(draft.rel(verb))) subordinate(draft, i, verb)
  }
}

/** "if Chad attacks": a name and what it does that were read as one phrase. */
function asVerb(draft: Draft, mark: number): void {
  const noun = draft.heads[mark]
  if (
    noun < mark ||
    draft.rel(mark) !== 'mark' ||
    !/^(?:NNS|VBZ)$/.test(draft.xpos[noun]) ||
    draft.child(noun, 'cop') >= 0
  )
    return
  const name = draft.child(noun, 'compound', 'amod', 'nsubj')
  if (name < 0 || name + 1 !== noun || draft.upos[name] !== 'PROPN') return
  if (draft.isVerb(noun) && draft.rel(name) === 'nsubj') return
  draft.tag(noun, 'VERB', 'VBZ', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin')
  draft.attach(name, noun, 'nsubj')
  for (const child of draft.children(noun)) if (child > noun && draft.rel(child) === 'nsubj') draft.label(child, 'obj')
  draft.label(noun, 'advcl')
}

/** The predicate that a mark belongs to: its head, else the next verb before a comma. */
function marked(draft: Draft, mark: number): number {
  const head = draft.heads[mark]
  if (head > mark && draft.rel(mark) === 'mark' && draft.word(head) !== 'there')
    return isPredicate(draft, head) ? head : -1
  for (let i = mark + 1; i < draft.length && draft.upos[i] !== 'PUNCT'; i++)
    if (draft.upos[i] === 'VERB' && isPredicate(draft, i) && draft.xpos[i] !== 'VBG') return i
  return -1
}

function isPredicate(draft: Draft, i: number): boolean {
  return draft.upos[i] === 'VERB' || draft.child(i, 'cop', 'nsubj') >= 0
}

/** "If she is charged, the trial would begin" with the first verb as head: the second one takes its place. */
function subordinate(draft: Draft, mark: number, verb: number): void {
  const head = draft.heads[verb]
  if (draft.rel(verb) === 'acl') {
    fromNoun(draft, mark, verb)
    return
  }
  const main = draft
    .children(verb)
    .concat(head >= 0 && draft.rel(verb) !== 'conj' ? draft.children(head) : [])
    .filter(child => child > verb && (draft.rel(child) === 'conj' || draft.rel(child) === 'parataxis'))
    .find(child => isModal(draft, child) && draft.child(child, 'nsubj', 'expl') > verb && isNext(draft, verb, child))
  if (main !== undefined) {
    draft.heads[main] = head
    draft.deprels[main] = draft.deprels[verb]
    draft.attach(verb, main, 'advcl')
  } else if (
    head >= 0 &&
    head < mark &&
    draft.rel(verb) === 'conj' &&
    isModal(draft, head) &&
    !joined(draft, head, mark)
  )
    draft.label(verb, 'advcl')
}

/** "would strike the port if it were attacked" with the condition hung on "port". */
function fromNoun(draft: Draft, mark: number, verb: number): void {
  let at = draft.heads[verb]
  for (let steps = 0; at >= 0 && steps < 3 && draft.upos[at] !== 'VERB'; steps++) at = draft.heads[at]
  if (at >= 0 && at < mark && isModal(draft, at)) draft.attach(verb, at, 'advcl')
}

function isModal(draft: Draft, verb: number): boolean {
  return draft.children(verb).some(child => draft.rel(child) === 'aux' && draft.xpos[child] === 'MD')
}

/** A comma, and no "and", between two clauses. */
function isNext(draft: Draft, from: number, to: number): boolean {
  let comma = false
  for (let i = from + 1; i < to; i++) if (draft.from.forms[i] === ',') comma = true
  return comma && !draft.children(to).some(child => draft.rel(child) === 'cc')
}

function joined(draft: Draft, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (draft.upos[i] === 'CCONJ') return true
  return false
}
