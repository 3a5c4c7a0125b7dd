import type {Draft} from './draft.ts'
import {isOnlyPast} from './lost-past.ts'
import type {MendWords} from './words.ts'

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

/** People whose name is an adjective too: "a general flew home". */
const officers = new Set(['general', 'national', 'official', 'native', 'corporal', 'captive'])

/** "The OAU met in Lagos" with the verb read as a noun. */
export function pastAsNoun(draft: Draft, {verbForms}: Pick<MendWords, 'verbForms'>): void {
  for (let i = 1; i < draft.length; i++) {
    if (!/^(?:NOUN|PROPN)$/.test(draft.upos[i]) || draft.heads[i] >= 0 || !isOnlyPast(draft.from.forms[i])) continue
    // "The ministers of Chad and Togo met": its subject is seen, only the tag is wrong.
    const seen = draft.child(i, 'cop', 'det', 'nmod:poss') < 0 ? draft.child(i, 'nsubj') : -1
    const subject = seen >= 0 ? seen : i - 1
    if (draft.xpos[subject] === 'JJ' && draft.child(i, 'det') >= 0 && officers.has(draft.word(subject)))
      draft.tag(subject, 'NOUN', 'NN', 'Number=Sing')
    if (
      draft.heads[subject] !== i ||
      !/^(?:compound|amod|nsubj)$/.test(draft.rel(subject)) ||
      !draft.isNominal(subject)
    )
      continue
    for (const child of draft.children(i)) {
      if (child < subject && /^(?:det|amod|compound|nummod|nmod)$/.test(draft.rel(child)))
        draft.attach(child, subject, draft.deprels[child])
      else if (child > i && draft.rel(child) === 'nmod') draft.label(child, 'obl')
    }
    draft.label(subject, 'nsubj')
    draft.tagPast(i)
    draft.lemmas[i] = verbForms.get(draft.word(i)) ?? draft.lemmas[i]
  }
}

/** "Ben-Gurion met Mollet" with the verb read as part of the name. */
export function pastInName(draft: Draft): void {
  for (let i = 1; i < draft.length; i++) {
    const name = draft.heads[i]
    if (draft.upos[i] !== 'PROPN' || !isOnlyPast(draft.from.forms[i]) || draft.rel(i) !== 'flat' || name < 0) continue
    draft.heads[i] = draft.heads[name]
    draft.deprels[i] = draft.deprels[name]
    for (const child of draft.children(name)) if (child > i) draft.attach(child, i, draft.deprels[child])
    for (const child of draft.children(i)) if (draft.rel(child) === 'nmod') draft.label(child, 'obl')
    draft.attach(name, i, 'nsubj')
    draft.tagPast(i)
  }
}

/**
 * "The army shelled villages": a past tense between two nouns was read as a participle that describes the second. English puts no
 * participle between a noun phrase and the noun that it describes, so the first noun is the subject and the second the object.
 */
export function pastTense(draft: Draft, {verbForms}: Pick<MendWords, 'verbForms'>): void {
  const verbless = !hasFinite(draft)
  for (let i = 1; i + 1 < draft.length; i++) {
    let object = draft.heads[i]
    if (object <= i) continue
    if (draft.rel(i) === 'compound')
      while (draft.rel(object) === 'compound' && draft.heads[object] > object) object = draft.heads[object]
    const word = draft.word(i)
    const described = draft.upos[i] === 'VERB' && draft.rel(i) === 'amod' && isPast(word)
    // In a sentence that has no verb otherwise: "Syria unleashed rockets" as an adjective, "the bloc froze aid" as a noun.
    const lost =
      verbless &&
      /^(?:amod|compound)$/.test(draft.rel(i)) &&
      ((verbForms.has(word) && isPast(word)) ||
        (isOnlyPast(word) && !adjectival.has(word)) ||
        (draft.upos[i - 1] === 'PROPN' && (alike.has(word) || isPresent(draft, i))))
    if (!described && !lost) continue
    const subject = nounBefore(draft, i, object, verbless)
    if (subject < 0) continue
    const present = isPresent(draft, i)
    promote(draft, i, subject, object)
    if (present) draft.tag(i, 'VERB', 'VBP', 'Mood=Ind|Tense=Pres|VerbForm=Fin')
    draft.lemmas[i] = verbForms.get(word) ?? (alike.has(word) ? word : draft.lemmas[i])
  }
}

/** "Egypt, Sudan suspend talks": a verb in its plain form that was read as part of a name. */
function isPresent(draft: Draft, i: number): boolean {
  return draft.upos[i] === 'VERB' && draft.rel(i) === 'compound' && /^VBP?$/.test(draft.xpos[i])
}

/** Whether a verb or auxiliary of the sentence shows tense. */
function hasFinite(draft: Draft): boolean {
  for (let i = 0; i < draft.length; i++)
    if (/^(?:VB[DPZ]|MD)$/.test(draft.xpos[i]) && !/^(?:amod|compound)$/.test(draft.rel(i))) return true
  return false
}

const isPast = (word: string) => (word.endsWith('ed') || alike.has(word)) && !adjectival.has(word)

