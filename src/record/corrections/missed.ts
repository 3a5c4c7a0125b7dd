import {
  type AddedRecord,
  type CorrectionChange,
  type CorrectionEntry,
  DetenteError,
  type Doc,
  type Entity,
  type EventFields,
  type Reading,
  type Span,
  type Statement,
  type TextAnchor,
} from '../../model/index.ts'
import {sentenceAt, withAdded} from './added.ts'
import {anchorEvent, anchorText, meet} from './anchor.ts'
import {completed} from './corrected.ts'
import {partyOf, stateOf} from './fields.ts'
import {mentionsAt, mentionsLike} from './meant.ts'

type Drafted = Pick<CorrectionEntry, 'anchors' | 'before' | 'after'>
type Adding = Extract<CorrectionChange, {readonly kind: 'add'}>
type Meaning = Extract<CorrectionChange, {readonly kind: 'mention'}>

/** The line of the log for a record that the reader missed. Throws `usage/argument` when the words cannot be it, or are it already. */
export function missed(asRead: Reading, entries: readonly CorrectionEntry[], {doc: id, span, missed}: Adding): Drafted {
  const reading = completed(asRead, entries).reading
  const {doc} = reading
  const drafted = draftOf(reading, trimmed(doc, span), missed, id)
  const probe = {id: 'cor_', kind: 'add', by: '', at: '', why: '', undoes: null, ...drafted} as CorrectionEntry
  const placed = withAdded(reading, [probe]).placed.get('cor_')
  const there = placed?.record
  if (there && !there.endsWith('_'))
    throw new DetenteError('usage/argument', `nothing to add: ${id}/${there} is read in these words already`, {
      hint: 'Correct that one where it says something else.',
    })
  return drafted
}

function draftOf(reading: Reading, span: Span, missed: Adding['missed'], id: string): Drafted {
  switch (missed.part) {
    case 'event':
      return ofEvent(reading, span, missed)
    case 'statement':
      return ofStatement(reading, span, missed)
    case 'figure':
      return ofFigure(reading, span, missed, id)
  }
}

function ofEvent(reading: Reading, cue: Span, missed: Adding['missed'] & {readonly part: 'event'}): Drafted {
  inOneSentence(reading, cue, 'an act')
  const {event, mode, contexts, actors, recipients, reality, aspect, days, place} = missed
  const after: EventFields = {
    event,
    mode,
    actors: actors.map(partyOf),
    recipients: recipients.map(partyOf),
    reality,
    aspect,
    days,
    place,
    added: {part: 'event', ...(contexts.length > 0 && {contexts})},
    entities: unique([...actors, ...recipients]),
  }
  return {anchors: [anchored(reading.doc, cue)], before: null, after}
}

function ofStatement(reading: Reading, span: Span, missed: Adding['missed'] & {readonly part: 'statement'}): Drafted {
  const {doc} = reading
  const content = quotedIn(doc, span)
  const cue = missed.cue === null ? null : cueNear(reading, missed.cue, span, content)
  const whole = hull([...content, ...(cue ? [cue] : [])])
  const {speaker, stance, act, about} = missed
  const sides = [...new Set(about.map(entity => stateOf(entity) ?? entity.id))].sort()
  const added: AddedRecord = {
    part: 'statement',
    source: speaker?.id ?? null,
    cue: cue && from(cue, whole),
    content: content.map(each => from(each, whole)),
    form: formOf(doc, content),
    stance,
    act,
    about: about.map(({id}) => id),
    dyad: sides.length === 2 ? [sides[0], sides[1]] : null,
  }
  const after = {added, entities: unique([...(speaker ? [speaker] : []), ...about])}
  return {anchors: [anchored(doc, whole)], before: null, after}
}

function ofFigure(
  reading: Reading,
  span: Span,
  missed: Adding['missed'] & {readonly part: 'figure'},
  id: string,
): Drafted {
  inOneSentence(reading, span, 'a number')
  const {what, low, high, approx, unit, total} = missed
  const who = missed.who === null ? null : nearest(reading, missed.who, span, 0, [span])
  const whole = hull([span, ...(who ? [who] : [])])
  const added: AddedRecord = {
    part: 'figure',
    what,
    low,
    high,
    approx,
    unit,
    total,
    number: from(span, whole),
    who: who && from(who, whole),
  }
  const anchors: TextAnchor[] = [anchored(reading.doc, whole)]
  if (missed.of !== null) {
    const event = reading.events.find(each => `${id}/${each.id}` === missed.of)
    if (!event) throw new DetenteError('usage/argument', `of: expected an event of ${id}, found ${missed.of}`)
    anchors.push(anchorEvent(reading, event))
  }
  return {anchors, before: null, after: {added}}
}

