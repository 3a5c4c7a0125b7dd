import {fold, type Lexicon, type People, type RoleNoun} from '../../lexicon/index.ts'
import type {Day, Entity, EntityId, EntityKind, Sector} from '../../model/index.ts'
import type {Work} from '../work.ts'
import type {Draft} from './draft.ts'
import {Pairs} from './pairs.ts'
import {type MentionWords, mentionWords} from './words.ts'

/** What the text has said of a person so far. */
export interface Known {
  readonly id: EntityId
  /** Folded words of the name, in order. */
  readonly words: string[]
  /** Offices and other role nouns said of the person: `PAK:prime minister`. */
  readonly offices: Set<string>
  sex: 'm' | 'f' | null
}

/** Everything that a later sentence may hang on. */
export class Discourse {
  readonly lexicon: Lexicon
  readonly words: MentionWords
  readonly drafts: Draft[] = []
  readonly people = new Map<EntityId, Known>()
  private readonly surnames = new Set<string>()
  private readonly bearers = new Map<string, Set<Known>>()
  /** Acronyms that the text introduces in brackets. */
  readonly acronyms = new Map<string, EntityId>()
  /** First and last day on which the text may have been written, as far as known. */
  readonly written: {readonly first: Day | null; readonly last: Day | null}
  /** The last two states that stood side by side, and where. */
  joined: {readonly pair: readonly EntityId[]; readonly sentence: number} | null = null
  /** Two states: "the two countries". */
  readonly pairs = new Pairs()
  /** Two that face each other, of whom one may be an armed group: "both sides". */
  readonly sides = new Pairs()
  /** States that people whose office is told without one are likely of. */
  readonly homes = new Map<EntityId, EntityId>()
  private readonly weights = new Map<EntityId, {weight: number; sentence: number}>()

  constructor(readonly work: Work) {
    this.lexicon = work.lexicon
    this.words = mentionWords(work.lexicon)
    this.written = writtenAbout(work)
  }

  /** Registers an entity of the lexicon as mentioned. */
  meet(id: EntityId): Entity {
    const known = this.work.entities.get(id)
    if (known) return known
    const entity = this.lexicon.entities.get(id)!
    const {country, sector} = this.lexicon.standing(id, this.written.last)
    const met = {...entity, country, sector}
    this.work.entities.set(id, met)
    return met
  }

  /** Registers an entity that stands in no table. */
  make(entity: Pick<Entity, 'id' | 'kind' | 'name'> & Partial<Entity>): Entity {
    const known = this.work.entities.get(entity.id)
    const made: Entity = {
      since: null,
      until: null,
      wikidata: null,
      ...entity,
      country: known?.country ?? entity.country ?? null,
      sector: known?.sector ?? entity.sector ?? null,
    }
    this.work.entities.set(made.id, made)
    return made
  }

  /** Changes what is known of a found entity. */
  refine(id: EntityId, about: {kind?: EntityKind; country?: EntityId | null; sector?: Sector | null}): void {
    const known = this.work.entities.get(id)
    if (!known || !id.startsWith('~')) return
    this.work.entities.set(id, {
      ...known,
      kind: about.kind ?? known.kind,
      country: known.country ?? about.country ?? null,
      sector: known.sector ?? about.sector ?? null,
    })
  }

  /** The body or people of a state that a role noun speaks of: `PAK:MIL`, or its row where there is one. */
  body(country: EntityId, noun: RoleNoun): EntityId {
    const demonym = demonymOf(this.lexicon, country)
    for (const owner of [demonym, this.lexicon.entities.get(country)?.name ?? '']) {
      const row = this.lexicon.byName
        .lookup(`${owner} ${noun.noun}`)
        .find(({entity}) => !this.lexicon.states.has(entity))
      if (row) return this.meet(row.entity).id
    }
    const key = noun.key || (noun.sector ?? 'CVL')
    const name = `${demonym} ${bodyNames[key] ?? key.replaceAll('-', ' ')}`
    return this.make({id: `${country}:${key}`, kind: noun.kind, name, country, sector: noun.sector}).id
  }

  /** The armed forces of a state: `PAK:MIL`. */
  forces(country: EntityId): EntityId {
    const name = `${demonymOf(this.lexicon, country)} ${bodyNames.MIL}`
    return this.make({id: `${country}:MIL`, kind: 'military', name, country, sector: 'MIL'}).id
  }

