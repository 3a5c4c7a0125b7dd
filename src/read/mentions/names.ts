import {piecesOf} from '../../lexicon/index.ts'
import {chainOf} from './chain.ts'
import type {Unit} from './draft.ts'
import {bracketed, namedEntities} from './named.ts'
import {personOf, rolePlays} from './people.ts'
import {addOwners} from './role-nouns.ts'
import {isDateline, senseOf} from './sense.ts'
import type {SentenceReader} from './sentence.ts'
import {navyOf} from './ships.ts'

/** A name: a person with title and owner before it, an organisation, a state, a place. */
export function readName(reader: SentenceReader, unit: Unit): void {
  const {tree, discourse} = reader
  const chain = chainOf(reader, unit)
  const ship = navyOf(discourse.lexicon, reader.text.slice(unit.start, unit.end)) !== null
  const person = ship ? null : personOf(reader, unit, chain)
  if (person) {
    if (isMonument(reader, unit)) return
    const roles = chain.units.filter(({kind}) => kind === 'noun')
    const first = roles.length ? chain.first : unit.first
    const start = roles.length ? chain.start : unit.start
    for (const used of roles.length ? chain.units : []) reader.take(used)
    if (roles.length) addOwners(reader, chain)
    const role = roles.length ? {start, end: roles[0].end} : null
    reader.add(
      first,
      unit.last,
      {start, end: unit.end},
      {
        head: reader.headOf(unit.first, unit.last),
        entities: person.entities,
        all: person.entities.length < 2,
        reason: person.reason,
        role,
        former: chain.former,
        title: roles[0]?.noun ?? null,
      },
    )
    if (person.entities.length === 0) return
    const known = discourse.introduce(person.entities[0], person.words)
    rolePlays(reader, known, chain)
    // "Iran's Ali Rezai"
    if (!roles.length) discourse.refine(known.id, {country: reader.ownerBefore(unit)})
    return
  }
  const found = namedEntities(reader, unit)
  if (!found || (unit.prefixed && found.toponym !== 'city' && found.reason === 'demonym')) return
  const head = reader.headOf(unit.first, unit.last)
  const soil =
    found.reason === 'demonym' && discourse.words.ground.has(tree.lemma(tree.head(head) < 0 ? head : tree.head(head)))
  const sense = soil
    ? 'place'
    : found.toponym
      ? isDateline(reader, unit)
        ? 'place'
        : senseOf(discourse.lexicon, tree, head, found.toponym)
      : 'actor'
  let {start, first} = {start: unit.start, first: unit.first}
  const before = reader.unitAt[unit.first - 1]
  // "the state news agency KCNA": the type of organisation belongs to its name.
  if (
    !found.toponym &&
    before?.noun &&
    !reader.used.has(before) &&
    before.end === unit.start - 1 &&
    (before.noun.class === 'type' || before.noun.sector === 'MED' || isCompany(reader, before))
  ) {
    reader.take(before)
    if (before.noun.sector === 'MED') {
      start = before.start
      first = before.first
    }
  }
  reader.add(
    first,
    unit.last,
    {start, end: unit.end},
    {
      head,
      entities: found.entities,
      all: found.all,
      reason: found.reason,
      sense,
      sector: found.sector,
      plural: found.plural,
    },
  )
}

/** "the Joint Chiefs of Staff (JCS)": the acronym means what stands before it, here and from now on. */
export function readBrackets(reader: SentenceReader): void {
  for (const unit of reader.units) {
    if (reader.used.has(unit) || unit.kind === 'noun' || !bracketed(reader.text, unit)) continue
    const full = reader.drafts.find(({end}) => end < unit.start && unit.start - end <= 2)
    const letters = reader.fold(unit).join('')
    const initials = full ? piecesOf(reader.text, full.start, full.end).map(({key}) => key[0]) : []
    if (!full || full.entities.length === 0 || !initials.includes(letters[0])) {
      readName(reader, unit)
      continue
    }
    const known = unit.named[0]?.entity
    const found = full.entities[0].startsWith('~') && known ? known : full.entities[0]
    if (found === known) full.entities = [reader.discourse.meet(known).id]
    reader.discourse.acronyms.set(letters, found)
    reader.add(
      unit.first,
      unit.last,
      {start: unit.start, end: unit.end},
      {entities: [found], reason: 'acronym', antecedent: full},
    )
  }
}

const isCompany = ({tree}: SentenceReader, {noun, last}: Unit) =>
  noun!.class === 'body' && noun!.sector === 'BUS' && tree.feat(last, 'Number') !== 'Plur'

/** "John F. Kennedy airport": what is named after someone. */
function isMonument({tree, discourse}: SentenceReader, unit: Unit): boolean {
  const next = unit.last + 1
  if (next >= tree.length || !/^(?:NOUN|PROPN)$/.test(tree.upos(next))) return false
  return discourse.words.monument.has(tree.lemma(next).toLowerCase())
}
