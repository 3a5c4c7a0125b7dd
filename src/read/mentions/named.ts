import {fold, type Named} from '../../lexicon/index.ts'
import type {Day, EntityId, EntityKind, MentionReason, Sector} from '../../model/index.ts'
import {demonymOf} from './discourse.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import {isDateline, senseOf} from './sense.ts'
import type {SentenceReader} from './sentence.ts'
import {navyOf} from './ships.ts'

/** Whom a name that is no person's means. */
export interface NamedEntities {
  readonly entities: EntityId[]
  readonly all: boolean
  readonly reason: MentionReason
  /** A name that may be a place; `null`: never one. */
  readonly toponym: 'state' | 'seat' | 'city' | null
  readonly sector: Sector | null
  readonly plural: boolean
}

const plain = {all: true, reason: 'name', toponym: null, sector: null, plural: false} as const

/** An acronym alone in brackets. */
export function bracketed(text: string, unit: Unit): boolean {
  return (
    text[unit.start - 1] === '(' &&
    text[unit.end] === ')' &&
    /^[A-Z][A-Za-z.-]{1,9}$/.test(text.slice(unit.start, unit.end))
  )
}

export function namedEntities(reader: SentenceReader, unit: Unit): NamedEntities | null {
  const {discourse, text} = reader
  const said = text.slice(unit.start, unit.end)
  const introduced = discourse.acronyms.get(fold(said.replaceAll('.', '')))
  if (introduced && said === said.toUpperCase()) return {...plain, entities: [introduced], reason: 'acronym'}
  if (unit.kind === 'name') return fromLexicon(reader, unit)
  const group = discourse.lexicon.groups.get(fold(said))
  if (group) return {...plain, entities: group.map(id => discourse.meet(id).id), toponym: 'state', plural: true}
  const navy = navyOf(discourse.lexicon, said)
  if (navy) return {...plain, entities: [discourse.forces(navy)], sector: 'MIL'}
  const place = discourse.lexicon.placesNamed(said)[0]
  const word = reader.orgWord(unit)
  if (place && !word) {
    const country = discourse.lexicon.soilOf(place.country, reader.daysHere().last)
    return {...plain, entities: [discourse.meet(country).id], toponym: 'city'}
  }
  const region = side(reader, said)
  if (region) return region
  return fromWords(reader, unit, said, word)
}

/** "the North", "Northern troops" in a text on North Korea. */
export function side(reader: SentenceReader, said: string): NamedEntities | null {
  const way = /^(North|South|East|West)(?:ern(?:ers?)?)?$/.exec(said)?.[1]
  if (!way) return null
  const {discourse, units} = reader
  const {lexicon} = discourse
  const here = units.flatMap(({named}) => named.map(({entity}) => entity)).filter(id => lexicon.states.has(id))
  for (const id of [...here, ...discourse.states(reader.index).map(({id}) => id)]) {
    const parts = /^(?:North|South|East|West) (.*)$/.exec(lexicon.entities.get(id)!.name)
    const twin = parts ? lexicon.byName.lookup(`${way} ${parts[1]}`)[0] : undefined
    if (twin) return {...plain, entities: [discourse.meet(twin.entity).id], toponym: 'state'}
  }
  return null
}

function fromLexicon(reader: SentenceReader, unit: Unit): NamedEntities | null {
  const {discourse, tree} = reader
  const {lexicon} = discourse
  const named = inTheirTime(
    reader,
    unit.named.filter(({entity}) => !lexicon.people.has(entity)),
  )
  if (named.length === 0) return null
  const states = named.filter(({entity}) => lexicon.states.has(entity))
  const seated = named.find(({entity, kind}) => kind === 'seat' && !lexicon.states.has(entity))
  if (seated && speaksForBody(reader, unit, states))
    return {...plain, entities: [discourse.meet(seated.entity).id], reason: 'seat'}
  const home = seated && states.length === 0 ? lexicon.entities.get(seated.entity)!.country : null
  if (home) return {...plain, entities: [discourse.meet(home).id], toponym: 'city'}
  const one = (states.length ? states : named)[0]
  const entities = [...new Set((states.length ? states : [one]).map(({entity}) => entity))]
  const then = one.kind === 'seat' ? entities.map(id => lexicon.soilOf(id, reader.daysHere().last)) : entities
  const ranked = rankByText(reader, [...new Set(then)])
  for (const id of ranked) discourse.meet(id)
  const all = ranked.length < 2
  if (!states.length) {
    const reason = one.kind === 'acronym' ? 'acronym' : 'name'
    return {...plain, entities: ranked, all, reason, plural: lexicon.entities.get(one.entity)?.kind === 'armed-group'}
  }
  if (one.kind === 'seat') {
    const capital = lexicon.states.get(ranked[0])?.capital === one.name
    return {...plain, entities: ranked, all, reason: capital ? 'capital' : 'seat', toponym: 'seat'}
  }
  if (one.kind !== 'demonym') {
    return {...plain, entities: ranked, all, reason: one.kind === 'acronym' ? 'acronym' : 'name', toponym: 'state'}
  }
  return demonym(reader, unit, one, ranked, tree.upos(unit.last))
}

