import {toNumber} from './calendar.ts'
import {type Kind, meaning, type Part, partNamed, partOf, partPattern, yearInterval} from './meaning.ts'
import {gap, ordinalPattern, ordinalOf, pattern, yearPattern} from './words.ts'

const led =
  /(?:^|[\s(“"])(?:in|since|by|until|till|from|of|during|before|after|through|throughout|year|years|late|early|mid|and|or|to|for|between|around|circa|about|the|its|his|their|our|’s|'s|a|an|that|this|post|pre|til|versus|than|as)[\s-]+$/i
const hedged = /(?:about|around|some|nearly|almost|than|least|over|of|to|and|for|killed|or|from)\s+$/i

/** "in 2021", "the 2021 withdrawal", "(2019)", "late 2020", "the year 2008" */
export const year: Kind = {
  name: 'year',
  pattern: pattern(
    `(?<part>${partPattern})?(?:(?:the${gap})?year${gap})?(?<year>${yearPattern})(?![/]\\d|-[a-z]?\\d{3,})`,
  ),
  read: ({part, year: word}, match) => {
    const text = match.input
    const at = match.index + match[0].length
    const before = text.slice(Math.max(0, match.index - 16), match.index)
    const after = text.slice(at, at + 20)
    const y = Number(word)
    const named = partNamed(part)
    const sure = named !== null || /year/i.test(match[0])
    // "2000 troops": a count, unless something makes it a year.
    const counts =
      /^\s+(?:[a-z]+-)?[a-z]*[^s\W]s\b/.test(after) && !/^\s+(?:was|has|is|its|this|as|does|elections?)\b/.test(after)
    if (!sure && counts && (hedged.test(before) || !led.test(before))) return null
    if (
      !sure &&
      /^\s+(?:people|men|women|children|police|km|kilomet|miles|metres|meters|dollars|tons|percent|per cent|feet)/i.test(
        after,
      )
    )
      return null
    if (!sure && (y < 1700 || y > 2100) && !/(?:in|since|by|until|from|of|year)\s+$/i.test(before)) return null
    if (/(?:no\.?|number|room|resolution|flight|article|page|section|act|#|about|highway|route)\s*$/i.test(before))
      return null
    const whole = yearInterval(y)
    return () => meaning(named ? partOf(whole, named) : whole, 'year', String(y), {approx: named !== null})
  },
}

/** "1979–1988", "1991-2001", "1979-88" */
export const years: Kind = {
  name: 'years',
  pattern: pattern(
    '(?<from>(?:1[5-9]|20)\\d{2})(?:\\s?[-–—~/]\\s?|\\s(?:to|through|till|until)\\s(?=\\d{4}))(?<to>(?:1[5-9]|20)\\d{2}|\\d{2})(?![-/.]?\\d)',
  ),
  read: ({from, to}) => {
    const a = Number(from)
    const b = to!.length === 2 ? Math.floor(a / 100) * 100 + Number(to) : Number(to)
    // "2015-12" is a month, not twelve years back.
    if (b <= a || b - a > 400 || (to!.length === 2 && Number(to) <= 12 && a >= 2000)) return null
    return () => meaning({first: toNumber(a, 1, 1), last: toNumber(b, 12, 31)}, 'year', `${a}/${b}`)
  },
}

const decadeWords: {readonly [word: string]: number} = {
  twenties: 20,
  thirties: 30,
  forties: 40,
  fifties: 50,
  sixties: 60,
  seventies: 70,
  eighties: 80,
  nineties: 90,
}

/** "the 1980s", "the early 1990s", "mid-1970's", "the '80s", "the late seventies" */
export const decade: Kind = {
  name: 'decade',
  pattern: pattern(
    `(?:the${gap})?(?<part>${partPattern})?(?:(?<full>(?:1[5-9]|20)\\d)0(?:[’']?s|${gap}s)|[’'](?<short>\\d)0s|(?<word>(?<=(?:the|in|of|during)${gap}(?:(?:early|late|mid)[- ])?)(?:${Object.keys(decadeWords).join('|')})))`,
  ),
  read: ({part, full, short, word}, match) => {
    if (
      word !== undefined &&
      /\b(?:in|his|her|their|was)\s+(?:his|her|their)\s+$/i.test(
        match.input.slice(Math.max(0, match.index - 12), match.index),
      )
    )
      return null
    const start =
      full !== undefined
        ? Number(full) * 10
        : short !== undefined
          ? 1900 + Number(short) * 10
          : 1900 + decadeWords[word!.toLowerCase()]
    const named = partNamed(part)
    const whole = {first: toNumber(start, 1, 1), last: toNumber(start + 9, 12, 31)}
    // Thirds of a decade by whole years: 0–3, 4–6, 7–9.
    const narrowed =
      named === 'early'
        ? {first: whole.first, last: toNumber(start + 3, 12, 31)}
        : named === 'mid'
          ? {first: toNumber(start + 4, 1, 1), last: toNumber(start + 6, 12, 31)}
          : named === 'late'
            ? {first: toNumber(start + 7, 1, 1), last: whole.last}
            : named
              ? partOf(whole, named)
              : whole
    return () => meaning(narrowed, 'decade', String(start / 10), {approx: named !== null})
  },
}

/** First and last year of a part, counted from the first of the century. */
const centuryParts: Readonly<Record<Part, readonly [number, number]>> = {
  early: [0, 32],
  mid: [33, 65],
  late: [66, 99],
  'first-half': [0, 49],
  'second-half': [50, 99],
}

/** "the 19th century", "the early twentieth century" */
export const century: Kind = {
  name: 'century',
  pattern: pattern(`(?:the${gap})?(?<part>${partPattern})?(?<which>${ordinalPattern})(?:${gap}|-)century`),
  read: ({part, which}) => {
    const n = ordinalOf(which!)
    if (n < 1 || n > 30) return null
    // As people count, and TIMEX3: the 20th is 1900 to 1999.
    const start = (n - 1) * 100
    const named = partNamed(part)
    const [from, to] = named === null ? [0, 99] : centuryParts[named]
    const interval = {first: toNumber(Math.max(1, start + from), 1, 1), last: toNumber(start + to, 12, 31)}
    return () => meaning(interval, 'era', String(n - 1).padStart(2, '0'), {approx: true})
  },
}
