import {dayOf, fromNumber} from './calendar.ts'
import {
  type Kind,
  meaning,
  monthInterval,
  move,
  periodAround,
  precisionOf,
  publishedAnchor,
  type Setting,
  timexOf,
  unanchored,
  yearInterval,
} from './meaning.ts'
import {awayFrom} from './relative.ts'
import {amountOf, amountPattern, gap, hedgePattern, pattern, type Unit, unitOf} from './words.ts'

const sizes: {readonly [precision: string]: number} = {
  day: 1,
  week: 7,
  month: 31,
  season: 92,
  year: 366,
  decade: 3660,
  era: 36600,
}
const unitSizes: {readonly [unit: string]: number} = {
  minute: 1,
  hour: 1,
  day: 1,
  week: 7,
  month: 31,
  quarter: 92,
  year: 366,
  decade: 3660,
  century: 36600,
}

/** The narrative day that a phrase hangs on, when it is exact enough for the phrase's unit. */
function base(setting: Setting, unit: Unit) {
  const previous = setting.previous
  if (!previous || sizes[previous.precision] > unitSizes[unit]) return null
  return previous
}

/** "three days earlier", "two weeks later", "a year before", "the year after" */
export const steps: Kind = {
  name: 'step',
  pattern: pattern(
    `(?:(?<hedge>${hedgePattern})${gap})?(?<amount>${amountPattern}|the)${gap}(?<unit>day|week|month|year|decade|centurie|hour|minute)s?${gap}(?<way>earlier|later|afterwards|previously|(?:before|after)(?!${gap}(?:the|a|an|his|her|its|their|he|she|it|they|that|today|yesterday|last|next|tomorrow|now)(?![a-z])))`,
  ),
  read: ({hedge, amount, unit: word, way}, match) => {
    const {unit} = unitOf(word!)
    const count = /^the$/i.test(amount!) ? {value: 1, approx: false} : amountOf(amount!)
    const sign = /earlier|before|previously/i.test(way!) ? -1 : 1
    // "two days after Sharif spoke": hangs on what follows, which names no day.
    const next = match.input.slice(match.index + match[0].length, match.index + match[0].length + 12)
    const open = /before|after$/i.test(way!) && /^\s+[\p{L}\d]/u.test(next)
    return setting => {
      const from = open ? null : base(setting, unit)
      if (!from || count.value === null) return unanchored(precisionOf(unit), null, count.approx || hedge !== undefined)
      const at = sign < 0 ? from.first : from.last
      return awayFrom(at, unit, sign * count.value, count.approx || hedge !== undefined, {
        anchor: {to: 'phrase', day: from.precision === 'day' ? dayOf(from.first) : null, id: from.id},
      })
    }
  },
}

/** How many of a unit "days later" may be: at least two, at most not yet one of the next larger unit. */
const vagueCounts: {readonly [unit: string]: readonly [number, number]} = {
  minute: [0, 0],
  hour: [0, 0],
  day: [2, 10],
  week: [2, 8],
  month: [2, 11],
  year: [2, 9],
  decade: [2, 9],
}

/** "hours later", "days earlier", "months afterwards", "moments later", "shortly afterwards": an interval from the day told before it. */
export const vagueSteps: Kind = {
  name: 'vague-step',
  pattern: pattern(
    `(?:(?:just|only|several|some|a${gap}few|many)${gap})?(?:(?<unit>minute|hour|day|week|month|year|decade)s${gap}(?<way>earlier|later|afterwards|afterward|previously|before(?=[.,;]|$)|after(?=[.,;]|$))|(?:moments|shortly|soon)${gap}(?<way2>later|afterwards|afterward|after(?=[.,;]|$)))`,
  ),
  read: ({unit: word, way, way2}) => {
    const {unit} = word === undefined ? {unit: 'hour' as const} : unitOf(word)
    const sign = /earlier|before|previously/i.test((way ?? way2)!) ? -1 : 1
    const [least, most] = vagueCounts[unit]
    return setting => {
      const from = base(setting, unit)
      if (!from) return unanchored(precisionOf(unit), null, true)
      const at = sign < 0 ? from.first : from.last
      const [near, far] = [move(at, unit, sign * least), move(at, unit, sign * most)]
      const interval = sign < 0 ? {first: far, last: near} : {first: near, last: far}
      const anchor = {to: 'phrase', day: from.precision === 'day' ? dayOf(from.first) : null, id: from.id} as const
      return meaning(interval, precisionOf(unit), null, {approx: true, anchor})
    }
  },
}

