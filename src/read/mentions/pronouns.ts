import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {type Discourse, kindOf} from './discourse.ts'
import {type Draft, draft} from './draft.ts'
import {isTitle} from './people.ts'
import type {MentionWords} from './words.ts'

type Wanted = 'he' | 'she' | 'it' | 'they'

const pronouns: {readonly [form: string]: Wanted} = {
  he: 'he',
  him: 'he',
  his: 'he',
  she: 'she',
  her: 'she',
  hers: 'she',
  it: 'it',
  its: 'it',
  they: 'they',
  them: 'they',
  their: 'they',
  theirs: 'they',
}
const byForm: ReadonlyMap<string, Wanted> = new Map(Object.entries(pronouns))

/** What a pronoun asks for; `undefined`: no pronoun. */
export function pronounOf(form: string): Wanted | undefined {
  return form.length > 6 ? undefined : (byForm.get(form) ?? byForm.get(form.toLowerCase()))
}

const makers = new Set([
  'state',
  'armed-group',
  'organisation',
  'party',
  'military',
  'government',
  'institute',
  'ministry',
  'legislature',
  'intelligence',
  'police',
  'company',
  'outlet',
  'court',
])

const crowds = new Set(['armed-group', 'military', 'people', 'police', 'government', 'intelligence', 'legislature'])

/** Whom a pronoun means, if that can be told. */
export function resolvePronoun(
  discourse: Discourse,
  index: number,
  tree: Tree,
  t: number,
  wanted: Wanted,
): Draft | null {
  if (wanted === 'it' && isEmpty(discourse.words, tree, t)) return null
  const owns = tree.deprel(t) === 'nmod:poss'
  const best = choose(discourse, index, tree, t, wanted, owns)
  if (!best) return null
  const span = tree.span(t)
  const made = draft(index, t, t, span, {
    entities: best.entities,
    all: best.all,
    reason: 'pronoun',
    antecedent: best.from,
    plural: wanted === 'they',
    sector: best.from.sector,
    subject: tree.rel(t) === 'nsubj',
  })
  const known = discourse.people.get(best.entities[0])
  if (known && wanted !== 'it' && wanted !== 'they') known.sex ??= wanted === 'he' ? 'm' : 'f'
  return made
}

/** "it is clear that", "it rains", "it seems": stands for nobody. */
function isEmpty(words: MentionWords, tree: Tree, t: number): boolean {
  if (tree.rel(t) === 'expl') return true
  const up = tree.head(t)
  if (up < 0) return true
  const lemma = tree.lemma(up).toLowerCase()
  if (tree.rel(t) === 'obj') return words.factual.has(lemma)
  if (tree.rel(t) !== 'nsubj') return false
  if (words.impersonal.has(lemma)) return true
  const copular = tree.copula(up) >= 0
  if (copular && words.willing.has(lemma)) return false
  if (copular && tree.upos(up) === 'NOUN' && !words.standing.has(lemma)) return true
  return (
    copular &&
    (tree.upos(up) === 'ADJ' || tree.upos(up) === 'NOUN' || tree.upos(up) === 'ADV') &&
    tree.child(up, 'csubj', 'ccomp', 'advcl', 'xcomp', 'acl') >= 0
  )
}

/**
 * "thanked Ankara for its help": for a possessive the object before it comes first, a modifier last; but "criticised France and recalled
 * its envoy": the subject of its own verb, not the object of the one before.
 */
function nearness(tree: Tree, t: number, {head, subject}: Draft): number {
  if (subject) return sharesSubject(tree, t, head) ? 1.4 : 0.1
  const rel = tree.rel(head)
  return rel === 'obj' ? 1.3 : rel === 'obl' || rel === 'nmod' ? 0.7 : 0.3
}

/** A subject before other words, that of a main clause before one of a clause within. */
function standing({work}: Discourse, {subject, sentence, head}: Draft): number {
  if (!subject) return 0
  const tree = work.trees[sentence]
  const verb = tree.head(tree.conjuncts(head)[0])
  return verb < 0 || /^(?:root|parataxis|conj)$/.test(tree.rel(verb)) ? 0.95 : 0.85
}

/** "He has declined to recognise what Maduro claimed, but he …": the subject of the clause that the pronoun's own one is joined to. */
function goesOn(tree: Tree, t: number, {subject, head}: Draft): boolean {
  const verb = tree.head(t)
  return (
    subject && verb >= 0 && tree.rel(t) === 'nsubj' && tree.rel(verb) === 'conj' && tree.head(verb) === tree.head(head)
  )
}

/** Whether two stand joined in one sentence: "they" means both. */
function sharesPlace({work}: Discourse, a: Draft, b: Draft): boolean {
  return a.sentence === b.sentence && work.trees[a.sentence].conjuncts(a.head).includes(b.head)
}

function sharesSubject(tree: Tree, t: number, subject: number): boolean {
  let verb = tree.head(t)
  while (verb >= 0 && tree.upos(verb) !== 'VERB') verb = tree.head(verb)
  return verb >= 0 && tree.rel(verb) === 'conj' && tree.subjects(verb).includes(subject)
}

