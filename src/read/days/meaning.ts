import type {Anchor, DayReading, Precision} from '../../model/index.ts'
import {addMonths, dayOf, daysInMonth, fromNumber, isoWeek, toNumber, weekday} from './calendar.ts'
import type {Unit} from './words.ts'

/** What a phrase means, without its place in the text. */
export type Meaning = Omit<DayReading, 'id' | 'span'>

/** An interval of day numbers. */
export interface Interval {
  readonly first: number
  readonly last: number
}

/** What a phrase may be counted from. Days are day numbers. */
export interface Setting {
  readonly published: number | null
  /** The nearest day told before it in the same paragraph, or in the text. */
  readonly previous: (Interval & {readonly id: string; readonly precision: Precision}) | null
  /** The year that the telling is in, when it is an earlier one than that of publication, or publication is unknown. */
  readonly year: {readonly value: number; readonly id: string} | null
  /** Whether the verbs around it look back or ahead. */
  readonly lean: 'past' | 'future' | 'open'
}

/** A phrase found in the text, not yet given a day. */
export interface Found {
  readonly start: number
  readonly end: number
  /** `null`: no day expression after all. */
  readonly mean: (setting: Setting) => Meaning | null
  /** A year in the phrase itself. */
  readonly year?: number
  /** How long a stretch it names, when that can be counted from a day beside it: "two weeks" before 3 May. */
  readonly size?: {readonly unit: Unit; readonly count: number}
}

/** One kind of day expression: finds its phrases in a text. */
export interface Kind {
  readonly name: string
  readonly pattern: RegExp
  /** Reads one match; `null`: not of this kind. */
  readonly read: (
    groups: Readonly<Record<string, string | undefined>>,
    match: RegExpExecArray,
  ) => ((setting: Setting) => Meaning | null) | null
}

export const saidAnchor: Anchor = {to: 'said', day: null}
export const noAnchor: Anchor = {to: 'none', day: null}

export function publishedAnchor(setting: Setting): Anchor {
  return setting.published === null ? noAnchor : {to: 'published', day: dayOf(setting.published)}
}

interface More {
  readonly approx?: boolean
  readonly anchor?: Anchor
}

/** A point or interval on the calendar. */
export function meaning(
  interval: Interval | null,
  precision: Precision,
  timex: string | null,
  {approx = false, anchor = saidAnchor}: More = {},
): Meaning {
  return {
    first: interval ? dayOf(interval.first) : null,
    last: interval ? dayOf(interval.last) : null,
    precision,
    approx,
    anchor,
    kind: 'day',
    timex,
  }
}

/** A phrase that hangs on a day which nobody told. */
export function unanchored(precision: Precision, timex: string | null, approx = false): Meaning {
  return meaning(null, precision, timex, {approx, anchor: noAnchor})
}

export function span(kind: 'duration' | 'set', timex: string | null, precision: Precision, approx = false): Meaning {
  return {first: null, last: null, precision, approx, anchor: noAnchor, kind, timex}
}

export function yearInterval(year: number): Interval {
  return {first: toNumber(year, 1, 1), last: toNumber(year, 12, 31)}
}

export function monthInterval(year: number, month: number): Interval {
  return {first: toNumber(year, month, 1), last: toNumber(year, month, daysInMonth(year, month))}
}

/** The week, month, quarter, year, decade or century that a day lies in, `by` of them on. */
export function periodAround(day: number, unit: Unit, by: number): Interval {
  const [year, month] = fromNumber(day)
  if (unit === 'week') {
    const monday = day - weekday(day) + 1 + by * 7
    return {first: monday, last: monday + 6}
  }
  if (unit === 'month') {
    const [y, m] = fromNumber(addMonths(toNumber(year, month, 1), by))
    return monthInterval(y, m)
  }
  if (unit === 'quarter') {
    const first = addMonths(toNumber(year, Math.floor((month - 1) / 3) * 3 + 1, 1), by * 3)
    return {first, last: addMonths(first, 3) - 1}
  }
  if (unit === 'year') return yearInterval(year + by)
  const size = unit === 'decade' ? 10 : 100
  if (unit === 'decade' || unit === 'century') {
    const start = Math.floor(year / size) * size + by * size
    return {first: toNumber(start, 1, 1), last: toNumber(start + size - 1, 12, 31)}
  }
  return {first: day + by, last: day + by}
}

/** A day so many units before or after another; months and longer keep the day of the month. */
export function move(day: number, unit: Unit, by: number): number {
  if (unit === 'second' || unit === 'minute' || unit === 'hour') return day
  if (unit === 'day') return day + Math.round(by)
  if (unit === 'week') return day + Math.round(by * 7)
  const months = {month: 1, quarter: 3, year: 12, decade: 120, century: 1200}[unit]
  return addMonths(day, Math.round(by * months))
}

const pad = (n: number, size = 2) => String(n).padStart(size, '0')

/** The TIMEX3 value of the period that a day lies in. */
export function timexOf(day: number, unit: Unit): string {
  const [year, month] = fromNumber(day)
  if (unit === 'week') {
    const [weekYear, week] = isoWeek(day)
    return `${weekYear}-W${pad(week)}`
  }
  if (unit === 'month') return `${pad(year, 4)}-${pad(month)}`
  if (unit === 'quarter') return `${pad(year, 4)}-Q${Math.floor((month - 1) / 3) + 1}`
  if (unit === 'year') return pad(year, 4)
  if (unit === 'decade') return pad(Math.floor(year / 10), 3)
  if (unit === 'century') return pad(Math.floor(year / 100))
  return dayOf(day)
}

export function precisionOf(unit: Unit): Precision {
  if (unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'day') return 'day'
  if (unit === 'quarter') return 'season'
  return unit === 'century' ? 'era' : unit
}

export type Part = 'early' | 'mid' | 'late' | 'first-half' | 'second-half'

/** A part of an interval: its first, middle or last third, or a half. */
export function partOf({first, last}: Interval, part: Part): Interval {
  const length = last - first + 1
  const third = Math.round(length / 3)
  if (part === 'early') return {first, last: first + third - 1}
  if (part === 'late') return {first: last - third + 1, last}
  if (part === 'mid') return {first: first + third, last: last - third}
  const half = Math.round(length / 2)
  return part === 'first-half' ? {first, last: first + half - 1} : {first: first + half, last}
}

export const partPattern =
  '(?:(?:the\\s)?(?:(?:early|late|mid|end)(?:\\s(?:of|in)(?:\\sthe)?)?|(?:middle|beginning|start|first\\shalf|second\\shalf)\\s(?:of|in)(?:\\sthe)?)(?:\\s|-))'

export function partNamed(words: string | undefined): Part | null {
  if (!words) return null
  if (/first\s?half/i.test(words)) return 'first-half'
  if (/second\s?half/i.test(words)) return 'second-half'
  if (/early|beginning|start/i.test(words)) return 'early'
  return /mid/i.test(words) ? 'mid' : 'late'
}
