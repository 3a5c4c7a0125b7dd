import type {Day, DayRange} from '../model/index.ts'

/** Months are counted from year 0: `2021-08` is 2021 × 12 + 7. */
export function monthNumber(day: Day): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1
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
