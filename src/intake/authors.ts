import type {Markup} from './markup.ts'
import {markedIn} from './markup.ts'
import type {Piece} from './piece.ts'
import {tidy} from './piece.ts'

/** A name that the markup calls an author's, and the piece that it stands in. */
export interface MarkedAuthor {
  readonly name: string
  readonly piece: number
}

const selector =
  '[rel~="author"], [itemprop="author"], [class*="author-name"], [class*="author_name"], [class*="byline"] a'

export function authorsOf({document}: Markup): MarkedAuthor[] {
  return [...document.querySelectorAll(selector)].slice(0, 100).flatMap(element => {
    const text = element.textContent ?? ''
    const [piece] = markedIn(text)
    const name = tidy(text).replace(/^by:?\s+/i, '')
    return piece !== undefined && name.length > 2 && name.length < 80 ? [{name, piece}] : []
  })
}

/** The first of them that stands over the article or right under it, not over another post. */
export function authorNear(authors: readonly MarkedAuthor[], pieces: readonly Piece[]): string | null {
  const first = pieces.findIndex(piece => piece.cut === null)
  const near = authors.find(({piece}) => {
    const cut = pieces[piece]?.cut
    return (
      cut &&
      cut.reason !== 'related-post' &&
      cut.reason !== 'comment' &&
      cut.reason !== 'navigation' &&
      Math.abs(piece - first) <= 15
    )
  })
  return near?.name ?? null
}
