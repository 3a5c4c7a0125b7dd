import {type Lexicon, type Piece, piecesOf} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'

/** A piece with the token that it stands in. */
export type TokenPiece = Piece & {readonly token: number}

/** Pieces of a sentence, in order. */
export function sentencePieces(tree: Tree, text: string): TokenPiece[] {
  const {starts, ends, length, start, end} = tree.sentence
  const found: TokenPiece[] = []
  let token = 0
  for (const piece of piecesOf(text, start, end)) {
    while (token < length - 1 && ends[token] <= piece.start) token++
    if (piece.start >= starts[token] - 1) found.push(Object.assign(piece, {token}))
  }
  return found
}

/** A blank, a hyphen without blanks, an apostrophe or the full stop of an initial may stand between two pieces of one name. */
const joint = /^(?:[ \u00a0\u200e]{0,2}|[-\u2010-\u2012’'‘`´]|\. ?|[’'] )$/

export function joined(text: string, a: Piece, b: Piece): boolean {
  const apart = b.start - a.end
  if (apart === 1 && text.charCodeAt(a.end) === 32) return true
  return apart <= 2 && joint.test(text.slice(a.end, b.start))
}

export const afterHyphen = (text: string, piece: Piece) => text[piece.start - 1] === '-'

/** Whether no name of the lexicon is just this piece. */
export function isUnknown(lexicon: Lexicon, piece: Piece): boolean {
  return (lexicon.byName.root.next.get(piece.key)?.names.length ?? 0) === 0
}
