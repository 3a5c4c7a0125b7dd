import type {Draft} from './draft.ts'

/** "Japan to lend Vietnam $2 billion": a headline's infinitive behind a name is the verb of its sentence, the name its subject. */
export function headlines(draft: Draft): void {
  const root = draft.heads.indexOf(-1)
  if (root < 0 || draft.upos[root] !== 'PROPN' || draft.child(root, 'case', 'det', 'cop', 'nsubj') >= 0) return
  const verb = draft.children(root).find(at => at > root && draft.rel(at) === 'acl' && draft.xpos[at] === 'VB')
  if (verb === undefined) return
  const mark = draft.child(verb, 'mark')
  if (mark < 0 || draft.word(mark) !== 'to' || mark < root || !onlyNames(draft, mark)) return
  draft.heads[verb] = -1
  draft.label(verb, 'root')
  for (const child of draft.children(root))
    if (child > mark && child !== verb) draft.attach(child, verb, draft.deprels[child])
  draft.attach(root, verb, 'nsubj')
}

/** "Egypt, Sudan suspend talks": the first of two names before the verb of a headline was read as its root. */
export function listed(draft: Draft): void {
  const root = draft.heads.indexOf(-1)
  if (root < 0 || draft.upos[root] !== 'PROPN' || draft.child(root, 'case', 'cop', 'nsubj') >= 0) return
  const verb = draft
    .children(root)
    .find(at => at > root && draft.isVerb(at) && /^(?:appos|conj|parataxis)$/.test(draft.rel(at)))
  const subject = verb === undefined ? -1 : draft.child(verb, 'nsubj')
  if (verb === undefined || subject < root || subject > verb || draft.upos[subject] !== 'PROPN') return
  if (draft.from.forms[subject - 1] !== ',' && draft.child(subject, 'cc') < 0) return
  if (!onlyNames(draft, verb)) return
  draft.heads[verb] = -1
  draft.label(verb, 'root')
  for (const child of draft.children(root)) if (child > subject) draft.attach(child, verb, draft.deprels[child])
  draft.attach(root, verb, 'nsubj')
  draft.attach(subject, root, 'conj')
}

/** Whether nothing but names, commas and "and" stands before a token. */
function onlyNames(draft: Draft, end: number): boolean {
  for (let i = 0; i < end; i++)
    if (!/^(?:PROPN|CCONJ)$/.test(draft.upos[i]) && draft.from.forms[i] !== ',' && draft.rel(i) !== 'amod') return false
  return end > 0
}
