import type {CodedEvent, CorrectionEntry, CorrectionState, Reading, Span} from '../../model/index.ts'
import {findEvent, findStatement, findWords, meet} from './anchor.ts'
import {withAdded} from './added.ts'
import {fieldsOf, withEntities, withFields} from './fields.ts'
import {withMeant} from './meant.ts'
import type {Outcome} from './outcome.ts'

export interface Corrected {
  readonly reading: Reading
  /** Corrections of each event and statement, by its id in the reading. */
  readonly by: ReadonlyMap<string, readonly CorrectionEntry[]>
  /** What became of each correction, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** A reading as people have corrected it: those corrections of the log that hang on its snapshot, in their order. */
export function correct(asRead: Reading, entries: readonly CorrectionEntry[]): Corrected {
  const {sha256} = asRead.doc.snapshot
  const own = entries.filter(
    ({kind, anchors}) =>
      kind !== 'merge' && kind !== 'split' && kind !== 'undo' && anchors.some(anchor => anchor.sha256 === sha256),
  )
  const by = new Map<string, CorrectionEntry[]>()
  const outcomes = new Map<string, Outcome>()
  if (own.length === 0) return {reading: asRead, by, outcomes}
  const {reading, placed, meant} = completed(asRead, own)
  const events = new Map(reading.events.map(event => [event.id, event]))
  const statements = new Map(reading.statements.map(statement => [statement.id, statement]))
  const cut: Span[] = []
  const note = (entry: CorrectionEntry, id: string, moved: boolean) => {
    by.set(id, [...(by.get(id) ?? []), entry])
    outcomes.set(entry.id, {state: 'in-force', because: null, moved, records: [`${reading.doc.id}/${id}`]})
  }
  const lost = (entry: CorrectionEntry, state: CorrectionState, because: string) =>
    outcomes.set(entry.id, {state, because, moved: false, records: []})

  for (const entry of own) {
    const [anchor] = entry.anchors
    if (entry.kind === 'chrome') {
      const found = findWords(anchor, reading.doc.text)
      if (found.span === null) lost(entry, 'unanchored', found.why)
      else {
        cut.push(found.span)
        outcomes.set(entry.id, {state: 'in-force', because: null, moved: found.moved, records: [reading.doc.id]})
      }
      continue
    }
    if (entry.kind === 'mention') {
      const {state, because, moved, records} = meant.get(entry.id)!
      outcomes.set(entry.id, {state, because, moved, records: records.map(id => `${reading.doc.id}/${id}`)})
      for (const id of records) by.set(id, [...(by.get(id) ?? []), entry])
      continue
    }
    if (entry.kind === 'add') {
      const place = placed.get(entry.id)!
      if (place.record === null) lost(entry, 'unanchored', place.why)
      else note(entry, place.record, place.moved)
      continue
    }
    // Always looked for in the reading as it was read and added to, so that one correction does not hide the place of another.
    const found = anchor.part === 'event' ? findEvent(anchor, reading) : findStatement(anchor, reading)
    if (found.record === null) {
      lost(entry, found.state, found.why)
      continue
    }
    const {id} = found.record
    note(entry, id, found.moved)
    if (entry.kind === 'reject') {
      events.delete(id)
      statements.delete(id)
    } else {
      const event: CodedEvent | undefined = events.get(id)
      if (event && entry.after && !agrees(event, entry.after)) events.set(id, withFields(event, entry.after, entry.id))
    }
  }
  const stands = (...spans: readonly Span[]) => !cut.some(one => spans.some(span => meet(one, span)))
  const kept = reading.statements.filter(({id, content}) => statements.has(id) && stands(...content))
  const keptIds = new Set(kept.map(({id}) => id))
  const added = own.flatMap(({after}) => after?.entities ?? [])
  return {
    by,
    outcomes,
    reading: {
      ...reading,
      doc: {...reading.doc, cut: [...reading.doc.cut, ...cutsOf(reading, cut)]},
      entities: withEntities(reading.entities, added),
      mentions: reading.mentions.filter(({span}) => stands(span)),
      figures: reading.figures
        .filter(({span}) => stands(span))
        .map(figure => (figure.statement && !keptIds.has(figure.statement) ? {...figure, statement: null} : figure)),
      statements: kept,
      events: reading.events.flatMap(({id}) => {
        const event = events.get(id)
        if (!event || !stands(event.evidence.cue)) return []
        return event.statement && !keptIds.has(event.statement) ? [{...event, statement: null}] : [event]
      }),
      flags: reading.flags.filter(({span}) => stands(span)),
    },
  }
}

/** A reading in which its names mean whom people say, with what they found missing: what other corrections are of. */
export function completed(reading: Reading, entries: readonly CorrectionEntry[]) {
  const own = entries.filter(({anchors}) => anchors[0]?.sha256 === reading.doc.snapshot.sha256)
  const of = (wanted: CorrectionEntry['kind']) => own.filter(({kind}) => kind === wanted)
  const meant = withMeant(reading, of('mention'))
  return {...withAdded(meant.reading, of('add')), meant: meant.outcomes}
}

/** Whether an event says already what a correction says, so that confirming it changes nothing. */
function agrees(event: CodedEvent, fields: NonNullable<CorrectionEntry['after']>): boolean {
  const own = fieldsOf(event) as unknown as {readonly [field: string]: unknown}
  return Object.entries(fields).every(
    ([field, value]) => field === 'entities' || JSON.stringify(own[field]) === JSON.stringify(value),
  )
}

const cutsOf = ({doc}: Reading, spans: readonly Span[]) =>
  spans.map(({start, end}) => ({text: doc.text.slice(start, end), reason: 'other' as const, why: 'corrected by hand'}))
