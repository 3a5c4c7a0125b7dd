import {type Kind, precisionOf, span} from './meaning.ts'
import {
  amountOf,
  amountPattern,
  gap,
  hedgePattern,
  pattern,
  type Unit,
  unitOf,
  weekdayOf,
  weekdayPattern,
} from './words.ts'

const letters: {readonly [unit in Unit]: string} = {
  second: 'S',
  minute: 'M',
  hour: 'H',
  day: 'D',
  week: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'Y',
  century: 'Y',
}

function durationTimex(value: number | null, unit: Unit, times: number): string {
  const scale = unit === 'decade' ? 10 : unit === 'century' ? 100 : 1
  const clock = unit === 'second' || unit === 'minute' || unit === 'hour' ? 'T' : ''
  const vague = unit === 'decade' ? 'DE' : unit === 'century' ? 'CE' : letters[unit]
  return value === null ? `P${clock}X${vague}` : `P${clock}${value * times * scale}${letters[unit]}`
}

/** "three days", "a 16-hour standoff", "at least 72 hours", "decades-long" */
export const duration: Kind = {
  name: 'duration',
  pattern: pattern(
    `(?:(?<hedge>${hedgePattern})${gap})?(?:(?<amount>${amountPattern})(?:${gap}|-)(?:more${gap}|full${gap}|long${gap}|straight${gap}|consecutive${gap})?(?<unit>minute|hour|day|night|week|fortnight|month|year|decade|centurie|century)s?(?:-long|${gap}long)?|(?<exact>\\d+(?:\\.\\d+)?)(?:${gap}|-)?(?<short>secs?|seconds|mins?|hrs?|years|months|weeks|days|hours|minutes)(?![a-z])|(?:all|(?:the${gap})?(?:whole|entire))${gap}(?<all>day|night|week|month|year|decade|century)(?:${gap}long)?(?!${gap}of)|½${gap}(?:an?${gap})?(?<half>hour|day|year|century)|(?<plural>week|month|year|decade|centurie)s-long|(?<one>day|week|month|year)-long|(?<=(?:for|over|in)${gap}(?:the${gap}(?:coming|past|last)${gap})?)(?:many${gap}|recent${gap}|coming${gap}|long${gap})?(?<vague>hours|days|weeks|months|years|decades|centuries)(?!${gap}(?:ago|earlier|later|before|after|to${gap}come)))`,
  ),
  read: ({hedge, amount, unit: word, exact, short, all, half, plural, one, vague}, match) => {
    const after = match.input.slice(match.index + match[0].length, match.index + match[0].length + 10)
    // Ages are no stretches of time.
    if (/^(?:\s|-)olds?\b/i.test(after)) return null
    if (/^recent$/i.test(amount ?? '') && /ies$|y$/.test(word ?? '')) return null
    // "a decades-long feud": no number.
    const vagueLong = /^an?$/i.test(amount ?? '') && /s(?:-| )long$/i.test(match[0])
    if (/^night$/i.test(word ?? '') && /^an?$/i.test(amount ?? '')) return null
    const {unit, times} = unitOf((word ?? short ?? all ?? half ?? plural ?? one ?? vague)!)
    const count =
      amount !== undefined && !vagueLong
        ? amountOf(amount)
        : exact !== undefined
          ? {value: Number(exact), approx: false}
          : half !== undefined
            ? {value: 0.5, approx: false}
            : {value: one || all ? 1 : null, approx: (one ?? all) === undefined || vagueLong}
    if (/^an?$/i.test(amount ?? '') && /^\s+(?:ago|earlier|later|before|after|from)\b/.test(after)) return null
    // "a day", "a year" as a rate.
    if (
      /^an?$/i.test(amount ?? '') &&
      /(?:\d|once|twice|times|percent|dollars|tons?|barrels|million|billion|people|hours)\s*$/i.test(
        match.input.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      return null
    return () =>
      span('duration', durationTimex(count.value, unit, times), precisionOf(unit), count.approx || hedge !== undefined)
  },
}

const adverbs: {readonly [word: string]: string} = {
  hourly: 'PT1H',
  daily: 'P1D',
  nightly: 'P1D',
  weekly: 'P1W',
  monthly: 'P1M',
  quarterly: 'P3M',
  annually: 'P1Y',
  annual: 'P1Y',
  yearly: 'P1Y',
  everyday: 'P1D',
  fortnightly: 'P2W',
  'bi-weekly': 'P2W',
  biweekly: 'P2W',
  'bi-monthly': 'P2M',
  bimonthly: 'P2M',
  semiannual: 'P6M',
  'semi-annual': 'P6M',
  biannual: 'P6M',
  biennial: 'P2Y',
}

/** "daily", "every week", "each Monday", "every two years", "once a month" */
export const sets: Kind = {
  name: 'set',
  pattern: pattern(
    `(?:(?<adverb>${Object.keys(adverbs).join('|')})|(?:every|each)${gap}(?<other>other${gap}|second${gap})?(?:(?<amount>${amountPattern})${gap})?(?:(?<unit>hour|day|night|weekday|weekend|week|month|quarter|year|decade)s?|(?<time>morning|afternoon|evening)|(?<weekday>${weekdayPattern})s?)|(?:once|twice|\\w+${gap}times)${gap}an?${gap}(?<rate>day|week|month|year)|(?<plural>mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays)|(?:on|at|all|any)${gap}(?<ends>weekends?|weekdays?)(?![a-z])|(?<bare>weekends))`,
  ),
  read: ({adverb, amount, unit: word, weekday, rate, plural, other, time, ends, bare}) => {
    if (adverb !== undefined) return () => span('set', adverbs[adverb.toLowerCase()], 'day')
    const name = weekday ?? plural?.slice(0, -1)
    if (name !== undefined) return () => span('set', `XXXX-WXX-${weekdayOf(name)}`, 'day')
    if (time !== undefined)
      return () => span('set', {morning: 'TMO', afternoon: 'TAF', evening: 'TEV'}[time.toLowerCase()]!, 'day')
    const value = (amount === undefined ? 1 : amountOf(amount).value) ?? 1
    const part = /^week(?:end|day)/i.exec(ends ?? bare ?? word ?? '')
    if (part) return () => span('set', `P${value}${/end/i.test(part[0]) ? 'WE' : 'WD'}`, 'week')
    const {unit, times} = unitOf((word ?? rate)!)
    return () => span('set', durationTimex(other === undefined ? value : value * 2, unit, times), precisionOf(unit))
  },
}
