import type {Named, RoleNoun} from '../../lexicon/index.ts'
import type {Tree} from '../../text/index.ts'
import type {Unit} from './draft.ts'
import type {TokenPiece} from './pieces.ts'

/** A stretch of pieces as a unit. */
export function unit(
  kind: Unit['kind'],
  tree: Tree,
  text: string,
  pieces: readonly TokenPiece[],
  i: number,
  length: number,
  named: readonly Named[],
  noun: RoleNoun | null,
): Unit {
  const [first, last] = [pieces[i], pieces[i + length - 1]]
  const before =
    i > 0 && first.start - pieces[i - 1].end === 1 && text[first.start - 1] === '-' ? pieces[i - 1].key : ''
  return {
    kind,
    first: first.token,
    last: last.token,
    start: first.start,
    end: withStop(text, last, tree),
    named,
    noun,
    prefixed: prefixes.has(before),
  }
}

const prefixes = new Set(['pro', 'anti', 'non', 'ex', 'inter', 'trans'])

/** `St.` and `Jr.` keep their full stop when the token does. */
function withStop(text: string, piece: TokenPiece, tree: Tree): number {
  const {starts, ends} = tree.sentence
  const end = ends[piece.token]
  return starts[piece.token] <= piece.start && end === piece.end + 1 && text[piece.end] === '.' ? end : piece.end
}
