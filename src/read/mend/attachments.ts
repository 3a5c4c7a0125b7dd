import type {Draft} from './draft.ts'

/** Phrases that hang on the wrong word, or as what their construction rules out. */
export function attachments(draft: Draft): void {
  for (let i = 0; i < draft.length; i++) {
    const head = draft.heads[i]
    if (head < 0) continue
    if (draft.deprels[i] === 'obl:agent' && head < i) agentOfActive(draft, head, i)
    else if (draft.deprels[i] === 'nmod') agentOfAccused(draft, head, i)
    else if (draft.rel(i) === 'obj' && head < i && draft.isNominal(head)) objectOfNoun(draft, head, i)
    else if (draft.rel(i) === 'obj' && head < i) subjectBehind(draft, head, i)
    else if (draft.rel(i) === 'amod') particle(draft, head, i)
    else if (draft.rel(i) === 'compound' || draft.deprels[i] === 'obl:unmarked') prefixed(draft, head, i)
    else if (draft.rel(i) === 'flat') secondObject(draft, head, i)
    else if (draft.rel(i) === 'case') particleAsCase(draft, head, i)
    else if (draft.deprels[i] === 'nsubj:outer') subjectOfIsTo(draft, head, i)
    else if (draft.rel(i) === 'advcl') behindParticle(draft, head, i)
    else if (draft.deprels[i] === 'nsubj') nameInTwo(draft, head, i)
  }
}

/** "Denzel Washington bought", "President Abe left": two subjects side by side are one name, or a title and a name. */
function nameInTwo(draft: Draft, verb: number, i: number): void {
  if (draft.upos[i] !== 'PROPN' || i > verb || draft.children(i).some(child => child < i)) return
  const before = i - 1
  if (draft.heads[before] !== verb || draft.deprels[before] !== 'nsubj') return
  if (draft.upos[before] === 'PROPN') {
    for (const child of draft.children(i)) draft.attach(child, before, draft.deprels[child])
    draft.attach(i, before, 'flat')
  } else if (draft.upos[before] === 'NOUN') draft.attach(before, i, 'nmod:desc')
}

const actives = new Set(['VB', 'VBD', 'VBZ', 'VBP'])

/** "stood by India", "ordered a patrol by police": only passives have an agent. */
function agentOfActive(draft: Draft, verb: number, by: number): void {
  if (!actives.has(draft.xpos[verb]) || draft.child(verb, 'aux:pass', 'nsubj:pass') >= 0) return
  const mark = draft.child(by, 'case')
  if (mark < 0) return
  const object = draft.child(verb, 'obj')
  if (object === mark - 1 && object > verb) draft.attach(by, object, 'nmod')
  else draft.label(by, 'obl')
}

const accused = new Set(['accuse', 'acquit', 'charge', 'convict', 'suspect'])

/** "was accused of the blast by Chad": the one who accuses closes the sentence, and no blast is "by" anyone. */
function agentOfAccused(draft: Draft, noun: number, by: number): void {
  const verb = draft.heads[noun]
  if (verb < 0 || verb > noun || draft.rel(noun) !== 'obl' || !accused.has(draft.lemma(verb))) return
  if (draft.child(verb, 'aux:pass') < 0 || draft.child(verb, 'obl:agent') >= 0) return
  const mark = draft.child(by, 'case')
  if (mark > noun && draft.word(mark) === 'by') draft.attach(by, verb, 'obl:agent')
}

/** "Hackers defaced websites" with both words under "hackers": a noun has no object, its participle has. */
function objectOfNoun(draft: Draft, noun: number, object: number): void {
  const verb = draft
    .children(noun)
    .find(child => child > noun && child < object && draft.isVerb(child) && draft.rel(child) === 'acl')
  if (verb !== undefined && draft.child(noun, 'cop', 'aux') < 0) draft.attach(object, verb, 'obj')
}