/** The noun right before the participle, when it is no part of the second noun's phrase; else -1. */
function nounBefore(draft: Draft, i: number, object: number, verbless: boolean): number {
  let before = i - 1
  const upos = draft.upos[before]
  if (upos !== 'NOUN' && upos !== 'PROPN') return -1
  // "Miners in Peru downed tools": the place belongs to the subject.
  while (verbless && draft.rel(before) === 'nmod' && draft.heads[before] >= 0 && draft.heads[before] < before)
    before = draft.heads[before]
  const ofObject = verbless && draft.heads[before] === object
  // "A conversation with Argentina covered trade": the preposition before it is the object's in the tree.
  if (ofObject && draft.child(object, 'case') >= 0 && draft.child(object, 'case') < before) return -1
  const partOf = /^(?:flat|compound)$/.test(draft.rel(before)) && !ofObject
  const subject = partOf ? draft.heads[before] : before
  if (
    subject < 0 ||
    subject > i ||
    subject === object ||
    (draft.child(subject, 'case') >= 0 && draft.child(subject, 'case') < subject)
  )
    return -1
  const head = draft.heads[subject]
  if (head === object || head === i || draft.heads[object] === subject) return subject
  // Both hang on a later verb: "officers seized power and placed him".
  return head === draft.heads[object] && head > object && draft.rel(subject) === 'nsubj' ? subject : -1
}

function promote(draft: Draft, verb: number, subject: number, object: number): void {
  const below = draft.heads[subject] === verb
  const later =
    draft.heads[subject] === draft.heads[object] || (below && draft.rel(object) === 'nsubj') ? draft.heads[object] : -1
  const top = later >= 0 ? later : below || draft.heads[subject] === object ? object : subject
  const [head, rel] = [draft.heads[top], draft.deprels[top]]
  const joined = later >= 0 && draft.child(later, 'cc') > object
  const reported = later >= 0 && !joined && reportedBy(draft, later, object)
  if (later >= 0 && !joined && !reported) return
  draft.heads[verb] = -1
  for (const part of [subject, object]) draft.heads[part] = verb
  if (joined) draft.heads[later] = verb
  draft.heads[verb] = reported ? later : head
  draft.deprels[verb] = reported || (head >= 0 && draft.isVerb(head) && later < 0) ? 'ccomp' : rel
  draft.label(subject, 'nsubj')
  draft.label(object, draft.child(object, 'case') >= 0 && draft.child(object, 'case') < object ? 'obl' : 'obj')
  if (joined) draft.label(later, 'conj')
  draft.tag(verb, 'VERB', 'VBD', 'Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin')
  for (const child of draft.children(object))
    if (child < subject && draft.rel(child) === 'det') draft.attach(child, subject, 'det')
  // What ends or joins the sentence goes with its verb.
  for (const child of draft.children(subject)) if (child > object) draft.attach(child, verb, draft.deprels[child])
}

/** "The army shelled villages, residents said": the later verb has a subject of its own behind a comma. */
function reportedBy(draft: Draft, later: number, object: number): boolean {
  const own = draft.children(later).find(child => child > object && child < later && draft.rel(child) === 'nsubj')
  if (own === undefined) return false
  for (let i = object + 1; i < own; i++) if (draft.from.forms[i] === ',') return true
  return false
}

/** "The general ordered raids": a participle without an auxiliary that has a subject and an object. */
export function activePast(draft: Draft): void {
  for (let i = 1; i < draft.length; i++) {
    if (draft.xpos[i] !== 'VBN' || !isPast(draft.word(i)) || draft.child(i, 'aux', 'nsubj:pass') >= 0) continue
    const subject = draft.children(i).find(child => draft.deprels[child] === 'nsubj')
    if (subject !== undefined && subject < i && draft.child(i, 'obj') > i) draft.tagPast(i)
  }
}

/**
 * "Condemned the raid and promised help": a second verb with an object of its own was read as a passive participle beside a finite verb
 * in the past. A participle without "be" has no object there.
 */
export function joinedPast(draft: Draft): void {
  for (let i = 1; i < draft.length; i++) {
    const first = draft.heads[i]
    if (draft.xpos[i] !== 'VBN' || draft.rel(i) !== 'conj' || first < 0 || first > i || draft.xpos[first] !== 'VBD')
      continue
    if (draft.child(i, 'aux', 'nsubj', 'csubj') >= 0 || draft.child(first, 'aux:pass', 'nsubj:pass') >= 0) continue
    const object = draft.child(i, 'obj')
    if (object > i && isPast(draft.word(i))) draft.tagPast(i)
  }
}

const measures = new Set(
  'day hour minute second week month year decade century time percent mile kilometre kilometer metre meter foot point'.split(
    ' ',
  ),
)

const about = /^(?:at (?:least|most)|(?:more|less|fewer) than|up to)$/

/** "killed at least 14 worshippers", "murdered more than 15,000 officers": what stands before the number made a place of the object. */
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
    if (number !== verb + 3 || draft.child(i, 'case') >= 0 || draft.child(verb, 'obj', 'aux:pass') >= 0) continue
    if (!about.test(`${draft.word(verb + 1)} ${draft.word(verb + 2)}`)) continue
    draft.label(i, 'obj')
    if (draft.child(verb, 'aux') < 0 && isPast(draft.word(verb))) draft.tagPast(verb)
  }
}

/** "The president railed against Britain": what takes no object has no passive, so its bare participle is a past tense. */
export function intransitivePast(draft: Draft, {intransitive}: Pick<MendWords, 'intransitive'>): void {
  for (let i = 1; i < draft.length; i++) {
    if (draft.xpos[i] !== 'VBN' || !intransitive.has(draft.lemma(i)) || draft.child(i, 'aux', 'cop') >= 0) continue
    const subject = draft.child(i, 'nsubj:pass')
    if (subject < 0 || subject > i) continue
    draft.label(subject, 'nsubj')
    draft.tagPast(i)
  }
}
