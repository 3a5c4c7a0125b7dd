import type {Block, CutReason} from '../model/index.ts'

export interface Judgement {
  readonly reason: CutReason
  readonly why: string
}

/** One stretch of visible text between two block boundaries of a page, or one paragraph of plain text. */
export interface Piece {
  kind: Block['kind']
  /** White space collapsed, trimmed, never empty. */
  text: string
  /** Characters of `text` that stand inside links. */
  readonly linked: number
  /** Nearest block element; `null` in plain text. */
  readonly home: Element | null
  /** Stands in a small box with a picture. */
  byPicture: boolean
  /** Set: it is not part of the body, and this is why. */
  cut: Judgement | null
}

/** White space of every sort becomes one space; invisible format characters go. Quotation marks stay as printed. */
export function tidy(text: string): string {
  return text
    .replace(/[\u00ad\u200b-\u200d\u2060\ufeff\u{e000}-\u{f8ff}\u{f0000}-\u{10ffff}\0\ufffc]/gu, '')
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f\u3000\u0085]+/g, ' ')
    .trim()
}
