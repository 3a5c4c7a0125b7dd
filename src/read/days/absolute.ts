import {dayOf, fromNumber, isDay, numberOf, toNumber} from './calendar.ts'
import {
  type Interval,
  type Kind,
  type Meaning,
  meaning,
  periodAround,
  publishedAnchor,
  type Setting,
  timexOf,
  unanchored,
} from './meaning.ts'
import {nearest} from './nearest.ts'
import {toldYear} from './told-year.ts'
import {spokenYear, spokenYearPattern} from './spoken-year.ts'
import {dayPattern, gap, monthOf, monthPattern, ordinalOf, pattern, weekdayPattern} from './words.ts'

const two = (n: number) => String(n).padStart(2, '0')

function dayMeaning(year: number, month: number, day: number, approx = false): (() => Meaning) | null {
  if (!isDay(year, month, day)) return null
  const n = toNumber(year, month, day)
  return () => meaning({first: n, last: n}, 'day', dayOf(n), {approx})
}

/** `90` in "3 JAN 90" is of the century that ends nearest to now-ish reports: 00–49 are 20xx. */
function fullYear(words: string): number {
  const spoken = spokenYear(words)
  if (spoken !== null) return spoken
  const year = Number(words.replace(/\D/g, ''))
  if (words.replace(/\D/g, '').length > 2) return year
  return year < 50 ? 2000 + year : 1900 + year
}

/** A day and month without a year, in the year that fits the telling. */
export function dayInYear(month: number, day: number, setting: Setting, side?: 'past' | 'future'): Meaning | null {
  if (!isDay(2000, month, day)) return null
  const open = `XXXX-${two(month)}-${two(day)}`
  if (setting.year) {
    const {id} = setting.year
    const value = toldYear(month, day, setting)!
    if (!isDay(value, month, day)) return null
    const n = toNumber(value, month, day)
    const anchor = id === '' ? publishedAnchor(setting) : ({to: 'phrase', day: null, id} as const)
    return meaning({first: n, last: n}, 'day', dayOf(n), {anchor})
  }
  if (setting.published === null) return unanchored('day', open)
  const [year] = fromNumber(setting.published)
  const past = [year, year - 1, year - 2, year - 3, year - 4].find(
    y => isDay(y, month, day) && toNumber(y, month, day) <= setting.published!,
  )
  const future = [year, year + 1, year + 2, year + 3, year + 4].find(
    y => isDay(y, month, day) && toNumber(y, month, day) > setting.published!,
  )
  if (past === undefined || future === undefined) return unanchored('day', open)
  const y =
    (side ?? nearest(toNumber(past, month, day), toNumber(future, month, day), setting)) === 'past' ? past : future
  const n = toNumber(y, month, day)
  return meaning({first: n, last: n}, 'day', dayOf(n), {anchor: publishedAnchor(setting)})
}

/** "2021-08-26", "2021/8/26" */
export const iso: Kind = {
  name: 'iso',
  pattern: pattern('(?<year>(?:1\\d|20)\\d{2})(?<sep>[-/.])(?<month>\\d{1,2})\\k<sep>(?<day>\\d{1,2})(?![-/.]?\\d)'),
  read: ({year, month, day}) => dayMeaning(Number(year), Number(month), Number(day)),
}

/** "26/8/2021", "8/26/2021", "26.08.2021"; with full stops the day stands first, with strokes the American order is tried first. */
export const numeric: Kind = {
  name: 'numeric',
  pattern: pattern(
    '(?<a>\\d{1,2})(?<sep>[-/.])(?<b>\\d{1,2})\\k<sep>(?<year>(?:1\\d|20)\\d{2}|\\d{2})(?![/.]?\\d|-\\d+(?![-/]))',
  ),
  read: ({a, b, sep, year}) => {
    const [first, second, y] = [Number(a), Number(b), fullYear(year!)]
    const either = first <= 12 && second <= 12 && first !== second
    const monthFirst = dayMeaning(y, first, second, either)
    const dayFirst = dayMeaning(y, second, first, either)
    return sep === '.' ? (dayFirst ?? monthFirst) : (monthFirst ?? dayFirst)
  },
}

const yearTail = `(?:(?:${gap}?,)?(?:${gap}|${gap}?,${gap}?)(?:(?:of|in)${gap})?(?<year>(?:1\\d|20)\\d{2}(?![\\d:]|,\\d)|'\\d{2}(?!\\d)|${spokenYearPattern}(?![a-z]))|(?:${gap})(?<short>[4-9]\\d)(?![\\d:.,%-])|${gap}(?:of|in)${gap}(?<short2>[4-9]\\d)(?![\\d:.,%-]))?`
const weekdayHead = `(?:${weekdayPattern}(?:${gap}?,)?(?:${gap}|-|${gap}?\\()(?:the${gap})?)?`

/** "this year", "of last year" after a day and month. */
export const relativeYear = `(?:,?${gap}(?:of${gap})?(?<relative>this|last|next)${gap}year)?`

