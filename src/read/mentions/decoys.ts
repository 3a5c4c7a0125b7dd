import {fold, type Lexicon, piecesOf} from '../../lexicon/index.ts'
import type {Unit} from './draft.ts'
import {mentionWords} from './words.ts'

/** Drops names that are part of the name of something else: "Gulf of Oman", "Jordan River", "Panama hat". */
export function dropDecoys(units: Unit[], text: string, lexicon: Lexicon): void {
  const {decoy, water} = mentionWords(lexicon)
  for (let u = units.length - 1; u >= 0; u--) {
    const {kind, start, end, named} = units[u]
    const [before, after] = kind === 'noun' ? [[], []] : [wordsBefore(text, start), wordsAfter(text, end)]
    const ofWater = water.has(before.at(-2) ?? '') && before.at(-1) === 'of' && isCapital(text, start, before)
    const isWater = named.length > 0 && water.has(after[0] ?? '') && text[end] === ' ' && /\p{Lu}/u.test(text[end + 1])
    const phrase = `${fold(text.slice(start, end))} ${(after[0] ?? '').replace(/s$/, '')}`
    if (ofWater || isWater || (kind === 'name' && decoy.has(phrase))) units.splice(u, 1)
  }
}

/** Whether the word before "of" is written as a name. */
function isCapital(text: string, start: number, before: readonly string[]): boolean {
  const at = text.lastIndexOf(' of ', start) - before.at(-2)!.length
  return at >= 0 && /\p{Lu}/u.test(text[at])
}

/** The two words before a name on its line, an article left out. */
function wordsBefore(text: string, start: number): string[] {
  const words = piecesOf(text, Math.max(0, start - 24), start).map(({key}) => key)
  return words.at(-1) === 'the' ? words.slice(0, -1) : words
}

const wordsAfter = (text: string, end: number) => piecesOf(text, end, end + 16).map(({key}) => key)
