import {fold, type Lexicon} from '../../lexicon/index.ts'
import type {EntityId} from '../../model/index.ts'
import {inOffice, roleFits} from './bearers.ts'
import type {Chain} from './chain.ts'
import type {Unit} from './draft.ts'
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
  const athome = (id: EntityId) => {
    const country = discourse.lexicon.entities.get(id)?.country ?? null
    return chain.owners.length > 0 || (country !== null && discourse.work.entities.has(country))
  }
  const fit = bearers.filter(id => held(id) && athome(id) && firstNamesDiffer(reader, id, words))
  const meant = fit.length === 1 ? fit[0] : misspelt(reader, words, chain)
  if (meant === null) return null
  if (!isTransliteration(reader, meant, words)) flagName(reader, unit, reader.text.slice(unit.start, unit.end), meant)
  return discourse.meet(meant).id
}

/** "Chancellor Angela Merkle", "President Nikolas Sarkozy": the one holder of that office on that day whose name is a slip away. */
function misspelt(reader: SentenceReader, words: readonly string[], chain: Chain): EntityId | null {
  const {lexicon} = reader.discourse
  const office = chain.units.find(({noun}) => noun?.class === 'office')?.noun
  if (!office || words.length < 2 || words.at(-1)!.length < 5) return null
  const owners = chain.owners.map(id => lexicon.entities.get(id)?.country ?? id)
  const days = reader.daysHere()
  const held = lexicon
    .terms(office.key)
    .filter(
      role =>
        (owners.length === 0 || owners.includes(lexicon.entities.get(role.of)?.country ?? role.of)) &&
        inOffice([role], days),
    )
  const meant = new Set(held.map(({entity}) => entity).filter(id => isSlip(lexicon, id, words)))
  return meant.size === 1 ? [...meant][0] : null
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
