import {fold, type RoleNoun} from '../../lexicon/index.ts'
import type {EntityId, Role} from '../../model/index.ts'
import {type Discourse, demonymOf, kindOf} from './discourse.ts'
import {inOffice} from './bearers.ts'
import type {Draft} from './draft.ts'
import {lastTwo} from './groups.ts'
import {holderOf} from './office.ts'
import {sexOf} from './sex.ts'

/** "his government", "its forces": the body of the owner's country. */
export function own(discourse: Discourse, made: Draft, owner: Draft | null): void {
  const id = owner?.entities[0]
  const entity = id ? discourse.work.entities.get(id) : undefined
  const country = entity?.kind === 'state' ? entity.id : entity?.country
  const noun = made.noun!
  if (owner && owner.entities.length === 2 && owner.all) made.entities = ofBoth(discourse, noun, owner.entities) ?? []
  if (!owner || owner.entities.length > 1 || !entity) return
  // "his presidency" is a time.
  if (noun.key === 'presidency' && entity.kind === 'person') return
  if (entity.kind !== 'state' && entity.kind !== 'person' && noun.class === 'office' && !made.former) {
    const holder = holderOf(discourse, noun, entity.id, discourse.written)
    if (holder) {
      made.antecedent = owner
      made.entities = [discourse.meet(holder).id]
      return
    }
  }
  if (!country) return
  made.antecedent = owner
  if (entity.kind === 'armed-group' && noun.class !== 'office' && noun.class !== 'unnamed') made.entities = [entity.id]
  else place(discourse, made, country)
}

/** "Their foreign ministers", "their armies": of each of the two. */
function ofBoth(discourse: Discourse, noun: RoleNoun, owners: readonly EntityId[]): EntityId[] | null {
  const states = owners.flatMap(id => {
    const entity = discourse.work.entities.get(id)
    return (entity?.kind === 'state' ? id : entity?.country) ?? []
  })
  if (!noun.plural || new Set(states).size !== 2) return null
  if (noun.class === 'body' || noun.class === 'arms') return states.map(id => discourse.body(id, noun))
  const key = discourse.office(noun.noun)
  if (!key) return null
  return holdersIn(
    discourse,
    states.map(id => holderOf(discourse, {...noun, key}, id, discourse.written)),
  )
}

function place(discourse: Discourse, made: Draft, country: EntityId): void {
  const noun = made.noun!
  if (noun.class === 'state') made.entities = [country]
  else if (noun.class === 'body' || noun.class === 'arms') made.entities = [discourse.body(country, noun)]
  else {
    const holder =
      noun.class === 'office' && !made.former ? holderOf(discourse, noun, country, discourse.written) : null
    const words = `${made.former ? 'former ' : ''}${demonymOf(discourse.lexicon, country)} ${noun.noun}`
    made.entities = [holder ? discourse.meet(holder).id : discourse.unnamed(words, 'person', country, noun.sector)]
  }
}

