import type {TextAnchor, CodedEvent, Doc, Reading, Span, Statement} from '../../model/index.ts'
import {spanOfStatement} from '../evidence.ts'

/** Code units kept on each side of the words. */
const around = 48

/** Where an anchor's words stand today, or why they cannot be pointed at. */
export type Found =
  | {readonly span: Span; readonly moved: boolean; readonly why: null}
  | {readonly span: null; readonly why: string}

export function anchorText(doc: Doc, span: Span): Omit<TextAnchor, 'part'> {
  return {
    sha256: doc.snapshot.sha256,
    span: {start: span.start, end: span.end},
    words: doc.text.slice(span.start, span.end),
    before: doc.text.slice(Math.max(0, span.start - around), span.start),
    after: doc.text.slice(span.end, span.end + around),
  }
}

export function anchorEvent({doc, events}: Reading, event: CodedEvent): TextAnchor {
  const {span, cue} = event.evidence
  const whole = {start: Math.min(span.start, cue.start), end: Math.max(span.end, cue.end)}
  return {
    ...anchorText(doc, whole),
    part: 'event',
    cue: {start: cue.start - whole.start, end: cue.end - whole.start},
    event: event.event,
    ...addedBy(event.id),
    n: events.filter(each => meet(each.evidence.cue, cue)).indexOf(event),
  }
}

export function anchorStatement({doc}: Reading, statement: Statement): TextAnchor {
  return {...anchorText(doc, spanOfStatement(statement)), part: 'statement', ...addedBy(statement.id)}
}

/** The correction that added a record, as its id tells. */
function addedBy(id: string): Pick<TextAnchor, 'added'> {
  const made = /^(?:ev|st)_([0-9a-f]{10})$/.exec(id)?.[1]
  return made === undefined ? {} : {added: `cor_${made}`}
}

/**
 * Finds an anchor's words in a text: where they stood; else at the one place where they stand, or where they stand between
 * the same words as before. Words that are gone, or that stand in several such places, are not found: nothing is moved by guess.
 */
export function findWords(anchor: TextAnchor, text: string): Found {
  const {words, span} = anchor
  const places: number[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
  if (places.length === 0) return {span: null, why: 'its words are no longer in the text'}
  const neighbours = (at: number) =>
    (text.slice(0, at).endsWith(anchor.before) ? 1 : 0) +
    (text.slice(at + words.length).startsWith(anchor.after) ? 1 : 0)
  const best = Math.max(...places.map(neighbours))
  const likeliest = places.filter(at => neighbours(at) === best)
  const at = likeliest.includes(span.start) ? span.start : likeliest.length === 1 ? likeliest[0] : null
  if (at === null) return {span: null, why: `its words stand in the text ${places.length} times`}
  return {span: {start: at, end: at + words.length}, moved: at !== span.start, why: null}
}

export type FoundRecord<T> =
  | {readonly record: T; readonly moved: boolean}
  | {readonly record: null; readonly state: 'unanchored' | 'not-read'; readonly why: string}

/** The event that is read today at an anchor's words. */
export function findEvent(anchor: TextAnchor, reading: Reading): FoundRecord<CodedEvent> {
  const added = addedIn(anchor, reading.events)
  if (added) return {record: added, moved: false}
  const found = findWords(anchor, reading.doc.text)
  if (found.span === null) return {record: null, state: 'unanchored', why: found.why}
  const {cue = {start: 0, end: anchor.words.length}} = anchor
  const at = {start: found.span.start + cue.start, end: found.span.start + cue.end}
  const there = reading.events.filter(({evidence}) => meet(evidence.cue, at))
  const alike = there.filter(({event}) => event === anchor.event)
  const record =
    there.length === 1 && (anchor.added === undefined || alike.length === 1)
      ? there[0]
      : alike.length === 1
        ? alike[0]
        : (alike.find(each => there[anchor.n ?? 0] === each) ?? null)
  if (record) return {record, moved: found.moved}
  const why = there.length === 0 ? 'no event is read in its words' : `${there.length} events are read in its words`
  return {record: null, state: 'not-read', why}
}

/** The statement that is read today at an anchor's words. */
export function findStatement(anchor: TextAnchor, reading: Reading): FoundRecord<Statement> {
  const added = addedIn(anchor, reading.statements)
  if (added) return {record: added, moved: false}
  const found = findWords(anchor, reading.doc.text)
  if (found.span === null) return {record: null, state: 'unanchored', why: found.why}
  const {span, moved} = found
  const there = reading.statements.filter(statement => meet(spanOfStatement(statement), span))
  const shared = (statement: Statement) => {
    const own = spanOfStatement(statement)
    const common = Math.min(own.end, span.end) - Math.max(own.start, span.start)
    return common / (own.end - own.start + span.end - span.start - common)
  }
  const [first, second] = there.sort((a, b) => shared(b) - shared(a) || (a.id < b.id ? -1 : 1))
  if (first && shared(first) >= 0.5 && (!second || shared(second) < shared(first))) return {record: first, moved}
  return {record: null, state: 'not-read', why: 'no such statement is read in its words'}
}

/** What a person added is found by its id; where the reader finds it by itself since, by its words. */
const addedIn = <T extends {readonly id: string}>({added}: TextAnchor, records: readonly T[]) =>
  added === undefined ? undefined : records.find(({id}) => id.endsWith(added.replace(/^cor/, '')))

export const meet = (a: Span, b: Span) => a.start < b.end && b.start < a.end
