import {dayOf, fromNumber, toNumber, weekday} from './calendar.ts'
import {type Kind, meaning, publishedAnchor, unanchored} from './meaning.ts'
import {nearest} from './nearest.ts'
import {gap, pattern} from './words.ts'

/** Western Easter, by the anonymous Gregorian algorithm. */
function easter(year: number): number {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const h = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return toNumber(year, Math.floor(n / 31), (n % 31) + 1)
}

const fixed = (month: number, day: number) => (year: number) => toNumber(year, month, day)

const feasts: readonly (readonly [RegExp, (year: number) => number])[] = [
  [/christmas eve/, fixed(12, 24)],
  [/christmas/, fixed(12, 25)],
  [/new year[’']s eve/, fixed(12, 31)],
  [/new year[’']s/, fixed(1, 1)],
  [/valentine/, fixed(2, 14)],
  [/halloween/, fixed(10, 31)],
  [/good friday/, year => easter(year) - 2],
  [/easter/, easter],
  // The fourth Thursday of November.
  [/thanksgiving/, year => toNumber(year, 11, 22 + ((4 - weekday(toNumber(year, 11, 22)) + 7) % 7))],
]

/** "Christmas Day", "last Thanksgiving", "Easter 2018", "New Year’s Eve" */
export const holiday: Kind = {
  name: 'holiday',
  pattern: pattern(
    `(?:(?<which>last|this|next)${gap})?(?<name>Christmas(?:${gap}(?:Day|Eve))?|New${gap}Year[’']s(?:${gap}(?:Day|Eve))|Valentine[’']?s?${gap}Day|Halloween|Good${gap}Friday|Easter(?:${gap}Sunday)?|Thanksgiving(?:${gap}Day)?)(?:,?${gap}(?<year>(?:19|20)\\d{2}))?`,
  ),
  read: ({which, name, year}) => {
    const low = name!.toLowerCase().replace(/\s+/g, ' ')
    const dayIn = feasts.find(([re]) => re.test(low))![1]
    if (year !== undefined) {
      const at = dayIn(Number(year))
      return () => meaning({first: at, last: at}, 'day', dayOf(at))
    }
    return setting => {
      if (setting.year || setting.published === null) return unanchored('day', null)
      const [now] = fromNumber(setting.published)
      const past = [now, now - 1].map(dayIn).find(day => day <= setting.published!)!
      const future = [now, now + 1].map(dayIn).find(day => day > setting.published!)!
      const w = which?.toLowerCase()
      const side = w === 'last' ? 'past' : w === 'next' ? 'future' : nearest(past, future, setting)
      const at = side === 'past' ? past : future
      return meaning({first: at, last: at}, 'day', dayOf(at), {anchor: publishedAnchor(setting)})
    }
  },
}
