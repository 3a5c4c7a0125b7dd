import {fromNumber} from './calendar.ts'
import {
  type Kind,
  type Meaning,
  meaning,
  monthInterval,
  type Part,
  partNamed,
  partOf,
  partPattern,
  publishedAnchor,
  type Setting,
  unanchored,
} from './meaning.ts'
import {nearest} from './nearest.ts'
import {relativeYear} from './absolute.ts'
import {toldYear} from './told-year.ts'
import {spokenYear, spokenYearPattern} from './spoken-year.ts'
import {gap, monthOf, monthPattern, pattern} from './words.ts'

const two = (n: number) => String(n).padStart(2, '0')

export function monthMeaning(year: number, month: number, part: Part | null, more = {}): Meaning {
  const whole = monthInterval(year, month)
  return meaning(part ? partOf(whole, part) : whole, 'month', `${year}-${two(month)}`, {approx: part !== null, ...more})
}

/** A month without a year, in the year that fits the telling. */
export function monthInYear(month: number, part: Part | null, setting: Setting): Meaning {
  if (setting.year)
    return monthMeaning(toldYear(month, 15, setting)!, month, part, {
      anchor: {to: 'phrase', day: null, id: setting.year.id},
    })
  if (setting.published === null) return unanchored('month', `XXXX-${two(month)}`, part !== null)
  const [year, now] = fromNumber(setting.published)
  const past = month <= now ? year : year - 1
  const future = month > now ? year : year + 1
  const middle = (y: number) => monthInterval(y, month).first + 14
  const chosen = month === now ? year : nearest(middle(past), middle(future), setting) === 'past' ? past : future
  return monthMeaning(chosen, month, part, {anchor: publishedAnchor(setting)})
}

/** "August 2021", "Aug. of 2021", "late November 1999", "2017 April" */
export const monthYear: Kind = {
  name: 'month-year',
  pattern: pattern(
    `(?<part>${partPattern})?(?<month>${monthPattern})(?:(?:${gap}?,)?${gap}(?:(?:of|in)${gap})?|/|-)(?<year>(?:1\\d|20)\\d{2}(?![\\d:-]|,\\d)|${spokenYearPattern}(?![a-z]))`,
    `|(?<year2>(?:1\\d|20)\\d{2})${gap}(?<month2>${monthPattern})(?!${gap}\\d)`,
  ),
  read: ({part, month, year, month2, year2}) => {
    const said = (year ?? year2)!
    const [y, m] = [spokenYear(said) ?? Number(said), monthOf((month ?? month2)!)]
    const named = partNamed(part)
    return () => monthMeaning(y, m, named)
  },
}

const leads =
  /(?:^|[\s(])(?:in|since|by|until|till|from|last|next|this|early|late|mid|mid-|of|before|after|during|through|to|between|around|and|or|that|each|every)\s+(?:the\s+)?$/i

const behindMonth = new RegExp(`${monthPattern}(?:,|,? and| or| to)\\s+$`, 'i')

/** "in April", "last October", "this May", "that June", "early December" */
export const month: Kind = {
  name: 'month',
  pattern: pattern(
    `(?:(?<which>this|last|next|that|the${gap}same|the${gap}following|the${gap}previous|the${gap}coming|this${gap}past|this${gap}coming)${gap})?(?<part>${partPattern})?(?<month>${monthPattern})${relativeYear}`,
  ),
  read: ({which: lead, part, month: word, relative}, match) => {
    const which = relative ?? lead
    const text = match.input
    const before = text.slice(Math.max(0, match.index - 12), match.index)
    const after = text.slice(match.index + match[0].length, match.index + match[0].length + 24)
    const led = which !== undefined || part !== undefined || leads.test(before)
    if (/^[a-z]/.test(word!) && !led) return null
    if (/^(?:may|mar|march)$/.test(word!)) return null
    if (/^(?:may|march)$/i.test(word!) && !led) return null
    if (/^(?:may)$/i.test(word!) && /^\s+(?:have|be|not|also|well|never|still|soon|I|you|we|they)\b/.test(after))
      return null
    // A name: "April Glaspie", "August Wilson", "Jan Egeland"; not behind another month: "in April and May Iran …".
    const listed = behindMonth.test(text.slice(Math.max(0, match.index - 20), match.index))
    if (
      /^\s+[A-Z]\p{Ll}/u.test(after) &&
      !(which ?? part) &&
      !listed &&
      !/\b(?:in|since|during|last)\s+$/i.test(before)
    )
      return null
    if (!/\.|^.{4,}$/.test(word!) && !led) return null
    const m = monthOf(word!)
    const named = partNamed(part)
    const w = which?.toLowerCase().replace(/\s+/g, ' ') ?? ''
    return setting => {
      if (/that|same|following|previous/.test(w)) {
        if (!setting.previous) return unanchored('month', `XXXX-${two(m)}`)
        const [year, now] = fromNumber(setting.previous.first)
        const [, lastMonth] = fromNumber(setting.previous.last)
        const y = /following/.test(w)
          ? m > lastMonth
            ? year
            : year + 1
          : /previous/.test(w)
            ? m < now
              ? year
              : year - 1
            : year
        return monthMeaning(y, m, named, {anchor: {to: 'phrase', day: null, id: setting.previous.id}})
      }
      if (w === '') return monthInYear(m, named, setting)
      if (setting.published === null) return unanchored('month', `XXXX-${two(m)}`, named !== null)
      const [year, now] = fromNumber(setting.published)
      const y = relative
        ? year + (/last/.test(w) ? -1 : /next/.test(w) ? 1 : 0)
        : /last|past/.test(w)
          ? m < now
            ? year
            : year - 1
          : /next|coming/.test(w)
            ? m > now
              ? year
              : year + 1
            : year
      return monthMeaning(y, m, named, {anchor: publishedAnchor(setting)})
    }
  },
}