/** "the week of March 6" */
function weekAround(day: Meaning | null): Meaning | null {
  if (!day?.first) return day
  const n = numberOf(day.first)
  return {...day, ...periodDays(periodAround(n, 'week', 0)), precision: 'week', timex: timexOf(n, 'week')}
}

const periodDays = ({first, last}: Interval) => ({first: dayOf(first), last: dayOf(last)})

function withYear(month: number, day: number, groups: Readonly<Record<string, string | undefined>>) {
  const relative = groups.relative?.toLowerCase()
  const which = groups.which?.toLowerCase()
  if (relative)
    return (setting: Setting) =>
      setting.published === null
        ? dayInYear(month, day, setting)
        : dayInYear(month, day, {
            ...setting,
            year: {
              value: fromNumber(setting.published)[0] + (relative === 'last' ? -1 : relative === 'next' ? 1 : 0),
              id: '',
            },
          })
  if (which && which !== 'this' && groups.year === undefined)
    return (setting: Setting) => dayInYear(month, day, {...setting, year: null}, which === 'last' ? 'past' : 'future')
  const year = groups.year ?? groups.short ?? groups.short2
  if (year !== undefined) return dayMeaning(fullYear(year), month, day)
  return (setting: Setting) => dayInYear(month, day, setting)
}

/** "August 26, 2021", "Thursday, Aug. 26", "May twenty-nine", "Sept. 11" */
export const monthDay: Kind = {
  name: 'month-day',
  pattern: pattern(
    `(?<week>(?:the${gap})?week${gap}(?:of|beginning|commencing|starting)${gap}|w/c${gap})?(?:(?<which>last|next|this)${gap})?${weekdayHead}(?<month>${monthPattern})(?:${gap}|[-/])(?:the${gap})?(?<day>${dayPattern})${yearTail}${relativeYear}`,
  ),
  read: (groups, match) => {
    const day = ordinalOf(groups.day!)
    if (/^may$/.test(groups.month!) && !/\d/.test(match[0])) return null
    const mean = withYear(monthOf(groups.month!), day, groups)
    return groups.week && mean ? setting => weekAround(mean(setting)) : mean
  },
}

/** "26 August 2021", "the 26th of August", "3 JAN 90" */
export const dayMonth: Kind = {
  name: 'day-month',
  pattern: pattern(
    `(?<!\\d[.,])(?:(?<which>last|next|this)${gap})?${weekdayHead}(?:the${gap})?(?<day>${dayPattern})(?:${gap}(?:day${gap})?of|-|/)?${gap}?(?<month>${monthPattern})${yearTail}${relativeYear}`,
  ),
  read: groups => {
    const day = ordinalOf(groups.day!)
    if (/^[a-z]/i.test(groups.day!) && !/th$|st$|nd$|rd$|first|second|third/i.test(groups.day!)) return null
    return withYear(monthOf(groups.month!), day, groups)
  },
}

/** "the 15th of that month", "the 21st of this month" */
export const dayOfThat: Kind = {
  name: 'day-of-that-month',
  pattern: pattern(
    `(?:the${gap})?(?<day>\\d{1,2}(?:st|nd|rd|th))${gap}(?:day${gap})?(?:of${gap})?(?<which>that|this|the${gap}same|last|next|the)${gap}month`,
  ),
  read: ({day, which}) => {
    const n = ordinalOf(day!)
    return setting => {
      const narrated = /that|same/i.test(which!)
      const base = narrated ? (setting.previous?.first ?? null) : setting.published
      if (base === null) return unanchored('day', `XXXX-XX-${two(n)}`)
      const [year, month] = fromNumber(base)
      const by = /last/i.test(which!) ? -1 : /next/i.test(which!) ? 1 : 0
      const index = year * 12 + month - 1 + by
      const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
      if (!isDay(y, m, n)) return null
      const at = toNumber(y, m, n)
      const anchor = narrated
        ? ({to: 'phrase', day: null, id: setting.previous!.id} as const)
        : publishedAnchor(setting)
      return meaning({first: at, last: at}, 'day', dayOf(at), {anchor})
    }
  },
}

/** "8/26", "Aug/26": a day and month in figures, only where nothing makes it a fraction or score. */
export const slashed: Kind = {
  name: 'slashed',
  pattern: pattern(
    '(?<=(?:on|by|until|before|after|since)\\s)(?!9/11)(?:(?<month>1[0-2]|0?[1-9])/(?<day>[12]\\d|3[01]|0?[1-9])|(?<day2>1[3-9]|2\\d|3[01])/(?<month2>1[0-2]|0?[1-9]))(?![/\\d]|\\.\\d)',
  ),
  read:
    ({month, day, month2, day2}) =>
    setting =>
      dayInYear(Number(month ?? month2), Number(day ?? day2), setting),
}

/** "9/11" names one day. */
export const nineEleven: Kind = {
  name: 'nine-eleven',
  pattern: pattern('9/11(?!/)'),
  read: () => dayMeaning(2001, 9, 11),
}
