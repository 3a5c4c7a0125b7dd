import type {Day} from '../../model/index.ts'

/** Calendar steps over days as `YYYY-MM-DD`, in UTC, so that no time zone plays in. */
function shifted(day: Day, days: number): Day {
  return new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)) + days))
    .toISOString()
    .slice(0, 10)
}

export const dayAfter = (day: Day): Day => shifted(day, 1)
export const dayBefore = (day: Day): Day => shifted(day, -1)

export function lastDayOf(year: string, month: string): Day {
  return new Date(Date.UTC(Number(year), Number(month), 0)).toISOString().slice(0, 10)
}

/** The day after the one that lies so many months before, so that the months are whole: six months to 2025-11-04 begin on 2025-05-05. */
export function monthsBefore(day: Day, months: number): Day {
  const at = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months
  const [year, month] = [String(Math.floor(at / 12)).padStart(4, '0'), String((at % 12) + 1).padStart(2, '0')]
  const end = lastDayOf(year, month)
  const same = `${year}-${month}-${day.slice(8, 10)}`
  return dayAfter(same < end ? same : end)
}
