import type {Lexicon, Named} from '../../lexicon/index.ts'
import type {DayReading} from '../../model/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import {dropDecoys} from './decoys.ts'
import {longestName} from './lexicon-names.ts'
import {longestNoun, nounTrie} from './noun-units.ts'
import {orgWords} from './org-words.ts'
import {joined, sentencePieces, type TokenPiece} from './pieces.ts'
import {addRuns} from './runs.ts'
import {unit} from './unit.ts'

/** Names of the lexicon and role nouns in a sentence, longest first, left to right, without overlap; then runs of other names. */
export function unitsOf(
  tree: Tree,
  text: string,
  lexicon: Lexicon,
  days: readonly DayReading[],
  isSurname: (key: string) => boolean = () => false,
): Unit[] {
  const pieces = sentencePieces(tree, text)
  const capitals = pieces.every(piece => piece.upper || !piece.capital) && pieces.some(piece => piece.upper)
  const units: Unit[] = []
  const nouns = nounTrie(lexicon)
  for (let i = 0; i < pieces.length; ) {
    const known = longestName(lexicon, tree, text, pieces, i, capitals)
    const name = known && isRest(known.named, pieces, i, units, tree, text, lexicon) ? null : known
    const begins = longestNoun(nouns, tree, text, pieces, i)
    const noun =
      begins === null ||
      insideName(pieces, i, units, tree, text, lexicon) ||
      bearsName(pieces, i, tree, text, lexicon, isSurname)
        ? null
        : begins
    if (name && (!noun || name.length >= noun.length)) {
      units.push(unit('name', tree, text, pieces, i, name.length, name.named, null))
      i += name.length
    } else if (noun) {
      units.push(unit('noun', tree, text, pieces, i, noun.length, [], noun.noun))
      i += noun.length
    } else i++
  }
  addRuns(units, tree, text, pieces, days, lexicon, capitals, isSurname)
  dropDecoys(units, pieces, text, lexicon)
  return units.sort((a, b) => a.start - b.start)
}

/** "Mustafa Mohamed Ibrahim" is not Mohamed Ibrahim: a given name that is no title stands before the name. */
function isRest(
  named: readonly Named[],
  pieces: readonly TokenPiece[],
  i: number,
  units: readonly Unit[],
  tree: Tree,
  text: string,
  lexicon: Lexicon,
): boolean {
  const before = pieces[i - 1]
  if (!before?.capital || !named.every(({entity}) => lexicon.people.has(entity))) return false
  if (!lexicon.givenNames.has(before.key) || tree.upos(before.token) !== 'PROPN') return false
  return joined(text, before, pieces[i]) && !units.some(({end}) => end === before.end)
}

/** "King" in "Pete King", and later in "King said". */
function bearsName(
  pieces: readonly TokenPiece[],
  i: number,
  tree: Tree,
  text: string,
  lexicon: Lexicon,
  isSurname: (key: string) => boolean,
): boolean {
  const [before, piece, after] = [pieces[i - 1], pieces[i], pieces[i + 1]]
  if (!piece.capital) return false
  const titled = after?.capital && after.start - piece.end === 2 && text[piece.end] === '.'
  if (before?.capital && !titled && joined(text, before, piece))
    return tree.upos(before.token) === 'PROPN' && lexicon.givenNames.has(before.key)
  const named = after?.capital && joined(text, piece, after)
  return !named && isSurname(piece.key)
}

/** "Front" in "Free Valley Front": the last word of a longer name, no noun of its own. */
function insideName(
  pieces: readonly TokenPiece[],
  i: number,
  units: readonly Unit[],
  tree: Tree,
  text: string,
  lexicon: Lexicon,
): boolean {
  const before = pieces[i - 1]
  if (pieces[i].key === 'administration' || pieces[i].key === 'government') return false
  if (
    !before?.capital ||
    !pieces[i].capital ||
    !joined(text, before, pieces[i]) ||
    !orgWords(lexicon).has(pieces[i].key)
  )
    return false
  if (units.some(({end}) => end === before.end) || tree.upos(before.token) === 'DET') return false
  return tree.upos(before.token) === 'PROPN' || tree.upos(before.token) === 'ADJ'
}
