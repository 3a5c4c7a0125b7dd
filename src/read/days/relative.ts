import {dayOf, fromNumber} from './calendar.ts'
import {
  type Kind,
  meaning,
  monthInterval,
  move,
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
import {amountOf, amountPattern, gap, hedgePattern, pattern, type Unit, unitOf, units} from './words.ts'

const named: {readonly [phrase: string]: readonly [offset: number, timex: string]} = {
  'the day before yesterday': [-2, ''],
  'the day after tomorrow': [2, ''],
  yesterday: [-1, ''],
  today: [0, ''],
  tomorrow: [1, ''],
  tonight: [0, 'TNI'],
  'last night': [-1, 'TNI'],
  'this morning': [0, 'TMO'],
  'this afternoon': [0, 'TAF'],
  'this evening': [0, 'TEV'],
  'earlier today': [0, ''],
  'later today': [0, ''],
}

/** "yesterday", "last night", "this morning", "the day after tomorrow" */
export const nearDays: Kind = {
  name: 'near-day',
  pattern: pattern(`(?:${Object.keys(named).join('|').replaceAll(' ', gap)})`),
  read: (_, match) => {
    const [offset, time] = named[match[0].toLowerCase().replace(/\s+/g, ' ')]
    return setting => {
      if (setting.published === null) return unanchored('day', null)
      const at = setting.published + offset
      return meaning({first: at, last: at}, 'day', dayOf(at) + time, {anchor: publishedAnchor(setting)})
    }
  },
}

/** "now", "right now", "at present" */
export const present: Kind = {
  name: 'present',
  pattern: pattern(
    `(?:right${gap})?now(?!${gap}that)|at${gap}(?:the${gap})?present(?:${gap}time)?|at${gap}this${gap}time|for${gap}the${gap}time${gap}being|at${gap}the${gap}moment|these${gap}days|nowadays`,
  ),
  read: () => setting =>
    setting.published === null
      ? unanchored('day', 'PRESENT_REF', true)
      : meaning({first: setting.published, last: setting.published}, 'day', 'PRESENT_REF', {
          approx: true,
          anchor: publishedAnchor(setting),
        }),
}

/** "in the future", "for the foreseeable future": after the day of publication, nobody says when. */
export const future: Kind = {
  name: 'future',
  pattern: pattern(
    `(?<=(?:in|for|of|into)${gap})the${gap}(?:(?:near|foreseeable|distant|immediate|not-too-distant)${gap})?future`,
  ),
  read: () => setting => {
    const open = unanchored('era', 'FUTURE_REF', true)
    return setting.published === null
      ? open
      : {...open, first: dayOf(setting.published), anchor: publishedAnchor(setting)}
  },
}

/** The day or period so many units from another day. */
export function awayFrom(base: number, unit: Unit, by: number, approx: boolean, anchor: Parameters<typeof meaning>[3]) {
  const at = move(base, unit, by)
  const wide = unit === 'second' || unit === 'minute' || unit === 'hour' || unit === 'day'
  if (wide) return meaning({first: at, last: at}, 'day', dayOf(at), {...anchor, approx: approx || unit !== 'day'})
  const [year, month] = fromNumber(at)
  const whole =
    unit === 'week'
      ? {first: at - 3, last: at + 3}
      : unit === 'month'
        ? monthInterval(year, month)
        : unit === 'decade' || unit === 'century'
          ? {
              first: yearInterval(year - (unit === 'decade' ? 1 : 10)).first,
              last: yearInterval(year + (unit === 'decade' ? 1 : 10)).last,
            }
          : yearInterval(year)
  const kept = unit === 'decade' || unit === 'century' ? 'year' : unit
  return meaning(whole, precisionOf(kept), timexOf(at, kept), {
    ...anchor,
    approx: approx || unit === 'decade' || unit === 'century',
  })
}

const hedged = `(?:(?<hedge>${hedgePattern})${gap})?`

/** "two years ago", "about 10 days ago", "a decade ago" */
export const ago: Kind = {
  name: 'ago',
  pattern: pattern(`${hedged}(?:(?<amount>${amountPattern})${gap})?(?<unit>${units})s?${gap}ago`),
  read: ({hedge, amount, unit: word}) => {
    const {unit, times} = unitOf(word!)
    const count = amount === undefined ? {value: null, approx: true} : amountOf(amount)
    return setting =>
      away(setting, unit, count.value === null ? null : -count.value * times, count.approx || hedge !== undefined)
  },
}

function away(setting: Setting, unit: Unit, by: number | null, approx: boolean) {
  if (by === null) {
    const timex = by === null ? 'PAST_REF' : null
    if (setting.published === null) return unanchored(precisionOf(unit), timex, true)
    const known = {first: null, last: dayOf(setting.published)}
    return {...unanchored(precisionOf(unit), timex, true), ...known, anchor: publishedAnchor(setting)}
  }
  if (setting.published === null) return unanchored(precisionOf(unit), null, approx)
  return awayFrom(setting.published, unit, by, approx, {anchor: publishedAnchor(setting)})
}

/** "in two weeks", "in a year’s time", "10 days from now": only ahead, "fell in two days" is how long it took. */
export const ahead: Kind = {
  name: 'ahead',
  pattern: pattern(
    `(?:(?<in>in)${gap}(?:(?<hedge>${hedgePattern})${gap})?(?<amount>${amountPattern})${gap}(?<unit>${units})s?(?<time>[’']?s?[’']?${gap}time)?|(?<amount2>${amountPattern})${gap}(?<unit2>${units})s?${gap}from${gap}(?:now|today))`,
  ),
  read: ({in: led, hedge, amount, amount2, unit: word, unit2, time}) => {
    const {unit, times} = unitOf((word ?? unit2)!)
    const count = amountOf((amount ?? amount2)!)
    if (/recent/i.test(amount ?? '')) return null
    return setting => {
      if (led !== undefined && time === undefined && setting.lean === 'past') return null
      if (count.value === null) return null
      return away(setting, unit, count.value * times, count.approx || hedge !== undefined)
    }
  },
}

/** "last week", "this month", "next year", "earlier this year", "the past decade", "later this week" */
export const periods: Kind = {
  name: 'period',
  pattern: pattern(
    `(?<part>(?:earlier|later|early|late|sometime|mid)${gap}|(?:the${gap})?(?:beginning|start|end|middle)${gap}of${gap}|end${gap})?(?<which>this|last|next|the${gap}current|the${gap}coming|current|coming|previous|the${gap}last|the${gap}next)${gap}(?<unit>week|weekend|month|quarter|year|decade|century)(?!-)(?!${gap}(?:of${gap}(?:january|february|march|april|may|june|july|august|sept|oct|nov|dec|\\d)))`,
  ),
  read: ({part, which, unit: word}) => {
    const {unit} = unitOf(word!)
    const w = which!.toLowerCase()
    const by = /last|previous|past/.test(w) ? -1 : /next|coming/.test(w) ? 1 : 0
    return setting => {
      if (setting.published === null) return unanchored(precisionOf(unit), null, part !== undefined)
      const more = {approx: part !== undefined, anchor: publishedAnchor(setting)}
      const whole = periodAround(setting.published, unit, by)
      const timex = timexOf(whole.first, unit)
      if (/weekend/i.test(word!)) return meaning({first: whole.last - 1, last: whole.last}, 'week', `${timex}-WE`, more)
      if (by === 0 && /earlier/i.test(part ?? ''))
        return meaning({first: whole.first, last: setting.published}, precisionOf(unit), timex, more)
      if (by === 0 && /later/i.test(part ?? ''))
        return meaning({first: setting.published, last: whole.last}, precisionOf(unit), timex, more)
      const named = /beginning|start|end|middle|early|late|mid/i.test(part ?? '') ? partNamed(part) : null
      return meaning(named ? partOf(whole, named) : whole, precisionOf(unit), timex, more)
    }
  },
}

const letters: {readonly [unit: string]: string} = {
  second: 'S',
  day: 'D',
  week: 'W',
  month: 'M',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
  hour: 'H',
  minute: 'M',
  quarter: 'Q',
}

const spanUnit = 'day|week|fortnight|month|quarter|year|decade|centurie'

/** "the past three weeks", "over the last 20 years", "the next five days", "two upcoming months": an interval up to, or from after, the day of publication. */
export const stretches: Kind = {
  name: 'stretch',
  pattern: pattern(
    `(?:the${gap})?(?:(?<which>past|last|next|coming|upcoming|following|previous)${gap}(?<amount>${amountPattern})${gap}(?<unit>${spanUnit})s|(?<amount2>[2-9]|[1-9]\\d|two|three|four|five|six|seven|eight|nine|ten)${gap}(?<which2>past|next|coming|upcoming|previous)${gap}(?<unit2>${spanUnit})s|(?<which1>(?<=the${gap})past|past)${gap}(?<unit1>day|week|fortnight|month|quarter|year|decade|century))`,
  ),
  read: ({which, which1, which2, amount, amount2, unit: word, unit1, unit2}) => {
    const {unit, times} = unitOf((word ?? unit1 ?? unit2)!)
    const said = amountOf(amount ?? amount2 ?? 'one')
    const value = said.value === null ? null : said.value * times
    const back = /past|last|previous/i.test((which ?? which1 ?? which2)!)
    return setting => {
      const timex =
        value === null
          ? `PX${letters[unit]}`
          : unit === 'decade' || unit === 'century'
            ? `P${value * (unit === 'decade' ? 10 : 100)}Y`
            : unit === 'quarter'
              ? `P${value * 3}M`
              : `P${value}${letters[unit]}`
      if (setting.published === null || value === null) return unanchored(precisionOf(unit), timex, true)
      const anchor = publishedAnchor(setting)
      if (unit === 'quarter') {
        const from = periodAround(setting.published, unit, back ? -value : 1)
        const till = periodAround(setting.published, unit, back ? -1 : value)
        return meaning({first: from.first, last: till.last}, 'season', timex, {approx: said.approx, anchor})
      }
      const other = move(setting.published, unit, back ? -value : value)
      // What is to come begins tomorrow.
      const interval = back
        ? {first: other, last: setting.published}
        : {first: setting.published + 1, last: Math.max(other, setting.published + 1)}
      return meaning(interval, precisionOf(unit), timex, {approx: said.approx, anchor})
    }
  },
}

/** "the weekend", "over the weekend" */
export const weekend: Kind = {
  name: 'weekend',
  pattern: pattern(`the${gap}weekend`),
  read: () => setting => {
    if (setting.published === null) return unanchored('week', null)
    const whole = periodAround(setting.published, 'week', 0)
    const started = setting.published >= whole.last - 1
    const by = setting.lean === 'future' || started ? 0 : -7
    const at = {first: whole.last - 1 + by, last: whole.last + by}
    return meaning(at, 'week', `${timexOf(at.first, 'week')}-WE`, {anchor: publishedAnchor(setting)})
  },
}
