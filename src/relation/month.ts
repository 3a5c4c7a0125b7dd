import type {Day, DayRange} from '../model/index.ts'

const zero = '0'.charCodeAt(0)

/** Months are counted from year 0: `2021-08` is 2021 × 12 + 7. */
export function monthNumber(day: Day): number {
  // Asked a million times for one page: digits are read without making strings of them.
  const year =
    day.charCodeAt(0) * 1000 + day.charCodeAt(1) * 100 + day.charCodeAt(2) * 10 + day.charCodeAt(3) - zero * 1111
  return year * 12 + day.charCodeAt(5) * 10 + day.charCodeAt(6) - zero * 11 - 1
}

/** `YYYY-MM` of a month number. */
export function monthName(month: number): string {
  return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
}

/** First and last month of a range that is bounded on both sides, else `null`. */
export function monthsOf(days: DayRange): {first: number; last: number} | null {
  if (days.first === null || days.last === null) return null
  return {first: monthNumber(days.first), last: monthNumber(days.last)}
}
