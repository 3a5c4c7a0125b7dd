import type {Span} from '../../model/index.ts'
import {matchesIn, wordPatterns} from '../matches.ts'
import {multiplier, readNumber} from './number.ts'

/** A printed number with its hedge: "at least 82", "dozens", "20 to 30". */
export interface Amount {
  /** Hedge and number. */
  readonly span: Span
  readonly low: number
  readonly high: number
  readonly approx: boolean
}

const gap = '(?:[\\s\\u00a0]{1,3})'
const ones = 'one|two|three|four|five|six|seven|eight|nine'
const small = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${ones}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|${ones})`
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const scale = '(?:hundred|thousand|million|billion|trillion|mln|bn)'
const number = `(?:(?:${digits}|${small}|a|an)(?:(?:${gap}|-)${scale}){1,2}(?:${gap}(?:and${gap})?${small}(?:${gap}${scale})?)?|(?:${digits}|${small}))`
const vague: {readonly [words: string]: readonly [low: number, high: number]} = {
  dozens: [24, 99],
  scores: [40, 99],
  hundreds: [200, 999],
  thousands: [2000, 9999],
  'tens of thousands': [20000, 99999],
  'hundreds of thousands': [200000, 999999],
  millions: [2e6, 9999999],
  'several dozen': [36, 84],
  'several hundred': [300, 900],
  'several thousand': [3000, 9000],
  'a few dozen': [24, 60],
  'a few hundred': [200, 500],
  'half a dozen': [6, 6],
  'a dozen': [12, 12],
  'two dozen': [24, 24],
  'three dozen': [36, 36],
  several: [3, 9],
}
const vagueWords = Object.keys(vague)
  .sort((a, b) => b.length - a.length)
  .join('|')
  .replaceAll(' ', gap)
const hedge = `(?:at${gap}least|at${gap}most|no${gap}(?:fewer|less|more)${gap}than|more${gap}than|fewer${gap}than|less${gap}than|as${gap}many${gap}as|up${gap}to|an${gap}estimated|about|around|some|nearly|almost|approximately|roughly|over|close${gap}to|just${gap}over|estimated|as${gap}few${gap}as)`
const amount = wordPatterns([
  new RegExp(
    `(?<![\\p{L}\\d.,$€£#-])(?:(?<hedge>${hedge})${gap})?(?:the${gap})?(?:between${gap}(?<from>${number})${gap}and${gap}(?<to>${number})|(?<from2>${number})${gap}(?:to|or)${gap}(?<to2>${number})|(?<from3>${digits})[-–](?<to3>${digits})|(?<vague>${vagueWords})|(?<one>${number}))(?![\\p{L}\\d%]|[.,:/]\\d|-?(?:year|month|week|day|hour|minute)s?[- ]old|st\\b|nd\\b|th\\b)`,
    'giu',
  ),
])

/** Words that a number does not count people with: years, ranks, distances, times. */
const notCounted =
  /^[\s-]*(?:%|percent|per cent|(?:year|month|week|day|hour|minute|second|kilomet|km|mile|met(?:er|re)|feet|foot|inch|ton|kg|kilo|pound|dollar|euro|rupee|degree|mm|cm|am\b|pm\b|a\.m|p\.m|o['’]clock|times\b|gmt|cases?\b|counts?\b|bombs?\b|bullets?\b|shots?\b|rockets?\b|attacks?\b|explosions?\b|vehicles?\b|houses?\b|buses\b|buildings?\b|january|february|march|april|may\b|june|july|august|september|october|november|december|jan\b|feb\b|mar\b|apr\b|jun\b|jul\b|aug\b|sep\b|sept\b|oct\b|nov\b|dec\b)|o\b)/i
const beforeMonth =
  /(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|no|number|chapter|article|section|resolution|flight|route|highway|brigade|battalion|age|aged)\.?\s+$/i

/** Every number in a text that may count people or things, left to right. A bare year is none. */
export function amountsIn(text: string, from = 0, to = text.length): Amount[] {
  const found: Amount[] = []
  for (const [, match] of matchesIn(text.slice(from, to), amount)) {
    const groups = match.groups!
    const start = from + match.index
    const end = start + match[0].length
    if (notCounted.test(text.slice(end, end + 16))) continue
    if (beforeMonth.test(text.slice(Math.max(0, start - 14), start))) continue
    const counted = amountOf(groups)
    if (!counted) continue
    // "Porth, 65, was": an age; "at 0815": a time; "five of them Spanish": a part of those counted before.
    if (
      /^\d{2}$/.test(match[0]) &&
      /\p{L},\s$/u.test(text.slice(Math.max(0, start - 3), start)) &&
      /^,\s/.test(text.slice(end, end + 2))
    )
      continue
    if (
      /^0\d/.test(match[0]) ||
      (/^(?:[01]\d|2[0-4])\d\d$/.test(match[0]) && /\bat\s$/i.test(text.slice(Math.max(0, start - 4), start)))
    )
      continue
    if (/^\s+of\s+(?:them|whom)\s+(?!(?:were|was|have|had|are|died)\b)/i.test(text.slice(end, end + 14))) continue
    if (
      /^(?:1[89]|20)\d\d$/.test(match[0]) &&
      !/^\s+\p{L}+s\b|^\s+(?:people|men|women)/u.test(text.slice(end, end + 24))
    )
      continue
    // "one" as a pronoun or article of time: "one day", "one of the".
    if (
      /^one$/i.test(match[0]) &&
      /^\s+(?:of|day|another|thing|who|by|can|could|must|should|hand)\b/i.test(text.slice(end, end + 10)) &&
      !/^\s+of\b/i.test(text.slice(end, end + 4))
    )
      continue
    found.push({span: {start, end}, ...counted})
  }
  return found
}

function amountOf(groups: Readonly<Record<string, string | undefined>>): Omit<Amount, 'span'> | null {
  const hedged = groups.hedge !== undefined
  if (groups.vague !== undefined) {
    const words = groups.vague.toLowerCase().replace(/\s+/g, ' ')
    const [low, high] = vague[words]
    return {low, high, approx: low !== high || hedged}
  }
  if (groups.one !== undefined) {
    const value = readNumber(groups.one)
    return value === null ? null : {low: value, high: value, approx: hedged}
  }
  const [a, b] = [(groups.from ?? groups.from2 ?? groups.from3)!, (groups.to ?? groups.to2 ?? groups.to3)!]
  const high = readNumber(b)
  let low = readNumber(a)
  if (low === null || high === null) return null
  // "20 to 30 thousand", "2 or 3 million": the scale holds for both.
  const times = multiplier(b.split(/[\s-]+/).at(-1) ?? '')
  if (times !== null && low < 1000 && low * times < high * 1.01) low *= times
  return low <= high ? {low, high, approx: true} : null
}