  /** Someone who is not named: `~unnamed-us-defense-official`. */
  unnamed(words: string, kind: EntityKind, country: EntityId | null, sector: Sector | null): EntityId {
    const home = country ?? peopleIn(this.lexicon, words)?.country ?? null
    return this.make({id: `~unnamed-${slug(words)}`, kind, name: `unnamed: ${words}`, country: home, sector}).id
  }

  /** Someone named in the text only. */
  find(name: string, kind: EntityKind, country: EntityId | null, sector: Sector | null): EntityId {
    return this.make({id: `~${slug(name)}`, kind, name, country, sector}).id
  }

  /** Remembers a person under the words of the name. */
  introduce(id: EntityId, words: readonly string[]): Known {
    const known = this.people.get(id)
    const surname = this.lexicon.people.get(id)?.surname
    if (words.length > 1) this.surnames.add(words.at(-1)!)
    if (surname) this.surnames.add(fold(surname))
    if (known) {
      if (words.length > known.words.length) {
        known.words.splice(0, known.words.length, ...words)
        this.index(known)
      }
      return known
    }
    const sex = this.lexicon.people.get(id)?.sex ?? this.lexicon.givenNames.get(words[0]) ?? null
    const made: Known = {id, words: [...words], offices: new Set(), sex}
    this.people.set(id, made)
    this.index(made)
    return made
  }

  /** Files a person under each word of the name and the surname that the tables know. */
  private index(known: Known): void {
    const surname = this.lexicon.people.get(known.id)?.surname
    for (const word of surname ? [...known.words, fold(surname)] : known.words) {
      const there = this.bearers.get(word)
      if (there) there.add(known)
      else this.bearers.set(word, new Set([known]))
    }
  }

  /** The people of this text whose name has that word. */
  withWord(word: string): Iterable<Known> {
    return this.bearers.get(word) ?? []
  }

  /** Whether someone named in this text bears that surname. */
  isSurname(key: string): boolean {
    return this.surnames.has(key)
  }

  /** The latest person in this text with that surname, or with those words in the name. */
  personNamed(words: readonly string[]): Known | null {
    const last = words.at(-1)!
    const fit = [...(this.bearers.get(last) ?? [])].filter(
      ({words: full}) => words.length === 1 || (containsRun(full, words) && full.at(-1) === last),
    )
    if (fit.length < 2) return fit[0] ?? null
    // Of two Kims the one who spoke or acted last.
    for (let i = this.drafts.length - 1; i >= 0; i--) {
      const hit = this.drafts[i].subject ? fit.find(({id}) => this.drafts[i].entities[0] === id) : undefined
      if (hit) return hit
    }
    for (let i = this.drafts.length - 1; i >= 0; i--) {
      const hit = fit.find(({id}) => this.drafts[i].entities[0] === id)
      if (hit) return hit
    }
    return fit.at(-1)!
  }

  /** Adds to what the text is about just now. */
  weigh(country: EntityId, sentence: number, weight: number): void {
    const known = this.weights.get(country)
    const kept = known ? known.weight * 0.6 ** (sentence - known.sentence) : 0
    this.weights.set(country, {weight: kept + weight, sentence})
  }

  /** States by how much the text is about them at that sentence, most first. */
  states(sentence: number): readonly {readonly id: EntityId; readonly weight: number}[] {
    return [...this.weights]
      .filter(([id]) => this.lexicon.states.has(id))
      .map(([id, known]) => ({id, weight: known.weight * 0.6 ** (sentence - known.sentence)}))
      .sort((a, b) => b.weight - a.weight || (a.id < b.id ? -1 : 1))
  }

  /** The state that "the government" would mean here; `null` when the second has more than that share of its weight. */
  state(sentence: number, share = 0.75): EntityId | null {
    const [first, second] = this.states(sentence)
    if (!first || first.weight < 0.15) return null
    return second && second.weight > first.weight * share ? null : first.id
  }

  /** Office that a plural speaks of: `foreign minister` for "foreign ministers". */
  office(plural: string): string | null {
    const singular = plural.endsWith('s') ? plural.slice(0, -1) : ''
    return this.lexicon.roleNouns.find(({noun, class: sort}) => sort === 'office' && noun === singular)?.key || null
  }

