import {dayOf, fromNumber, isDay, toNumber, weekday} from './calendar.ts'
import {type Kind, meaning, publishedAnchor, type Setting, unanchored} from './meaning.ts'
import {dayPattern, gap, ordinalOf, pattern, weekdayOf, weekdayPattern} from './words.ts'

/** "on Monday", "last Tuesday", "next Friday", "this past Wednesday", "Monday of last week" */
export const weekdays: Kind = {
  name: 'weekday',
  pattern: pattern(
    `(?:(?<week2>this|last|next)${gap}week${gap}(?:on${gap})?)?(?:(?<which>this${gap}past|this${gap}coming|this${gap}upcoming|this|last|next|previous|past|coming|upcoming|that|the${gap}following)${gap}(?:week${gap})?)?(?<name>${weekdayPattern})(?:${gap}(?:of${gap})?(?<week>this|last|next|the${gap}following)${gap}week)?(?:,?${gap}the${gap}(?<nth>${dayPattern})|${gap}(?<nth2>\\d{1,2}(?:st|nd|rd|th)|[12]\\d(?=[.,;!?)]?(?:\\s|$))(?!,?\\s\\p{L})|3[01](?=[.,;!?)]?(?:\\s|$))(?!,?\\s\\p{L})))?`,
  ),
  read: ({which, name, week: week1, week2, nth, nth2}, match) => {
    const day = weekdayOf(name!)
    const week = week1 ?? week2
    const dayOfMonth = nth ?? nth2
    const before = match.input.slice(Math.max(0, match.index - 8), match.index)
    const short = name!.length <= 5 && !/day$/i.test(name!)
    if (
      short &&
      !name!.endsWith('.') &&
      which === undefined &&
      dayOfMonth === undefined &&
      !/\bon\s+$/i.test(before) &&
      !/^[(,]/.test(before.slice(-1))
    )
      return null
    if (short && dayOfMonth === undefined && /^(?:sun|sat|wed|mon)$/.test(name!)) return null
    const w = `${which ?? ''} ${week ?? ''}`.toLowerCase()
    return setting => {
      const open = `XXXX-WXX-${day}`
      if (/that|the\s+following/.test(w) && !/week/.test(w)) {
        if (!setting.previous) return unanchored('day', open)
        const {first, last, id} = setting.previous
        const at = /following/.test(w)
          ? last + ((day - weekday(last) + 6) % 7) + 1
          : first + ((day - weekday(first) + 7) % 7)
        return meaning({first: at, last: at}, 'day', dayOf(at), {anchor: {to: 'phrase', day: dayOf(first), id}})
      }
      const base = setting.published
      if (base === null) return unanchored('day', open)
      if (dayOfMonth !== undefined) {
        const at = onDay(base, day, ordinalOf(dayOfMonth), setting.lean)
        return at === null ? null : meaning({first: at, last: at}, 'day', dayOf(at), {anchor: publishedAnchor(setting)})
      }
      const monday = base - weekday(base) + 1
      const inWeek = monday + day - 1
      const past = base - ((weekday(base) - day + 7) % 7)
      const future = base + ((day - weekday(base) + 7) % 7)
      let at = setting.lean === 'future' ? future : past
      if (/past/.test(w)) at = past === base ? past - 7 : past
      else if (/coming/.test(w)) at = future === base ? future + 7 : future
      else if (/previous/.test(w)) at = inWeek - 7
      else if (/last/.test(w)) at = inWeek - 7 >= base - 8 || week !== undefined ? inWeek - 7 : past
      else if (/next|following/.test(w)) at = inWeek + 7
      else if (/this/.test(w)) at = inWeek
      // Said on a Monday, "last Friday" is three days ago; said on a Saturday, the Friday of the week before.
      if (/last/.test(w) && week === undefined && past !== base && base - past <= 4 && past < monday) at = past
      return meaning({first: at, last: at}, 'day', dayOf(at), {anchor: publishedAnchor(setting)})
    }
  },
}

/** "Friday the 26th": the nearest month, on the side that the verbs look to, in which that day is that weekday. */
function onDay(base: number, name: number, day: number, lean: Setting['lean']): number | null {
  const [year, month] = fromNumber(base)
  const fits: number[] = []
  for (let by = -12; by <= 12; by++) {
    const index = year * 12 + month - 1 + by
    const [y, m] = [Math.floor(index / 12), (index % 12) + 1]
    if (isDay(y, m, day) && weekday(toNumber(y, m, day)) === name) fits.push(toNumber(y, m, day))
  }
  const past = fits.filter(at => at <= base).at(-1)
  const future = fits.find(at => at >= base)
  if (lean === 'past' || future === undefined) return past ?? null
  if (lean === 'future' || past === undefined) return future
  return base - past <= future - base ? past : future
}
