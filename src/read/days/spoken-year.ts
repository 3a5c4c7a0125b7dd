import {readNumber} from '../figures/number.ts'
import {gap} from './words.ts'

const ones = 'one|two|three|four|five|six|seven|eight|nine'
const below = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${ones}))?|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:oh|o)[- ](?:${ones}))`

/** A year as it is spoken: "nineteen eighty-six", "nineteen hundred and ninety-three", "two thousand and fifteen", "twenty twenty-one". */
export const spokenYearPattern = `(?:(?:eighteen|nineteen)(?:${gap}hundred(?:${gap}and)?)?${gap}${below}|twenty${gap}${below}|two${gap}thousand(?:${gap}(?:and${gap})?(?:${below}|${ones}))?)`

/** The year that those words name; `null` for other words. */
export function spokenYear(words: string): number | null {
  const low = words.toLowerCase().replace(/\s+/g, ' ')
  const thousand = /^two thousand(?: and)? ?(.*)$/.exec(low)
  if (thousand) return thousand[1] === '' ? 2000 : 2000 + (readNumber(thousand[1]) ?? 0)
  const match = /^(eighteen|nineteen|twenty)(?: hundred)?(?: and)? (.+)$/.exec(low)
  const rest = match && readNumber(match[2].replace(/^(?:oh|o)[- ]/, ''))
  return match && rest !== null ? readNumber(match[1])! * 100 + rest : null
}
