import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'
import {isOneOf} from './words.ts'

/** Where people and organisations that no table knows are at home, as far as the words beside them tell. */
export function findHomes(discourse: Discourse, tree: Tree, drafts: readonly Draft[]): void {
  const places = drafts.filter(({sense, entities}) => sense === 'place' && entities.length === 1)
  for (const made of drafts) {
    const id = made.entities[0]
    const entity = discourse.work.entities.get(id)
    if (made.entities.length > 1 || !entity || entity.country !== null) continue
    if (made.noun && discourse.words.counterpart.has(made.noun.noun)) continue
    if (!id.startsWith('~') || id.startsWith('~unnamed')) continue
    if (entity.kind === 'person') {
      const sector = entity.sector ?? ''
      const resident = made.reason === 'apposition' && settled.has(sector)
      const local = made.title !== null && rooted.has(sector)
      discourse.refine(id, {country: masterOf(discourse, tree, made, drafts)})
      if (resident) discourse.refine(id, {country: placeAfter(discourse, made, places)})
      if (made.reason !== 'pronoun' && !travelling.has(sector))
        discourse.refine(id, {country: dwelling(discourse, tree, made, drafts)})
      discourse.refine(id, {country: oneOfPeople(discourse, made, drafts)})
      if (local) discourse.refine(id, {country: onlyState(places)})
      if (!discourse.homes.has(id)) {
        const country = served(discourse, made, drafts) ? (onlyState(places) ?? discourse.state(made.sentence)) : null
        if (country) discourse.homes.set(id, country)
      }
    } else discourse.refine(id, {country: placeAfter(discourse, made, places)})
  }
  for (const made of drafts) meetCounterpart(discourse, tree, made, drafts)
}

/** Sectors of those who work where they live, of those who serve one state, and of those who are where their work leads them. */
const settled = new Set(['BUS', 'EDU', 'CVL', 'JUD', 'REL', 'LAB'])
const rooted = new Set(['JUD', 'COP', 'MIL'])
const travelling = new Set(['EDU', 'NGO', 'MED', 'IGO', 'SPY', 'MIL'])

/** "the president's trade adviser", "an adviser to its president", "the group's commander": the country of whoever the role belongs to. */
function masterOf(discourse: Discourse, tree: Tree, made: Draft, drafts: readonly Draft[]): EntityId | null {
  if (made.reason !== 'apposition' && made.title === null) return null
  const master = ownerBefore(tree, made, drafts) ?? ownerBehind(discourse, tree, made, drafts)
  if (master?.entities.length !== 1 || master.entities[0] === made.entities[0]) return null
  const entity = discourse.work.entities.get(master.entities[0])
  if (!entity || abroad.has(entity.sector ?? '')) return null
  if (entity.kind === 'armed-group') {
    const [id] = made.entities
    discourse.work.entities.set(id, {...discourse.work.entities.get(id)!, sector: entity.sector})
  }
  return entity.kind === 'state' ? entity.id : entity.country
}

/** "Foreign Minister Hugh Todd", "Governor Ana Ruiz": the title of an office of a state without its name, and of no body that states share. */
function served(discourse: Discourse, made: Draft, drafts: readonly Draft[]): boolean {
  const {work, words} = discourse
  const noun = made.title
  if (
    !noun ||
    (noun.class !== 'office' && !words.seated.has(noun.noun)) ||
    !official.has(noun.sector ?? '') ||
    !official.has(work.entities.get(made.entities[0])?.sector ?? '')
  )
    return false
  return drafts.every(({entities, start}) => {
    const beside = start >= made.start - 20 && start <= made.end + 25
    return !beside || !abroad.has(work.entities.get(entities[0])?.sector ?? '')
  })
}

/** Sectors of those who serve a state. */
const official = new Set(['GOV', 'MIL', 'COP', 'LEG', 'JUD', 'OPP', 'PTY'])

/** Gives people of whom no words say it the state that the text was about where an office of theirs was told. */
export function settleHomes(discourse: Discourse): void {
  for (const [id, country] of discourse.homes) discourse.refine(id, {country})
}

function ownerBefore(tree: Tree, {first}: Draft, drafts: readonly Draft[]): Draft | null {
  let t = first - 1
  while (t > 0 && first - t < 4 && /^(?:ADJ|NUM|NOUN|ADV)$/.test(tree.upos(t))) t--
  if (t < 0) return null
  const pronoun = tree.upos(t) === 'PRON' && tree.deprel(t) === 'nmod:poss'
  if (!pronoun && (t < 1 || tree.xpos(t) !== 'POS')) return null
  return drafts.find(({last}) => last === (pronoun ? t : t - 1)) ?? null
}

function ownerBehind(
  {words}: Discourse,
  tree: Tree,
  {first, last, noun}: Draft,
  drafts: readonly Draft[],
): Draft | null {
  const preposition = last + 1 < tree.length ? tree.form(last + 1) : ''
  if (preposition !== 'of' && !(preposition === 'to' && noun !== null && words.serving.has(noun.noun))) return null
  const owner = drafts.find(({first, reason}) => first > last + 1 && reason !== 'pronoun')
  const up = owner ? tree.head(owner.head) : -1
  return owner && owner.first <= last + 4 && owner.sense === 'actor' && up >= first && up <= last ? owner : null
}

