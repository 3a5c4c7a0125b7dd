import {dayOf, fromNumber, isoWeek, weekday} from './calendar.ts'
import {
  type Interval,
  type Kind,
  meaning,
  monthInterval,
  partNamed,
  partOf,
  periodAround,
  precisionOf,
  publishedAnchor,
  type Setting,
  timexOf,
  unanchored,
  yearInterval,
} from './meaning.ts'
import {monthInYear} from './months.ts'
import {numberOf} from './calendar.ts'
import {
  gap,
  monthOf,
  monthPattern,
  ordinalOf,
  ordinalPattern,
  pattern,
  unitOf,
  weekdayOf,
  weekdayPattern,
} from './words.ts'
import {readNumber} from '../figures/number.ts'

const inside = `(?:(?<month>${monthPattern})(?:,?${gap}(?:of${gap})?(?<year>(?:19|20)\\d{2}))?|(?:the${gap}year${gap})?(?<year2>(?:19|20)\\d{2})|(?<which>this|last|next|the)${gap}(?<whole>month|year|quarter))(?![\\d-])`
type Groups = Readonly<Record<string, string | undefined>>

/** The month, quarter or year that a part is of; `null`: the text does not tell which. */
function wholeOf({month, year, year2, which, whole}: Groups, setting: Setting): Interval | null {
  if (month !== undefined) {
    if (year !== undefined) return monthInterval(Number(year), monthOf(month))
    const {first, last} = monthInYear(monthOf(month), null, setting)
    return first === null || last === null ? null : {first: numberOf(first), last: numberOf(last)}
  }
  if (year2 !== undefined) return yearInterval(Number(year2))
  if (setting.published === null) return null
  const by = /last/i.test(which!) ? -1 : /next/i.test(which!) ? 1 : 0
  return periodAround(setting.published, unitOf(whole!).unit, by)
}

/** The weeks, Monday to Sunday, whose Thursday lies in a month or year. */
function weeksOf({first, last}: Interval): Interval {
  const thursday = first + ((4 - weekday(first) + 7) % 7)
  const end = last - ((weekday(last) - 4 + 7) % 7)
  return {first: thursday - 3, last: end + 3}
}

/** "the last week of July", "the first two months of 2021", "the second half of last year", "the first Monday of next month" */
export const nthOf: Kind = {
  name: 'nth-of',
  pattern: pattern(
    `(?:the${gap})?(?<nth>${ordinalPattern}|last|final|opening|closing)${gap}(?:(?<count>[2-9]|1\\d|two|three|four|five|six|seven|eight|nine|ten)${gap})?(?<unit>day|week|weekend|month|quarter|half|${weekdayPattern})s?${gap}(?:of|in)${gap}${inside}`,
  ),
  read: groups => {
    const word = groups.unit!.toLowerCase()
    const end = /last|final|closing/i.test(groups.nth!)
    const n = end ? 1 : /opening/i.test(groups.nth!) ? 1 : ordinalOf(groups.nth!)
    const count = groups.count === undefined ? 1 : (readNumber(groups.count) ?? 1)
    if (n < 1 || (count > 1 && n > 1)) return null
    const named = weekdayOf(word)
    return setting => {
      const whole = wholeOf(groups, setting)
      const precision = named > 0 ? 'day' : word === 'half' ? 'season' : precisionOf(unitOf(word).unit)
      if (!whole) return unanchored(precision, null)
      const at = partAt(whole, word, named, n, count, end)
      if (!at || at.first > whole.last + 6) return null
      const anchor =
        groups.which === undefined && (groups.year ?? groups.year2) !== undefined ? undefined : publishedAnchor(setting)
      const timex =
        count > 1
          ? `${dayOf(at.first)}/${dayOf(at.last)}`
          : named > 0 || word === 'half'
            ? dayOf(at.first)
            : timexOf(at.first, unitOf(word).unit)
      return meaning(at, precision, timex, anchor ? {anchor} : {})
    }
  },
}

