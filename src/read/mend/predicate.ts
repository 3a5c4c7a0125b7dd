import type {Draft} from './draft.ts'
import type {MendWords} from './words.ts'

const clauses = new Set(['root', 'ccomp', 'parataxis', 'conj', 'advcl'])
const finite = new Set(['VBD', 'VBZ', 'VBP'])
const demoted = new Set(['acl', 'appos', 'amod', 'conj', 'dep', 'list', 'parataxis'])
const front = new Set(['cc', 'mark', 'discourse', 'advmod', 'vocative'])

/** A noun that the parser made the head of a clause gives it up to the finite verb below it: "Ministers agreed on Saturday to send aid". */
export function nounAsPredicate(draft: Draft, intransitive: ReadonlySet<string>): void {
  for (let noun = 0; noun < draft.length; noun++) {
    if (!draft.isNominal(noun) || !clauses.has(draft.rel(noun)) || draft.child(noun, 'cop', 'aux') >= 0) continue
    if (draft.rel(noun) === 'conj' && draft.upos[draft.heads[noun]] !== 'VERB') continue
    if (draft.child(noun, 'case') >= 0) continue
    if (!verbBefore(draft, noun)) verbAfter(draft, noun, intransitive)
  }
}

/** "Chad signed a treaty, the minister said" with "Chad" under "said": it is the subject of what was said, or that clause itself. */
export function saidOfAnother(draft: Draft, {telling}: Pick<MendWords, 'telling'>): void {
  for (let verb = 2; verb < draft.length; verb++) {
    if (!draft.isVerb(verb)) continue
    const subjects = draft.children(verb).filter(child => child < verb && draft.rel(child) === 'nsubj')
    if (subjects.length !== 2) continue
    const [first, own] = subjects
    if (!hasComma(draft, first, own) || draft.child(first, 'case') >= 0) continue
    const clause = draft
      .children(verb)
      .find(child => child > first && child < own && draft.isVerb(child) && draft.rel(child) === 'ccomp')
    if (clause === undefined) firstOfTold(draft, verb, first, telling)
    else if (
      draft.child(clause, 'nsubj', 'csubj', 'expl', 'mark') < 0 ||
      draft.children(clause).every(child => draft.rel(child) !== 'nsubj' || isDay(draft, child))
    )
      draft.attach(first, clause, draft.child(clause, 'aux:pass') >= 0 ? 'nsubj:pass' : 'nsubj')
  }
}

/** "…, a Malian weekly reports.": a verb of telling that ends the sentence and was read as one more noun. */
export function toldAtTheEnd(draft: Draft, {verbForms, telling}: MendWords): void {
  let verb = draft.length - 1
  while (verb > 0 && draft.upos[verb] === 'PUNCT') verb--
  const lemma = verbForms.get(draft.word(verb))
  if (draft.xpos[verb] !== 'NNS' || !lemma || !telling.has(lemma) || draft.heads[verb] < 0) return
  let first = verb
  while (first > 0 && draft.from.forms[first - 1] !== ',' && draft.upos[first - 1] !== 'CCONJ') first--
  const teller = verb - 1
  if (draft.from.forms[first - 1] !== ',' || teller < first || draft.upos[first] === 'ADP') return
  if (draft.upos[first] !== 'DET' && draft.upos[teller] !== 'PROPN') return
  const root = draft.heads.indexOf(-1)
  if (!draft.isVerb(root) || draft.children(verb).some(child => child < first - 1)) return
  for (const child of draft.children(verb))
    if (child !== teller) draft.attach(child, child < teller ? teller : verb, draft.deprels[child])
  draft.heads[verb] = -1
  draft.label(verb, 'root')
  draft.attach(root, verb, 'ccomp')
  draft.attach(teller, verb, 'nsubj')
  draft.tag(verb, 'VERB', 'VBZ', 'Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin')
  draft.lemmas[verb] = lemma
  if (draft.upos[teller] === 'ADJ') draft.tag(teller, 'NOUN', 'NN', 'Number=Sing')
}

/** "The offer, Dar told the BBC, still stands": whom somebody told was read as the subject of what was said. */
function firstOfTold(draft: Draft, verb: number, first: number, telling: ReadonlySet<string>): void {
  const planned = draft
    .children(verb)
    .find(child => draft.rel(child) === 'advcl' && draft.child(child, 'mark') === first + 1)
  if (planned !== undefined && draft.word(first + 1) === 'to') {
    draft.attach(first, planned, 'nsubj')
    draft.label(planned, 'ccomp')
    return
  }
  const clause = draft.children(verb).find(child => child > verb && draft.rel(child) === 'ccomp')
  const told = clause === undefined ? -1 : draft.child(clause, 'nsubj')
  const apart = clause !== undefined && hasComma(draft, Math.max(told, verb), clause)
  if (clause === undefined || !apart || (told >= 0 && (told < verb || draft.child(verb, 'obj') >= 0))) {
    // "A mistake, the minister said": what has an object tells nothing else.
    if (telling.has(draft.lemma(verb)) && draft.child(verb, 'obj', 'aux:pass') < 0) draft.label(first, 'ccomp')
    return
  }
  if (told >= 0) draft.attach(told, verb, 'obj')
  draft.attach(first, clause, 'nsubj')
}

