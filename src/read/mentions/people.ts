import {fold, type RoleNoun} from '../../lexicon/index.ts'
import type {Day, EntityId, MentionReason, Sector} from '../../model/index.ts'
import {bareSurname, bestBearer, byInitials, surnameOf, withMiddle, withoutMiddle} from './bearers.ts'
import type {Discourse, Known} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'
import type {Chain} from './chain.ts'
import {isTown} from './named.ts'
import {nearMiss} from './near-miss.ts'
import {holderOf, isCivil, lastHolder} from './office.ts'
import type {SentenceReader} from './sentence.ts'
import {sexOf} from './sex.ts'
import {isOneOf} from './words.ts'

export interface FoundPerson {
  readonly entities: EntityId[]
  readonly reason: MentionReason
  /** Folded words of the name. */
  readonly words: readonly string[]
}

/** Role nouns that stand before a person's name. */
export const isTitle = (noun: RoleNoun) =>
  noun.class === 'title' ||
  noun.class === 'office' ||
  noun.class === 'unnamed' ||
  (noun.class === 'body' && !noun.plural && singular(noun))

const singular = (noun: RoleNoun) =>
  !/s$|people|men$|company|firm$|bank$|broadcaster|consortium|conglomerate|force|police|army|military|parliament|court|service|agency|ministry|press|media|embassy|party|navy|congress|senate/.test(
    noun.noun,
  )

/** The person that a name means, if it is a person's. */
export function personOf(reader: SentenceReader, unit: Unit, chain: Chain): FoundPerson | null {
  const {discourse} = reader
  const {lexicon} = discourse
  const words = reader.fold(unit)
  const titles = chain.units.flatMap(({noun}) => (noun && isTitle(noun) ? [noun] : []))
  if (unit.kind === 'name') {
    const people = [...new Set(unit.named.map(({entity}) => entity).filter(id => lexicon.people.has(id)))]
    if (people.length === 0) return null
    const fit = people.length > 1 ? bestBearer(reader, people, chain) : people
    for (const id of fit) discourse.meet(id)
    return {entities: fit, reason: titles.length ? 'title-and-name' : 'name', words}
  }
  if (chain.units.some(({noun}) => noun && !isTitle(noun))) return null
  const said = reader.text.slice(unit.start, unit.end)
  const known =
    discourse.personNamed(words) ?? (words.length > 1 && words.length < 4 ? knownByEnds(reader, words) : null)
  if (known) return {entities: [known.id], reason: titles.length ? 'title-and-name' : 'surname', words}
  if (reader.orgWord(unit) || (titles.length === 0 && lexicon.placesNamed(said).length > 0)) return null
  if (words.length === 1 && /^[A-Z][A-Z.&]+$/.test(said)) return null
  const spelt = [...withoutMiddle(reader, words), ...withMiddle(reader, words), ...byInitials(reader, words)]
  if (spelt.length === 1) return {entities: [discourse.meet(spelt[0]).id], reason: 'name', words}
  const surname = surnameOf(reader, words)
  const bearers = ofOwner(reader, unit, surname ? lexicon.byName.surname(surname) : [])
  if (bearers.length && isBare(reader, words, surname!)) {
    const fit = titles.length ? bestBearer(reader, bearers, chain) : bareSurname(reader, unit, bearers)
    if (fit.length) {
      for (const id of fit) discourse.meet(id)
      return {entities: fit, reason: titles.length ? 'title-and-name' : 'surname', words}
    }
  } else if (titles.length && words.length > 1) {
    const meant = nearMiss(reader, unit, words, bearers, chain)
    if (meant) return {entities: [meant], reason: 'title-and-name', words}
  }
  if (!looksLikePerson(reader, unit, titles.length > 0, words)) return null
  return {entities: [discourse.find(said, 'person', null, null)], reason: 'found-name', words}
}

/** "Bolivia's Morales", "the Bolivian Morales": those at home in the state that stands before the name; all where none is or stands there. */
function ofOwner(reader: SentenceReader, unit: Unit, bearers: readonly EntityId[]): readonly EntityId[] {
  const owner = bearers.length > 0 ? reader.ownerBefore(unit) : null
  if (owner === null) return bearers
  const {lexicon} = reader.discourse
  const own = bearers.filter(
    id => lexicon.entities.get(id)!.country === owner || lexicon.rolesOf(id).some(({of}) => of === owner),
  )
  return own.length > 0 || reader.tree.xpos(unit.first - 1) === 'POS' ? own : bearers
}

/** Whether a name is just a surname, with or without its particles: "Ould Abdel Aziz", "Ben-Gurion". */
function isBare(reader: SentenceReader, words: readonly string[], surname: string): boolean {
  const before = words.slice(0, words.length - surname.split(/[ -]/).length)
  return before.every(word => reader.discourse.words.particle.has(word))
}

/** "Xi" for Xi Jinping, "Kim" after Kim Yo-jong: first and last words agree with someone known. */
function knownByEnds(reader: SentenceReader, words: readonly string[]): Known | null {
  for (const known of reader.discourse.withWord(words[0]))
    if (known.words.length > 1 && known.words[0] === words[0] && known.words.at(-1) === words.at(-1)) return known
  return null
}

