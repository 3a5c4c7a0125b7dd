import type {Draft} from './draft.ts'
import type {MendWords} from './words.ts'

/** Participles that stand before or for a noun but were read as verbs of their own. */
export function participles(draft: Draft, {verbForms}: MendWords): void {
  for (let i = 0; i < draft.length; i++) {
    acting(draft, i, verbForms)
    if (draft.upos[i] !== 'VERB') continue
    if (asNoun(draft, i)) continue
    if (draft.xpos[i] === 'VBN' && draft.rel(i) === 'advcl') beforeSubject(draft, i)
    else if (draft.xpos[i] === 'VBN' && (draft.rel(i) === 'xcomp' || draft.rel(i) === 'ccomp')) beforeObject(draft, i)
    else if (draft.xpos[i] === 'VBG') {
      if (arisen(draft, i) || deedOf(draft, i)) continue
      behindComma(draft, i)
      neighbouring(draft, i)
      complement(draft, i)
      hearing(draft, i)
      visiting(draft, i)
      devastating(draft, i)
    }
  }
}

/** "began bombing Yemen": what completes a verb and has an object of its own is a verb. */
function acting(draft: Draft, i: number, verbForms: ReadonlyMap<string, string>): void {
  if (draft.upos[i] !== 'NOUN' || draft.rel(i) !== 'xcomp' || draft.child(i, 'obj') < i) return
  const lemma = draft.word(i).endsWith('ing') && verbForms.get(draft.word(i))
  if (!lemma || draft.child(i, 'det', 'case', 'amod', 'cop') >= 0) return
  draft.tag(i, 'VERB', 'VBG', 'VerbForm=Ger')
  draft.lemmas[i] = lemma
}

/** "rejected the charge, saying that": one comma parts no verb from its subject; the noun before it is the object of the verb before. */
function behindComma(draft: Draft, i: number): void {
  const verb = draft.heads[i]
  const noun = draft.child(i, 'nsubj')
  if (draft.rel(i) !== 'ccomp' || !draft.isVerb(verb) || noun < verb || noun > i || draft.word(i - 1) !== ',') return
  if (draft.child(i, 'aux', 'mark') >= 0 || draft.child(verb, 'obj', 'aux:pass') >= 0) return
  for (let at = verb + 1; at < i - 1; at++) if (draft.word(at) === ',') return
  draft.attach(noun, verb, 'obj')
  draft.label(i, 'advcl')
}

/** "Fighting broke out between Chad and Libya": a subject in -ing that has nothing of a verb is a noun. */
function arisen(draft: Draft, i: number): boolean {
  if (draft.deprels[i] !== 'nsubj' || draft.heads[i] < i) return false
  if (draft.child(i, 'nsubj', 'obj', 'aux', 'mark', 'xcomp', 'ccomp', 'advmod') >= 0) return false
  draft.tag(i, 'NOUN', 'NN', 'Number=Sing')
  draft.lemmas[i] = draft.word(i)
  for (const child of draft.children(i)) if (draft.rel(child) === 'obl') draft.label(child, 'nmod')
  return true
}

/** "UN condemns killing of aid workers": a word in -ing right behind a verb and before "of" is a noun, the verb's object. */
function deedOf(draft: Draft, i: number): boolean {
  const verb = draft.heads[i]
  if (verb !== i - 1 || !draft.isVerb(verb) || i + 1 >= draft.length || draft.word(i + 1) !== 'of') return false
  if (draft.child(i, 'obj', 'aux', 'mark', 'nsubj') >= 0 || draft.child(verb, 'obj', 'aux:pass') >= 0) return false
  draft.tag(i, 'NOUN', 'NN', 'Number=Sing')
  draft.lemmas[i] = draft.word(i)
  draft.label(i, 'obj')
  for (const child of draft.children(i)) if (draft.rel(child) === 'obl') draft.label(child, 'nmod')
  return true
}

/** "evacuated the wounded from the town" */
function asNoun(draft: Draft, i: number): boolean {
  if (i === 0 || draft.xpos[i] !== 'VBN' || draft.word(i - 1) !== 'the' || i + 1 >= draft.length) return false
  const next = draft.upos[i + 1]
  if ((next !== 'ADP' && next !== 'PUNCT' && next !== 'AUX') || draft.xpos[i + 1] === 'RP') return false
  if (draft.xpos[i + 1] === 'HYPH' || draft.child(i, 'obj', 'nsubj', 'aux', 'conj') >= 0) return false
  const head = draft.heads[i]
  if (head < 0) return false
  draft.tag(i, 'NOUN', 'NNS', 'Number=Plur')
  draft.attach(i - 1, i, 'det')
  if (draft.rel(i) === 'xcomp' && draft.upos[head] === 'VERB') {
    draft.label(i, 'obj')
    for (const child of draft.children(head))
      if (child > i && draft.rel(child) === 'obj' && draft.child(child, 'case') >= 0) draft.label(child, 'obl')
  }
  return true
}

