import type {RoleNoun} from '../../lexicon/index.ts'
import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import {type Discourse, demonymOf} from './discourse.ts'
import {type Draft, draft} from './draft.ts'

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
const lands = new Set(['country', 'nation', 'republic', 'kingdom', 'emirate', 'sultanate', 'state', 'monarchy'])
const pairs = new Set(
  'country nation state neighbour neighbor side rival ally adversary foe monarchy republic kingdom power government capital'.split(
    ' ',
  ),
)
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

/** Resolves pronouns, group nouns and role nouns that hang on earlier words; returns all mentions of the sentence. */
export function resolveSentence(discourse: Discourse, index: number, tree: Tree, drafts: Draft[]): Draft[] {
  const byToken = new Map<number, Draft>()
  for (const made of drafts) for (let t = made.first; t <= made.last; t++) if (!byToken.has(t)) byToken.set(t, made)
  const inner = drafts.filter(made => byToken.get(made.first) !== made)
  const kept: Draft[] = []
  const settle = (made: Draft) => {
    if (made.entities.length === 0) return
    kept.push(made)
    remember(discourse, made)
  }
  let done: Draft | null = null
  for (let t = 0; t < tree.length; t++) {
    const made = byToken.get(t)
    const pronoun = pronouns[tree.form(t).toLowerCase()]
    if (pronoun && !(made && made.pronoun < 0 && t > made.first)) {
      const hit = resolvePronoun(discourse, index, tree, t, pronoun)
      if (hit) settle(hit)
      if (made?.open && made.pronoun === t) own(discourse, made, hit)
    }
    if (made && made !== done && t === made.first) {
      done = made
      if (made.open && made.entities.length === 0) {
        if (made.pronoun >= 0)
          own(discourse, made, kept.find(({first, reason}) => first === made.pronoun && reason === 'pronoun') ?? null)
        else resolveNoun(discourse, index, made)
      }
      settle(made)
      for (const part of inner) if (byToken.get(part.first) === made) settle(part)
    }
    if (!made) {
      const group = resolveGroup(discourse, index, tree, t)
      if (group) settle(group)
    }
  }
  rememberPairs(discourse, index, tree, kept)
  return kept
}

/** Adds the pairs of states of a finished sentence; coordinated and hyphenated ones count most. */
function rememberPairs(discourse: Discourse, index: number, tree: Tree, kept: readonly Draft[]): void {
  const states = kept.flatMap(made => {
    const ids = made.all ? made.entities : made.entities.slice(0, 1)
    return ids.flatMap(id => {
      const entity = discourse.work.entities.get(id)
      const country = entity?.kind === 'state' ? id : entity?.country
      return country ? [{country, made}] : []
    })
  })
  const best = new Map<string, {a: EntityId; b: EntityId; weight: number}>()
  for (let i = 0; i < states.length && i < 12; i++)
    for (let k = i + 1; k < states.length && k < 12; k++) {
      const [a, b] = [states[i], states[k]]
      if (a.country === b.country) continue
      const joined =
        a.made === b.made || tree.shared(a.made.head) === tree.shared(b.made.head) || b.made.first - a.made.last === 2
      const weight = joined ? 2 : a.made.sense === 'place' || b.made.sense === 'place' ? 0.4 : 0.8
      const key = [a.country, b.country].sort().join(' ')
      if ((best.get(key)?.weight ?? 0) < weight) best.set(key, {a: a.country, b: b.country, weight})
    }
  for (const {a, b, weight} of best.values()) {
    discourse.pair(a, b, index, weight)
    if (weight === 2) discourse.joined = {pair: [a, b].sort(), sentence: index}
  }
}

/** Adds a mention to what later words may hang on. */
function remember(discourse: Discourse, made: Draft): void {
  discourse.drafts.push(made)
  for (const id of made.all ? made.entities : made.entities.slice(0, 1)) {
    const entity = discourse.work.entities.get(id)
    const country = entity?.kind === 'state' ? id : entity?.country
    if (!country) continue
    const weight = entity?.kind === 'state' ? 1 : 0.7
    discourse.weigh(country, made.sentence, weight * (made.sense === 'place' ? 0.5 : made.subject ? 1.6 : 1))
  }
}

