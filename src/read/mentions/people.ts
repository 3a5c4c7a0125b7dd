import {fold, type RoleNoun} from '../../lexicon/index.ts'
import type {Day, EntityId, MentionReason, Role, Sector} from '../../model/index.ts'
import type {Known} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'
import type {Chain} from './chain.ts'
import type {SentenceReader} from './sentence.ts'

export interface FoundPerson {
  readonly entities: EntityId[]
  readonly reason: MentionReason
  /** Folded words of the name. */
  readonly words: string[]
}

/** Role nouns that stand before a person's name. */
const isTitle = (noun: RoleNoun) =>
  noun.class === 'title' ||
  noun.class === 'office' ||
  noun.class === 'unnamed' ||
  (noun.class === 'body' && !noun.plural && singular(noun))

const singular = (noun: RoleNoun) =>
  !/s$|people|men$|force|police|army|military|parliament|court|service|agency|ministry|press|media|embassy|party|navy|congress|senate/.test(
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
  const surname = surnameOf(reader, words)
  const bearers = surname ? lexicon.byName.surname(surname) : []
  if (bearers.length && words.length === surname!.split(' ').length) {
    const fit = titles.length ? bestBearer(reader, bearers, chain) : bareSurname(reader, unit, bearers)
    if (fit.length) {
      for (const id of fit) discourse.meet(id)
      return {entities: fit, reason: titles.length ? 'title-and-name' : 'surname', words}
    }
  } else if (bearers.length && titles.length) {
    const near = bearers.filter(id => roleFits(reader, id, chain).length > 0)
    const meant = near.length === 1 ? near[0] : null
    if (meant && firstNamesDiffer(reader, meant, words)) {
      flagName(reader, unit, said, meant)
      discourse.meet(meant)
      return {entities: [meant], reason: 'title-and-name', words}
    }
  }
  if (!looksLikePerson(reader, unit, titles.length > 0, words)) return null
  return {entities: [discourse.find(said, 'person', null, null)], reason: 'found-name', words}
}

/** "Xi" for Xi Jinping, "Kim" after Kim Yo-jong: first and last words agree with someone known. */
function knownByEnds(reader: SentenceReader, words: readonly string[]): Known | null {
  for (const known of reader.discourse.people.values())
    if (known.words.length > 1 && known.words[0] === words[0] && known.words.at(-1) === words.at(-1)) return known
  return null
}

function surnameOf(reader: SentenceReader, words: readonly string[]): string | null {
  const {byName} = reader.discourse.lexicon
  for (const tail of [words.join(' '), words.slice(-2).join(' '), words.at(-1)!])
    if (byName.surname(tail).length) return tail
  return byName.surname(words.join('-')).length ? words.join('-') : null
}

/** A surname alone, of someone not named before: only when it can be nobody else. */
function bareSurname(reader: SentenceReader, unit: Unit, bearers: readonly EntityId[]): EntityId[] {
  const {discourse, tree, text} = reader
  const said = text.slice(unit.start, unit.end)
  if (said.length < 4 || discourse.lexicon.guards.has(fold(said)) || tree.upos(unit.last) !== 'PROPN') return []
  const after = unit.last + 1 < tree.length ? tree.upos(unit.last + 1) : ''
  if (after === 'PROPN') return []
  const famous = bearers.filter(id => discourse.lexicon.rolesOf(id).some(role => ruling.has(role.role)))
  if (bearers.length === 1 && famous.length === 1) return [...bearers]
  const now = famous.filter(id => inOffice(discourse.lexicon.rolesOf(id), reader.daysHere()))
  return now.length === 1 ? now : []
}

const ruling = new Set([
  'president',
  'prime minister',
  'monarch',
  'leader',
  'secretary-general',
  'foreign minister',
  'army chief',
])

