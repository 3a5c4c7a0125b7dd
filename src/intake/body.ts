import type {Block, Cut} from '../model/index.ts'
import type {Piece} from './piece.ts'

/** The kept pieces as one text, parted by blank lines, with the span of each. */
export function bodyOf(pieces: readonly Piece[]): {text: string; blocks: Block[]} {
  const blocks: Block[] = []
  let text = ''
  for (const piece of pieces) {
    if (piece.cut) continue
    if (text) text += '\n\n'
    const start = text.length
    text += piece.text
    blocks.push({kind: piece.kind, span: {start, end: text.length}})
  }
  return {text, blocks}
}

/** What was cut, neighbours of one box together. */
export function cutsOf(pieces: readonly Piece[]): Cut[] {
  const cuts: {text: string; reason: Cut['reason']; why: string}[] = []
  let before: Piece | null = null
  for (const piece of pieces) {
    if (piece.cut) {
      const last = cuts.at(-1)
      if (before?.cut && last && last.reason === piece.cut.reason && last.why === piece.cut.why)
        last.text += `\n${piece.text}`
      else cuts.push({text: piece.text, ...piece.cut})
    }
    before = piece
  }
  return cuts
}