function partAt(whole: Interval, word: string, named: number, n: number, count: number, end: boolean): Interval | null {
  if (named > 0) {
    const first = whole.first + ((named - weekday(whole.first) + 7) % 7) + (n - 1) * 7
    const last = whole.last - ((weekday(whole.last) - named + 7) % 7)
    const at = end ? last : first
    return at > whole.last ? null : {first: at, last: at}
  }
  if (word === 'day')
    return end
      ? {first: whole.last - count + 1, last: whole.last}
      : {first: whole.first + n - 1, last: whole.first + n + count - 2}
  if (word === 'week' || word === 'weekend') {
    const weeks = weeksOf(whole)
    const first = end ? weeks.last - 7 * count + 1 : weeks.first + (n - 1) * 7
    return word === 'week' ? {first, last: first + 7 * count - 1} : {first: first + 5, last: first + 6}
  }
  if (word === 'half' && whole.last - whole.first > 360) {
    const [year] = fromNumber(whole.first)
    const from = end || n === 2 ? 7 : 1
    return {first: monthInterval(year, from).first, last: monthInterval(year, from + 5).last}
  }
  if (word === 'half') return partOf(whole, end || n === 2 ? 'second-half' : 'first-half')
  const months = word === 'quarter' ? 3 : 1
  const [year, month] = fromNumber(end ? whole.last : whole.first)
  const from = end ? month - months * count + 1 : month + (n - 1) * months
  const till = from + months * count - 1
  return from < 1 || till > 12 ? null : {first: monthInterval(year, from).first, last: monthInterval(year, till).last}
}

/** "week 3 of 2027": by ISO 8601. */
export const numberedWeek: Kind = {
  name: 'numbered-week',
  pattern: pattern(
    `(?:the${gap})?week${gap}(?<n>[1-9]|[1-4]\\d|5[0-3])${gap}(?:of|in)${gap}(?:(?<year2>(?:19|20)\\d{2})|(?<which>this|last|next)${gap}(?<whole>year))`,
  ),
  read: groups => setting => {
    const whole = wholeOf(groups, setting)
    if (!whole) return unanchored('week', null)
    const first = weeksOf(whole).first + (Number(groups.n) - 1) * 7
    const [year, week] = isoWeek(first)
    return meaning({first, last: first + 6}, 'week', `${year}-W${String(week).padStart(2, '0')}`)
  },
}

/** "the end of the month", "later in the week", "the rest of the year", "earlier in the day" */
export const partOfThis: Kind = {
  name: 'part-of-this',
  pattern: pattern(
    `(?<part>(?:the${gap})?(?:beginning|start|middle|end|rest|remainder)${gap}of|earlier${gap}in|later${gap}in|early${gap}in|late${gap}in)${gap}the${gap}(?<unit>day|week|month|quarter|year|decade|century)(?!${gap}(?:of|in|that|before|after|when)(?![a-z]))`,
  ),
  read: ({part, unit: word}) => {
    const {unit} = unitOf(word!)
    const rest = /rest|remainder|later/i.test(part!)
    return setting => {
      if (setting.published === null) return unanchored(precisionOf(unit), null, true)
      const whole = periodAround(setting.published, unit, 0)
      const named = /earlier/i.test(part!) ? null : partNamed(part)
      const at = rest
        ? {first: setting.published, last: whole.last}
        : /earlier/i.test(part!)
          ? {first: whole.first, last: setting.published}
          : named && unit !== 'day'
            ? partOf(whole, named)
            : whole
      return meaning(at, precisionOf(unit), timexOf(whole.first, unit), {
        approx: true,
        anchor: publishedAnchor(setting),
      })
    }
  },
}

/** "this working week", "next workweek": Monday to Friday. */
export const workWeek: Kind = {
  name: 'work-week',
  pattern: pattern(`(?<which>this|last|next)${gap}(?:working${gap}week|work${gap}?week|business${gap}week)`),
  read:
    ({which}) =>
    setting => {
      if (setting.published === null) return unanchored('week', null)
      const {first} = periodAround(setting.published, 'week', /last/i.test(which!) ? -1 : /next/i.test(which!) ? 1 : 0)
      return meaning({first, last: first + 4}, 'week', timexOf(first, 'week'), {anchor: publishedAnchor(setting)})
    },
}