/** Of several people with one surname those whose offices fit title, country and day. */
function bestBearer(reader: SentenceReader, bearers: readonly EntityId[], chain: Chain): EntityId[] {
  const {discourse} = reader
  const {lexicon} = discourse
  const owners = chain.owners.map(id => lexicon.entities.get(id)?.country ?? id)
  let fit = bearers.filter(id => roleFits(reader, id, chain).length > 0)
  if (fit.length === 0) {
    // A rank or "Mr" says nothing of an office.
    const ranks = chain.units.every(({noun}) => !noun || noun.class === 'title' || noun.sector === 'MIL')
    fit = ranks ? bearers.filter(id => owners.length === 0 || owners.includes(lexicon.entities.get(id)!.country!)) : []
    const general = chain.units.some(({noun}) => noun?.sector === 'MIL')
    const soldiers = fit.filter(id =>
      lexicon.rolesOf(id).some(({role, sector}) => sector === 'MIL' || role === 'army chief' || role === 'leader'),
    )
    if (general && soldiers.length) fit = soldiers
    if (fit.length === 1 && bearers.length > 1 && !general)
      return inOffice(lexicon.rolesOf(fit[0]), discourse.written) ? fit : []
  }
  if (fit.length < 2) return fit
  const met = fit.filter(id => discourse.work.entities.has(id))
  if (met.length === 1) return met
  for (const days of [reader.daysHere(), discourse.written]) {
    const now = fit.filter(id => inOffice(roleFits(reader, id, chain), days) || inOffice(lexicon.rolesOf(id), days))
    if (now.length === 1) return now
  }
  return latestFirst(reader, fit)
}

function latestFirst(reader: SentenceReader, ids: readonly EntityId[]): EntityId[] {
  const since = (id: EntityId) =>
    reader.discourse.lexicon.rolesOf(id).reduce((last, role) => ((role.since ?? '') > last ? role.since! : last), '')
  return [...ids].sort((a, b) => (since(a) < since(b) ? 1 : -1))
}

/** Offices of a person that the words before the name speak of. */
export function roleFits(reader: SentenceReader, id: EntityId, chain: Chain): Role[] {
  const {discourse, text} = reader
  const {lexicon} = discourse
  const keys = new Set(chain.units.flatMap(({noun}) => (noun?.class === 'office' ? [noun.key] : [])))
  const said = chain.units.length
    ? fold(text.slice(chain.start, chain.units[0].end)).replace(/spokes(?:man|woman|people)/, 'spokesperson')
    : ''
  return lexicon.rolesOf(id).filter(({role, of}) => {
    const country = lexicon.entities.get(of)?.country ?? of
    if (
      chain.owners.length &&
      !chain.owners.some(owner => owner === of || (lexicon.entities.get(owner)?.country ?? owner) === country)
    )
      return false
    return keys.has(role) || (role.includes(' ') && role.split(' ').every(word => said.includes(word)))
  })
}

function inOffice(roles: readonly Role[], days: {readonly first: Day | null; readonly last: Day | null}): boolean {
  const {first, last} = days
  if (first === null && last === null) return false
  return roles.some(
    ({since, until}) =>
      (since === null || last === null || since <= last) && (until === null || first === null || first < until),
  )
}

function firstNamesDiffer(reader: SentenceReader, id: EntityId, words: readonly string[]): boolean {
  const names = reader.discourse.lexicon.names(id)
  return names.every(
    ({name}) =>
      !fold(name)
        .split(/[\s-]+/)
        .includes(words[0]),
  )
}

function flagName(reader: SentenceReader, unit: Unit, said: string, meant: EntityId): void {
  const {flags} = reader.discourse.work
  if (flags.some(({span}) => span.start === unit.start)) return
  flags.push({
    kind: 'near-miss-name',
    span: {start: unit.start, end: unit.end},
    message: `the tables know ${reader.discourse.lexicon.entities.get(meant)!.name} in this office, the text says “${said}”`,
    entity: meant,
  })
}

