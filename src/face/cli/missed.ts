import type {Given} from '../../answer/index.ts'
import {DetenteError} from '../../model/index.ts'

/** Settings of `detente correct add`, by part, with what each is called in a request. */
const settings: {readonly [part: string]: readonly string[]} = {
  event: ['event', 'theme', 'actor', 'recipient', 'reality', 'aspect', 'day', 'place', 'country'],
  statement: ['speaker', 'cue', 'stance', 'act', 'about'],
  figure: ['figure', 'number', 'approx', 'unit', 'who', 'total', 'of'],
}

/**
 * What was missed, from `name=value` words: `event=ACCUSE/allege actor=Iran recipient=Israel day=2019-05-05`, `speaker=… cue=said
 * stance=for about=USA,PAK`, `figure=killed number=13 who=soldiers of=doc_…/ev_2`. Throws `usage/argument`.
 */
export function missedFrom(words: readonly string[]): Given {
  const given = new Map<string, string>()
  for (const word of words) {
    const [, name, value] = /^([a-z]+)=(.*)$/s.exec(word) ?? []
    if (name === undefined) throw wrong('name=value', word)
    given.set(name, value)
  }
  const part = given.has('event') ? 'event' : given.has('figure') ? 'figure' : 'statement'
  for (const name of given.keys())
    if (!settings[part].includes(name)) throw wrong(`one of ${settings[part].join(', ')} of a ${part}`, name)
  if (part === 'statement' && given.size === 0) throw wrong('event=…, speaker=… or figure=…', 'nothing')
  const text = (name: string) => given.get(name) ?? null
  const list = (name: string) =>
    (given.get(name) ?? '')
      .split(/,(?![^(]*\))/)
      .map(each => each.trim())
      .filter(Boolean)
  const [first = null, last = null] = given.get('day')?.split('..') ?? []
  const [event, mode = null] = given.get('event')?.split('/') ?? []
  switch (part) {
    case 'event':
      return {
        part,
        event: event?.toUpperCase(),
        mode,
        contexts: list('theme'),
        actors: list('actor'),
        recipients: list('recipient'),
        reality: text('reality') ?? 'occurred',
        aspect: text('aspect'),
        first,
        last,
        place: text('place'),
        country: text('country'),
      }
    case 'statement':
      return {
        part,
        speaker: text('speaker'),
        cue: text('cue'),
        stance: text('stance'),
        act: text('act'),
        about: list('about'),
      }
    default: {
      const [low, high] = (given.get('number') ?? '').split(/[-–]/).map(each => (each === '' ? null : Number(each)))
      return {
        part,
        what: given.get('figure'),
        low,
        high: high ?? low,
        approx: given.get('approx') === 'yes',
        unit: text('unit'),
        who: text('who'),
        total: given.get('total') === 'yes',
        of: text('of'),
      }
    }
  }
}

const wrong = (expected: string, found: string) =>
  new DetenteError('usage/argument', `expected ${expected}, found ${found}`, {
    hint: 'detente correct --help shows what each kind takes.',
  })
