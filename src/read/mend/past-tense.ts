import type {Draft} from './draft.ts'

/** Past tenses that end otherwise than in -ed and are their own participle. */
const alike = new Set(
  'bought brought built caught cut fought held hit hurt kept laid left lost made met paid put sent set shot shut sold struck swept told won'.split(
    ' ',
  ),
)
/** Participles that form adjectives with the noun before them, hyphen or not: "rebel held areas". */
const adjectival = new Set(
  'aligned backed based born controlled dominated funded held led linked made occupied owned related run sponsored trained'.split(
    ' ',
  ),
)

/**
 * "The army shelled villages": a past tense between two nouns was read as a participle that describes the second. English puts no
 * participle between a noun phrase and the noun that it describes, so the first noun is the subject and the second the object.
 */
export function pastTense(draft: Draft): void {
  for (let i = 1; i + 1 < draft.length; i++) {
    const object = draft.heads[i]
    if (draft.upos[i] !== 'VERB' || draft.rel(i) !== 'amod' || object <= i || !isPast(draft.word(i))) continue
    const subject = nounBefore(draft, i, object)
    if (subject >= 0) promote(draft, i, subject, object)
  }
}

const isPast = (word: string) => (word.endsWith('ed') || alike.has(word)) && !adjectival.has(word)

/** The noun right before the participle, when it is no part of the second noun's phrase; else -1. */
function nounBefore(draft: Draft, i: number, object: number): number {
  const before = i - 1
  const upos = draft.upos[before]
  if (upos !== 'NOUN' && upos !== 'PROPN') return -1
  const subject = draft.rel(before) === 'flat' || draft.rel(before) === 'compound' ? draft.heads[before] : before
  if (
    subject < 0 ||
    subject > i ||
    subject === object ||
    (draft.child(subject, 'case') >= 0 && draft.child(subject, 'case') < subject)
  )
    return -1
  const head = draft.heads[subject]
  if (head === object || draft.heads[object] === subject) return subject
  // Both hang on a later verb: "officers seized power and placed him".
  return head === draft.heads[object] && head > object && draft.rel(subject) === 'nsubj' ? subject : -1
}

function promote(draft: Draft, verb: number, subject: number, object: number): void {
  const later = draft.heads[subject] === draft.heads[object] ? draft.heads[subject] : -1
  const top = later >= 0 ? later : draft.heads[subject] === object ? object : subject
  const [head, rel] = [draft.heads[top], draft.deprels[top]]
  const joined = later >= 0 && draft.child(later, 'cc') > object
  if (later >= 0 && !joined) return
  draft.heads[verb] = -1
  for (const part of [subject, object]) draft.heads[part] = verb
  if (later >= 0) draft.heads[later] = verb
  draft.heads[verb] = head
  draft.deprels[verb] = head >= 0 && draft.isVerb(head) && later < 0 ? 'ccomp' : rel
  draft.label(subject, 'nsubj')
  draft.label(object, draft.child(object, 'case') >= 0 && draft.child(object, 'case') < object ? 'obl' : 'obj')
  if (later >= 0) draft.label(later, 'conj')
  draft.tag(verb, 'VERB', 'VBD', 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin')
  // What ends or joins the sentence goes with its verb.
  for (const child of draft.children(subject)) if (child > object) draft.attach(child, verb, draft.deprels[child])
}

const measures = new Set(
  'day hour minute second week month year decade century time percent mile kilometre kilometer metre meter foot point'.split(
    ' ',
  ),
)

/** "killed at least 14 worshippers": the "at" of "at least" made a place of the object. */
export function countedObject(draft: Draft): void {
  for (let i = 2; i < draft.length; i++) {
    const verb = draft.heads[i]
    if (
      draft.deprels[i] !== 'obl' ||
      verb < 0 ||
      verb > i ||
      draft.upos[verb] !== 'VERB' ||
      measures.has(draft.lemma(i))
    )
      continue
    const number = draft.child(i, 'nummod')
    if (number < 0 || draft.child(i, 'case') >= 0 || draft.child(verb, 'obj', 'aux:pass') >= 0) continue
    if (draft.word(verb + 1) !== 'at' || !/^(?:least|most)$/.test(draft.word(verb + 2)) || number !== verb + 3) continue
    draft.label(i, 'obj')
    if (draft.child(verb, 'aux') < 0 && isPast(draft.word(verb)))
      draft.tag(verb, 'VERB', 'VBD', 'Mood=Ind|Tense=Past|VerbForm=Fin')
  }
}
