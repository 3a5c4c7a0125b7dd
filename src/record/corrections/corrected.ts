import type {CodedEvent, CorrectionEntry, CorrectionState, Reading, Span} from '../../model/index.ts'
import {findEvent, findStatement, findWords, meet} from './anchor.ts'
import {fieldsOf, withEntities, withFields} from './fields.ts'

/** What became of one correction on one reading. */
export interface Outcome {
  readonly state: CorrectionState
  readonly because: string | null
  readonly moved: boolean
  /** Records that it changes. */
  readonly records: readonly string[]
}

export interface Corrected {
  readonly reading: Reading
  /** Corrections of each event and statement, by its id in the reading. */
  readonly by: ReadonlyMap<string, readonly CorrectionEntry[]>
  /** What became of each correction, by its id. */
  readonly outcomes: ReadonlyMap<string, Outcome>
}

/** A reading as people have corrected it: those corrections of the log that hang on its snapshot, in their order. */
export function correct(reading: Reading, entries: readonly CorrectionEntry[]): Corrected {
  const {sha256} = reading.doc.snapshot
  const own = entries.filter(
    ({kind, anchors}) =>
      kind !== 'merge' && kind !== 'split' && kind !== 'undo' && anchors.some(anchor => anchor.sha256 === sha256),
  )
  const by = new Map<string, CorrectionEntry[]>()
  const outcomes = new Map<string, Outcome>()
  if (own.length === 0) return {reading, by, outcomes}
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
    // Always looked for in the reading as it was read, so that one correction does not hide the place of another.
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

/** Whether an event says already what a correction says, so that confirming it changes nothing. */
function agrees(event: CodedEvent, fields: NonNullable<CorrectionEntry['after']>): boolean {
  const own = fieldsOf(event) as unknown as {readonly [field: string]: unknown}
  return Object.entries(fields).every(
    ([field, value]) => field === 'entities' || JSON.stringify(own[field]) === JSON.stringify(value),
  )
}

const cutsOf = ({doc}: Reading, spans: readonly Span[]) =>
  spans.map(({start, end}) => ({text: doc.text.slice(start, end), reason: 'other' as const, why: 'corrected by hand'}))
