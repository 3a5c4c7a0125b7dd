import type {Piece} from './piece.ts'

/** The element that holds a piece's paragraph beside others, and how it is named. */
export interface Box {
  readonly element: Element | null
  /** Tag and class; empty without a class. */
  readonly name: string
}

/** First and last piece of the article; `first` is above `last` when there is none. */
export interface Range {
  readonly first: number
  readonly last: number
}

/** Asked before Readability runs: it moves elements and takes their classes. */
export function boxesOf(pieces: readonly Piece[]): Box[] {
  return pieces.map(piece => {
    let at = piece.home
    for (let n = 0; n < 20 && at && /^(P|H[1-6]|LI|UL|OL|BLOCKQUOTE|DL|DD|DT)$/.test(at.tagName); n++)
      at = at.parentElement
    const name = at?.getAttribute('class')
    return {element: at, name: at && name ? `${at.tagName} ${name}` : ''}
  })
}

export function rangeOf(liked: ReadonlySet<number>): Range {
  let [first, last] = [Number.POSITIVE_INFINITY, -1]
  for (const n of liked) {
    first = Math.min(first, n)
    last = Math.max(last, n)
  }
  return {first, last}
}

/** Tells of a piece that Readability dropped whether its neighbours say that it belongs to the article after all. */
export function belonging(
  pieces: readonly Piece[],
  boxes: readonly Box[],
  liked: ReadonlySet<number>,
  {first, last}: Range,
): (n: number) => boolean {
  const names = new Set<string>()
  for (const n of liked) if (boxes[n].name) names.add(boxes[n].name)
  const near = (n: number, step: number) => {
    for (let i = n + step; i >= 0 && i < pieces.length && Math.abs(i - n) <= 6; i += step)
      if (liked.has(i) && boxes[i].element === boxes[n].element) return true
    return false
  }
  const repeated = repetition(pieces)
  return n => {
    const piece = pieces[n]
    if (piece.linked > piece.text.length / 2) return false
    if (piece.kind === 'quote' && n > first && n < last) return !repeated(n)
    if (boxes[n].element !== null && near(n, -1) && near(n, 1)) return true
    // The article goes on in a second box of the same class.
    return prose(piece) && names.has(boxes[n].name)
  }
}

function prose({text, kind}: Piece): boolean {
  return kind === 'paragraph' && text.length > 140 && /[.!?”"’]$/.test(text) && /,|\. /.test(text)
}

/** Pull quotes say again what the text says. Asked of a few pieces only; a page of thousands of quotations is no article. */
function repetition(pieces: readonly Piece[]): (n: number) => boolean {
  const bare = (text: string) => ` ${text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()} `
  let all: string | null = null
  let asked = 0
  return n => {
    if (++asked > 500) return true
    all ??= pieces.map(piece => bare(piece.text)).join('|')
    const words = bare(pieces[n].text).trim()
    const at = all.indexOf(words)
    return at !== -1 && all.indexOf(words, at + 1) !== -1
  }
}
