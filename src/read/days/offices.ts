import type {Lexicon} from '../../lexicon/index.ts'
import type {EntityId, Role} from '../../model/index.ts'
import {numberOf} from './calendar.ts'
import {type Found, meaning} from './meaning.ts'
import {gap} from './words.ts'

const rule =
  '(?:rule|reign|presidency|tenure|government|premiership|leadership|era|years|time|dictatorship|regime|administration|chancellorship|term(?:s)?(?: in office)?|time in office)'
const word = "\\p{Lu}[\\p{L}'’-]*\\p{L}"
const name = `(?<name>${word}(?:${gap}(?:(?:al|ul|bin|von|de|van)[ -])?${word}){0,4})`
const phrases = [
  new RegExp(`(?<![\\p{L}])(?:the${gap})?(?:early${gap}|late${gap})?${rule}${gap}of${gap}(?:then${gap})?${name}`, 'gu'),
  new RegExp(`(?<=(?<![\\p{L}])[Uu]nder${gap}(?:the${gap}late${gap})?)${name}(?!['’]s)`, 'gu'),
  new RegExp(`(?<![\\p{L}])${name}['’]s?${gap}${rule}(?![\\p{L}])`, 'gu'),
  new RegExp(
    `(?<=(?<![\\p{L}])(?:[Dd]uring|[Uu]nder|[Ii]n|[Ss]ince|[Bb]efore)${gap}the${gap})${name}${gap}(?:era|years|presidency|administration|government|regime)(?![\\p{L}])`,
    'gu',
  ),
]
const ruling =
  /^(?:president|prime minister|king|queen|emir|sultan|supreme leader|leader|chancellor|general secretary|head of state|head of government|chief executive|shah|first secretary|premier|crown prince|chairman)/i
const noRuler = /^(?:the|us|american|international|new|civil|military|martial)$/i

/** Everyone who ruled and may be meant by a name with or without titles: longest run of words that the tables know. */
function rulers(lexicon: Lexicon, words: readonly string[]): EntityId[] {
  for (let from = 0; from < words.length; from++) {
    if (words.length - from === 1 && noRuler.test(words[from])) continue
    const part = words.slice(from).join(' ')
    const named = lexicon.byName.lookup(part).map(({entity}) => entity)
    const ids = named.length > 0 ? named : from === words.length - 1 ? [...lexicon.byName.surname(part)] : []
    const ruled = [...new Set(ids)].filter(id => lexicon.rolesOf(id).some(isRuling))
    if (ruled.length > 0) return ruled
  }
  return []
}

function isRuling({role, sector}: Role): boolean {
  return ruling.test(role) && (sector === 'GOV' || sector === 'MIL')
}

/** Terms of office named by who held it: "during the rule of General Zia", "under Reagan", "the Obama administration". */
export function officesIn(text: string, lexicon: Lexicon): Found[] {
  const found: Found[] = []
  for (const phrase of phrases)
    for (const match of text.matchAll(phrase)) {
      const words = match.groups!.name.split(/\s+/)
      const ids = rulers(lexicon, words)
      // Two presidents of one surname: the text must say which.
      if (ids.length !== 1) continue
      const terms = lexicon
        .rolesOf(ids[0])
        .filter(isRuling)
        .filter(({since}) => since !== null)
      if (terms.length === 0) continue
      const first = terms.map(({since}) => since!).sort()[0]
      const ends = terms.map(({until}) => until)
      const last = ends.includes(null) ? null : (ends as string[]).sort().at(-1)!
      found.push({
        start: match.index,
        end: match.index + match[0].length,
        mean: () => {
          const interval = {first: numberOf(first), last: last === null ? numberOf(first) : numberOf(last) - 1}
          const era = meaning(interval, 'era', null, {approx: terms.length > 1})
          return last === null ? {...era, last: null} : era
        },
      })
    }
  return found
}