/** "the next day", "the following year", "that week", "the same month", "the previous day", "later that year" */
export const those: Kind = {
  name: 'that-period',
  pattern: pattern(
    `(?<part>(?:earlier|later|early|late)${gap}(?:in${gap})?)?(?<which>the${gap}next|the${gap}following|the${gap}subsequent|the${gap}previous|the${gap}preceding|that|that${gap}same|that${gap}very|the${gap}same)${gap}(?<unit>day|morning|afternoon|evening|night|week|month|quarter|year|decade)(?![-’'])`,
  ),
  read: ({part, which, unit: word}) => {
    const time = {morning: 'TMO', afternoon: 'TAF', evening: 'TEV', night: 'TNI'}[word!.toLowerCase()] ?? ''
    const {unit} = time ? {unit: 'day' as const} : unitOf(word!)
    const by = /next|following|subsequent/i.test(which!) ? 1 : /previous|preceding/i.test(which!) ? -1 : 0
    return setting => {
      const from = base(setting, unit)
      // With no day told before it, "the following week" of what is to come is that after the text's own.
      if (
        !from &&
        by > 0 &&
        unit !== 'day' &&
        setting.previous === null &&
        setting.published !== null &&
        setting.lean !== 'past'
      ) {
        const whole = periodAround(setting.published, unit, by)
        return meaning(whole, precisionOf(unit), timexOf(whole.first, unit), {
          anchor: publishedAnchor(setting),
          approx: true,
        })
      }
      if (!from) return unanchored(precisionOf(unit), null)
      const anchor = {to: 'phrase', day: from.precision === 'day' ? dayOf(from.first) : null, id: from.id} as const
      const whole = periodAround(by > 0 ? from.last : from.first, unit, by)
      const interval =
        part && by === 0
          ? /later|late/i.test(part)
            ? {first: Math.max(whole.first, from.first), last: whole.last}
            : {first: whole.first, last: Math.min(whole.last, from.last)}
          : whole
      return meaning(interval, precisionOf(unit), timexOf(whole.first, unit) + time, {
        anchor,
        approx: part !== undefined,
      })
    }
  },
}

const seasons: {readonly [name: string]: readonly [timex: string, month: number]} = {
  spring: ['SP', 3],
  summer: ['SU', 6],
  autumn: ['FA', 9],
  fall: ['FA', 9],
  winter: ['WI', 12],
}

/** First and last day of a season of the northern half of the world; winter belongs to the year in which it begins. */
function seasonInterval(year: number, name: string) {
  const month = seasons[name][1]
  const last = month === 12 ? monthInterval(year + 1, 2).last : monthInterval(year, month + 2).last
  return {first: monthInterval(year, month).first, last}
}

