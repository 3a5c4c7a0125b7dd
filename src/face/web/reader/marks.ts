import type {ReaderAnswer, Reading} from '../../../model/index.ts'
import {proseOf} from '../format.ts'
import type {PartMark} from '../evidence/marked.tsx'

/** A mark of one record of the Doc (`ev_3`, `st_1`), or of none, as a flag is. */
export interface RecordMark extends PartMark {
  readonly record: string | null
}

/** Every mark that the reading puts on the text. */
export function marksOf({reading, names}: Pick<ReaderAnswer, 'reading' | 'names'>): RecordMark[] {
  const named = (id: string | null) => (id === null ? '' : (names[id] ?? id.replace(/^~/, '')))
  const marks: RecordMark[] = []
  const figures = new Map(reading.figures.map(f => [f.id, f]))
  for (const event of reading.events) {
    const add = (part: RecordMark['part'], span: RecordMark['span'], label: string) =>
      marks.push({record: event.id, part, span, label})
    for (const party of event.actors) add('actor', party.span, named(party.entity))
    for (const party of event.recipients) add('recipient', party.span, named(party.entity))
    add('cue', event.evidence.cue, event.event)
    if (event.occurred) add('day', event.occurred.span, event.occurred.first ?? '')
    if (event.place) add('place', event.place.span, event.place.name)
    for (const id of event.figures) {
      const figure = figures.get(id)
      if (figure) add('figure', figure.span, figure.what)
    }
  }
  for (const statement of reading.statements) {
    const add = (part: RecordMark['part'], span: RecordMark['span'] | null, label: string) => {
      if (span !== null) marks.push({record: statement.id, part, span, label})
    }
    const speaker = named(statement.source.entity)
    for (const span of statement.content) add('content', span, speaker)
    add('source', statement.source.span, speaker)
    add('cue', statement.cue, statement.act)
  }
  const counted = new Set(reading.events.flatMap(event => event.figures))
  for (const {id, span, what} of reading.figures)
    if (!counted.has(id)) marks.push({record: null, part: 'figure', span, label: `${what}, of no act`})
  for (const flag of reading.flags)
    marks.push({record: null, part: 'flag', span: flag.span, label: proseOf(flag.message)})
  return marks
}

/** A mark for every mention, saying who may be meant and by what it was known: `Pakistan (pronoun)`. */
export function mentionMarks({reading, names}: Pick<ReaderAnswer, 'reading' | 'names'>): RecordMark[] {
  return reading.mentions.map(({span, entities, all, reason, sense}) => {
    const who = entities.map(id => names[id] ?? id.replace(/^~/, '')).join(all ? ' and ' : ' or ')
    return {
      record: null,
      part: 'mention',
      span,
      label: `${who === '' ? 'nobody known' : who} (${reason.replace(/-/g, ' ')}${sense === 'place' ? ', a place' : ''})`,
    }
  })
}

export interface SentenceRecords {
  readonly sentence: number
  readonly records: readonly string[]
}

/** The sentences that hold records, in the order of the text, with their records in the order of their cues. */
export function recordsBySentence(reading: Omit<Reading, 'doc'>): SentenceRecords[] {
  const bySentence = new Map<number, {at: number; id: string}[]>()
  const add = (sentence: number, at: number, id: string) => {
    const there = bySentence.get(sentence) ?? []
    there.push({at, id})
    bySentence.set(sentence, there)
  }
  for (const event of reading.events) add(event.sentence, event.evidence.cue.start, event.id)
  for (const s of reading.statements) add(s.sentence, s.cue?.start ?? s.content[0]?.start ?? 0, s.id)
  return [...bySentence.entries()]
    .sort(([a], [b]) => a - b)
    .map(([sentence, there]) => ({
      sentence,
      records: there.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)).map(r => r.id),
    }))
}