/** "said mistrust was fading" with "mistrust" under "said": it is the subject that the clause lacks. */
function subjectBehind(draft: Draft, verb: number, object: number): void {
  const clause = draft.children(verb).find(child => child > object && draft.rel(child) === 'ccomp')
  if (clause === undefined || draft.child(clause, 'nsubj', 'csubj', 'expl', 'mark') >= 0) return
  const finite = draft.child(clause, 'aux', 'cop')
  if (!/^(?:VB[DPZ]|MD)$/.test(draft.xpos[finite >= 0 ? finite : clause])) return
  for (let i = object + 1; i < clause; i++) if (draft.upos[i] === 'PUNCT') return
  draft.attach(object, clause, draft.child(clause, 'aux:pass') >= 0 ? 'nsubj:pass' : 'nsubj')
}

/** "gave Ann Peru asylum": a common noun is no part of the name before it. */
function secondObject(draft: Draft, name: number, i: number): void {
  const verb = draft.heads[name]
  if (draft.upos[i] !== 'NOUN' || !/^\p{Ll}/u.test(draft.from.forms[i]) || draft.upos[name] !== 'PROPN') return
  if (verb < 0 || verb > name || !draft.isVerb(verb) || !/^i?obj$/.test(draft.rel(name))) return
  if (draft.children(verb).some(child => child !== name && draft.rel(child) === 'obj')) return
  draft.attach(i, verb, 'obj')
  draft.label(name, 'iobj')
}

/** "handed over weapons" */
function particleAsCase(draft: Draft, noun: number, i: number): void {
  if (draft.xpos[i] === 'RP' && draft.heads[noun] === i - 1 && draft.isVerb(i - 1))
    draft.attach(i, i - 1, 'compound:prt')
}

/** "Chad is to release them" */
function subjectOfIsTo(draft: Draft, verb: number, i: number): void {
  const mark = draft.child(verb, 'mark')
  const is = draft.child(verb, 'cop')
  if (draft.isVerb(verb) && is >= 0 && mark === is + 1 && draft.word(mark) === 'to') draft.label(i, 'nsubj')
}

const particles = new Set(['back', 'home', 'down', 'out', 'off', 'away', 'apart', 'forward'])

/** "bring back weapons": no adjective of the noun. */
function particle(draft: Draft, noun: number, i: number): void {
  if (draft.heads[noun] !== i - 1 || !draft.isVerb(i - 1)) return
  if (draft.upos[i] === 'ADV' && particles.has(draft.word(i))) draft.attach(i, i - 1, 'advmod')
}

/** "Chad test-fired a missile": what stands before a verb with its own prefix is its subject. */
function prefixed(draft: Draft, verb: number, prefix: number): void {
  if (!draft.isVerb(verb) || draft.from.forms[verb - 1] !== '-' || prefix !== verb - 2) return
  if (draft.child(verb, 'nsubj', 'aux', 'mark', 'case') >= 0 || draft.child(verb, 'obj') < verb) return
  const subject = draft
    .children(prefix)
    .filter(child => child < prefix && draft.isNominal(child))
    .at(-1)
  if (subject === undefined) return
  for (const child of draft.children(prefix))
    if (child < subject) draft.attach(child, draft.rel(child) === 'punct' ? verb : subject, draft.deprels[child])
  draft.attach(subject, verb, 'nsubj')
  if (draft.xpos[verb] === 'VBN') draft.tag(verb, 'VERB', 'VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin')
}

/** "ruled out sending troops": a gerund right behind a particle completes the verb. */
function behindParticle(draft: Draft, verb: number, i: number): void {
  if (draft.xpos[i] !== 'VBG' || verb >= i || !draft.isVerb(verb) || draft.child(i, 'mark', 'nsubj', 'aux') >= 0) return
  if (draft.deprels[i - 1] === 'compound:prt' && draft.heads[i - 1] === verb) draft.label(i, 'xcomp')
}
