import type {Day} from '../../model/index.ts'

/** Days since 1970-01-01 in the proleptic Gregorian calendar. Month is 1 to 12. */
export function toNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146097 + dayOfEra - 719468
}

/** Year, month and day of a day number. */
export function fromNumber(n: number): [year: number, month: number, day: number] {
  const z = n + 719468
  const era = Math.floor(z / 146097)
  const dayOfEra = z - era * 146097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const mp = Math.floor((5 * dayOfYear + 2) / 153)
  const month = mp < 10 ? mp + 3 : mp - 9
  return [yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - Math.floor((153 * mp + 2) / 5) + 1]
}

const two = (n: number) => String(n).padStart(2, '0')

/** `YYYY-MM-DD` of a day number. */
export function dayOf(n: number): Day {
  const [year, month, day] = fromNumber(n)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

/** Day number of `YYYY-MM-DD`. */
export function numberOf(day: Day): number {
  return toNumber(Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10)))
}

export function daysInMonth(year: number, month: number): number {
  return month === 12 ? 31 : toNumber(year, month + 1, 1) - toNumber(year, month, 1)
}

export function isDay(year: number, month: number, day: number): boolean {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** 1 Monday to 7 Sunday. */
export function weekday(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1
}

/** The same day of the month so many months on, or that month's last day. */
export function addMonths(n: number, months: number): number {
  const [year, month, day] = fromNumber(n)
  const index = year * 12 + month - 1 + months
  const y = Math.floor(index / 12)
  const m = index - y * 12 + 1
  return toNumber(y, m, Math.min(day, daysInMonth(y, m)))
}

/** ISO week and the year that it belongs to. */
export function isoWeek(n: number): [year: number, week: number] {
  const thursday = n + 4 - weekday(n)
  const [year] = fromNumber(thursday)
  return [year, Math.floor((thursday - toNumber(year, 1, 1)) / 7) + 1]
}

/** Day number of a day of the Solar Hijri calendar (Iran, Afghanistan), by the 33-year cycle: right from 1178 to 1633. */
export function fromSolarHijri(year: number, month: number, day: number): number {
  const leaps = (y: number) => {
    const cycle = Math.floor(y / 33)
    const rest = y - cycle * 33
    return cycle * 8 + [1, 5, 9, 13, 17, 22, 26, 30].filter(leap => leap < rest).length
  }
  const daysBefore = month <= 7 ? (month - 1) * 31 : 186 + (month - 7) * 30
  const newYear1404 = toNumber(2025, 3, 21)
  return newYear1404 + (year - 1404) * 365 + leaps(year) - leaps(1404) + daysBefore + day - 1
}

/** Day number of a day of the Islamic lunar calendar by the tabular rule: may be off by a day or two from what was observed. */
export function fromLunarHijri(year: number, month: number, day: number): number {
  const epoch = toNumber(622, 7, 19)
  return epoch + (year - 1) * 354 + Math.floor((3 + 11 * year) / 30) + Math.ceil(29.5 * (month - 1)) + day - 1
}
