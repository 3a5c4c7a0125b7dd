import type {
  AddedRecord,
  CodedEvent,
  CorrectionEntry,
  Figure,
  Party,
  Reading,
  Span,
  Statement,
} from '../../model/index.ts'
import {findEvent, findWords, meet} from './anchor.ts'
import {withFields} from './fields.ts'

/** What became of one record that a person added. */
export type Placed = {readonly record: string; readonly moved: boolean} | {readonly record: null; readonly why: string}

/** The reading with the records that people found missing, and where each of them is, by the id of its correction. */
export function withAdded(
  reading: Reading,
  entries: readonly CorrectionEntry[],
): {readonly reading: Reading; readonly placed: ReadonlyMap<string, Placed>} {
  const placed = new Map<string, Placed>()
  let whole = reading
  // A figure may count for an event that was itself added, at whatever place of the log.
  const ordered = [...entries].sort((a, b) => Number(isFigure(a)) - Number(isFigure(b)))
  for (const entry of ordered) {
    const found = findWords(entry.anchors[0], reading.doc.text)
    if (found.span === null) {
      placed.set(entry.id, {record: null, why: found.why})
      continue
    }
    const done = withOne(whole, entry, found.span)
    whole = done.reading
    placed.set(entry.id, {record: done.id, moved: found.moved})
  }
  return {reading: whole, placed}
}

const isFigure = ({after}: CorrectionEntry) => after?.added?.part === 'figure'

/** The id in its Doc of the record that a correction adds. */
export const addedId = (correction: string, part: AddedRecord['part']) =>
  `${{event: 'ev', statement: 'st', figure: 'fig'}[part]}_${correction.replace(/^cor_/, '')}`

function withOne(reading: Reading, entry: CorrectionEntry, at: Span): {reading: Reading; id: string} {
  const added = entry.after?.added ?? {part: 'event'}
  switch (added.part) {
    case 'event': {
      const event = eventAt(reading, entry, at)
      // A newer reader may find by itself what was missed: it is one telling, and says what the person said.
      const own = reading.events.find(each => sameTelling(each, event))
      const told = own
        ? {
            ...withFields(own, entry.after!, entry.id),
            contexts: [...new Set([...own.contexts, ...event.contexts])],
            figures: own.figures,
          }
        : event
      return {reading: {...reading, events: put(reading.events, told)}, id: told.id}
    }
    case 'statement': {
      const statement = statementAt(reading, added, addedId(entry.id, 'statement'), at.start)
      const own = reading.statements.find(each => sameContent(each, statement))
      const told = own ? {...statement, id: own.id, event: own.event, channel: own.channel} : statement
      return {reading: {...reading, statements: put(reading.statements, told)}, id: told.id}
    }
    case 'figure': {
      const figure = figureAt(reading, added, addedId(entry.id, 'figure'), at.start)
      const own = reading.figures.find(({span}) => meet(span, figure.span))
      const told = own ? {...figure, id: own.id} : figure
      const counted = entry.anchors[1] ? findEvent(entry.anchors[1], reading).record : null
      const events = reading.events.map(event =>
        event.id === counted?.id && !event.figures.includes(told.id)
          ? {...event, figures: [...event.figures, told.id]}
          : event,
      )
      return {reading: {...reading, events, figures: put(reading.figures, told)}, id: told.id}
    }
  }
}

/** Puts a record in the place of the one with its id, or behind them all. */
function put<T extends {readonly id: string}>(all: readonly T[], one: T): T[] {
  return all.some(({id}) => id === one.id) ? all.map(each => (each.id === one.id ? one : each)) : [...all, one]
}

