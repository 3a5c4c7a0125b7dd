import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import {type Draft, draft} from './draft.ts'

/** "the two countries", "both sides", "the country", "the kingdom". */
export function resolveGroup(discourse: Discourse, index: number, tree: Tree, t: number): Draft | null {
  if (tree.upos(t) !== 'NOUN' && !(tree.upos(t) === 'PROPN' && /^\p{Ll}/u.test(tree.form(t)))) return null
  const lemma = tree.lemma(t).toLowerCase()
  const {pair, land} = discourse.words
  const person = lemma === 'man' || lemma === 'woman'
  if (!person && !pair.has(lemma) && !land.has(lemma)) return null
  const plural = tree.feat(t, 'Number') === 'Plur'
  if (plural && person) return resolveTwo(discourse, index, tree, t)
  if (plural ? !pair.has(lemma) : !land.has(lemma)) return null
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

/** "The two men", "both men": the two people named last. */
function resolveTwo(discourse: Discourse, index: number, tree: Tree, t: number): Draft | null {
  const form = (k: number) => (k >= 0 ? tree.form(k).toLowerCase() : '')
  const both = form(t - 1) === 'both'
  if (!both && !(form(t - 1) === 'two' && discourse.words.definite.has(form(t - 2)))) return null
  if (tree.child(t, 'nmod', 'acl', 'amod') >= 0) return null
  const two = lastTwo(discourse, index, tree.lemma(t).toLowerCase() === 'man' ? 'm' : 'f')
  return two ? group(discourse, index, tree, t, both ? t : t - 1, two) : null
}

/** The two people that this sentence names so far, else that the last ones before it name, the nearest first to be counted; `null` when there are more or fewer. `elsewhere`: others than this sentence names. */
export function lastTwo(
  discourse: Discourse,
  index: number,
  sex: 'm' | 'f' | null = null,
  suits: (id: EntityId) => boolean = () => true,
  where: 'near' | 'elsewhere' = 'near',
): EntityId[] | null {
  const other = sex === 'm' ? 'f' : 'm'
  const fits = (id: EntityId) => sex === null || discourse.people.get(id)?.sex !== other
  const isPerson = (id: EntityId) =>
    discourse.work.entities.get(id)?.kind === 'person' && !id.startsWith('~unnamed') && fits(id) && suits(id)
  const begins = discourse.drafts.findLastIndex(({sentence: here}) => here < index) + 1
  const beside = new Set(discourse.drafts.slice(begins).flatMap(({entities}) => entities.filter(isPerson)))
  const reach = where === 'near' ? 3 : 5
  if (beside.size > 1) return beside.size === 2 ? [...beside] : null
  const found = new Set<EntityId>()
  let sentence = index
  for (let i = discourse.drafts.length - 1; i >= 0; i--) {
    const {sentence: here, entities} = discourse.drafts[i]
    if (here === index) continue
    if (index - here > reach || (here !== sentence && found.size >= 2)) break
    for (const id of entities) if (isPerson(id) && (where === 'near' || !beside.has(id))) found.add(id)
    sentence = here
  }
  return found.size === 2 ? [...found].reverse() : null
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
  // "both sides" may be a state and an armed group, also of that state; "the two countries" never.
  const facing = discourse.words.side.has(tree.lemma(t).toLowerCase())
  const entities = friends ? [...joined!.pair] : (facing ? discourse.sides : discourse.pairs).at(index)
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
