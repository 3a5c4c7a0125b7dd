import {keyOf, type Piece, piecesOf} from '../../lexicon/index.ts'
import type {Mention, PlaceReading, Span} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Work} from '../work.ts'
import {candidatesFor} from './candidates.ts'
import {resolveToponyms, type Toponym} from './resolve.ts'

/** Most pieces of a name: "Port of Spain", "San Miguel de Allende". */
const longest = 5
const joins = /^(?:[ \u00a0]|[-’'‘]|\. |, (?=D\.?C))$/

/** Every name of a place in the Doc with what it means: toponyms of the tables, also where they stand for a government, and demonyms of states. */
export function toponymsIn(work: Work): Toponym[] {
  const gazetteer = work.lexicon.gazetteer()
  const spans = namesIn(work)
  return resolveToponyms(work.doc.text, spans, work.lexicon, gazetteer).filter(({place}) => place !== null)
}

/** Fills `work.places`. */
export function findPlaces(work: Work): void {
  work.places = toponymsIn(work).map(toReading)
}

/** A resolved toponym as a reading: what it is, where it is, how exactly. */
function toReading({span, name, place}: Toponym): PlaceReading {
  if (!place) return {span, name, country: null, precision: 'unresolved', latitude: null, longitude: null}
  const {country, kind, latitude, longitude} = place
  const precision =
    kind === 'site' || kind === 'city' || kind === 'country'
      ? kind
      : kind === 'county' || kind === 'region' || kind === 'water'
        ? 'region'
        : 'unresolved'
  return {span, name, country: country === '' ? null : country, precision, latitude, longitude}
}

const described = new Set<Mention['reason']>(['pronoun', 'role-noun', 'role-on-that-day', 'group-noun', 'apposition'])
const places = new Set(['state', 'people', 'government'])

function namesIn(work: Work): Span[] {
  const {doc, lexicon, mentions, entities} = work
  const gazetteer = lexicon.gazetteer()
  // Names of people, bodies and outlets hold no place of their own; "the Turkish minister" does. August is a month before it is a town.
  const held = mentions
    .filter(
      ({reason, entities: ids, sense}) =>
        !described.has(reason) && sense !== 'place' && !places.has(entities.get(ids[0])?.kind ?? ''),
    )
    .map(({span, role}) => ({start: role && role.start === span.start ? role.end : span.start, end: span.end}))
  const taken = [...held, ...work.days.map(({span}) => span)]
  const spans: Span[] = []
  for (const tree of work.trees) {
    const {start, end} = tree.sentence
    const pieces = piecesOf(doc.text, start, end)
    for (let n = 0; n < pieces.length; n++) {
      if (!pieces[n].capital || taken.some(span => span.start <= pieces[n].start && pieces[n].start < span.end))
        continue
      const length = nameAt(n, pieces)
      if (length === 0) continue
      const span = {start: pieces[n].start, end: pieces[n + length - 1].end}
      if (!isWord(work, tree, span, pieces[n])) spans.push(span)
      n += length - 1
    }
  }
  return spans

  /** Number of pieces of the longest name of a place that begins here; 0: none does. */
  function nameAt(n: number, pieces: readonly Piece[]): number {
    let most = 1
    while (
      most < longest &&
      n + most < pieces.length &&
      joins.test(doc.text.slice(pieces[n + most - 1].end, pieces[n + most].start))
    )
      most++
    for (let length = most; length > 0; length--) {
      if (!pieces[n + length - 1].capital) continue
      const name = doc.text.slice(pieces[n].start, pieces[n + length - 1].end)
      if (keyOf(name).length < 2) continue
      const known = gazetteer.named(name).length > 0 || lexicon.placesNamed(name).length > 0
      if (known || lexicon.byName.lookup(name).some(({entity}) => lexicon.states.has(entity)))
        if (candidatesFor(name, lexicon, gazetteer).some(({prior}) => prior > 1)) return length
    }
    return 0
  }
}

/** Whether what looks like a small town is a common word at the start of its sentence, a given name or part of a longer name. */
function isWord({doc, lexicon, mentions}: Work, tree: Tree, {start, end}: Span, first: Piece): boolean {
  const token = tree.tokenAt(start)
  if (token < 0) return true
  const name = doc.text.slice(start, end)
  if (mentions.some(({span, sense}) => sense === 'place' && span.start <= start && end <= span.end)) return false
  const named = lexicon.byName.lookup(name)
  if (named.some(({entity}) => lexicon.states.has(entity))) return false
  const one = !/[\s-]/.test(name)
  if (one && tree.upos(token) !== 'PROPN') return true
  const likely = candidatesFor(name, lexicon, lexicon.gazetteer())[0]?.prior ?? 0
  if (likely >= 6.3) return false
  // The Taliban and NATO are bodies before they are towns.
  if (named.length > 0 && lexicon.placesNamed(name).length === 0) return true
  if (one && lexicon.givenNames.has(first.key)) return true
  // "Mr Lincoln", "Lincoln Chafee", "Chafee Lincoln": a name beside it in the same phrase makes it a person or a firm.
  const before = /(?:^|[\s("“])(\p{Lu}[\p{L}’'-]*\.?)\s$/u.exec(doc.text.slice(Math.max(0, start - 24), start))
  const after = /^\s(\p{Lu}[\p{L}’'-]+)/u.exec(doc.text.slice(end, end + 24))
  return before !== null || after !== null
}
