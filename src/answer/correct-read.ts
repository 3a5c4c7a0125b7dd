import type {Lexicon} from '../lexicon/index.ts'
import {type Correction, type CorrectionChange, correctionKinds, eventCodes, type Maker} from '../model/index.ts'
import type {OpenRecord, Undoing} from '../record/index.ts'
import {daysIn, entitiesIn, modeIn, placeIn, realityIn} from './correct-parts.ts'
import {type Given, listIn, longest, oneOf, spanIn, textIn, wrong} from './given.ts'
import {missedIn} from './missed-read.ts'

/**
 * Reads a correction as a person gives it: `kind`, `by`, `at`, `why`, and what the kind needs: `record`; `event` and `mode`;
 * `entities` (ids or names); `reality` and `aspect`; `first` and `last`; `place` and `country`; `incidents`; `tellings`;
 * `doc`, `start` and `end`; `everywhere` of a mention; and for `add` what `missedIn` reads. Throws `usage/argument` naming the part, and `answer/unknown-entity`.
 */
export async function readCorrection(record: OpenRecord, lexicon: Lexicon, given: Given): Promise<Correction> {
  return {...makerIn(given), change: await changeIn(record, lexicon, given)}
}

/** Reads an undoing as a person gives it: `id`, `by`, `at`, `why`. */
export function readUndoing(given: Given): Undoing {
  return {...makerIn(given), id: textIn(given, 'id')}
}

function makerIn(given: Given): Maker {
  const at = textIn(given, 'at')
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.test(at))
    throw wrong('at', 'a moment such as 2025-03-06T14:22:40Z', at)
  return {by: textIn(given, 'by'), at, why: typeof given.why === 'string' ? given.why.slice(0, longest) : ''}
}

async function changeIn(record: OpenRecord, lexicon: Lexicon, given: Given): Promise<CorrectionChange> {
  const kind = oneOf(given, 'kind', correctionKinds)
  switch (kind) {
    case 'merge':
      return {kind, incidents: listIn(given, 'incidents')}
    case 'split':
      return {kind, tellings: listIn(given, 'tellings')}
    case 'chrome':
      return {kind, doc: textIn(given, 'doc'), span: spanIn(given)}
    case 'add':
      return {kind, doc: textIn(given, 'doc'), span: spanIn(given), missed: await missedIn(record, lexicon, given)}
    case 'mention': {
      const entities = await entitiesIn(record, lexicon, given, 'entities')
      const everywhere = given.everywhere === true
      return {kind, doc: textIn(given, 'doc'), span: spanIn(given), entities, ...(everywhere && {everywhere})}
    }
  }
  const id = textIn(given, 'record')
  switch (kind) {
    case 'confirm':
    case 'reject':
    case 'swap':
      return {kind, record: id}
    case 'type': {
      const event = oneOf(given, 'event', eventCodes)
      return {kind, record: id, event, mode: modeIn(lexicon, event, given.mode)}
    }
    case 'actor':
    case 'recipient':
      return {kind, record: id, entities: await entitiesIn(record, lexicon, given, 'entities')}
    case 'reality':
      return {kind, record: id, ...realityIn(given)}
    case 'day':
      return {kind, record: id, days: daysIn(given)}
    case 'place':
      return {kind, record: id, place: placeIn(lexicon, given)}
  }
}