/** "extradited suspected militants to Spain": the object belongs to the verb before. */
function beforeObject(draft: Draft, i: number): void {
  const verb = i - 1
  if ((draft.heads[i] !== verb && draft.heads[verb] !== draft.heads[i]) || draft.upos[verb] !== 'VERB') return
  if (draft.child(verb, 'obj') >= 0) return
  const object = draft.child(i, 'obj')
  if (object < i || draft.child(i, 'aux', 'mark', 'nsubj') >= 0) return
  draft.attach(object, verb, 'obj')
  for (const child of draft.children(i)) if (child > i) draft.attach(child, verb, draft.deprels[child])
  draft.attach(i, object, 'amod')
}

/** "Newly elected President Diallo has refused": the participle stands before the subject. */
function beforeSubject(draft: Draft, i: number): void {
  const verb = draft.heads[i]
  if (verb < i || draft.child(verb, 'nsubj', 'csubj', 'expl') >= 0) return
  const parts = draft.children(i).filter(child => child > i)
  const noun = parts.filter(child => draft.isNominal(child)).at(-1)
  if (noun === undefined || noun > verb || draft.child(noun, 'case') >= 0) return
  if (draft.child(i, 'mark', 'aux') >= 0 || parts.some(child => draft.upos[child] === 'PUNCT')) return
  for (let at = i + 1; at < verb; at++) if (draft.upos[at] === 'PUNCT' && !/^[-‐]$/.test(draft.from.forms[at])) return
  draft.attach(noun, verb, draft.child(verb, 'aux:pass') >= 0 ? 'nsubj:pass' : 'nsubj')
  for (const child of parts) if (child !== noun) draft.attach(child, noun, child < noun ? draft.deprels[child] : 'nmod')
  draft.attach(i, noun, 'amod')
}

/** "is considering sending troops": nothing joins the two, so the second completes the first. */
function complement(draft: Draft, i: number): void {
  if (draft.rel(i) !== 'conj' || draft.heads[i] !== i - 1 || draft.upos[i - 1] !== 'VERB') return
  if (draft.child(i, 'cc', 'nsubj', 'aux') < 0) draft.label(i, 'xcomp')
}

/** "withdrew from neighbouring Chad" */
function neighbouring(draft: Draft, i: number): void {
  if (!/^neighbou?ring$/.test(draft.word(i)) || draft.child(i, 'aux', 'nsubj') >= 0) return
  const object = draft.child(i, 'obj')
  const head = draft.heads[i]
  if (object < i || head < 0 || (draft.rel(i) === 'acl' && draft.child(i, 'mark', 'case') < 0)) return
  draft.attach(object, head, draft.upos[head] === 'VERB' ? 'obl' : 'nmod')
  for (const child of draft.children(i))
    draft.attach(child, child < i ? object : head, draft.rel(child) === 'mark' ? 'case' : draft.deprels[child])
  draft.attach(i, object, 'amod')
}

/** Verbs whose object may do something in a gerund: "saw a man running". */
const watching = new Set(
  'catch feel film find get have hear imagine keep leave notice observe see send set show spot stop watch'.split(' '),
)

/** "opened a landmark hearing into abuses": the gerund is the noun of the phrase before it. */
function hearing(draft: Draft, i: number): void {
  const verb = draft.heads[i]
  if (draft.rel(i) !== 'xcomp' || verb < 0 || !draft.isVerb(verb) || watching.has(draft.lemma(verb))) return
  if (draft.rel(i - 1) !== 'obj' || draft.heads[i - 1] !== verb || draft.xpos[i - 1] !== 'NN') return
  const article = draft.child(i - 1, 'det')
  if (article < 0 || !/^an?$/.test(draft.word(article)) || draft.child(i, 'obj', 'aux', 'mark', 'xcomp', 'ccomp') >= 0)
    return
  draft.tag(i, 'NOUN', 'NN', 'Number=Sing')
  for (const child of draft.children(i - 1)) draft.attach(child, i, draft.deprels[child])
  for (const child of draft.children(i)) {
    const rel = draft.deprels[child]
    if (rel === 'obl:unmarked') draft.attach(child, verb, rel)
    else if (draft.rel(child) === 'obl') draft.label(child, 'nmod')
  }
  draft.attach(i, verb, 'obj')
  draft.attach(i - 1, i, 'compound')
}

/** "Jordan's visiting king": the participle describes the noun that was read as its object. */
function visiting(draft: Draft, i: number): void {
  if (!/^(?:obj|nsubj|obl|nmod)$/.test(draft.rel(i)) || draft.child(i, 'aux', 'mark', 'nsubj') >= 0) return
  const noun = draft.child(i, 'obj')
  const owner = draft.child(i, 'nmod:poss', 'det')
  if (noun < i || owner < 0 || owner > i) return
  draft.attach(noun, draft.heads[i], draft.deprels[i])
  for (const child of draft.children(i)) draft.attach(child, noun, draft.deprels[child])
  draft.attach(i, noun, 'amod')
}

/** "threatened to deliver devastating blows": what stands between a verb and its object describes the object. */
function devastating(draft: Draft, i: number): void {
  const verb = draft.heads[i]
  if (draft.rel(i) !== 'xcomp' || verb !== i - 1 || !draft.isVerb(verb) || watching.has(draft.lemma(verb))) return
  const object = i + 1
  if (object >= draft.length || draft.rel(object) !== 'obj' || draft.heads[object] !== verb) return
  if (draft.children(i).length === 0) draft.attach(i, object, 'amod')
}
