import type {Anchor} from '../../model/index.ts'
import {dayOf, fromLunarHijri, fromNumber, toNumber, weekday} from './calendar.ts'
import {type Kind, meaning, periodAround, publishedAnchor, timexOf, unanchored} from './meaning.ts'
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

/** The nth such weekday (1 Monday to 7 Sunday) of a month; -1: its last. */
const nth = (n: number, name: number, month: number) => (year: number) => {
  if (n < 0) {
    const last = toNumber(year, month + 1, 1) - 1
    return last - ((weekday(last) - name + 7) % 7)
  }
  const first = toNumber(year, month, 1)
  return first + ((name - weekday(first) + 7) % 7) + (n - 1) * 7
}

/** A day of the lunar Islamic year that begins in, or first falls into, a Gregorian year: tabular, may be off by a day or two. */
const lunar = (month: number, day: number) => (year: number) => {
  const start = Math.floor(((year - 622) * 33) / 32)
  const days = [start - 1, start, start + 1, start + 2].map(y => fromLunarHijri(y, month, day))
  return days.find(at => fromNumber(at)[0] === year) ?? days[1]
}

/** Orthodox Easter: by the Julian calendar (Meeus). */
function orthodoxEaster(year: number): number {
  const d = (19 * (year % 19) + 15) % 30
  const e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
  const n = d + e + 114
  return toNumber(year, Math.floor(n / 31), (n % 31) + 1) + Math.floor(year / 100) - Math.floor(year / 400) - 2
}

interface Feast {
  readonly words: string
  readonly day: (year: number) => number
  readonly approx?: boolean
}

const feasts: readonly Feast[] = [
  {words: 'Christmas Eve', day: fixed(12, 24)},
  {words: 'Orthodox Christmas(?: Day)?', day: fixed(1, 7)},
  {words: 'Christmas(?: Day)?', day: fixed(12, 25)},
  {words: 'Boxing Day', day: fixed(12, 26)},
  {words: "New Year[’']?s Eve", day: fixed(12, 31)},
  {words: "New Year[’']?s? Day|New Year[’']s", day: fixed(1, 1)},
  {words: "Valentine[’']?s? Day", day: fixed(2, 14)},
  {words: "International Women[’']s Day", day: fixed(3, 8)},
  {words: "St\\.? Patrick[’']s Day", day: fixed(3, 17)},
  {words: 'Nowruz|Norouz|Nawroz|Navroz|Persian New Year', day: fixed(3, 21)},
  {words: 'Earth Day', day: fixed(4, 22)},
  {words: 'Anzac Day', day: fixed(4, 25)},
  {words: "May Day|International Workers[’']? Day|International Labou?r Day", day: fixed(5, 1)},
  {words: 'Bastille Day', day: fixed(7, 14)},
  {words: 'Halloween', day: fixed(10, 31)},
  {words: "Armistice Day|Veterans[’']? Day", day: fixed(11, 11)},
  {words: 'Orthodox Easter(?: Sunday)?', day: orthodoxEaster},
  {words: 'Ash Wednesday', day: year => easter(year) - 46},
  {words: 'Palm Sunday', day: year => easter(year) - 7},
  {words: 'Maundy Thursday', day: year => easter(year) - 3},
  {words: 'Good Friday', day: year => easter(year) - 2},
  {words: 'Easter Monday', day: year => easter(year) + 1},
  {words: 'Easter(?: Sunday| Day)?', day: easter},
  {words: 'Pentecost', day: year => easter(year) + 49},
  {words: 'Martin Luther King(?: Jr\\.?)? Day', day: nth(3, 1, 1)},
  {words: "Presidents[’']? Day", day: nth(3, 1, 2)},
  {words: 'Memorial Day', day: nth(-1, 1, 5)},
  {words: 'Labou?r Day', day: nth(1, 1, 9)},
  {words: 'Columbus Day', day: nth(2, 1, 10)},
  {words: 'US Election Day|Election Day', day: year => nth(1, 1, 11)(year) + 1},
  {words: 'Black Friday', day: year => nth(4, 4, 11)(year) + 1},
  {words: 'Thanksgiving(?: Day)?', day: nth(4, 4, 11)},
  {words: 'Ashura', day: lunar(1, 10), approx: true},
  {words: 'Eid(?:-| )(?:al|ul|e)(?:-| )(?:Fitr|Fetr)', day: lunar(10, 1), approx: true},
  {words: 'Eid(?:-| )(?:al|ul|e)(?:-| )(?:Adha|Azha)', day: lunar(12, 10), approx: true},
]
const gapped = (words: string) => words.replaceAll(' ', gap)
const known = feasts.map(({words, ...rest}) => ({...rest, whole: new RegExp(`^(?:${gapped(words)})$`, 'iu')}))

/** "Christmas Day", "last Thanksgiving", "Easter 2018", "New Year’s Eve", "the Eid al-Fitr holiday", "Labor Day weekend" */
export const holiday: Kind = {
  name: 'holiday',
  pattern: pattern(
    `(?:(?<which>last|this|next)${gap})?(?:(?<weekendOf>weekend${gap}of)${gap})?(?<name>${feasts.map(({words}) => gapped(words)).join('|')})(?:,?${gap}(?<year>(?:19|20)\\d{2}))?(?:${gap}(?<weekend>weekend|week)(?:,?${gap}(?<year2>(?:19|20)\\d{2}))?)?`,
  ),
  read: ({which, name, year, year2, weekend, weekendOf}) => {
    const feast = known.find(({whole}) => whole.test(name!))
    if (!feast) return null
    const {day: dayIn, approx = false} = feast
    const round = (at: number, anchor?: Anchor) => {
      const more = anchor ? {approx, anchor} : {approx}
      if (weekend === undefined && weekendOf === undefined)
        return meaning({first: at, last: at}, 'day', dayOf(at), more)
      const {first, last} = periodAround(at, 'week', 0)
      if (weekend?.toLowerCase() === 'week') return meaning({first, last}, 'week', timexOf(at, 'week'), more)
      // A holiday on a Monday lengthens the weekend before it; one on a Thursday or Friday that after it.
      const day = weekday(at)
      const from = day === 1 ? at - 2 : day >= 4 ? Math.min(at, first + 5) : first + 5
      return meaning({first: from, last: day === 1 ? at : last}, 'week', `${timexOf(from, 'week')}-WE`, more)
    }
    const said = year ?? year2
    if (said !== undefined) return () => round(dayIn(Number(said)))
    return setting => {
      if (setting.year || setting.published === null) return unanchored('day', null)
      const [now] = fromNumber(setting.published)
      const past = [now + 1, now, now - 1, now - 2].map(dayIn).find(day => day <= setting.published!)!
      const future = [now - 1, now, now + 1, now + 2].map(dayIn).find(day => day > setting.published!)!
      const w = which?.toLowerCase()
      const side = w === 'last' ? 'past' : w === 'next' ? 'future' : nearest(past, future, setting)
      return round(side === 'past' ? past : future, publishedAnchor(setting))
    }
  },
}