/** Sectors of bodies that people of any country work for. */
const abroad = new Set(['EDU', 'NGO', 'MED', 'IGO', 'BUS'])

/** "a consultant in Dammam", "the Harbour Institute in Oslo". */
function placeAfter(discourse: Discourse, made: Draft, places: readonly Draft[]): EntityId | null {
  const {text} = discourse.work.doc
  const near = places.find(({start}) => start > made.end && start - made.end < 24)
  return near && /^,? (?:based )?in (?:the )?$/.test(text.slice(made.end, near.start)) ? near.entities[0] : null
}

/**
 * "a farmer sheltering at a temple in Surin", "who owns a guesthouse in Meghri", "the bishop of Tibú, Israel Bravo": the state of the
 * place that hangs on a person's description; of a town in no table the state that the text is about, if it is one.
 */
function dwelling(discourse: Discourse, tree: Tree, made: Draft, drafts: readonly Draft[]): EntityId | null {
  const {sector} = discourse.work.entities.get(made.entities[0])!
  const stays = sector === null || settled.has(sector)
  const covered = new Map<number, Draft>()
  for (const draft of drafts) for (let t = draft.first; t <= draft.last; t++) covered.set(t, draft)
  for (let t = 0; t < tree.length; t++) {
    if (tree.upos(t) !== 'PROPN' || tree.rel(t) === 'flat' || covered.get(t) === made) continue
    const place = covered.get(t)
    if (place && (place.sense !== 'place' || place.entities.length !== 1)) continue
    const preposition = tree.preposition(t)
    if (!(stays && /^(?:in|at|near|from|outside)$/.test(preposition)) && preposition !== 'of') continue
    if (!describedBefore(tree, t, made) && !hangsOn(discourse, tree, t, made)) continue
    if (place) return place.entities[0]
    if (tree.child(t, 'det', 'amod', 'compound', 'nmod') < 0) return discourse.state(made.sentence, 0.4)
  }
  return null
}

/** "A former chief of the water commission in Guwahati, Pranab Kumar Das, tells": a description that ends in a place right before the name. */
function describedBefore(tree: Tree, t: number, {first, last}: Draft): boolean {
  if (t !== first - 2 || tree.form(first - 1) !== ',' || last + 1 >= tree.length || tree.form(last + 1) !== ',')
    return false
  const up = tree.head(t)
  return up >= 0 && up < t && tree.upos(up) === 'NOUN'
}

/** Whether a token hangs on someone's description, and by no other verb than one of living somewhere. */
function hangsOn({lexicon, words}: Discourse, tree: Tree, t: number, {first, last}: Draft): boolean {
  for (let up = tree.head(t), steps = 0; up >= 0 && steps < 7; up = tree.head(up), steps++) {
    if (up >= first && up <= last) return true
    if (tree.upos(up) === 'VERB' && !isOneOf(lexicon, words.dwelling, tree, up)) return false
    if (/^(?:nsubj|conj|advcl|ccomp|xcomp|parataxis)$/.test(tree.rel(up))) return false
  }
  return false
}

/** "23 Armenians, among them Ruben Vardanyan": one of the people named before. */
function oneOfPeople({work}: Discourse, made: Draft, drafts: readonly Draft[]): EntityId | null {
  const people = drafts.findLast(
    ({end, plural, reason}) => plural && reason !== 'pronoun' && end < made.start && made.start - end < 60,
  )
  if (people?.entities.length !== 1) return null
  const {text} = work.doc
  const between = text.slice(people.end, made.start)
  if (!/^,? (?:among (?:them|whom)|including|such as) (?:the |an? )?(?:[\p{L}-]+ ){0,3}$/u.test(between)) return null
  return work.entities.get(people.entities[0])?.country ?? null
}

function onlyState(places: readonly Draft[]): EntityId | null {
  const ids = new Set(places.map(({entities}) => entities[0]))
  return ids.size === 1 ? [...ids][0] : null
}

/** "his Greek counterpart": whoever held the same office there. */
function meetCounterpart(discourse: Discourse, tree: Tree, made: Draft, drafts: readonly Draft[]): void {
  const {lexicon, work, words} = discourse
  if (!made.noun || !words.counterpart.has(made.noun.noun) || !made.entities[0]?.startsWith('~unnamed')) return
  const country = work.entities.get(made.entities[0])?.country
  if (!country) return
  const before = drafts.filter(({first, entities}) => first < made.first && lexicon.people.has(entities[0]))
  const person = before.find(({subject}) => subject) ?? before.at(-1)
  if (!person) return
  const home = lexicon.entities.get(person.entities[0])!.country
  for (const {role, of, since, until} of lexicon.rolesOf(person.entities[0])) {
    const {first, last} = discourse.written
    if (of !== home || home === country || first === null || last === null) continue
    if ((since !== null && since > last) || (until !== null && until <= first)) continue
    const holder = discourse.holder(role, country, discourse.written)
    if (!holder) continue
    made.entities = [discourse.meet(holder).id]
    made.reason = 'role-on-that-day'
    made.antecedent = person
    made.subject = tree.rel(made.head) === 'nsubj'
    return
  }
}