function hasComma(draft: Draft, from: number, to: number): boolean {
  for (let i = from + 1; i < to; i++) if (draft.from.forms[i] === ',') return true
  return false
}

/** "Israel reimposed curbs" with the verb read as an adjective of its object. */
function verbBefore(draft: Draft, noun: number): boolean {
  const subject = draft.child(noun, 'nsubj')
  if (subject < 0) return false
  const verb = draft
    .children(noun)
    .find(
      child =>
        child > subject &&
        child < noun &&
        draft.rel(child) === 'amod' &&
        draft.upos[child] === 'VERB' &&
        /^VB[DNZP]$/.test(draft.xpos[child]),
    )
  if (
    verb === undefined ||
    draft.children(noun).some(child => child < verb && child > subject && draft.rel(child) === 'det')
  )
    return false
  takeOver(draft, verb, noun, 'obj')
  for (const child of draft.children(noun))
    if (child < verb || (child > noun && isClausal(draft, child))) draft.attach(child, verb, draft.deprels[child])
  return true
}

function verbAfter(draft: Draft, noun: number, intransitive: ReadonlySet<string>): void {
  if (draft.child(noun, 'nsubj', 'csubj', 'expl') >= 0 && !isDay(draft, draft.child(noun, 'nsubj'))) return
  for (const holder of [noun, ...chain(draft, noun)])
    for (const verb of draft.children(holder)) {
      if (verb < holder || !demoted.has(draft.rel(verb)) || draft.deprels[verb] === 'acl:relcl') continue
      if (!isMain(draft, verb, intransitive) || isApart(draft, noun, verb)) continue
      takeOver(draft, verb, noun, 'nsubj')
      for (const child of [...draft.children(holder), ...draft.children(noun)])
        if (child !== verb && (child > verb || (child < noun && front.has(draft.rel(child)))))
          draft.attach(child, verb, rehung(draft, child))
      for (const child of draft.children(noun))
        if (isDay(draft, child) && draft.rel(child) === 'nsubj')
          draft.attach(child, verb, draft.child(child, 'case') >= 0 ? 'obl' : 'obl:unmarked')
      return
    }
}

/** Nouns on the right edge under a noun: "a group [of soldiers]". */
function chain(draft: Draft, noun: number): number[] {
  const found: number[] = []
  for (let at = noun, steps = 0; steps < 4; steps++) {
    const next = draft
      .children(at)
      .filter(child => child > at && draft.rel(child) === 'nmod')
      .at(-1)
    if (next === undefined) return found
    found.push(next)
    at = next
  }
  return found
}

function takeOver(draft: Draft, verb: number, noun: number, as: string): void {
  draft.heads[verb] = draft.heads[noun]
  draft.deprels[verb] = draft.deprels[noun]
  draft.attach(noun, verb, as)
  if (draft.xpos[verb] === 'VBN' && draft.child(verb, 'aux') < 0) draft.tagPast(verb)
}

/** A colon, bracket or quotation mark between two words. */
export function isApart(draft: Draft, first: number, last: number): boolean {
  for (let i = first + 1; i < last; i++)
    if (/^[:;("'“”‘’?!-]$/.test(draft.from.forms[i]) && !closed(draft, i, last)) return true
  return false
}

/** A bracket that closes again before the word. */
function closed(draft: Draft, open: number, last: number): boolean {
  if (draft.from.forms[open] !== '(') return false
  for (let i = open + 1; i < last; i++) if (draft.from.forms[i] === ')') return true
  return false
}

/** Whether a verb below a noun is the main verb of its clause. */
function isMain(draft: Draft, verb: number, intransitive: ReadonlySet<string>): boolean {
  if (draft.upos[verb] !== 'VERB' || draft.child(verb, 'nsubj', 'mark', 'aux:pass', 'obl:agent') >= 0) return false
  const tag = draft.xpos[verb]
  if (finite.has(tag)) return true
  if (draft.child(verb, 'aux') >= 0) return tag !== 'VBG' || draft.child(verb, 'aux') < verb
  if (tag !== 'VBN') return false
  if (draft.child(verb, 'obj', 'ccomp', 'xcomp') >= 0 || intransitive.has(draft.lemma(verb))) return true
  return calledFor(draft, verb)
}

/** "Chad called for talks": a name, a past tense and its preposition. */
function calledFor(draft: Draft, verb: number): boolean {
  const noun = draft.heads[verb]
  if (draft.rel(verb) !== 'acl' || noun !== verb - 1 || draft.upos[noun] !== 'PROPN' || draft.heads[noun] >= 0)
    return false
  const phrase = draft.child(verb, 'obl')
  return phrase > verb && draft.child(phrase, 'case') === verb + 1 && /^(?:for|on|upon)$/.test(draft.word(verb + 1))
}

function isClausal(draft: Draft, child: number): boolean {
  const rel = draft.rel(child)
  return rel === 'punct' || rel === 'advcl' || rel === 'parataxis' || rel === 'conj' || rel === 'ccomp'
}

function rehung(draft: Draft, child: number): string {
  const deprel = draft.deprels[child]
  return draft.rel(child) === 'nmod' ? (deprel === 'nmod:unmarked' ? 'obl:unmarked' : 'obl') : deprel
}

const days = /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|yesterday|tomorrow)$/i

export function isDay(draft: Draft, token: number): boolean {
  return token >= 0 && days.test(draft.from.forms[token])
}
