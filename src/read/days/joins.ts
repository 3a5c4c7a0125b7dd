import {dayOf, numberOf} from './calendar.ts'
import {type Found, type Meaning, meaning as meaningOf, move, type Setting} from './meaning.ts'
import {awayFrom} from './relative.ts'

/** A phrase with its meaning at its place in the text. */
export interface Placed {
  readonly found: Found
  readonly start: number
  readonly end: number
  readonly meaning: Meaning
}

const joint = /^,?\s*(?:to|until|till|til|through|[-–—~])\s*(?:the\s+)?$/i
const andJoint = /^\s*(?:and|to|[-–—])\s*(?:the\s+)?$/i

/** "from 1979 to 1988", "between April and June 2019", "3 May to 5 June": two days that bound one interval. */
export function range(text: string, a: Placed, b: Placed, setting: Setting): Placed | null {
  if (a.meaning.kind !== 'day' || b.meaning.kind !== 'day') return null
  const between = text.slice(a.end, b.start)
  const lead = /(?:^|[^\p{L}])(from|between)\s+(?:the\s+)?$/iu.exec(text.slice(Math.max(0, a.start - 16), a.start))
  const between2 = lead !== null && /between/i.test(lead[1])
  if (!(between2 ? andJoint : joint).test(between)) return null
  // Without "from", only two exact days make a stretch: "3 May to 5 June".
  if (!lead && !(a.meaning.precision === 'day' && b.meaning.precision === 'day' && between !== '')) return null
  // The year told with the second day holds for both.
  const inYear = a.found.year === undefined && b.found.year !== undefined
  const first = inYear ? a.found.mean({...setting, year: {value: b.found.year!, id: ''}}) : a.meaning
  if (!first?.first) return null
  let second = b.meaning
  if (!second.last || first.first > second.last) {
    // "from next Monday to Friday": the second is the next one after the first.
    const after = b.found.mean({...setting, published: numberOf(first.first), lean: 'future'})
    if (b.found.year !== undefined || !after?.last || after.last < first.first) return null
    second = after
  }
  const meaning: Meaning = {
    ...second,
    first: first.first,
    last: second.last,
    precision: first.precision,
    approx: first.approx || second.approx,
    timex: first.timex && second.timex ? `${first.timex}/${second.timex}` : null,
  }
  return {found: {...a.found, end: b.end, year: b.found.year}, start: a.start, end: b.end, meaning}
}

const lasting = /(?:^|[^\p{L}])(?:for|in|over|within|lasted|lasting|of|took|spent|every|each)\s+(?:\p{L}+\s+){0,2}$/iu

/** "two weeks after 3 May", "three days before the 2015 vote", "two months from tomorrow": counted from the day that follows. */
export function hung(text: string, a: Placed, b: Placed): Placed | null {
  const {size} = a.found
  const {first, last, kind} = b.meaning
  if (!size || kind !== 'day' || first === null || last === null || a.meaning.first !== null) return null
  const way = /(before|after|from|following|prior to)\s+(?:the\s+)?$/i.exec(text.slice(a.start, b.start))
  if (!way || text.slice(a.end, b.start).length > way[0].length + 2) return null
  if (lasting.test(text.slice(Math.max(0, a.start - 24), a.start))) return null
  const back = /before|prior/i.test(way[1])
  const from = numberOf(back ? first : last)
  const exact = b.meaning.precision === 'day'
  const anchor = {to: 'phrase', day: exact ? dayOf(from) : null} as const
  const count = back ? -size.count : size.count
  // From an exact day, so many days, weeks or months lead to an exact one.
  const at = move(from, size.unit, count)
  const away =
    exact && /^(?:day|week|month)$/.test(size.unit) && Number.isInteger(size.count)
      ? meaningOf({first: at, last: at}, 'day', dayOf(at), {anchor, approx: b.meaning.approx})
      : awayFrom(from, size.unit, count, a.meaning.approx, {anchor})
  // "more than two weeks before": one bound alone is told.
  const open = /^(?:more than|over|at least)\b/i.test(text.slice(a.start, a.end))
  const meaning = open ? {...away, ...(back ? {first: null} : {last: null})} : away
  return {found: {...a.found, end: b.end, size: undefined, year: b.found.year}, start: a.start, end: b.end, meaning}
}
