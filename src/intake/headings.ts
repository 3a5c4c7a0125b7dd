import type {Piece} from './piece.ts'

/** Makes headings of short lines that stand over a paragraph: plain text has no marks, and many pages set headings as bold paragraphs. */
export function raiseHeadings(pieces: readonly Piece[]): void {
  const kept = pieces.filter(piece => piece.cut === null)
  for (let n = 1; n + 1 < kept.length; n++) {
    const [piece, next] = [kept[n], kept[n + 1]]
    if (piece.kind === 'paragraph' && next.kind !== 'heading' && next.text.length > 90 && overParagraph(piece.text))
      piece.kind = 'heading'
  }
}

function overParagraph(text: string): boolean {
  return (
    text.length <= 90 && text.split(' ').length <= 14 && !/[.!,;:…"”’)]$/.test(text) && !/^["“‘(–—\p{Ll}-]/u.test(text)
  )
}

/** The title of a text that names none: its first line, when it is short and no sentence and a paragraph or a line about the text follows. */
export function firstLineTitle(pieces: readonly Piece[]): string | null {
  const first = pieces.findIndex(piece => piece.cut === null || piece.cut.reason === 'other')
  const [piece, next] = [pieces[first], pieces[first + 1]]
  if (!piece || !next || piece.text.length > 160 || /[.:;,]$/.test(piece.text) || piece.linked > 0) return null
  return piece.text.split(' ').length >= 3 && (next.text.length > piece.text.length || next.text.length < 60)
    ? piece.text
    : null
}