/** "the military", "the president", "the group", "the militants" without an owner. */
export function resolveNoun(discourse: Discourse, index: number, made: Draft): void {
  const noun = made.noun!
  if (made.reason === 'group-noun' && discourse.words.principal.has(noun.noun)) {
    made.entities = principals(discourse, index, noun) ?? [discourse.unnamed(noun.noun, 'person', null, noun.sector)]
    made.sector = null
    return
  }
  if (noun.class === 'office') {
    const key = `${made.former ? 'former ' : ''}*:${noun.key}`
    const from = back(
      discourse,
      index,
      60,
      ({entities}) => discourse.people.get(entities[0])?.offices.has(key) ?? false,
    )
    const once = from || !made.former ? null : back(discourse, index, 6, found => heldOnce(discourse, found, noun))
    const now = from || made.former ? null : holderNamed(discourse, index, noun)
    const state = from || once || now ? null : stateOf(discourse, index, noun)
    const seat = from || made.former ? null : discourse.seatOf(noun.key)
    const holder = seat ? discourse.holder(noun.key, seat, discourse.written) : null
    const named = from ?? once ?? now
    if (named) point(made, named)
    else if (holder) made.entities = [discourse.meet(holder).id]
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
  const named = back(discourse, index, 3, found => isShortFor(discourse, found, noun))
  const from =
    named ?? back(discourse, index, noun.sector === 'REB' ? 3 : 12, found => likeness(discourse, found, noun))
  const state = homeless.has(noun.sector ?? '')
    ? null
    : noun.noun === 'congress'
      ? congressOf(discourse, index)
      : discourse.state(index)
  if (from) point(made, from)
  else if (state) place(discourse, made, state)
  else made.entities = [discourse.unnamed(noun.noun, noun.kind === 'people' ? 'people' : noun.kind, null, noun.sector)]
}

/** "the two leaders", "the foreign ministers": the two last named who hold such an office, else the two last named, else who holds it in the two states that the text is about. */
function principals(discourse: Discourse, index: number, noun: RoleNoun): EntityId[] | null {
  const {lexicon, written, words} = discourse
  const office = discourse.office(noun.noun)
  const leads = noun.noun === 'leaders'
  const holds = (id: EntityId) =>
    lexicon
      .rolesOf(id)
      .some(held => (leads ? words.ruling.has(held.role) : held.role === office) && inOffice([held], written))
  const sex = sexOf(noun.noun)
  const named =
    leads || office
      ? (lastTwo(discourse, index, sex, holds) ?? lastTwo(discourse, index, sex, holds, 'elsewhere'))
      : null
  if (named) return named
  const two = office && !leads ? null : lastTwo(discourse, index, sex)
  const pair = two || !(leads || office) ? null : discourse.pairs.at(index)
  const holders = pair?.map(id => holderOf(discourse, {...noun, key: office ?? 'leader'}, id, written)) ?? []
  return two ?? (holders.length === 2 ? holdersIn(discourse, holders) : null)
}

function holdersIn(discourse: Discourse, holders: readonly (EntityId | null)[]): EntityId[] | null {
  return holders.every(id => id !== null) ? holders.map(id => discourse.meet(id).id) : null
}

/** "Congress" without an owner: of the state with one that the text is most about, else America's. */
function congressOf(discourse: Discourse, index: number): EntityId {
  const has = discourse.words['congress-state']
  return discourse.states(index).find(({id}) => has.has(id.toLowerCase()))?.id ?? 'USA'
}

/** "the court" after "the International Court of Justice": a named body between states that has the noun in its name. */
function isShortFor(discourse: Discourse, found: Draft, noun: RoleNoun): boolean {
  if (found.entities.length !== 1 || found.reason === 'pronoun') return false
  const entity = discourse.work.entities.get(found.entities[0])
  if (entity?.kind !== 'organisation' || entity.country !== null) return false
  return fold(entity.name)
    .split(/[\s-]+/)
    .includes(noun.noun)
}

/** "Putin told Merkel … The chancellor": whoever of those named holds the office, a subject before others. */
function holderNamed(discourse: Discourse, index: number, noun: RoleNoun): Draft | null {
  const {lexicon, written} = discourse
  const holds = ({entities, all}: Draft) =>
    all &&
    entities.length === 1 &&
    lexicon
      .rolesOf(entities[0])
      .some(role => role.role === noun.key && hasIn(discourse, noun, role.of) && inOffice([role], written))
  return back(discourse, index, 2, found => found.subject && holds(found)) ?? back(discourse, index, 2, holds)
}

/** Only Germany and Austria have a chancellor who heads the government. */
const hasIn = ({words}: Discourse, noun: RoleNoun, of: EntityId) =>
  noun.noun !== 'chancellor' || words['chancellor-state'].has(of.toLowerCase())

/** The state whose office is meant: that of the text, for kings and emirs the first that has one. */
function stateOf(discourse: Discourse, index: number, noun: RoleNoun): EntityId | null {
  const state = discourse.state(index)
  if (noun.noun === 'chancellor') return state !== null && hasIn(discourse, noun, state) ? state : null
  if (noun.key !== 'monarch' || (state !== null && holderOf(discourse, noun, state, discourse.written))) return state
  const crowned = discourse
    .states(index)
    .find(({id, weight}) => weight >= 0.15 && holderOf(discourse, noun, id, discourse.written) !== null)
  return crowned?.id ?? state
}

/** Whether someone named held the office and no longer does: "the former president". */
function heldOnce({lexicon, written}: Discourse, {entities, former}: Draft, noun: RoleNoun): boolean {
  if (entities.length !== 1 || written.last === null) return false
  const begun = ({since}: Role) => since === null || since <= written.last!
  const held = lexicon.rolesOf(entities[0]).filter(term => term.role === noun.key && begun(term))
  return held.length > 0 && (former || held.every(({until}) => until !== null && until <= written.last!))
}

/** Sectors whose people do not belong to a state just because it is spoken of. */
const homeless = new Set(['REB', 'CVL', 'REF', 'MED', 'BUS', 'NGO', 'CRM', 'REL'])

function likeness(discourse: Discourse, found: Draft, noun: RoleNoun): boolean {
  if (found.entities.length !== 1) return false
  const entity = discourse.work.entities.get(found.entities[0])
  if (!entity) return false
  if (noun.sector === 'REB') return entity.kind === 'armed-group'
  if (found.noun === noun) return true
  if (discourse.words.particular.has(noun.noun) && !entity.name.toLowerCase().includes(noun.noun)) return false
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
