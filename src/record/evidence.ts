import type {CodedEvent, Doc, Evidence, MarkPart, Reading, Span, Statement, Versions} from '../model/index.ts'

/** Evidence as stored: its Doc is added when it is shown. */
export type StoredEvidence = Omit<Evidence, 'doc' | 'sha256'>

type Mark = Evidence['marks'][number]
type Link = Evidence['chain'][number]

export const wordsAt = (doc: Doc, {start, end}: Span) => doc.text.slice(start, end)

export const versionsText = ({reader, lexicon, model}: Versions) =>
  `reader ${reader} · lexicon ${lexicon} · model ${model}`

/** Display name of an entity of the reading. */
export function nameIn(reading: Reading, id: string): string {
  return reading.entities.find(entity => entity.id === id)?.name ?? id
}

export function evidenceOfEvent(reading: Reading, event: CodedEvent): StoredEvidence {
  const said = reading.statements.find(statement => statement.id === event.statement)
  const marks: Mark[] = [mark(event.evidence.cue, 'cue', event.mode ? `${event.event} · ${event.mode}` : event.event)]
  for (const {entity, span} of event.actors) marks.push(mark(span, 'actor', nameIn(reading, entity)))
  for (const {entity, span} of event.recipients) marks.push(mark(span, 'recipient', nameIn(reading, entity)))
  if (event.occurred) marks.push(mark(event.occurred.span, 'day', daysText(event.occurred)))
  if (event.place) marks.push(mark(event.place.span, 'place', event.place.name))
  for (const id of event.figures) {
    const figure = reading.figures.find(each => each.id === id)
    if (figure) marks.push(mark(figure.span, 'figure', figure.what))
  }
  if (said?.source.span) marks.push(mark(said.source.span, 'source', sourceName(reading, said) ?? 'source'))
  return {
    ...around(reading, event.evidence.span),
    marks: sorted(marks),
    chain: [...(said ? saidBy(reading, said) : []), ...printedBy(reading.doc)],
    rule: event.evidence.rule,
    versions: versionsText(reading.versions),
  }
}

export function evidenceOfStatement(reading: Reading, statement: Statement): StoredEvidence {
  const marks: Mark[] = statement.content.map(span => mark(span, 'content', statement.form))
  if (statement.cue) marks.push(mark(statement.cue, 'cue', statement.act))
  if (statement.source.span)
    marks.push(mark(statement.source.span, 'source', sourceName(reading, statement) ?? statement.source.kind))
  return {
    ...around(reading, spanOfStatement(statement)),
    marks: sorted(marks),
    chain: [...saidBy(reading, statement), ...printedBy(reading.doc)],
    rule: `${statement.form} speech`,
    versions: versionsText(reading.versions),
  }
}

/** From the first to the last of its words, source and cue included when they stand in the same sentence. */
export function spanOfStatement(statement: Statement): Span {
  const start = Math.min(...statement.content.map(span => span.start))
  const end = Math.max(...statement.content.map(span => span.end))
  return {start, end}
}

/** Name of the speaker, or the words that stand for one. */
export function sourceName(reading: Reading, {source}: Statement): string | null {
  if (source.entity) return nameIn(reading, source.entity)
  return source.span ? wordsAt(reading.doc, source.span) : null
}

/** The words with what stands around them: their own sentences and the neighbours in the same paragraph. */
function around({doc, sentences}: Reading, span: Span): Pick<StoredEvidence, 'span' | 'words' | 'before' | 'after'> {
  const block = doc.blocks.find(({span: {start, end}}) => start <= span.start && span.start < end)?.span
  const from = block?.start ?? 0
  const to = Math.max(block?.end ?? doc.text.length, span.end)
  const near = sentences.filter(({start, end}) => start >= from && end <= to)
  const first = near.findLastIndex(({start}) => start <= span.start)
  const last = near.findIndex(({end}) => end >= span.end)
  const start = Math.min(span.start, near[Math.max(0, first - 1)]?.start ?? from)
  const end = Math.max(span.end, near[last < 0 ? near.length - 1 : Math.min(near.length - 1, last + 1)]?.end ?? to)
  return {
    span: {start: span.start, end: span.end},
    words: wordsAt(doc, span),
    before: doc.text.slice(start, span.start),
    after: doc.text.slice(span.end, end),
  }
}

function saidBy(reading: Reading, statement: Statement): Link[] {
  const {outlet, span} = statement.channel
  const name = outlet ? nameIn(reading, outlet) : span ? wordsAt(reading.doc, span) : null
  return [
    {link: 'speaker', name: sourceName(reading, statement)},
    {link: 'outlet', name},
  ]
}

function printedBy(doc: Doc): Link[] {
  const links: Link[] = [{link: 'published-by', name: doc.outlet}]
  if (doc.republisher) links.push({link: 'republisher', name: doc.republisher})
  if (doc.translator) links.push({link: 'translator', name: doc.translator})
  return links
}

/** `2021-08-26`, `2021-08-01 – 2021-08-31`, `before 1988-04-14`. */
export function daysText({first, last}: {readonly first: string | null; readonly last: string | null}): string {
  if (first === null) return last === null ? 'day not told' : `until ${last}`
  if (last === null) return `since ${first}`
  return first === last ? first : `${first} – ${last}`
}

const mark = ({start, end}: Span, part: MarkPart, label: string): Mark => ({span: {start, end}, part, label})

function sorted(marks: readonly Mark[]): Mark[] {
  const seen = new Set<string>()
  return [...marks]
    .sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end || (a.part < b.part ? -1 : 1))
    .filter(({span, part, label}) => {
      const key = `${span.start} ${span.end} ${part} ${label}`
      return !seen.has(key) && seen.add(key)
    })
}
