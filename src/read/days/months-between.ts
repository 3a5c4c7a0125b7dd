import {dayOf} from './calendar.ts'
import {type Kind, meaning, monthInterval, publishedAnchor, unanchored} from './meaning.ts'
import {fromNumber} from './calendar.ts'
import {nearest} from './nearest.ts'
import {gap, monthOf, monthPattern, pattern} from './words.ts'

/** "from March to May", "between August and October", "June-July": months whose year the telling decides, taken together. */
export const monthsBetween: Kind = {
  name: 'months-between',
  pattern: pattern(
    `(?:from${gap}(?<a>${monthPattern})${gap}?(?:to|until|till|through|[-–—])${gap}?(?<b>${monthPattern})|between${gap}(?<c>${monthPattern})${gap}and${gap}(?<d>${monthPattern}))(?!${gap}?,?${gap}?\\d)`,
  ),
  read: ({a, b, c, d}) => {
    const [from, till] = [monthOf((a ?? c)!), monthOf((b ?? d)!)]
    return setting => {
      const spanIn = (year: number) => ({
        first: monthInterval(year, from).first,
        last: monthInterval(till >= from ? year : year + 1, till).last,
      })
      const told = setting.year?.value
      if (told === undefined && setting.published === null) return unanchored('month', null)
      let year = told
      if (year === undefined) {
        const [now] = fromNumber(setting.published!)
        const begun = [now, now - 1].find(y => spanIn(y).first <= setting.published!)!
        const running = spanIn(begun).last >= setting.published!
        const choice = nearest(spanIn(begun).first, spanIn(begun + 1).first, setting)
        year = running || choice === 'past' ? begun : begun + 1
      }
      const at = spanIn(year)
      const anchor = setting.year?.id
        ? ({to: 'phrase', day: null, id: setting.year.id} as const)
        : publishedAnchor(setting)
      return meaning(at, 'month', `${dayOf(at.first).slice(0, 7)}/${dayOf(at.last).slice(0, 7)}`, {anchor})
    }
  },
}
