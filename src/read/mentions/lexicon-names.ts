import {fold, type Lexicon, type Named, type NameNode} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'
import {orgWords} from './org-words.ts'
import {afterHyphen, isUnknown, joined, type TokenPiece} from './pieces.ts'
import {mentionWords} from './words.ts'

/** The longest name of the lexicon that begins at a piece. */
export function longestName(
  lexicon: Lexicon,
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  capitals: boolean,
): {length: number; named: Named[]} | null {
  let node: NameNode | undefined = lexicon.byName.root
  let best: {length: number; named: Named[]} | null = null
  for (let k = i; k < pieces.length; k++) {
    if (k > i && !joined(text, pieces[k - 1], pieces[k])) break
    node = node.next.get(pieces[k].key)
    if (!node) break
    const named = node.names.filter(name => caseFits(name, pieces, i, text))
    if (named.length && fits(named[0], lexicon, tree, text, pieces, i, k, capitals)) best = {length: k - i + 1, named}
  }
  return best
}

const articles = new Set(['al', 'el', 'the'])

function caseFits(name: Named, pieces: readonly TokenPiece[], i: number, text: string): boolean {
  for (let k = 0; k < name.pieces.length; k++) {
    const [wanted, found] = [name.pieces[k], pieces[i + k]]
    if (wanted.upper && wanted.end - wanted.start > 1 && name.kind === 'acronym' && !found.upper) return false
    // "LeT" and "AfD" are written so and not otherwise.
    if (/\p{Ll}\p{Lu}/u.test(shape(name, k)) && text.slice(found.start, found.end) !== shape(name, k)) return false
    if (wanted.capital && !found.capital && !afterHyphen(text, found) && !articles.has(wanted.key)) return false
  }
  return true
}

const shape = ({name, pieces}: Named, k: number) => name.slice(pieces[k].start, pieces[k].end)

/** Any capital may be a surname or a given name: "Jack London", "Sofia Linde". */
const seatReadings: readonly string[] = ['namesake']

/** Whether a name that is also something else is meant as the name here. */
function fits(
  name: Named,
  lexicon: Lexicon,
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  k: number,
  capitals: boolean,
): boolean {
  const readings = lexicon.guards.get(fold(name.name)) ?? (name.kind === 'seat' ? seatReadings : undefined)
  if (!readings || (name.kind === 'acronym' && pieces[i].upper && !capitals && pieces[i - 1]?.key === 'the'))
    return true
  // "over the Atlantic", and what The Atlantic wrote.
  if (readings.includes('title') && !pieces[i].capital) return false
  const token = pieces[i].token
  const tag = tree.upos(token)
  const [before, after] = [pieces[i - 1], pieces[k + 1]]
  if (readings.includes('word')) {
    if (capitals && name.kind === 'acronym' && tag !== 'PROPN') return false
    if (!capitals && tag !== 'PROPN' && tag !== 'ADJ' && !(name.kind === 'acronym' && tag === 'NOUN')) return false
  }
  if (readings.includes('person')) {
    const beside = (piece: TokenPiece | undefined, near: boolean) =>
      piece !== undefined && near && piece.capital && tree.upos(piece.token) === 'PROPN' && isUnknown(lexicon, piece)
    // "Paris Hilton", not "Paris agreement" or "Georgia Institute".
    const nextTo = after && joined(text, pieces[k], after) && text[after.start - 1] === ' '
    if (beside(after, nextTo) && lexicon.givenNames.has(pieces[i].key))
      return orgWords(lexicon).has(after.key) || mentionWords(lexicon).site.has(after.key)
    if (beside(after, nextTo)) return tree.deprel(after.token) !== 'flat'
    if (beside(before, before && joined(text, before, pieces[i]) && text[before.end] === ' '))
      return tree.rel(token) !== 'flat' && !lexicon.givenNames.has(before.key)
  }
  if (readings === seatReadings && before?.capital && lexicon.givenNames.has(before.key))
    return !(joined(text, before, pieces[i]) && text[before.end] === ' ' && isUnknown(lexicon, before))
  if (readings === seatReadings && after?.capital && lexicon.givenNames.has(pieces[i].key))
    return !(tree.deprel(after.token) === 'flat' && text[pieces[k].end] === ' ' && isUnknown(lexicon, after))
  // "a Georgia man", "a Georgia senator": of the country it would be a Georgian.
  if (
    readings.includes('us-state') &&
    after &&
    !after.capital &&
    mentionWords(lexicon).resident.has(after.key) &&
    text[pieces[k].end] === ' '
  )
    return false
  if (
    readings.includes('us-state') &&
    before?.capital &&
    text.slice(before.end, pieces[i].start) === ', ' &&
    isUnknown(lexicon, before)
  )
    return lexicon.placesNamed(text.slice(before.start, before.end)).some(place => place.country === name.entity)
  return true
}
