import {fold, type Lexicon} from '../../lexicon/index.ts'
import type {Unit} from './draft.ts'
import type {TokenPiece} from './pieces.ts'
import {mentionWords} from './words.ts'

/** Drops names that are part of the name of something else: "Gulf of Oman", "Jordan River", "Panama hat". */
export function dropDecoys(units: Unit[], pieces: readonly TokenPiece[], text: string, lexicon: Lexicon): void {
  const {decoy, water} = mentionWords(lexicon)
  for (let u = units.length - 1; u >= 0; u--) {
    const {kind, start, end, named} = units[u]
    if (kind === 'noun') continue
    const {before, after} = wordsAround(pieces, units[u])
    const ofWater = water.has(before.at(-2) ?? '') && before.at(-1) === 'of' && isCapital(text, start, before)
    const isWater = named.length > 0 && water.has(after) && text[end] === ' ' && /\p{Lu}/u.test(text[end + 1])
    const phrase = `${fold(text.slice(start, end))} ${after.replace(/s$/, '')}`
    if (ofWater || isWater || (kind === 'name' && decoy.has(phrase))) units.splice(u, 1)
  }
}

/** Whether the word before "of" is written as a name. */
function isCapital(text: string, start: number, before: readonly string[]): boolean {
  const at = text.lastIndexOf(' of ', start) - before.at(-2)!.length
  return at >= 0 && /\p{Lu}/u.test(text[at])
}

/** The two words before a name on its line, an article left out, and the one behind it. */
function wordsAround(pieces: readonly TokenPiece[], {start, end}: Unit): {before: string[]; after: string} {
  let first = 0
  let last = pieces.length
  // The first piece that ends behind the start of the name, and the first that begins behind its end.
  while (first < last) {
    const middle = (first + last) >> 1
    if (pieces[middle].end > start) last = middle
    else first = middle + 1
  }
  let next = first
  while (next < pieces.length && pieces[next].start < end) next++
  const before = pieces.slice(Math.max(0, first - 3), first).map(({key}) => key)
  if (before.at(-1) === 'the') before.pop()
  return {before, after: pieces[next]?.key ?? ''}
}