  /** What an office belongs to when only one thing has it: the pope's, the CIA director's. */
  seatOf(role: string): EntityId | null {
    const seats = this.lexicon.bodiesWith(role)
    return seats.length === 1 ? seats[0] : null
  }

  /** The one holder of an office over the days that the text may speak of. */
  holder(role: string, of: EntityId, days: {readonly first: Day | null; readonly last: Day | null}): EntityId | null {
    if (days.first === null || days.last === null) return null
    const other = alike.get(role)
    // An army chief is the head of the armed forces where the tables name nobody else.
    const office = other && this.lexicon.holders(role, of, null).length === 0 ? other : role
    const first = this.lexicon.holders(office, of, days.first)
    const last = this.lexicon.holders(office, of, days.last)
    return first.length === 1 && last.length === 1 && first[0] === last[0] ? first[0] : null
  }

  /** Who was the one head of an organisation over these days, under whatever title; nobody for a state. */
  headOf(of: EntityId, days: {readonly first: Day | null; readonly last: Day | null}): EntityId | null {
    if (this.lexicon.states.has(of)) return null
    const found = new Set(heads.flatMap(role => this.holder(role, of, days) ?? []))
    return found.size === 1 ? [...found][0] : null
  }
}

/** Offices whose holder is the head of the body that has them. */
const heads = [
  'director',
  'director general',
  'secretary-general',
  'president',
  'leader',
  'chief',
  'commander',
  'commissioner general',
  'managing director',
  'high commissioner',
  'commission chairperson',
  'commission president',
  'executive secretary',
  'cia director',
  'fbi director',
] as const

/** Offices that the press calls by each other's name. */
const alike: ReadonlyMap<string, string> = new Map([
  ['army chief', 'military chief'],
  ['military chief', 'army chief'],
])

const bodyNames: {readonly [key: string]: string} = {
  MIL: 'military',
  COP: 'police',
  SPY: 'security services',
  LEG: 'parliament',
  JUD: 'judiciary',
  CVL: 'people',
  REF: 'refugees',
  REB: 'rebels',
  UAF: 'militias',
  CRM: 'gangs',
  OPP: 'opposition',
  MED: 'media',
  BUS: 'business',
  LAB: 'unions',
  REL: 'clergy',
  NGO: 'aid groups',
}

/** Adjective of a state, for made names; its name where it has none. */
export function demonymOf(lexicon: Lexicon, id: EntityId): string {
  if (id === 'USA') return 'US'
  if (id === 'GBR') return 'British'
  const entity = lexicon.entities.get(id)
  const demonyms = lexicon.names(id).filter(({kind}) => kind === 'demonym')
  // "Polish", not "Pole", where both are told.
  return (demonyms.find(({name}) => /(?:ish|ese|ch|ic)$/.test(name)) ?? demonyms[0])?.name ?? entity?.name ?? id
}

/** The people without a state that stands in these words: "Catalan separatists", "Turkish Cypriot officials"; `null` when none does. */
export function peopleIn({peoples}: Lexicon, words: string): People | null {
  const said = words.split(/[\s-]+/)
  for (const [n, word] of said.entries())
    for (const name of [`${word} ${said[n + 1] ?? ''}`, word]) {
      const people = /^\p{Lu}/u.test(name) ? peoples.get(fold(name)) : undefined
      if (people) return people
    }
  return null
}

export function slug(words: string): string {
  return fold(words)
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '')
}

function containsRun(full: readonly string[], words: readonly string[]): boolean {
  for (let i = 0; i + words.length <= full.length; i++) if (words.every((word, k) => full[i + k] === word)) return true
  return false
}

/** The Doc's day, or what bounds and the latest day in the words allow. */
function writtenAbout({doc, days}: Work): {first: Day | null; last: Day | null} {
  const {day, bounds} = doc.published
  if (day) return {first: day, last: day}
  let latest: Day | null = null
  for (const reading of days)
    if (reading.kind === 'day' && reading.last !== null && (latest === null || reading.last > latest))
      latest = reading.last
  return {first: bounds.first, last: bounds.last ?? latest}
}

/** Kind of the first entity that a draft means; `''` when it means none. */
export const kindOf = (discourse: Discourse, from: Draft): string =>
  discourse.work.entities.get(from.entities[0])?.kind ?? ''
