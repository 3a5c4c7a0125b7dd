import type {Day, DayReading, Precision, Statement} from '../../model/index.ts'
import type {Work} from '../work.ts'
import {daysIn} from './find.ts'

/** Counted from the moment of speech: "ten days ago", "yesterday", "last week". */
const spoken =
  /\b(?:ago|yesterday|today|tonight|tomorrow|last\s+night|this\s+(?:morning|afternoon|evening|week|month|year)|(?:last|next|past|coming)\s+|from\s+now|now)\b/i

/**
 * Hangs relative days in somebody's words on those words: the day is counted from the day of speaking. Where the text does not
 * tell that day, a report's statements are taken as made about the day of publication; otherwise only a bound is kept.
 */
export function anchorDays(work: Work): void {
  work.days = work.days.map(reading => {
    const statement = relative(reading) ? holder(work, reading) : null
    if (!statement || !(statement.form === 'direct' || spoken.test(wordsOf(work, reading)))) return reading
    return onStatement(work, reading, statement)
  })
}

const relative = ({kind, anchor}: DayReading) => kind === 'day' && (anchor.to === 'published' || anchor.to === 'none')
const wordsOf = ({doc}: Work, {span}: DayReading) => doc.text.slice(span.start, span.end)

function holder(work: Work, {span}: DayReading): Statement | null {
  let found: Statement | null = null
  for (const statement of work.statements)
    if (statement.content.some(({start, end}) => start <= span.start && span.end <= end)) found = statement
  return found
}

function onStatement(work: Work, reading: DayReading, statement: Statement): DayReading {
  const saidOn = speakingDay(work, statement)
  const {id} = statement
  if (saidOn) {
    const [again] = daysIn(wordsOf(work, reading), {published: saidOn})
    if (again) return {...again, id: reading.id, span: reading.span, anchor: {to: 'statement', day: saidOn, id}}
  }
  const anchor = {to: 'statement', day: null, id} as const
  if (reading.first === null && reading.last === null) {
    const around = toldAround(work, reading, statement)
    if (around === null) return {...reading, anchor}
    if (around.precision === 'day') {
      const [again] = daysIn(wordsOf(work, reading), {published: around.first})
      if (again) return {...again, id: reading.id, span: reading.span, approx: true, anchor}
    }
    const year = around.first.slice(0, 4)
    return {...reading, first: `${year}-01-01`, last: `${year}-12-31`, precision: 'year', approx: true, anchor}
  }
  if (work.doc.kind === 'report') return {...reading, approx: true, anchor}
  // Spoken on or before the day of publication: a day counted back lies no later than counted from there.
  const {day} = work.doc.published
  const past = day !== null && reading.last !== null && reading.last <= day
  return {...reading, first: null, last: past ? reading.last : null, approx: true, anchor}
}

/**
 * The day or year in which the paragraph tells, when the sentence before names it: "In 2019 he thanked them. An official told Reuters
 * that the man was caught ten days ago." What is said then is taken as said about then.
 */
function toldAround(work: Work, reading: DayReading, statement: Statement): {first: Day; precision: Precision} | null {
  if (
    !/\b(?:ago|yesterday|today|tonight|last\s+(?:night|week|month)|this\s+(?:morning|week|month))\b/i.test(
      wordsOf(work, reading),
    )
  )
    return null
  const before = work.days.filter(({kind, span}) => kind === 'day' && span.end <= reading.span.start).at(-1)
  const {text} = work.doc
  if (!before?.first || !before.last || before.anchor.to !== 'said') return null
  if (/\n\s*\n/.test(text.slice(before.span.end, reading.span.start))) return null
  const sentence = work.trees.findIndex(tree => before.span.start < tree.sentence.end)
  if (sentence < statement.sentence - 1 || !before.last.startsWith(before.first.slice(0, 4))) return null
  return {first: before.first, precision: before.first === before.last ? before.precision : 'year'}
}

/** The day that stands beside the cue, outside of what is said: "said on Monday that …". */
export function speakingDay(work: Work, {cue, content, sentence}: Statement): string | null {
  if (!cue) return null
  const {start, end} = work.trees[sentence]?.sentence ?? cue
  const beside = work.days.find(
    ({span, kind, precision, first, last}) =>
      kind === 'day' &&
      precision === 'day' &&
      first !== null &&
      first === last &&
      span.start >= start &&
      span.end <= end &&
      span.start - cue.end < 60 &&
      cue.start - span.end < 60 &&
      !content.some(part => part.start <= span.start && span.end <= part.end),
  )
  return beside?.first ?? null
}