/** "Brussels fined": the body that sits there and not the state, unless the text is about that state. */
function speaksForBody(reader: SentenceReader, unit: Unit, states: readonly Named[]): boolean {
  const {tree, discourse, units} = reader
  const own = new Set(states.map(({entity}) => entity))
  if (states.some(({entity}) => discourse.work.entities.has(entity))) return false
  if (units.some(other => other !== unit && other.named.some(({entity}) => own.has(entity)))) return false
  const head = reader.headOf(unit.first, unit.last)
  const rel = tree.rel(head) === 'conj' ? tree.rel(tree.shared(head)) : tree.rel(head)
  if (rel === 'compound' || rel === 'amod' || rel === 'root' || rel === 'parataxis') return false
  return !isDateline(reader, unit) && senseOf(discourse.lexicon, tree, head, 'seat') === 'actor'
}

/** "Pakistani" speaks for the state; "160 Afghans" are people; "the Soviets" are the state again. */
function demonym(reader: SentenceReader, unit: Unit, one: Named, ids: EntityId[], tag: string): NamedEntities {
  const {tree, discourse} = reader
  const state: NamedEntities = {...plain, entities: ids, all: ids.length < 2, reason: 'demonym'}
  const head = reader.headOf(unit.first, unit.last)
  const rel = tree.rel(head)
  const alone = rel === 'nsubj' || rel === 'obj' || rel === 'obl' || (rel === 'conj' && tree.child(head, 'det') >= 0)
  const modifies = (tag === 'ADJ' && !alone) || rel === 'amod' || rel === 'compound'
  const plural = /(?:s|men)$/.test(one.name) && !/ss$/.test(one.name)
  if (modifies && !plural) return state
  const before = unit.first > 0 ? tree.upos(unit.first - 1) : ''
  const article = unit.first > 0 ? tree.form(unit.first - 1).toLowerCase() : ''
  if (article === 'ethnic') {
    const people = discourse.unnamed(`ethnic ${one.name}`, 'people', null, 'CVL')
    return {...state, entities: [people], all: true, sector: 'CVL', plural}
  }
  const elsewhere = plural ? stateAfterOf(reader, unit) : null
  if (elsewhere && elsewhere !== ids[0]) {
    const name = `${one.name} of ${discourse.lexicon.entities.get(elsewhere)!.name}`
    return {...state, entities: [discourse.unnamed(name, 'people', elsewhere, 'CVL')], all: true, sector: 'CVL', plural}
  }
  const counted = before === 'NUM' || before === 'ADJ' || article === 'a' || article === 'an'
  if (!plural && !counted) return state
  if (article === 'the') return {...state, plural: true}
  const name = `${demonymOf(discourse.lexicon, ids[0])} people`
  const people = discourse.make({id: `${ids[0]}:CVL`, kind: 'people', name, country: ids[0], sector: 'CVL'})
  return {...state, entities: [people.id], all: true, sector: 'CVL', plural}
}

/** "the Armenians of Lebanon": the state that the people live in. */
function stateAfterOf(reader: SentenceReader, unit: Unit): EntityId | null {
  const {tree, discourse} = reader
  if (unit.last + 2 >= tree.length || tree.form(unit.last + 1) !== 'of') return null
  const after = reader.unitAt[unit.last + 2]?.named[0]
  return after && after.kind !== 'demonym' && discourse.lexicon.states.has(after.entity) ? after.entity : null
}

/** Spellings and entities that were in use on the days of the text. */
function inTheirTime(reader: SentenceReader, named: readonly Named[]): Named[] {
  if (named.length < 2) return [...named]
  const {first, last} = reader.daysHere()
  if (first === null && last === null) return lasting(reader, named)
  const {lexicon} = reader.discourse
  const held = (span: {since: Day | null; until: Day | null}) =>
    (span.since === null || last === null || span.since <= last) &&
    (span.until === null || (first !== null && first < span.until))
  const fit = named.filter(name => held(name) && held(lexicon.entities.get(name.entity)!))
  return fit.length ? fit : [...named]
}

/** Without a day, those that there still are. */
function lasting(reader: SentenceReader, named: readonly Named[]): Named[] {
  const {entities} = reader.discourse.lexicon
  const still = named.filter(({entity, until}) => until === null && entities.get(entity)!.until === null)
  return still.length ? still : [...named]
}

/** Those that the text has named before stand first. */
function rankByText(reader: SentenceReader, ids: readonly EntityId[]): EntityId[] {
  if (ids.length < 2) return [...ids]
  const met = ids.filter(id => reader.discourse.work.entities.has(id))
  return met.length === 1 ? met : [...ids]
}

