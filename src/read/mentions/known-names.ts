import {fold, type Lexicon, openGazetteer} from '../../lexicon/index.ts'
import type {KnownNames} from '../../text/index.ts'

const person = 1
const partOfPerson = 2
const organisation = 4
const place = 8
const organisationWord = 16
const demonym = 128
const largePlace = 256

/** Answers kept at a time: names recur, but a process that reads on and on must not remember every name that it ever met. */
const mostKept = 20_000

const made = new WeakMap<Lexicon, KnownNames>()

/** What the lexicon and the gazetteer say of a phrase, as the tagger of names asks it. */
export function knownNames(lexicon: Lexicon): KnownNames {
  let known = made.get(lexicon)
  if (!known) made.set(lexicon, (known = lookUp(lexicon)))
  return known
}

function lookUp(lexicon: Lexicon): KnownNames {
  const gazetteer = openGazetteer()
  const given = new Set([...lexicon.givenNames.keys()].map(fold))
  const orgWords = new Set(
    lexicon.table('org-words', ['word', 'kind', 'sector', 'from']).map(({cells}) => fold(cells.word)),
  )
  const answers = new Map<string, number>()
  return phrase => {
    const before = answers.get(phrase)
    if (before !== undefined) return before
    let bits = 0
    for (const {entity, kind} of lexicon.byName.lookup(phrase)) {
      const entityKind = lexicon.entities.get(entity)?.kind
      if (kind === 'demonym') bits |= demonym
      else if (entityKind === 'person') bits |= person
      else if (entityKind === 'state' || kind === 'seat') bits |= place
      else if (kind !== 'acronym') bits |= organisation
    }
    if (given.has(fold(phrase)) || lexicon.byName.surname(phrase).length) bits |= partOfPerson
    if (orgWords.has(fold(phrase))) bits |= organisationWord
    const places = gazetteer.named(phrase)
    if (places.length) bits |= Math.max(...places.map(({thousands}) => thousands)) >= 50 ? largePlace : place
    if (lexicon.placesNamed(phrase).length) bits |= largePlace
    if (answers.size >= mostKept) answers.clear()
    answers.set(phrase, bits)
    return bits
  }
}