/** Whether a name in no table is a person's: by title, apposition, form, or by what it does. */
function looksLikePerson(reader: SentenceReader, unit: Unit, titled: boolean, words: readonly string[]): boolean {
  const {tree, text} = reader
  if (words.length === 1 && /^NNP?S$/.test(tree.xpos(unit.last))) return false
  if (titled) return true
  const said = text.slice(unit.start, unit.end)
  if (/[&/\d]/.test(said) || said === said.toUpperCase()) return false
  if (tree.xpos(unit.last) === 'NNPS' || words.filter(word => word.length > 2).length > 4) return false
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
  if (rel === 'nsubj' && up >= 0 && reader.discourse.words.speech.has(tree.lemma(up))) return true
  if (reader.describedAfter(unit)) return true
  if (words.length < 2) return false
  if (rel === 'compound' || rel === 'amod') return false
  const prep = tree.preposition(head)
  if (/^(?:in|at|near|across|inside)$/.test(prep)) return false
  // Given name and surname hang together flat; other names are compounds.
  for (let t = unit.first; t <= unit.last; t++) if (tree.rel(t) === 'flat' && tree.head(t) >= unit.first) return true
  return false
}

/** Notes what the words before a name say of the person: office, country, sector, sex. */
export function rolePlays(reader: SentenceReader, known: Known, chain: Chain): void {
  const {discourse} = reader
  const owner = chain.owners[0] ?? null
  const state = owner
    ? (discourse.lexicon.entities.get(owner)?.country ?? discourse.work.entities.get(owner)?.country ?? null)
    : null
  let sector: Sector | null = null
  for (const {noun} of chain.units) {
    if (!noun) continue
    addOffice(known, noun, state ?? owner, chain.former)
    known.sex ??= sexOf(noun.noun)
    sector ??= noun.sector
  }
  if (chain.units.length) discourse.refine(known.id, {kind: 'person', country: state, sector})
}

export function addOffice(known: Known, noun: RoleNoun, owner: EntityId | null, former: boolean): void {
  const mark = former ? 'former ' : ''
  const key = noun.class === 'office' ? noun.key : noun.noun
  known.offices.add(`${mark}*:${key}`)
  if (owner) known.offices.add(`${mark}${owner}:${key}`)
}

export function sexOf(noun: string): 'm' | 'f' | null {
  if (
    /^(?:mrs|ms|miss|lady|dame|queen|princess|baroness|madame|sister|mother|daughter|wife|widow)$|woman$|first lady|actress/.test(
      noun,
    )
  )
    return 'f'
  if (
    /^(?:mr|sir|lord|king|prince|sheikh|imam|brother|father|son|husband|ayatollah|mullah|maulana|pope)$|[^o]man$/.test(
      noun,
    )
  )
    return noun.endsWith('woman') ? 'f' : 'm'
  return null
}

/** Whom "the Turkish foreign minister" means: someone so introduced in the text, else the holder on that day. */
export function officeHolder(
  reader: SentenceReader,
  noun: RoleNoun,
  owner: EntityId | null,
  former: boolean,
  days: {readonly first: Day | null; readonly last: Day | null},
): {id: EntityId; reason: MentionReason; draft: Draft | null} | null {
  const {discourse} = reader
  if (noun.key === 'director' || noun.key === 'senator' || noun.key === 'ambassador') return null
  const key = `${former ? 'former ' : ''}${owner ?? '*'}:${noun.key}`
  for (let i = discourse.drafts.length - 1; i >= 0; i--) {
    const draft = discourse.drafts[i]
    const known = discourse.people.get(draft.entities[0])
    if (known?.offices.has(key)) return {id: known.id, reason: 'role-on-that-day', draft}
  }
  if (!owner || former) return null
  const id = discourse.holder(noun.key, owner, days)
  if (!id) return null
  const person = discourse.meet(id)
  addOffice(discourse.introduce(id, fold(person.name).split(/[\s-]+/)), noun, owner, false)
  return {id, reason: 'role-on-that-day', draft: null}
}