/** "the summer of 2003", "last fall", "spring 2014", "that winter" */
export const season: Kind = {
  name: 'season',
  pattern: pattern(
    `(?:(?:the${gap})?(?<part>early|late|mid)[- ])?(?:(?<which>this|last|next|that|the${gap}following|the)${gap})?(?<name>spring|summer|autumn|fall|winter)(?:(?:${gap}of)?(?:${gap}|,${gap})(?<year>(?:19|20)\\d{2})(?!\\d))?`,
  ),
  read: ({part, which, name, year}, match) => {
    const low = name!.toLowerCase()
    const w = which?.toLowerCase() ?? ''
    if (
      year === undefined &&
      (w === '' ||
        (w === 'the' &&
          !/\b(?:in|during|over|of|by)\s$/i.test(match.input.slice(Math.max(0, match.index - 8), match.index))))
    )
      return null
    // "the fall of Kabul", "the Arab spring"
    if (year === undefined && /^\s+of\s/.test(match.input.slice(match.index + match[0].length))) return null
    const approx = {approx: part !== undefined}
    if (year !== undefined) {
      const y = Number(year)
      return () => meaning(seasonInterval(y, low), 'season', `${y}-${seasons[low][0]}`, approx)
    }
    return setting => {
      if (/that|following/.test(w)) {
        if (!setting.previous) return unanchored('season', null)
        let [y] = fromNumber(setting.previous.first)
        if (/following/.test(w) && seasonInterval(y, low).first <= setting.previous.last) y += 1
        return meaning(seasonInterval(y, low), 'season', `${y}-${seasons[low][0]}`, {
          anchor: {to: 'phrase', day: null, id: setting.previous.id},
        })
      }
      if (setting.published === null) return unanchored('season', null)
      const [now] = fromNumber(setting.published)
      const started = [now + 1, now, now - 1, now - 2].filter(y => seasonInterval(y, low).first <= setting.published!)
      const current = setting.published <= seasonInterval(started[0], low).last
      const y =
        w === 'last'
          ? current
            ? started[1]
            : started[0]
          : w === 'next' || (w !== 'this' && setting.lean === 'future' && !current)
            ? started[0] + 1
            : w === 'this' && !current && seasonInterval(started[0] + 1, low).first - setting.published < 200
              ? started[0] + 1
              : started[0]
      return meaning(seasonInterval(y, low), 'season', `${y}-${seasons[low][0]}`, {
        ...approx,
        anchor: {to: 'published', day: dayOf(setting.published)},
      })
    }
  },
}

const words: {readonly [word: string]: number} = {first: 1, second: 2, third: 3, fourth: 4, last: 4}

/** "the first quarter of 2017", "Q3 2019", "the second half of 2020", "2019 H2" */
export const quarter: Kind = {
  name: 'quarter',
  pattern: pattern(
    `(?:(?:the${gap})?(?<nth>first|second|third|fourth|last)${gap}(?<of>quarter|half)(?:${gap}(?:of|in))?${gap}(?:the${gap}year${gap})?(?<year>(?:19|20)\\d{2})|(?<qh>[QH])(?<n>[1-4])(?:${gap}|[-/])(?:of${gap})?(?<year2>(?:19|20)\\d{2})|(?<year3>(?:19|20)\\d{2})(?:${gap}|[-/])(?<qh3>[QH])(?<n3>[1-4]))`,
  ),
  read: ({nth, of, year, qh, n, year2, qh3, n3, year3}) => {
    const y = Number(year ?? year2 ?? year3)
    const half = of ? /half/i.test(of) : /h/i.test((qh ?? qh3)!)
    const index = nth ? Math.min(words[nth.toLowerCase()], half ? 2 : 4) : Number(n ?? n3)
    if (half && index > 2) return null
    const size = half ? 6 : 3
    const interval = {first: monthInterval(y, (index - 1) * size + 1).first, last: monthInterval(y, index * size).last}
    return () => meaning(interval, 'season', `${y}-${half ? 'H' : 'Q'}${index}`)
  },
}

/** "the first week of 2015", "the week of March 6" */
export const weekOf: Kind = {
  name: 'week-of',
  pattern: pattern(
    `(?:the${gap})?(?<nth>first|last)${gap}(?<unit>week|month|day)s?${gap}of${gap}(?<year>(?:19|20)\\d{2})`,
  ),
  read: ({nth, unit: word, year}) => {
    const {unit} = unitOf(word!)
    const whole = yearInterval(Number(year))
    const first = /first/i.test(nth!)
    const at = first ? (unit === 'week' ? whole.first + 3 : whole.first) : unit === 'week' ? whole.last - 3 : whole.last
    const period = periodAround(at, unit, 0)
    return () => meaning(period, precisionOf(unit), timexOf(at, unit))
  },
}