function resolvePronoun(discourse: Discourse, index: number, tree: Tree, t: number, wanted: Wanted): Draft | null {
  if (wanted === 'it' && isEmpty(tree, t)) return null
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
function isEmpty(tree: Tree, t: number): boolean {
  if (tree.rel(t) === 'expl') return true
  const up = tree.head(t)
  if (up < 0) return true
  const lemma = tree.lemma(up).toLowerCase()
  if (tree.rel(t) === 'obj') return factual.has(lemma)
  if (tree.rel(t) !== 'nsubj') return false
  if (/^(?:seem|appear|remain|rain|snow|happen|matter|emerge|transpire)$/.test(lemma)) return true
  const copular = tree.copula(up) >= 0
  if (copular && tree.upos(up) === 'NOUN' && !standing.has(lemma)) return true
  return (
    copular &&
    (tree.upos(up) === 'ADJ' || tree.upos(up) === 'NOUN' || tree.upos(up) === 'ADV') &&
    tree.child(up, 'csubj', 'ccomp', 'advcl', 'xcomp', 'acl') >= 0
  )
}

/** "thanked Ankara for its help": for a possessive the object before it comes first, a modifier last. */
function nearness(tree: Tree, {head, subject}: Draft): number {
  if (subject) return 0.1
  const rel = tree.rel(head)
  return rel === 'obj' ? 1.3 : rel === 'obl' || rel === 'nmod' ? 0.7 : 0.3
}

/** Verbs whose "it" is what was said or done, nobody. */
const factual = new Set(
  'deny confirm admit say believe know mean make take do see put call find think consider regret doubt repeat get have'.split(
    ' ',
  ),
)
/** Nouns that a state or group can be. */
const standing = new Set(
  'member power country state nation ally enemy group threat party victim target partner friend rival neighbour neighbor signatory sponsor supporter democracy dictatorship organisation organization government force leader host donor mediator supplier buyer target haven'.split(
    ' ',
  ),
)

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
  let rival = Number.NEGATIVE_INFINITY
  const {drafts} = discourse
  for (let i = drafts.length - 1; i >= 0; i--) {
    const from = drafts[i]
    const back = index - from.sentence
    if (back > 3) break
    if (!agrees(discourse, from, wanted)) continue
    if (back === 0 && !owns && sameClauseObject(tree, t, from)) continue
    let score = -back + (from.subject ? 0.9 : 0) - (from.sense === 'place' ? 0.5 : 0) + i * 1e-4
    if (from.reason === 'pronoun' && back > 0) score += 0.3
    if (back === 0 && owns) score += nearness(tree, from)
    if (wanted === 'they' && !from.plural) score -= 0.4
    const same = best && best.from.entities.join() === from.entities.join()
    if (!best || score > best.score) {
      if (best && !same) rival = Math.max(rival, best.score)
      best = {score, from}
    } else if (!same) rival = Math.max(rival, score)
  }
  if (!best || best.score - rival < 0.05) return null
  const {from} = best
  if (wanted === 'they') {
    const joined = coordinated(discourse, from)
    if (joined) return joined
    if (!from.plural && !crowds.has(kindOf(discourse, from))) return null
  }
  return {entities: from.entities, all: from.all, from}
}

const kindOf = (discourse: Discourse, from: Draft): string => discourse.work.entities.get(from.entities[0])?.kind ?? ''

function agrees(discourse: Discourse, from: Draft, wanted: Wanted): boolean {
  const kind = kindOf(discourse, from)
  if (wanted === 'he' || wanted === 'she') {
    if (kind !== 'person' || from.plural || from.entities.length > 1) return false
    const sex = discourse.people.get(from.entities[0])?.sex ?? null
    return sex === null || sex === (wanted === 'he' ? 'm' : 'f')
  }
  if (kind === 'outlet' && !from.subject) return false
  if (wanted === 'it') return makers.has(kind) && !from.plural && (from.entities.length === 1 || !from.all)
  return (
    from.plural ||
    from.entities.length > 1 ||
    crowds.has(kind) ||
    kind === 'state' ||
    kind === 'person' ||
    kind === 'organisation'
  )
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
  const members = discourse.drafts.filter(({sentence, head}) => sentence === from.sentence && heads.includes(head))
  const entities = [...new Set(members.flatMap(({entities}) => entities))]
  return entities.length > 1 ? {entities, all: true, from} : null
}

