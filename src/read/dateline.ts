import type {Lexicon} from '../lexicon/index.ts'
import type {Span} from '../model/index.ts'

const month = String.raw`(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?`
const day = String.raw`(?:${month} \d{1,2}|\d{1,2} ${month})(?:,? \d{4}| \d{2}\b)?`
const capitals = String.raw`\p{Lu}[\p{Lu}.'’-]+(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}`
const region = String.raw`\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,2}`
const head = new RegExp(
  String.raw`^(?<place>${capitals})(?<more>(?:, ${region})?(?:,? ${day})?(?: \([^()]{2,40}\))?)(?:\s*[—–]\s*|\s+(?:--?|_)\s+|:\s+)`,
  'iu',
)
const dated = new RegExp(String.raw`^(?<place>${region}), ${day}\.\s+`, 'u')
const longest = 100

/**
 * Where the dateline of a paragraph ends and its text begins: `KABUL, Aug. 26 (Agency) — `, `NEW DELHI, May 26. `, `ISLAMABAD: `.
 * 0 when there is none. A short word in capitals alone is one only if the lexicon knows a place of that name: `ISIS – ` is none.
 */
export function datelineLength(paragraph: string, lexicon: Lexicon): number {
  const found = head.exec(paragraph.slice(0, longest)) ?? dated.exec(paragraph.slice(0, longest))
  if (!found?.groups) return 0
  const {place, more} = found.groups
  if (place !== place.toUpperCase() && !dated.test(found[0])) return 0
  const isPlace = place.split('/').some(name => lexicon.placesNamed(name).length > 0 || isState(name, lexicon))
  return isPlace || (more ?? '') !== '' || more === undefined ? found[0].length : 0
}

/** A paragraph's dateline and its text, apart, so that no sentence begins with a place that does nothing in it. */
export function withoutDateline(text: string, {start, end}: Span, lexicon: Lexicon): Span[] {
  const length = datelineLength(text.slice(start, end), lexicon)
  if (length === 0 || start + length >= end) return [{start, end}]
  return [
    {start, end: start + length},
    {start: start + length, end},
  ]
}

function isState(name: string, lexicon: Lexicon): boolean {
  return lexicon.byName.lookup(name).some(({entity, kind}) => kind !== 'acronym' && lexicon.states.has(entity))
}
