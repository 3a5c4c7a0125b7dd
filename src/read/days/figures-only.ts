import {dayOf, isDay, toNumber} from './calendar.ts'
import {dayInYear} from './absolute.ts'
import {type Kind, type Meaning, meaning} from './meaning.ts'
import {gap, monthOf, monthPattern, pattern, weekdayPattern} from './words.ts'

function exact(year: number, month: number, day: number): (() => Meaning) | null {
  if (!isDay(year, month, day)) return null
  const n = toNumber(year, month, day)
  return () => meaning({first: n, last: n}, 'day', dayOf(n))
}

/** "23/Sep/2020", "2019/aug/01", "2020-Sep-23", "23-2020-September" */
export const namedMonthFigures: Kind = {
  name: 'named-month-figures',
  pattern: pattern(
    `(?:(?<d1>[0-3]?\\d)(?<sep1>[-/.])(?<m1>${monthPattern})\\k<sep1>(?<year>(?:19|20)\\d{2})|(?<year2>(?:19|20)\\d{2})(?<sep2>[-/.])(?<m2>${monthPattern})\\k<sep2>(?<d2>[0-3]?\\d)|(?<d3>[0-3]?\\d)-(?<year3>(?:19|20)\\d{2})-(?<m3>${monthPattern}))`,
  ),
  read: ({d1, d2, d3, m1, m2, m3, year, year2, year3}) =>
    exact(Number(year ?? year2 ?? year3), monthOf((m1 ?? m2 ?? m3)!), Number(d1 ?? d2 ?? d3)),
}

/** "20200701", "2020 07 01": eight figures that are a day, as in the names of files and cables. */
export const eightFigures: Kind = {
  name: 'eight-figures',
  pattern:
    /(?<![\p{L}\d])(?<year>(?:19|20)\d{2})(?<sep> ?)(?<month>0[1-9]|1[0-2])\k<sep>(?<day>0[1-9]|[12]\d|3[01])(?![\p{L}\d]|[ .,]\d)/gu,
  read: ({year, month, day}) => exact(Number(year), Number(month), Number(day)),
}

/** "2002-10-09" inside a name: "report-2002-10-09.html". */
export const isoInName: Kind = {
  name: 'iso-in-name',
  pattern:
    /(?<![\p{L}\d])(?<=[_-])(?<year>(?:19|20)\d{2})-(?<month>0[1-9]|1[0-2])-(?<day>0[1-9]|[12]\d|3[01])(?!\d|-\d)/gu,
  read: ({year, month, day}) => exact(Number(year), Number(month), Number(day)),
}

/** "Oct-2015", "Dec/2018", "2015-12" */
export const yearAndMonth: Kind = {
  name: 'year-and-month',
  pattern: pattern('(?<year>(?:19|20)\\d{2})[-/](?<month>0[1-9]|1[0-2])(?![-/\\d])'),
  read: ({year, month}) => {
    const [y, m] = [Number(year), Number(month)]
    const first = toNumber(y, m, 1)
    const last = (m === 12 ? toNumber(y + 1, 1, 1) : toNumber(y, m + 1, 1)) - 1
    return () => meaning({first, last}, 'month', `${year}-${month}`)
  },
}

/** "from 10/25 to 01/25", "Friday 7/6", "next 5/12", "22/04": day and month in figures where the words around make it one. */
export const shortFigures: Kind = {
  name: 'short-figures',
  pattern: pattern(
    `(?:(?:(?<which>this|last|next)${gap})?${weekdayPattern},?${gap}|(?<which2>this|last|next)${gap}|(?<=(?:from|to|till|through|between|dated)${gap}))(?<a>0?[1-9]|[12]\\d|3[01])[/](?<b>0?[1-9]|[12]\\d|3[01])(?![/\\d.])`,
  ),
  read: ({which, which2, a, b}) => {
    const [first, second] = [Number(a), Number(b)]
    const [month, day] = first <= 12 ? [first, second] : [second, first]
    if (month > 12) return null
    const side = (which ?? which2)?.toLowerCase()
    return setting => {
      if (side === 'next' || side === 'last')
        return dayInYear(month, day, {...setting, year: null}, side === 'next' ? 'future' : 'past')
      return dayInYear(month, day, setting)
    }
  },
}
