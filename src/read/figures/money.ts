import type {Span} from '../../model/index.ts'
import type {Counted} from './count.ts'
import {matchesIn, wordPatterns} from '../matches.ts'
import {multiplier, readNumber} from './number.ts'

const signs: {readonly [sign: string]: string} = {$: 'USD', us$: 'USD', '€': 'EUR', '£': 'GBP', '¥': 'JPY', '₹': 'INR'}
const names: {readonly [word: string]: string} = {
  dollar: 'USD',
  euro: 'EUR',
  pound: 'GBP',
  sterling: 'GBP',
  rupee: 'INR',
  yen: 'JPY',
  yuan: 'CNY',
  rouble: 'RUB',
  ruble: 'RUB',
  riyal: 'SAR',
  rial: 'IRR',
  shekel: 'ILS',
  afghani: 'AFN',
  lira: 'TRY',
  won: 'KRW',
}
const gap = '(?:[\\s\\u00a0]{1,2})'
const digits = '\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?'
const scale = '(?:thousand|million|billion|trillion|mln|bn|m(?![\\p{L}]))'
const hedge = `(?:(?<hedge>at${gap}least|more${gap}than|less${gap}than|about|around|some|nearly|almost|approximately|roughly|over|up${gap}to|an${gap}estimated)${gap})?`
const home: {readonly [word: string]: string} = {
  pakistani: 'PKR',
  indian: 'INR',
  australian: 'AUD',
  canadian: 'CAD',
  iranian: 'IRR',
  egyptian: 'EGP',
  turkish: 'TRY',
  american: 'USD',
  us: 'USD',
  'u.s.': 'USD',
}
/** Sums of money, then shares. */
const sums = wordPatterns([
  new RegExp(
    `(?<![\\p{L}\\d])${hedge}(?:(?<sign>US\\$|[$€£¥₹])${gap}?(?<a>${digits})(?:(?:${gap}|-)?(?<s1>${scale}))?|(?<b>${digits}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|fifty|a|several)(?=${gap}(?:hundred|thousand|million|billion)))(?:(?:${gap}|-)(?<s2>hundred|${scale}))?${gap}(?<home>(?:${Object.keys(home).join('|').replaceAll('.', '\\.')})${gap})?(?<name>${Object.keys(names).join('|')})s?)(?![\\p{L}\\d])`,
    'giu',
  ),
  new RegExp(
    `(?<![\\p{L}\\d.,])${hedge}(?<n>${digits}|(?:one|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)(?:${gap}?%|${gap}(?:per${gap}cent|percent(?!age)))`,
    'giu',
  ),
])

/** Sums of money and shares in a hundred. `unit` is an ISO 4217 code or `%`. */
export function sumsIn(text: string, {start, end}: Span): Counted[] {
  const found: Counted[] = []
  for (const [which, match] of matchesIn(text.slice(start, end), sums)) {
    const sum = which === 0 ? moneyOf(match.groups!) : shareOf(match.groups!)
    if (!sum) continue
    const span = {start: start + match.index, end: start + match.index + match[0].length}
    const {unit, ...counted} = sum
    found.push({span, ...counted, approx: match.groups!.hedge !== undefined, unit, who: null})
  }
  return found
}

type Sum = Pick<Counted, 'what' | 'low' | 'high' | 'unit'>

function moneyOf(groups: {readonly [name: string]: string}): Sum | null {
  const value = readNumber(groups.a ?? groups.b)
  if (value === null) return null
  const word = groups.s1 ?? groups.s2
  const times = word === undefined ? 1 : (multiplier(word) ?? 1)
  const unit = groups.sign
    ? signs[groups.sign.toLowerCase()]
    : (home[groups.home?.trim().toLowerCase() ?? ''] ?? names[groups.name.toLowerCase()])
  const sum = Math.round(value * times * 100) / 100
  return {what: 'amount', low: sum, high: sum, unit}
}

function shareOf({n}: {readonly [name: string]: string}): Sum | null {
  const value = readNumber(n)
  return value === null ? null : {what: 'percent', low: value, high: value, unit: '%'}
}