/** "the two countries", "both sides", "the country", "the kingdom". */
function resolveGroup(discourse: Discourse, index: number, tree: Tree, t: number): Draft | null {
  if (tree.upos(t) !== 'NOUN' && !(tree.upos(t) === 'PROPN' && /^\p{Ll}/u.test(tree.form(t)))) return null
  const lemma = tree.lemma(t).toLowerCase()
  const plural = tree.feat(t, 'Number') === 'Plur'
  if (plural ? !pairs.has(lemma) : !lands.has(lemma)) return null
  if (t + 1 < tree.length && /^(?:NOUN|PROPN)$/.test(tree.upos(t + 1)) && tree.head(t) === t + 1) return null
  const words: string[] = []
  let first = t
  while (
    first > 0 &&
    t - first < 4 &&
    /^(?:DET|NUM|ADJ|PRON|NOUN)$/.test(tree.upos(first - 1)) &&
    !tree.form(first - 1).includes('-')
  ) {
    first--
    words.unshift(tree.form(first).toLowerCase())
    if (tree.upos(first) === 'DET' && words[0] !== 'two') break
  }
  const said = words.join(' ')
  if (plural) return resolvePair(discourse, index, tree, t, words, first)
  if (!/^(?:the|this|that)$/.test(said) || tree.child(t, 'nmod', 'acl', 'amod') >= 0) return null
  const {lexicon} = discourse
  const fits = discourse
    .states(index)
    .filter(
      ({id, weight}) =>
        weight > 0.1 && (lemma === 'country' || lemma === 'nation' || lexicon.states.get(id)?.noun === lemma),
    )
  if (fits.length === 0) return null
  const subject = lastSubjectState(discourse, index)
  const id = subject && fits.some(fit => fit.id === subject) ? subject : fits[0].id
  if (id !== subject && fits.length > 1 && fits[1].weight > fits[0].weight * 0.9) return null
  return group(discourse, index, tree, t, first, [id])
}

function resolvePair(
  discourse: Discourse,
  index: number,
  tree: Tree,
  t: number,
  words: readonly string[],
  first: number,
): Draft | null {
  const two = words.includes('two') || words.includes('both') || words.includes('these') || words.includes('neither')
  if (!two && !(words.length === 1 && words[0] === 'the')) return null
  if (
    words.some(word =>
      /^(?:other|many|several|most|all|three|four|five|some|arab|european|western|foreign|neighbouring|neighboring)$/.test(
        word,
      ),
    )
  )
    return null
  if (tree.child(t, 'nmod', 'acl') >= 0 && !two) return null
  const {joined} = discourse
  const friends = tree.lemma(t).toLowerCase() === 'ally'
  if (friends && (!joined || index - joined.sentence > 2)) return null
  const entities = friends ? [...joined!.pair] : discourse.pairAt(index)
  if (!entities) return null
  return group(
    discourse,
    index,
    tree,
    t,
    /^(?:the|both|these)$/.test(words[0]) ? first + (words[0] === 'both' ? 0 : 1) : first,
    entities,
  )
}

function group(discourse: Discourse, index: number, tree: Tree, t: number, first: number, entities: EntityId[]): Draft {
  const start = tree.upos(first) === 'DET' && first < t ? first + 1 : first
  const from = discourse.drafts.findLast(({entities: ids}) => ids.length === 1 && ids[0] === entities[0]) ?? null
  return draft(index, start, t, tree.span(start, t), {
    entities,
    all: true,
    reason: 'group-noun',
    antecedent: from,
    plural: entities.length > 1,
    subject: tree.rel(t) === 'nsubj',
  })
}

function lastSubjectState(discourse: Discourse, index: number): EntityId | null {
  for (let i = discourse.drafts.length - 1; i >= 0; i--) {
    const from = discourse.drafts[i]
    if (index - from.sentence > 1) return null
    if (from.subject && from.entities.length === 1 && discourse.lexicon.states.has(from.entities[0]))
      return from.entities[0]
  }
  return null
}

