import {fold, type Lexicon, type RoleNoun} from '../../lexicon/index.ts'
import type {EntityId, Span} from '../../model/index.ts'
import {inOffice, roleFits} from './bearers.ts'
import type {Chain} from './chain.ts'
import type {Discourse} from './discourse.ts'
import type {Draft, Unit} from './draft.ts'
import {oneEdit} from './named.ts'
import type {SentenceReader} from './sentence.ts'

/** "Secretary of State Martin Rubio": one who held the office then, by another first name or a slip in the surname. */
export function nearMiss(
  reader: SentenceReader,
  unit: Unit,
  words: readonly string[],
  bearers: readonly EntityId[],
  chain: Chain,
): EntityId | null {
  const {discourse} = reader
  const held = (id: EntityId) => {
    const roles = roleFits(reader, id, chain)
    const undated = discourse.written.first === null && discourse.written.last === null
    return roles.length > 0 && (undated || inOffice(roles, reader.daysHere()) || inOffice(roles, discourse.written))
  }
  const offices = chain.units.flatMap(({noun}) => (noun?.class === 'office' ? [noun.key] : []))
  const alone = offices.some(office => discourse.seatOf(office) !== null)
  const athome = (id: EntityId) => alone || chain.owners.length > 0 || isHomeNamed(discourse, id)
  const fit = bearers.filter(id => held(id) && athome(id) && otherFirstName(discourse.lexicon, id, words))
  const meant = fit.length === 1 ? fit[0] : misspelt(reader, words, chain)
  if (meant === null) return null
  if (!isTransliteration(reader, meant, words))
    flagName(discourse, unit, reader.text.slice(unit.start, unit.end), meant)
  return discourse.meet(meant).id
}

/** "Chancellor Angela Merkle", "President Nikolas Sarkozy": the one holder of that office on that day whose name is a slip away. */
function misspelt(reader: SentenceReader, words: readonly string[], chain: Chain): EntityId | null {
  const office = chain.units.find(({noun}) => noun?.class === 'office')?.noun
  if (!office || words.length < 2 || words.at(-1)!.length < 5) return null
  const {discourse} = reader
  const held = holdersThen(discourse, office.key, chain.owners, reader.daysHere())
  const meant = held.filter(id => isSlip(discourse.lexicon, id, words))
  return meant.length === 1 ? meant[0] : null
}

/** Whoever held an office over these days, of these owners where there are any. */
function holdersThen(
  discourse: Discourse,
  office: string,
  of: readonly EntityId[],
  days: Discourse['written'],
): EntityId[] {
  const {lexicon} = discourse
  const homeOf = (id: EntityId) => lexicon.entities.get(id)?.country ?? id
  const owners = of.map(homeOf)
  const held = lexicon
    .terms(office)
    .filter(role => (owners.length === 0 || owners.includes(homeOf(role.of))) && inOffice([role], days))
  return [...new Set(held.map(({entity}) => entity))]
}

function isHomeNamed({lexicon, work}: Discourse, id: EntityId): boolean {
  const country = lexicon.entities.get(id)?.country ?? null
  return country !== null && work.entities.has(country)
}

/** "Tim Bruce, the State Department spokeswoman": the holder of the office beside a name in no table, by another first name or a slip. */
export function nearMissBeside(
  discourse: Discourse,
  noun: RoleNoun,
  owner: EntityId | null,
  person: Draft,
): EntityId | null {
  const known = discourse.people.get(person.entities[0])
  if (!known || known.words.length < 2 || noun.class !== 'office') return null
  const {lexicon} = discourse
  const alone = owner === null && discourse.seatOf(noun.key) !== null
  const near = holdersThen(discourse, noun.key, owner === null ? [] : [owner], discourse.written)
    .filter(id => owner !== null || alone || isHomeNamed(discourse, id))
    .filter(id => {
      const surname = fold(lexicon.people.get(id)?.surname ?? '')
      return (
        isSlip(lexicon, id, known.words) || (surname === known.words.at(-1) && otherFirstName(lexicon, id, known.words))
      )
    })
  if (near.length !== 1) return null
  const {start, end} = person
  flagName(discourse, {start, end}, discourse.work.doc.text.slice(start, end), near[0])
  return discourse.meet(near[0]).id
}

/** "Sergey" for Sergei: names from other scripts are spelt in more than one way, and none is a slip. */
function isTransliteration({discourse}: SentenceReader, id: EntityId, words: readonly string[]): boolean {
  const country = discourse.lexicon.entities.get(id)!.country
  if (country !== null && discourse.words['latin-state'].has(country.toLowerCase())) return false
  return isSlip(discourse.lexicon, id, words)
}

/** Whether one word of someone's name is a slip away and the others are the same. */
function isSlip(lexicon: Lexicon, id: EntityId, words: readonly string[]): boolean {
  return lexicon.names(id).some(({name}) => {
    const known = fold(name).split(/[\s-]+/)
    if (known.length !== words.length) return false
    const other = known.flatMap((word, k) => (word === words[k] ? [] : [k]))
    return other.length === 1 && known[other[0]].length > 4 && oneSlip(known[other[0]], words[other[0]])
  })
}

/** One letter more, less or other, or two letters in each other's place. */
function oneSlip(a: string, b: string): boolean {
  if (oneEdit(a, b)) return true
  if (a.length !== b.length) return false
  const i = [...a].findIndex((letter, k) => letter !== b[k])
  return i >= 0 && a[i] === b[i + 1] && a[i + 1] === b[i] && a.slice(i + 2) === b.slice(i + 2)
}

function otherFirstName(lexicon: Lexicon, id: EntityId, words: readonly string[]): boolean {
  return lexicon.names(id).every(
    ({name}) =>
      !fold(name)
        .split(/[\s-]+/)
        .includes(words[0]),
  )
}

function flagName({work, lexicon}: Discourse, {start, end}: Span, said: string, meant: EntityId): void {
  const {flags} = work
  if (flags.some(({span}) => span.start === start)) return
  flags.push({
    kind: 'near-miss-name',
    span: {start, end},
    message: `the tables know ${lexicon.entities.get(meant)!.name} in this office, the text says “${said}”`,
    entity: meant,
  })
}
