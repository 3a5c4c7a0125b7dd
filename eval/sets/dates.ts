import type {DayReading} from '../../src/model/index.ts'
import {daysIn} from '../../src/read/days/find.ts'
import {dayOf, numberOf} from '../../src/read/days/calendar.ts'
import {splitsOf} from '../rows.ts'
import type {GoldSet, Score} from '../set.ts'

interface Timex {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly type: string
  /** TimeML: one value. */
  readonly value?: string
  /** Recognizers: every value that would be right. */
  readonly values?:
    | readonly {readonly timex?: string; readonly value?: string; readonly start?: string; readonly end?: string}[]
    | null
}

interface Row {
  readonly id: string
  readonly text: string
  readonly dct?: string
  readonly ref?: string
  readonly timexes: readonly Timex[]
}

/** Clock times without a day are no day expressions. */
const clockTypes = ['time', 'timerange', 'timezone']

const tidy = (timex: string) =>
  timex
    .replace(/-XX/g, '')
    .replace(/T.*$/, '')
    .replace(/(\d{3})X$/, '$1')
    .replace(/-W(\d)(?!\d)/, '-W0$1')

/** Values agree: the same TIMEX3 value without its time of day, or the same days. */
function agrees(gold: Timex, found: DayReading): boolean {
  if (gold.value !== undefined) return found.timex !== null && tidy(found.timex) === tidy(gold.value)
  return (gold.values ?? []).some(({timex, value, start, end}) => {
    if (found.kind !== 'day')
      return timex?.replace(/(?<=.)T\d.*$/, found.kind === 'set' ? '' : '$&') === found.timex || value === found.timex
    if (timex === 'PRESENT_REF') return found.timex === timex
    if (value !== undefined && /^\d{4}-\d\d-\d\d/.test(value)) return found.first === value.slice(0, 10)
    // A period's end is the first day after it; with open ends one bound decides.
    const last = end === undefined ? undefined : dayOf(numberOf(end.slice(0, 10)) - (/\d\d:/.test(end) ? 0 : 1))
    const starts = start === undefined || found.first === start.slice(0, 10)
    const ends =
      last === undefined || found.last === last || found.last === end!.slice(0, 10) || endsWith(found, end!, timex)
    return (start !== undefined || end !== undefined) && starts && ends
  })
}

/**
 * Recognizers end "from 2014 to 2018" on 1 January 2018, the first day of the last period; ours is the whole of it. A range written with both its ends
 * agrees when ours ends with the period that begins on theirs.
 */
function endsWith({last, precision}: DayReading, end: string, timex: string | undefined): boolean {
  if (last === null || !timex?.startsWith('(')) return false
  if (precision === 'year') return end.slice(5, 10) === '01-01' && last === `${end.slice(0, 4)}-12-31`
  return precision === 'month' && end.slice(8, 10) === '01' && last.slice(0, 7) === end.slice(0, 7)
}

function f1(hits: number, found: number, gold: number): number {
  return hits === 0 ? 0 : (2 * hits) / (found + gold)
}

/** Pairs gold and found expressions that overlap, one to one, in text order. */
export function pairUp(row: Row): {gold: Timex[]; found: DayReading[]; pairs: [Timex, DayReading][]} {
  const published = (row.dct ?? row.ref ?? '').slice(0, 10) || null
  const clocks = row.timexes.filter(timex => clockTypes.includes(timex.type))
  const gold = row.timexes.filter(timex => !clockTypes.includes(timex.type))
  const over = (a: {start: number; end: number}, b: {start: number; end: number}) => a.start < b.end && b.start < a.end
  const found = daysIn(row.text, {published}).filter(
    ({span}) => !clocks.some(clock => over(clock, span)) || gold.some(timex => over(timex, span)),
  )
  const used = new Set<DayReading>()
  const pairs: [Timex, DayReading][] = []
  for (const timex of gold) {
    const hit = found.find(reading => !used.has(reading) && over(timex, reading.span))
    if (!hit) continue
    used.add(hit)
    pairs.push([timex, hit])
  }
  return {gold, found, pairs}
}

export const dates: GoldSet = {
  name: 'dates',
  data: 'gold/dates',
  about:
    'Day expressions: strict and relaxed span F1; value F1 is relaxed F1 times the share of matched ones with the right value. Clock times without a day are left out; a range of years or months ends with the last of them.',
  async score(path) {
    const scores: Score[] = []
    for (const [split, rows] of splitsOf<Row>(path)) {
      let [golds, founds, strict, relaxed, right] = [0, 0, 0, 0, 0]
      for (const row of rows) {
        const {gold, found, pairs} = pairUp(row)
        golds += gold.length
        founds += found.length
        relaxed += pairs.length
        strict += pairs.filter(([timex, {span}]) => timex.start === span.start && timex.end === span.end).length
        right += pairs.filter(([timex, reading]) => agrees(timex, reading)).length
      }
      const f = f1(relaxed, founds, golds)
      const accuracy = relaxed === 0 ? 0 : right / relaxed
      scores.push(
        {
          measure: 'value F1',
          split,
          value: f * accuracy,
          detail: `${right} right of ${relaxed} matched; ${founds} found, ${golds} gold`,
        },
        {measure: 'relaxed span F1', split, value: f},
        {measure: 'strict span F1', split, value: f1(strict, founds, golds)},
      )
    }
    return scores
  },
}

export {agrees}
