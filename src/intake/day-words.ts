import type {Day} from '../model/index.ts'

const months = 'january february march april may june july august september october november december'.split(' ')
const monthWords = `(?:${months.map(month => `${month}|${month.slice(0, 3)}`).join('|')}|sept)`
const weekday = '(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\\.?,?\\s+)?'

/** Year first, digits: `2025-04-07`, `2025/4/7`, `2025.04.07`, `20250407`; a time and a zone may follow. */
const yearFirst = /\b((?:19|20)\d\d)([-/.]?)(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?=T|\D|$)/
const dayFirst = new RegExp(
  `\\b${weekday}(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?:\\s+of)?[\\s\\-/.]+(${monthWords})\\.?,?[\\s\\-/.]+((?:19|20)\\d\\d)\\b`,
  'i',
)
const monthFirst = new RegExp(
  `\\b${weekday}(${monthWords})\\.?\\s+(0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?,?\\s+((?:19|20)\\d\\d)\\b`,
  'i',
)
const digits = /\b(\d{1,2})([-/.])(\d{1,2})\2((?:19|20)\d\d)\b/

export interface PrintedDay {
  readonly day: Day
  /** The words it was read from. */
  readonly words: string
  readonly at: number
}

/**
 * First full day printed in `text`, as printed: a time zone moves nothing. `04/07/2025` is left alone, for it is read
 * one way in the United States and another elsewhere; `25/07/2025` is not.
 */
export function dayIn(text: string): PrintedDay | null {
  let best: PrintedDay | null = null
  const offer = (found: RegExpExecArray | null, year: string, month: number, day: string) => {
    const made = found && dayOf(Number(year), month, Number(day))
    if (made && (!best || found.index < best.at)) best = {day: made, words: found[0].trim(), at: found.index}
  }
  let found = yearFirst.exec(text)
  if (found && (found[2] || found[0].length === 8)) offer(found, found[1], Number(found[3]), found[4])
  if ((found = dayFirst.exec(text))) offer(found, found[3], monthOf(found[2]), found[1])
  if ((found = monthFirst.exec(text))) offer(found, found[3], monthOf(found[1]), found[2])
  if ((found = digits.exec(text))) {
    const [first, second] = [Number(found[1]), Number(found[3])]
    if (first > 12 || first === second) offer(found, found[4], second, found[1])
    else if (second > 12) offer(found, found[4], first, found[3])
    else if (found[2] === '.') offer(found, found[4], second, found[1])
  }
  return best
}

/** True when `text` is a day and little else: "Published: 5 May 2025, 10:30 GMT". */
export function mostlyDay(text: string): PrintedDay | null {
  if (text.length > 120) return null
  const found = dayIn(text)
  if (!found) return null
  const rest = (text.slice(0, found.at) + text.slice(found.at + found.words.length))
    .replace(/\b\d{1,2}[:.h]\d{2}(:\d{2})?\s*([ap]\.?m\.?)?\b/gi, ' ')
    .replace(
      /\b(first |last |originally )?(published|posted|updated|released|issued|modified|date|dated|created|added|on|at|in|by|the|time|gmt|utc|ist|est|edt|pst|pdt|cet|cest|bst|pkt|a\.?m\.?|p\.?m\.?|mon|tues?|wed|thu(rs)?|fri|sat|sun|\w+day)\b/gi,
      ' ',
    )
  return (rest.match(/\p{L}+/gu)?.length ?? 0) <= 2 ? found : null
}

/** The day of a machine's time stamp, in the stamp's own zone. `null` when it is none. */
export function stampDay(stamp: string): Day | null {
  const found = /^\s*((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?=[T\s]|$)/.exec(stamp)
  if (found) return dayOf(Number(found[1]), Number(found[2]), Number(found[3]))
  return dayIn(stamp)?.day ?? null
}

/** Day in an address path: `/2025/04/07/`, `/2025-04-07-`, `/20250407/`, `/2025/apr/07/`. */
export function dayInPath(path: string): PrintedDay | null {
  const found =
    /\/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?=[/\-_.]|$)/i.exec(path) ??
    /[/\-_]((?:19|20)\d\d)(0[1-9]|1[0-2])([0-3]\d)(?=[/\-_.]|$)/.exec(path)
  if (!found) return null
  const month = /^\d/.test(found[2]) ? Number(found[2]) : monthOf(found[2])
  const day = dayOf(Number(found[1]), month, Number(found[3]))
  return day ? {day, words: found[0], at: found.index} : null
}

function monthOf(word: string): number {
  return months.findIndex(month => month.startsWith(word.slice(0, 3).toLowerCase())) + 1
}

/** `null` when there is no such day. */
function dayOf(year: number, month: number, day: number): Day | null {
  const last = [
    31,
    year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28,
    31,
    30,
    31,
    30,
    31,
    31,
    30,
    31,
    30,
    31,
  ]
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1 || day > last[month - 1]) return null
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}
