import {dayOf, isDay, toNumber} from './calendar.ts'
import {dayInYear} from './absolute.ts'
import {type Kind, type Meaning, meaning, monthInterval, type Setting} from './meaning.ts'
import {dayPattern, gap, monthOf, monthPattern, ordinalOf, pattern} from './words.ts'

const to = `(?:${gap}?[-–—~]${gap}?|${gap}(?:to|until|till|through)${gap})`
const tail = `(?:(?:${gap}?,)?${gap}(?:(?:of|in)${gap})?(?<year>(?:1\\d|20)\\d{2})(?!\\d|:))?`

function days(month: number, from: number, till: number, year: number | null, setting: Setting): Meaning | null {
  if (till < from) return null
  if (year !== null) {
    if (!isDay(year, month, from) || !isDay(year, month, till)) return null
    const [first, last] = [toNumber(year, month, from), toNumber(year, month, till)]
    return meaning({first, last}, 'day', `${dayOf(first)}/${dayOf(last)}`)
  }
  const [a, b] = [dayInYear(month, from, setting), dayInYear(month, till, setting)]
  if (!a || !b) return null
  if (a.first === null || b.last === null) return a
  // Both ends lie in one year, whichever the first was put in.
  const last = a.first.slice(0, 4) + b.last.slice(4)
  return {...a, last, timex: `${a.first}/${last}`}
}

/** "November 18-19", "Aug. 3 to 12, 2019" */
export const monthDays: Kind = {
  name: 'month-days',
  pattern: pattern(
    `(?:from${gap}|between${gap})?(?<month>${monthPattern})${gap}(?<from>${dayPattern})(?:${to}|${gap}and${gap})(?<to>${dayPattern})${tail}`,
  ),
  read: ({month, from, to: till, year}) => {
    const [m, a, b] = [monthOf(month!), ordinalOf(from!), ordinalOf(till!)]
    return setting => days(m, a, b, year === undefined ? null : Number(year), setting)
  },
}

/** "3–12 September 2019", "between 3 and 12 of Sept" */
export const daysMonth: Kind = {
  name: 'days-month',
  pattern: pattern(
    `(?:(?:from|between)${gap})?(?:the${gap})?(?<from>${dayPattern})(?:${to}|${gap}and${gap})(?:the${gap})?(?<to>${dayPattern})${gap}(?:of${gap})?(?<month>${monthPattern})${tail}`,
  ),
  read: ({month, from, to: till, year}) => {
    const [m, a, b] = [monthOf(month!), ordinalOf(from!), ordinalOf(till!)]
    return setting => days(m, a, b, year === undefined ? null : Number(year), setting)
  },
}

/** "Jan-Feb 2017", "January to April 2015" */
export const monthsYear: Kind = {
  name: 'months-year',
  pattern: pattern(
    `(?:(?:from|between)${gap})?(?<from>${monthPattern})(?:${to}|${gap}and${gap})(?<to>${monthPattern})(?:${gap}?,)?${gap}(?:of${gap}|in${gap})?(?<year>(?:1\\d|20)\\d{2})(?!\\d)`,
  ),
  read: ({from, to: till, year}) => {
    const [a, b, y] = [monthOf(from!), monthOf(till!), Number(year)]
    const first = monthInterval(b >= a ? y : y - 1, a).first
    const last = monthInterval(y, b).last
    return () => meaning({first, last}, 'month', `${dayOf(first).slice(0, 7)}/${dayOf(last).slice(0, 7)}`)
  },
}
