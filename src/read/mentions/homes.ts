import type {EntityId} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Discourse} from './discourse.ts'
import type {Draft} from './draft.ts'

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
      const resident = made.reason === 'apposition' && settled.has(entity.sector ?? '')
      const local = made.title !== null && rooted.has(entity.sector ?? '')
      if (resident) discourse.refine(id, {country: placeAfter(discourse, made, places)})
      else if (local) discourse.refine(id, {country: onlyState(places)})
    } else discourse.refine(id, {country: placeAfter(discourse, made, places)})
  }
  for (const made of drafts) meetCounterpart(discourse, tree, made, drafts)
}

/** Sectors of those who work where they live, and of those who serve one state. */
const settled = new Set(['BUS', 'EDU', 'CVL', 'JUD', 'REL', 'LAB'])
const rooted = new Set(['JUD', 'COP', 'MIL'])

/** "a consultant in Dammam", "the Harbour Institute in Oslo". */
function placeAfter(discourse: Discourse, made: Draft, places: readonly Draft[]): EntityId | null {
  const {text} = discourse.work.doc
  const near = places.find(({start}) => start > made.end && start - made.end < 24)
  return near && /^,? (?:based )?in (?:the )?$/.test(text.slice(made.end, near.start)) ? near.entities[0] : null
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
