import type {EntityId} from '../../model/index.ts'
import type {Chain} from './chain.ts'
import {peopleIn} from './discourse.ts'
import type {Unit} from './draft.ts'
import type {SentenceReader} from './sentence.ts'

/** "the Chechen president", "the Catalan leader": of the government that the people has within a state. */
export function regionOf(reader: SentenceReader, chain: Chain, unit: Unit): EntityId | null {
  return peopleIn(reader.discourse.lexicon, reader.text.slice(chain.start, unit.start))?.government ?? null
}

/** "the Chechen president", "the Tigray leader": of a people or place, and not of the state that the text is about. */
export function ofOthers(reader: SentenceReader, chain: Chain, unit: Unit): boolean {
  if (peopleIn(reader.discourse.lexicon, reader.text.slice(chain.start, unit.start))) return true
  return reader.unitAt[unit.first - 1]?.kind === 'run' && chain.first < unit.first
}

/** "the Tigray leader": a town or region has not the offices of its state. */
export const isOfPlace = ({discourse, text}: SentenceReader, {units}: Chain): boolean =>
  units.some(({kind, start, end}) => kind === 'run' && discourse.lexicon.placesNamed(text.slice(start, end)).length > 0)