/** Whether a name in no table is a person's: by title, apposition, form, or by what it does. */
function looksLikePerson(reader: SentenceReader, unit: Unit, titled: boolean, words: readonly string[]): boolean {
  const {tree, text} = reader
  if (words.length === 1 && /^NNP?S$/.test(tree.xpos(unit.last))) return false
  if (titled) return true
  if (isTown(tree, unit, reader.discourse.words.ground)) return false
  const said = text.slice(unit.start, unit.end)
  if (/[&/\d]/.test(said) || said === said.toUpperCase()) return false
  if (tree.xpos(unit.last) === 'NNPS' || words.filter(word => word.length > 2).length > 4) return false
  // "Baker Street" is named after someone.
  if (words.length > 1 && reader.discourse.words.monument.has(words.at(-1)!)) return false
  const given = reader.discourse.lexicon.givenNames.has(words[0])
  if (given && words.length > 1) return true
  if (words.filter(word => word.length > 2).length > 3) return false
  const head = reader.headOf(unit.first, unit.last)
  const up = tree.head(head)
  const rel = tree.rel(head)
  if (
    given &&
    tree.upos(unit.first) === 'PROPN' &&
    (rel === 'nsubj' || rel === 'obj' || rel === 'vocative' || tree.deprel(head) === 'nmod:poss')
  )
    return true
  if (rel === 'nsubj' && up >= 0 && isOneOf(reader.discourse.lexicon, reader.discourse.words.speech, tree, up))
    return true
  if (reader.describedAfter(unit)) return true
  const bare = unit.first > 0 && tree.child(head, 'det', 'amod', 'compound') < 0
  const acts = bare && (rel === 'nsubj' || tree.deprel(head) === 'nmod:poss')
  return isFlat(reader, unit, head, words) || ((words.length > 1 || given || acts) && reader.kindOf(unit) === 'person')
}

/** Given name and surname hang together flat; other names are compounds. */
function isFlat({tree}: SentenceReader, {first, last}: Unit, head: number, words: readonly string[]): boolean {
  const rel = tree.rel(head)
  if (words.length < 2 || rel === 'compound' || rel === 'amod') return false
  if (/^(?:in|at|near|across|inside)$/.test(tree.preposition(head))) return false
  for (let t = first; t <= last; t++) if (tree.rel(t) === 'flat' && tree.head(t) >= first) return true
  return false
}

/** Notes what the words before a name say of the person: office, country, sector, sex. */
export function rolePlays(reader: SentenceReader, known: Known, chain: Chain): void {
  const {discourse} = reader
  const owner = chain.owners[0] ?? null
  const org = owner !== null && !discourse.lexicon.states.has(owner) ? owner : null
  const state = org ? reader.homeOf(org) : (owner ?? (chain.person ? reader.countryOf(chain.person) : null))
  let sector: Sector | null = null
  for (const {noun} of chain.units) {
    if (!noun) continue
    addOffice(known, noun, state ?? owner, chain.former)
    known.sex ??= sexOf(noun.noun)
    sector ??= reader.sectorOf(noun, org)
  }
  if (chain.units.length) discourse.refine(known.id, {kind: 'person', country: state, sector})
}

export function addOffice(known: Known, noun: RoleNoun, owner: EntityId | null, former: boolean): void {
  const mark = former ? 'former ' : ''
  const key = noun.class === 'office' ? noun.key : noun.noun
  known.offices.add(`${mark}*:${key}`)
  if (owner) known.offices.add(`${mark}${owner}:${key}`)
}

/** "Saddam … the former Iraqi leader": the last one named who held that office of that state and no longer does. */
function heldBefore({drafts, lexicon, written}: Discourse, noun: RoleNoun, owner: EntityId): Draft | undefined {
  const {last} = written
  if (last === null) return undefined
  const office = (role: string) => role === noun.key || (noun.key === 'leader' && leading.has(role))
  return drafts.findLast(({entities, all}) => {
    if (!all || entities.length !== 1) return false
    const held = lexicon
      .rolesOf(entities[0])
      .filter(({role, of, since}) => of === owner && office(role) && (since === null || since <= last))
    return held.length > 0 && held.every(({until}) => until !== null && until <= last)
  })
}

const leading = new Set(['president', 'prime minister', 'monarch', 'leader'])

/** Whom "the Turkish foreign minister" means: someone so introduced in the text, else the holder on that day; where a term `ends`, the one whose just did. */
export function officeHolder(
  reader: SentenceReader,
  noun: RoleNoun,
  owner: EntityId | null,
  former: boolean,
  days: {readonly first: Day | null; readonly last: Day | null},
  ends = false,
): {id: EntityId; reason: MentionReason; draft: Draft | null} | null {
  const {discourse} = reader
  const several = noun.key === 'director' || noun.key === 'senator' || noun.key === 'ambassador'
  const civil = owner !== null && isCivil(discourse, noun, owner)
  const key = `${former ? 'former ' : ''}${owner ?? '*'}:${noun.key}`
  if (!several && !civil && [...discourse.people.values()].some(({offices}) => offices.has(key))) {
    const draft = discourse.drafts.findLast(({entities: [id]}) => discourse.people.get(id)?.offices.has(key))
    if (draft) return {id: draft.entities[0], reason: 'role-on-that-day', draft}
  }
  if (!owner) return null
  if (former) {
    const draft = several || civil ? undefined : heldBefore(discourse, noun, owner)
    return draft ? {id: draft.entities[0], reason: 'role-on-that-day', draft} : null
  }
  const id = (ends ? lastHolder(discourse, noun, owner, days) : null) ?? holderOf(discourse, noun, owner, days)
  if (!id) return null
  if (several || civil) return {id: discourse.meet(id).id, reason: 'role-on-that-day', draft: null}
  const person = discourse.meet(id)
  addOffice(discourse.introduce(id, fold(person.name).split(/[\s-]+/)), noun, owner, false)
  return {id, reason: 'role-on-that-day', draft: null}
}