/** The line of the log that says whom a mention means. Throws `usage/argument` when nobody is read there, or just those. */
export function meant(
  asRead: Reading,
  entries: readonly CorrectionEntry[],
  {span, entities, everywhere}: Meaning,
): Drafted {
  const reading = completed(asRead, entries).reading
  const words = trimmed(reading.doc, span)
  const at = everywhere ? mentionsLike(reading, words) : mentionsAt(reading, words)
  if (at.length === 0)
    throw new DetenteError('usage/argument', 'nobody is read in these words, so that nobody else can be meant', {
      hint: 'Make the name known instead: `detente lexicon add`, or “Whom it names” in the article.',
    })
  const before = [...new Set(at.flatMap(each => each.entities))]
  const mean = [...new Set(entities.map(({id}) => id))]
  if (before.join() === mean.join())
    throw new DetenteError('usage/argument', 'nothing to change: it means that already')
  const anchor = anchored(reading.doc, everywhere ? words : hull(at.map(each => each.span)))
  const after = {mean, ...(everywhere && {everywhere}), entities: unique(entities)}
  return {anchors: [anchor], before: {mean: before}, after}
}

const anchored = (doc: Doc, span: Span): TextAnchor => ({...anchorText(doc, span), part: 'text'})
const from = ({start, end}: Span, whole: Span): Span => ({start: start - whole.start, end: end - whole.start})
const hull = (spans: readonly Span[]): Span => ({
  start: Math.min(...spans.map(({start}) => start)),
  end: Math.max(...spans.map(({end}) => end)),
})
const unique = (entities: readonly Entity[]) => [...new Map(entities.map(each => [each.id, each])).values()]

function trimmed({text}: Doc, {start, end}: Span): Span {
  const words = text.slice(start, end)
  const lead = words.length - words.trimStart().length
  if (words.trim() === '') throw new DetenteError('usage/argument', 'expected marked words, found blanks')
  return {start: start + lead, end: start + words.trimEnd().length}
}

function inOneSentence(reading: Reading, {start, end}: Span, what: string): void {
  if (sentenceAt(reading, start) !== sentenceAt(reading, end - 1))
    throw new DetenteError('usage/argument', `expected the words of ${what} in one sentence, found several sentences`, {
      hint: 'Mark fewer words.',
    })
}

const opening = '“«„"‘'
const closing = '”»“"’'

/** The quoted parts of marked words when they begin and end with marks of quotation, else all of them. */
function quotedIn({text}: Doc, span: Span): Span[] {
  const words = text.slice(span.start, span.end)
  if (!opening.includes(words[0]) || !closing.includes(words[words.length - 1]) || words.length < 3) return [span]
  const parts = [...words.matchAll(/[“«„"‘]((?:[^”»“"’]|’(?=\p{L}))+)[”»“"’]/gu)].map(({1: inner, index}) => ({
    start: span.start + index + 1,
    end: span.start + index + 1 + inner.length,
  }))
  const last = parts.at(-1)
  // Marks that do not pair are words like others.
  return parts[0]?.start === span.start + 1 && last?.end === span.end - 1
    ? parts
    : [{start: span.start + 1, end: span.end - 1}]
}

function formOf({text}: Doc, content: readonly Span[]): Statement['form'] {
  const quoted = content.every(
    ({start, end}) =>
      start > 0 && opening.includes(text[start - 1]) && end < text.length && closing.includes(text[end]),
  )
  if (quoted) return 'direct'
  return content.some(({start, end}) => /[“”«»„"]/.test(text.slice(start, end))) ? 'mixed' : 'indirect'
}

const cueNear = (reading: Reading, words: string, span: Span, content: readonly Span[]) =>
  nearest(reading, words, span, 1, content)

/** Where words stand nearest to others: in their sentences, or so many sentences beside them, and outside of these spans. */
function nearest(
  {doc, ...reading}: Reading,
  words: string,
  span: Span,
  beside: number,
  outside: readonly Span[],
): Span {
  const {sentences} = reading
  const first = sentences[Math.max(0, sentenceAt({doc, ...reading}, span.start) - beside)]?.start ?? 0
  const last = sentenceAt({doc, ...reading}, span.end - 1) + beside
  const end = sentences[Math.min(sentences.length - 1, last)]?.end ?? doc.text.length
  const places: Span[] = []
  for (
    let at = doc.text.indexOf(words, first);
    at >= 0 && at + words.length <= end;
    at = doc.text.indexOf(words, at + 1)
  )
    places.push({start: at, end: at + words.length})
  const away = (one: Span) => (one.start < span.start ? span.start - one.end : one.start - span.end)
  const [found] = places
    .filter(one => !outside.some(each => meet(each, one)))
    .sort((a, b) => away(a) - away(b) || a.start - b.start)
  if (!found)
    throw new DetenteError(
      'usage/argument',
      `expected words that stand beside the marked ones, found “${words}” nowhere there`,
    )
  return found
}
