import {numberPattern, readNumber} from '../figures/number.ts'

/** Blank space that does not part paragraphs. */
export const gap = '(?:[^\\S\\n]{1,3}|[^\\S\\n]?\\n[^\\S\\n]?(?=\\S))'

const months = [
  'january|jan',
  'february|feb',
  'march|mar',
  'april|apr',
  'may',
  'june|jun',
  'july|jul',
  'august|aug',
  'september|sept|sep',
  'october|oct',
  'november|nov',
  'december|dec',
]

/** A month's name or abbreviation, its full stop included. */
export const monthPattern = `(?:january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?:\\.|(?![a-z])))`

export function monthOf(word: string): number {
  const low = word.toLowerCase().replace('.', '')
  return months.findIndex(names => names.split('|').includes(low)) + 1
}

const weekdays = [
  'monday|mon',
  'tuesday|tues|tue',
  'wednesday|wed',
  'thursday|thurs|thur|thu',
  'friday|fri',
  'saturday|sat',
  'sunday|sun',
]

export const weekdayPattern =
  '(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:mon|tues|tue|wed|thurs|thur|thu|fri|sat|sun)(?:\\.|(?![a-z])))'

export function weekdayOf(word: string): number {
  const low = word.toLowerCase().replace('.', '')
  return weekdays.findIndex(names => names.split('|').includes(low)) + 1
}

const ordinals: {readonly [word: string]: number} = {
  first: 1,
  second: 2,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  eleventh: 11,
  twelfth: 12,
  thirteenth: 13,
  fourteenth: 14,
  fifteenth: 15,
  sixteenth: 16,
  seventeenth: 17,
  eighteenth: 18,
  nineteenth: 19,
  twentieth: 20,
  thirtieth: 30,
}
const ordinalWords = `(?:(?:twenty|thirty)[- ])?(?:${Object.keys(ordinals).join('|')})`

/** A day of the month: `26`, `26th`, `twenty-sixth`. */
export const dayPattern = `(?:[0-3]?\\d(?:st|nd|rd|th)?(?!\\d|:\\d|[.,]\\d)|${ordinalWords})(?![a-z])`
/** An ordinal, in figures or words. */
export const ordinalPattern = `(?:\\d{1,2}(?:st|nd|rd|th)|${ordinalWords})(?![a-z])`

/** The number of `26`, `26th`, `twenty-sixth`; 0 for other words. */
export function ordinalOf(word: string): number {
  const low = word.toLowerCase()
  const digits = /^\d+/.exec(low)
  if (digits) return Number(digits[0])
  const parts = low.split(/[- ]/)
  const last = ordinals[parts.at(-1) ?? ''] ?? readNumber(parts.at(-1) ?? '') ?? 0
  return parts.length === 1 ? last : (readNumber(parts[0]) ?? 0) + last
}

/** A year in figures that no longer number swallows. */
export const yearPattern = '(?<![\\d.,$£€-])(?:1[0-9]|20)\\d{2}(?!\\d|[.,]\\d|%)'

export const units = 'minute|hour|day|night|week|fortnight|weekend|month|quarter|year|decade|century|centurie'
export type Unit = 'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'quarter' | 'year' | 'decade' | 'century'

export function unitOf(word: string): {unit: Unit; times: number} {
  const low = word.toLowerCase().replace(/s$/, '')
  if (/^(?:sec|min|hr)$/.test(low))
    return {unit: ({sec: 'second', min: 'minute', hr: 'hour'} as const)[low as 'sec'], times: 1}
  if (low === 'fortnight') return {unit: 'week', times: 2}
  if (low === 'night' || low === 'weekend') return {unit: low === 'night' ? 'day' : 'week', times: 1}
  if (low === 'centurie') return {unit: 'century', times: 1}
  return {unit: low as Unit, times: 1}
}

/** How many: a number, an article, or a vague amount. */
export const amountPattern = `(?:${numberPattern}(?:${gap}(?:and${gap})?(?:a${gap})?half)?|an?(?:${gap}(?:few|couple(?:${gap}of)?|half))?|several|some|many|a${gap}few|couple${gap}of|half${gap}an?|dozens${gap}of|recent|few)`

/** The amount, and whether it is vague; `null` amount: "several", "a few". */
export function amountOf(words: string): {value: number | null; approx: boolean} {
  const low = words.toLowerCase().replace(/\s+/g, ' ')
  if (/^(?:several|some|many|few|a few|an few|dozens of|recent)$/.test(low)) return {value: null, approx: true}
  if (/couple/.test(low)) return {value: 2, approx: true}
  if (/^half an?$/.test(low)) return {value: 0.5, approx: false}
  const half = /^(.*?) (?:and )?(?:a )?half$/.exec(low)
  if (half) return {value: (readNumber(half[1]) ?? 0) + 0.5, approx: false}
  return {value: readNumber(low), approx: false}
}

/** Words that make an amount or a day approximate. */
export const hedgePattern = `(?:about|around|some|roughly|approximately|nearly|almost|more${gap}than|less${gap}than|over|at${gap}least|circa|just${gap}over|just${gap}under)`

/** A global, case-blind pattern made of these pieces, not inside a word. */
export function pattern(...pieces: string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\d_-])(?:${pieces.join('')})(?![\\p{L}\\d_])`, 'giu')
}