/** "his government", "its forces": the body of the owner's country. */
function own(discourse: Discourse, made: Draft, owner: Draft | null): void {
  const id = owner?.entities[0]
  const entity = id ? discourse.work.entities.get(id) : undefined
  const country = entity?.kind === 'state' ? entity.id : entity?.country
  const noun = made.noun!
  if (!owner || owner.entities.length > 1 || !entity || !country) return
  made.antecedent = owner
  if (entity.kind === 'armed-group' && noun.class !== 'office' && noun.class !== 'unnamed') made.entities = [entity.id]
  else place(discourse, made, country)
}

function place(discourse: Discourse, made: Draft, country: EntityId): void {
  const noun = made.noun!
  if (noun.class === 'state') made.entities = [country]
  else if (noun.class === 'body' || noun.class === 'arms') made.entities = [discourse.body(country, noun)]
  else {
    const holder =
      noun.class === 'office' && !made.former ? discourse.holder(noun.key, country, discourse.written) : null
    const words = `${made.former ? 'former ' : ''}${demonymOf(discourse.lexicon, country)} ${noun.noun}`
    made.entities = [holder ? discourse.meet(holder).id : discourse.unnamed(words, 'person', country, noun.sector)]
  }
}

/** "the military", "the president", "the group", "the militants" without an owner. */
function resolveNoun(discourse: Discourse, index: number, made: Draft): void {
  const noun = made.noun!
  if (noun.class === 'office') {
    const key = `${made.former ? 'former ' : ''}*:${noun.key}`
    const from = back(
      discourse,
      index,
      60,
      ({entities}) => discourse.people.get(entities[0])?.offices.has(key) ?? false,
    )
    const state = from ? null : discourse.state(index)
    if (from) point(made, from)
    else if (state) place(discourse, made, state)
    return
  }
  if (noun.class === 'type') {
    const wanted = noun.noun === 'party' ? ['party'] : ['armed-group', 'organisation', 'party']
    const fits = (found: Draft) => wanted.includes(kindOf(discourse, found)) && found.entities.length === 1
    const from = back(discourse, index, 1, found => found.subject && fits(found)) ?? back(discourse, index, 4, fits)
    if (from) point(made, from)
    return
  }
  if (noun.class === 'state') {
    const state = discourse.state(index)
    if (state) made.entities = [state]
    return
  }
  const from = back(discourse, index, noun.sector === 'REB' ? 3 : 12, found => likeness(discourse, found, noun))
  const state = homeless.has(noun.sector ?? '') ? null : discourse.state(index)
  if (from) point(made, from)
  else if (state) place(discourse, made, state)
  else made.entities = [discourse.unnamed(noun.noun, noun.kind === 'people' ? 'people' : noun.kind, null, noun.sector)]
}

/** Sectors whose people do not belong to a state just because it is spoken of. */
const homeless = new Set(['REB', 'CVL', 'REF', 'MED', 'BUS', 'NGO', 'CRM', 'REL'])

/** Bodies of which a state has several: another one is not meant. */
const particular = new Set([
  'senate',
  'congress',
  'house of representatives',
  'upper house',
  'lower house',
  'supreme court',
  'high court',
  'navy',
  'air force',
  'coast guard',
  'marines',
  'army',
])

function likeness(discourse: Discourse, found: Draft, noun: RoleNoun): boolean {
  if (found.entities.length !== 1) return false
  const entity = discourse.work.entities.get(found.entities[0])
  if (!entity) return false
  if (noun.sector === 'REB') return entity.kind === 'armed-group'
  if (found.noun === noun) return true
  if (particular.has(noun.noun) && !entity.name.toLowerCase().includes(noun.noun)) return false
  if (entity.id.startsWith('~unnamed') || noun.kind === 'outlet') return false
  return (
    noun.kind !== 'people' &&
    entity.kind === noun.kind &&
    entity.sector === noun.sector &&
    (noun.key === '' || entity.id.endsWith(`:${noun.key}`))
  )
}

function point(made: Draft, from: Draft): void {
  made.entities = [...from.entities]
  made.all = from.all
  made.antecedent = from
}

function back(discourse: Discourse, index: number, reach: number, fits: (found: Draft) => boolean): Draft | null {
  for (let i = discourse.drafts.length - 1; i >= 0; i--) {
    const found = discourse.drafts[i]
    if (index - found.sentence > reach) return null
    if (fits(found)) return found
  }
  return null
}