/** An organisation that no table knows, by the words of its name; `null` when nothing tells that it is one. */
function fromWords(
  reader: SentenceReader,
  unit: Unit,
  said: string,
  word: {kind: string; sector: string} | null,
): NamedEntities | null {
  const {discourse} = reader
  const pieces = reader.fold(unit)
  if (!word && isThing(reader, unit, pieces)) return null
  const acronym = pieces.length === 1 && /^[A-Z][A-Z.&-]{1,6}$/.test(said)
  if (acronym) {
    const meant = nearAcronym(reader, unit, said)
    if (meant) return {...plain, entities: [meant], reason: 'acronym'}
  }
  if (acronym && !typeBefore(reader, unit) && !actsAlone(reader, unit)) return null
  const type = typeBefore(reader, unit)
  if (!acronym && !type && (!word || pieces.length < 2)) {
    // In no table and without a telling word: the finder of names must know it, and a single word must act.
    if (reader.tree.rel(unit.last) === 'compound' || (pieces.length < 2 && !actsAlone(reader, unit))) return null
    if (reader.kindOf(unit) !== 'organisation') return null
  }
  const kind = (word?.kind ?? type?.kind ?? 'organisation') as EntityKind
  const sector = (word?.sector || type?.sector || null) as Sector | null
  const id = discourse.find(said, kind, countryIn(reader, unit), sector)
  return {...plain, entities: [id], reason: 'found-name'}
}

/** "the energy company Ukrenergo", "the opposition coalition APNU": the kind of body that the words right before a name say. */
function typeBefore(reader: SentenceReader, unit: Unit): {kind: string; sector: string | null} | null {
  const before = reader.unitAt[unit.first - 1]
  const noun = before?.noun
  if (!noun || before.end !== unit.start - 1 || reader.tree.feat(before.last, 'Number') === 'Plur') return null
  if (noun.class === 'type') return {kind: noun.noun === 'party' ? 'party' : 'organisation', sector: noun.sector}
  return noun.class === 'body' && noun.sector === 'BUS' ? {kind: 'company', sector: 'BUS'} : null
}

/** "the Trump Route", "the Chong Chom crossing", "the town of Velmara": a road or place, whatever its name. */
function isThing({tree, discourse}: SentenceReader, unit: Unit, pieces: readonly string[]): boolean {
  const {monument, ground} = discourse.words
  if (pieces.length > 1 && monument.has(pieces.at(-1)!)) return true
  const next = unit.last + 1
  if (next < tree.length && tree.upos(next) === 'NOUN' && monument.has(tree.lemma(next).toLowerCase())) return true
  return isTown(tree, unit, ground)
}

/** "the border town of San Cristóbal" */
export function isTown(tree: Tree, {first, last}: Unit, ground: ReadonlySet<string>): boolean {
  if (first < 2 || tree.form(first - 1) !== 'of') return false
  return ground.has(tree.lemma(first - 2).toLowerCase()) && tree.upos(first - 2) === 'NOUN' && last >= first
}

/** An acronym or word in no table is somebody where somebody must stand: "the NRA said", "NRA's chief". */
function actsAlone(reader: SentenceReader, unit: Unit): boolean {
  const {tree} = reader
  if (tree.upos(unit.last) !== 'PROPN') return false
  const deprel = tree.deprel(unit.last)
  if (deprel === 'nmod:poss') return true
  if (deprel !== 'nsubj' && deprel !== 'obl:agent') return false
  const verb = tree.head(unit.last)
  return verb >= 0 && tree.upos(verb) === 'VERB'
}

/** A state or its adjective inside the name: "Pakistan Ulema Council". */
function countryIn(reader: SentenceReader, unit: Unit): EntityId | null {
  const {lexicon} = reader.discourse
  for (const key of reader.fold(unit)) {
    const hit = lexicon.byName.lookup(key).find(({entity}) => lexicon.states.has(entity))
    if (hit && key.length > 3) return hit.entity
    const places = lexicon.placesNamed(key)
    if (places.length === 1 && places[0].kind !== 'water') return places[0].country
  }
  return null
}

/** "Pakistan's SI": one letter from an acronym of a body of the country that owns it. */
function nearAcronym(reader: SentenceReader, unit: Unit, said: string): EntityId | null {
  const {discourse} = reader
  const {lexicon} = discourse
  const owner = reader.ownerBefore(unit)
  if (!owner) return null
  for (const id of lexicon.inCountry(owner)) {
    const entity = lexicon.entities.get(id)!
    if (!services.has(entity.kind)) continue
    const near = lexicon
      .names(id)
      .find(({name, kind}) => kind === 'acronym' && /^[A-Z]{2,6}$/.test(name) && oneEdit(name, said))
    if (!near) continue
    discourse.work.flags.push({
      kind: 'near-miss-acronym',
      span: {start: unit.start, end: unit.end},
      message: `“${said}” is no known acronym; ${entity.name} of ${lexicon.entities.get(owner)!.name} is ${near.name}`,
      entity: id,
    })
    return discourse.meet(id).id
  }
  return null
}

const services = new Set(['intelligence', 'military', 'police', 'ministry'])

/** Whether one letter added, left out or changed makes one word of the other. */
export function oneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false
  let i = 0
  while (i < a.length && i < b.length && a[i] === b[i]) i++
  const [restA, restB] = [a.slice(i), b.slice(i)]
  return restA.slice(1) === restB.slice(1) || restA === restB.slice(1) || restA.slice(1) === restB
}
