import type {Lexicon} from '../lexicon/index.ts'
import {eventCodes, figureKinds, type Missed, speechActs, stances} from '../model/index.ts'
import type {OpenRecord} from '../record/index.ts'
import {contextsIn, daysIn, entitiesIn, modeIn, placeIn, realityIn} from './correct-parts.ts'
import {type Given, isGiven, oneOf, textIn, wrong} from './given.ts'

const parts = ['event', 'statement', 'figure'] as const

/**
 * Reads what the reader missed as a person tells it: `part`; of an event `event`, `mode`, `contexts`, `actors`, `recipients`, `reality`, `aspect`,
 * `first`, `last`, `place`, `country`; of a statement `speaker`, `cue`, `stance`, `act`, `about`; of a figure `what`, `low`, `high`,
 * `approx`, `unit`, `who`, `total`, `of`. Throws `usage/argument` naming the part, and `answer/unknown-entity`.
 */
export async function missedIn(record: OpenRecord, lexicon: Lexicon, given: Given): Promise<Missed> {
  const part = oneOf(given, 'part', parts)
  switch (part) {
    case 'event': {
      const event = oneOf(given, 'event', eventCodes)
      return {
        part,
        event,
        mode: modeIn(lexicon, event, given.mode),
        contexts: contextsIn(lexicon, given),
        actors: await entitiesIn(record, lexicon, given, 'actors'),
        recipients: await entitiesIn(record, lexicon, given, 'recipients'),
        ...realityIn({reality: 'occurred', ...given}),
        days: daysIn(given),
        place: placeIn(lexicon, given),
      }
    }
    case 'statement': {
      const [speaker = null] = isGiven(given.speaker)
        ? await entitiesIn(record, lexicon, {speaker: [textIn(given, 'speaker')]}, 'speaker')
        : []
      return {
        part,
        speaker,
        cue: wordsIn(given, 'cue'),
        stance: isGiven(given.stance) ? oneOf(given, 'stance', stances) : 'neither',
        act: isGiven(given.act) ? oneOf(given, 'act', speechActs) : 'other',
        about: await entitiesIn(record, lexicon, given, 'about'),
      }
    }
    case 'figure': {
      const low = numberIn(given, 'low')
      const high = isGiven(given.high) ? numberIn(given, 'high') : low
      if (high < low) throw wrong('high', `a number from ${low} on`, high)
      return {
        part,
        what: oneOf(given, 'what', figureKinds),
        low,
        high,
        approx: given.approx === true,
        unit: wordsIn(given, 'unit'),
        who: wordsIn(given, 'who'),
        total: given.total === true,
        of: wordsIn(given, 'of'),
      }
    }
  }
}

const wordsIn = (given: Given, name: string) => (isGiven(given[name]) ? textIn(given, name).trim() : null)

function numberIn(given: Given, name: string): number {
  const value = given[name]
  if (typeof value === 'number' && Number.isFinite(value) && value >= 0) return value
  throw wrong(name, 'a number of 0 or more', value)
}