function eventAt(reading: Reading, {id: correction, after}: CorrectionEntry, cue: Span): CodedEvent {
  const id = addedId(correction, 'event')
  const sentence = sentenceAt(reading, cue.start)
  const clause = reading.sentences[sentence] ?? cue
  const fields = after ?? {}
  const parties = (given: readonly Omit<Party, 'span'>[] = []) =>
    given.map(party => ({...party, span: printedNear(reading, party.entity, cue, sentence) ?? cue}))
  const bare: CodedEvent = {
    id,
    event: fields.event ?? 'CONSULT',
    mode: fields.mode ?? null,
    contexts: fields.added?.part === 'event' ? (fields.added.contexts ?? []) : [],
    cameo: null,
    actors: parties(fields.actors),
    recipients: parties(fields.recipients),
    occurred: null,
    place: null,
    figures: [],
    reality: {value: 'occurred', aspect: 'plain', claimed: null, denied: null, why: []},
    statement: saying(reading, cue),
    evidence: {
      span: {start: Math.min(clause.start, cue.start), end: Math.max(clause.end, cue.end)},
      cue,
      rule: `by hand: ${correction}`,
    },
    sentence,
  }
  const {reality, aspect, days, place} = fields
  const told = withFields(bare, {reality, aspect, days, place}, correction)
  const printed = reading.days.find(
    ({span, first, last}) => days && first === days.first && last === days.last && inside(span, clause),
  )
  return told.occurred && printed ? {...told, occurred: {...told.occurred, span: printed.span}} : told
}

function sameTelling(read: CodedEvent, added: CodedEvent): boolean {
  const ids = (parties: readonly Party[]) =>
    parties
      .map(({entity}) => entity)
      .sort()
      .join()
  return (
    read.event === added.event &&
    meet(read.evidence.cue, added.evidence.cue) &&
    ids(read.actors) === ids(added.actors) &&
    ids(read.recipients) === ids(added.recipients)
  )
}

function statementAt(
  reading: Reading,
  added: AddedRecord & {readonly part: 'statement'},
  id: string,
  from: number,
): Statement {
  const content = added.content.map(span => moved(span, from))
  const cue = added.cue && moved(added.cue, from)
  const sentence = sentenceAt(reading, content[0].start)
  const {source, about, dyad, form, stance, act} = added
  const near = cue ?? content[0]
  const named = source === null ? null : printedNear(reading, source, near, sentenceAt(reading, near.start), content)
  return {
    id,
    source: {entity: source, others: [], span: named, kind: source === null ? 'unknown' : 'named', role: null},
    cue,
    content,
    form,
    channel: {outlet: null, span: null, how: 'none'},
    about,
    dyad,
    stance,
    stanceCue: null,
    act,
    event: null,
    sentence,
  }
}

/** Whether most of the words of the one are those of the other. */
function sameContent(a: Statement, b: Statement): boolean {
  const size = (spans: readonly Span[]) => spans.reduce((sum, {start, end}) => sum + end - start, 0)
  const common = a.content.flatMap(one =>
    b.content.map(two => Math.min(one.end, two.end) - Math.max(one.start, two.start)),
  )
  const shared = common.reduce((sum, length) => sum + Math.max(0, length), 0)
  return shared * 2 > size(a.content) + size(b.content) - shared
}

function figureAt(
  reading: Reading,
  {what, low, high, approx, unit, total, number, who}: AddedRecord & {readonly part: 'figure'},
  id: string,
  from: number,
): Figure {
  const span = moved(number, from)
  return {
    id,
    span,
    what,
    low,
    high,
    approx,
    unit,
    who: who && moved(who, from),
    ...(total && {total}),
    statement: saying(reading, span),
    sentence: sentenceAt(reading, span.start),
  }
}

export const sentenceAt = ({sentences}: Reading, at: number) =>
  Math.max(
    0,
    sentences.findLastIndex(({start}) => start <= at),
  )

/** The statement in whose content these words stand, the innermost. */
function saying({statements}: Reading, span: Span): string | null {
  const around = statements.filter(({content}) => content.some(each => inside(span, each)))
  const length = ({content}: Statement) => content.reduce((sum, {start, end}) => sum + end - start, 0)
  return around.sort((a, b) => length(a) - length(b) || (a.id < b.id ? -1 : 1))[0]?.id ?? null
}

/** Where an entity is named in a sentence, nearest to these words and outside of others. */
function printedNear(
  {mentions}: Reading,
  entity: string,
  {start}: Span,
  sentence: number,
  outside: readonly Span[] = [],
): Span | null {
  const away = (span: Span) => Math.abs(span.start - start)
  const [nearest] = mentions
    .filter(each => each.sentence === sentence && each.entities.includes(entity))
    .map(({span}) => span)
    .filter(span => !outside.some(each => meet(each, span)))
    .sort((a, b) => away(a) - away(b) || a.start - b.start)
  return nearest ?? null
}

const moved = ({start, end}: Span, by: number): Span => ({start: start + by, end: end + by})
const inside = (inner: Span, outer: Span) => outer.start <= inner.start && inner.end <= outer.end
