import type {Lexicon} from '../../lexicon/index.ts'
import type {Day} from '../../model/index.ts'
import {numberOf} from './calendar.ts'
import {type Found, meaning} from './meaning.ts'
import {gap} from './words.ts'

interface Occasion {
  /** Last words of its names: a text without any of them is not searched. */
  readonly last: readonly string[]
  readonly pattern: RegExp
  /** Office and state of the one who speaks there, where others speak at the same place on other days. */
  readonly speaker: {readonly office: string; readonly country: string} | null
  readonly days: readonly {readonly first: Day; readonly last: Day}[]
}

const year = '(?:19|20)\\d\\d'
const where = `(?:${gap}(?:in|at)${gap}(?:the${gap})?\\p{Lu}[\\p{L}-]*(?:${gap}\\p{Lu}[\\p{L}-]*)?)?`
const known = new WeakMap<Lexicon, readonly Occasion[]>()

function occasionsOf(lexicon: Lexicon): readonly Occasion[] {
  let found = known.get(lexicon)
  if (!found) {
    found = lexicon.table('occasions', ['names', 'speaker', 'days', 'from']).map(({cells}) => occasionOf(cells))
    known.set(lexicon, found)
  }
  return found
}

function occasionOf({names, speaker, days}: {names: string; speaker: string; days: string}): Occasion {
  const words = names
    .split('|')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .map(name => name.split(' ').join(gap))
  const name = `(?:${words.join('|')})`
  const [office, country] = speaker.split(' of ')
  return {
    last: [...new Set(names.split('|').map(name => name.split(' ').at(-1)!))],
    pattern: new RegExp(
      `(?<!\\p{L})(?:(?<first>first)${gap})?(?:(?<before>${year})${gap}${name}|${name}${where}${gap}(?:in|of)${gap}(?<after>${year}))(?![\\p{L}\\d])`,
      'gu',
    ),
    speaker: speaker === '' ? null : {office, country},
    days: days.split(' ').map(day => {
      const [first, last = first] = day.split('..')
      return {first, last}
    }),
  }
}

/** Days of what comes once a year, by name and year: "the 2024 NATO summit", "his first speech to the US Congress in 2025". */
export function occasionsIn(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = []
  for (const {last, pattern, speaker, days} of occasionsOf(lexicon)) {
    if (!last.some(word => text.includes(word))) continue
    for (const match of text.matchAll(pattern)) {
      const {first, before, after} = match.groups!
      const said = before ?? after
      const held = days.filter(day => day.first.startsWith(said))
      // Two in one year: the text must say which.
      if (held.length === 0 || (held.length > 1 && !first)) continue
      const end = match.index + match[0].length
      if (speaker && !isNear(text, match.index, end, holders(lexicon, speaker, held[0].first))) continue
      const interval = {first: numberOf(held[0].first), last: numberOf(held[0].last)}
      const timex = held[0].first === held[0].last ? held[0].first : null
      found.push({start: match.index, end, year: Number(said), mean: () => meaning(interval, 'day', timex)})
    }
  }
  return found
}

/** Surnames of those who held the office on that day. */
function holders(lexicon: Lexicon, {office, country}: {office: string; country: string}, day: Day): string[] {
  return lexicon.holders(office, country, day).map(id => lexicon.entities.get(id)!.name.split(' ').at(-1)!)
}

/** Whether one of the names stands in the same sentence, more or less. */
function isNear(text: string, start: number, end: number, names: readonly string[]): boolean {
  const around = text.slice(Math.max(0, start - reach), end + reach)
  return names.some(name => around.includes(name))
}

const reach = 100
