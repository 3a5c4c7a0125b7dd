import type {ReaderAnswer, Span} from '../../../model/index.ts'
import {themeOf, themeWords} from '../format.ts'

export const missedParts = [
  ['event', 'an act'],
  ['statement', 'something said'],
  ['figure', 'a number'],
] as const
export type MissedPart = (typeof missedParts)[number][0]

/** What stands in the form for something that was missed; texts as typed. */
export interface MissedDraft {
  readonly part: MissedPart
  /** Words out of those that were marked. */
  readonly words: string
  readonly event: string
  /** Empty: of no mode. */
  readonly mode: string
  /** PLOVER contexts in words, parted by commas. */
  readonly themes: string
  readonly actors: string
  readonly recipients: string
  readonly reality: string
  readonly first: string
  readonly last: string
  readonly place: string
  readonly speaker: string
  readonly cue: string
  readonly stance: string
  readonly act: string
  readonly about: string
  readonly what: string
  readonly low: string
  readonly high: string
  readonly approx: boolean
  readonly who: string
  readonly total: boolean
  /** Id of an event in its Doc; empty: of none. */
  readonly of: string
}

interface Marked {
  readonly span: Span
  readonly words: string
}

const saying = /\b(?:said|says|told|tells|added|warned|wrote|stated|argued|insisted|declared|announced|claimed|asked)\b/

/** The form filled with what the article tells around the marked words, so that a person changes and does not type. */
export function missedDraftOf({doc, reading, names}: ReaderAnswer, {span, words}: Marked): MissedDraft {
  const sentence = reading.sentences.find(({start, end}) => start <= span.start && span.start < end) ?? span
  const near = reading.mentions.filter(each => each.sense === 'actor' && meet(each.span, sentence))
  const named = (of: readonly (typeof near)[number][]) =>
    [...new Set(of.flatMap(({entities, all}) => (all ? entities : entities.slice(0, 1))))]
      .map(id => (id.startsWith('~') ? id : (names[id] ?? id)))
      .join(', ')
  const marked = near.filter(each => meet(each.span, span))
  const day = reading.days.find(each => each.kind === 'day' && meet(each.span, sentence) && each.first && each.last)
  const outside = `${doc.text.slice(sentence.start, span.start)} ${doc.text.slice(span.end, Math.max(span.end, sentence.end))}`
  const [low = '', high = low] = (words.match(/\d[\d,. ]*\d|\d/g) ?? []).map(each => each.replace(/[, ]/g, ''))
  // A long stretch is what somebody says more often than an act; a number is a number.
  const part = /^\D{0,12}\d[\d,.]*\D{0,3}$/.test(words) ? 'figure' : /[“"«„]/.test(words) ? 'statement' : 'event'
  return {
    part,
    words,
    event: 'CONSULT',
    mode: '',
    themes: (reading.events.find(each => meet(each.evidence.span, sentence))?.contexts ?? [])
      .map(themeWords)
      .join(', '),
    actors: named(near.slice(0, 1)),
    recipients: named(near.filter(({entities}) => entities[0] !== near[0].entities[0]).slice(-1)),
    reality: 'occurred',
    first: day?.first ?? '',
    last: day?.last ?? '',
    place: '',
    speaker: named(near.filter(each => !meet(each.span, span)).slice(0, 1)),
    cue: saying.exec(outside)?.[0] ?? '',
    stance: 'neither',
    act: 'other',
    about: named(marked),
    what: 'killed',
    low,
    high,
    approx: /\b(?:about|around|some|nearly|almost|roughly|over|more than|at least)\b/i.test(words),
    who: '',
    total: false,
    of: reading.events.find(each => meet(each.evidence.span, sentence))?.id ?? '',
  }
}

/** What is sent, or `null` while a part is missing or the words do not stand in what is marked. */
export function missedGivenOf(draft: MissedDraft, doc: string, marked: Marked): {[name: string]: unknown} | null {
  const at = draft.words.trim() === '' ? -1 : marked.words.indexOf(draft.words.trim())
  if (at < 0) return null
  const start = marked.span.start + at
  const base = {kind: 'add', doc, start, end: start + draft.words.trim().length, part: draft.part}
  switch (draft.part) {
    case 'event': {
      const {event, mode, reality, first, last, place} = draft
      return {
        ...base,
        event,
        mode: mode || null,
        contexts: namesIn(draft.themes).map(themeOf),
        actors: namesIn(draft.actors),
        recipients: namesIn(draft.recipients),
        reality,
        first: first || null,
        last: first === '' ? null : last || first,
        place: place.trim() || null,
      }
    }
    case 'statement': {
      const {speaker, cue, stance, act} = draft
      return {
        ...base,
        speaker: speaker.trim() || null,
        cue: cue.trim() || null,
        stance,
        act,
        about: namesIn(draft.about),
      }
    }
    case 'figure': {
      const {what, approx, total, of, who} = draft
      const low = numberOf(draft.low)
      if (low === null) return null
      const high = numberOf(draft.high) ?? low
      return {...base, what, low, high, approx, total, who: who.trim() || null, of: of === '' ? null : `${doc}/${of}`}
    }
  }
}

/** Names parted by commas; those in brackets part nothing: `~Ada (person, KEN)`. */
export const namesIn = (words: string): string[] =>
  words
    .split(/,(?![^(]*\))/)
    .map(name => name.trim())
    .filter(Boolean)

function numberOf(words: string): number | null {
  const digits = words.replace(/[, ]/g, '')
  return digits !== '' && Number.isFinite(Number(digits)) ? Number(digits) : null
}

const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end