interface Choice {
  readonly entities: EntityId[]
  readonly all: boolean
  readonly from: Draft
}

function choose(
  discourse: Discourse,
  index: number,
  tree: Tree,
  t: number,
  wanted: Wanted,
  owns: boolean,
): Choice | null {
  let best: {score: number; from: Draft} | null = null
  let owner: Draft | null = null
  let barred: string | null = null
  let rival = Number.NEGATIVE_INFINITY
  const {drafts} = discourse
  for (let i = drafts.length - 1; i >= 0; i--) {
    const from = drafts[i]
    const back = index - from.sentence
    if (back > 3) break
    if (!agrees(discourse, from, wanted)) {
      if (back === 0 && owns && wanted === 'it' && ownsByName(discourse, from)) owner ??= from
      continue
    }
    if (back === 0 && !owns && sameClauseObject(tree, t, from)) {
      // Neither does it mean the subject where that was named before.
      barred = from.entities.join()
      continue
    }
    if (from.entities.join() === barred) continue
    let score = -back + standing(discourse, from) - (from.sense === 'place' ? 0.5 : 0) + i * 1e-4
    if (back === 0 && goesOn(tree, t, from)) score += 0.3
    if (from.reason === 'pronoun' && back > 0) score += 0.3
    if (back === 0 && owns) score += nearness(tree, t, from)
    if (wanted === 'they' && !from.plural) score -= 0.4
    if ((wanted === 'he' || wanted === 'she') && from.entities[0].startsWith('~unnamed')) score -= 0.5
    const same =
      best &&
      (best.from.entities.join() === from.entities.join() ||
        (wanted === 'they' && sharesPlace(discourse, from, best.from)))
    if (!best || score > best.score) {
      if (best && !same) rival = Math.max(rival, best.score)
      best = {score, from}
    } else if (!same) rival = Math.max(rival, score)
  }
  // "South Africa's president said that its soldiers …": nearer than anything in an earlier sentence.
  if (owner && best?.from.sentence !== index) return {entities: [owner.owner!], all: true, from: owner}
  if (!best || best.score - rival < 0.05) return null
  const {from} = best
  if (wanted === 'they') {
    const joined = coordinated(discourse, from)
    if (joined) return joined
    if (!from.plural && !crowds.has(kindOf(discourse, from))) return null
  }
  return {entities: from.entities, all: from.all, from}
}

function agrees(discourse: Discourse, from: Draft, wanted: Wanted): boolean {
  const kind = kindOf(discourse, from)
  // "the gunman", "a police officer": one person, whatever the kind of the body.
  const lone = from.noun !== null && !from.plural && isTitle(from.noun) && from.entities[0].startsWith('~unnamed')
  if (wanted === 'he' || wanted === 'she') {
    if ((kind !== 'person' && !lone) || from.plural || from.entities.length > 1) return false
    const sex = discourse.people.get(from.entities[0])?.sex ?? null
    return sex === null || sex === (wanted === 'he' ? 'm' : 'f')
  }
  if (kind === 'outlet' && !from.subject) return false
  if (wanted === 'it') {
    // "The RPF said it …", but "the Houthis said they …".
    const one =
      !from.plural ||
      (kind === 'armed-group' && from.noun === null && !/s$/.test(discourse.work.doc.text.slice(from.start, from.end)))
    return makers.has(kind) && !lone && one && (from.entities.length === 1 || !from.all)
  }
  return (
    from.plural ||
    from.entities.length > 1 ||
    crowds.has(kind) ||
    kind === 'state' ||
    kind === 'person' ||
    kind === 'organisation'
  )
}

/** An office as subject, with its state by "'s" or "of". */
function ownsByName({work}: Discourse, {owner, subject, start, end}: Draft): boolean {
  return owner !== null && subject && /['’]s?\s|\sof\s/.test(work.doc.text.slice(start, end))
}

/** "Trump told him": subject and object of one clause are two. */
function sameClauseObject(tree: Tree, t: number, from: Draft): boolean {
  const rel = tree.rel(t)
  return (rel === 'obj' || rel === 'iobj' || rel === 'obl') && tree.head(from.head) === tree.head(t) && from.subject
}

/** "A and B … they": everyone coordinated with the antecedent. */
function coordinated(discourse: Discourse, from: Draft): Choice | null {
  if (from.plural || from.entities.length > 1) return null
  const tree = discourse.work.trees[from.sentence]
  const heads = tree.conjuncts(from.head)
  if (heads.length < 2) return null
  const begins = discourse.drafts.findLastIndex(({sentence}) => sentence < from.sentence) + 1
  const members = discourse.drafts
    .slice(begins)
    .filter(({sentence, head}) => sentence === from.sentence && heads.includes(head))
  const entities = [...new Set(members.flatMap(({entities}) => entities))]
  return entities.length > 1 ? {entities, all: true, from} : null
}
