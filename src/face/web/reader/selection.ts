import type {Span} from '../../../model/index.ts'

/** What a person has marked in the text of an article, and where on the page it stands. */
export interface Marked {
  readonly span: Span
  readonly words: string
  readonly at: {readonly left: number; readonly bottom: number}
}

/**
 * Where in a body a place of the page lies: blocks carry where they begin (`data-start`), and hold their words to the
 * letter. `null`: outside of the text.
 */
export function placeIn(text: Element, node: Node, offset: number): number | null {
  const inner = node instanceof Element ? node : node.parentElement
  const block = inner?.closest('[data-start]')
  if (!block || !text.contains(block)) return null
  const before = document.createRange()
  before.setStart(block, 0)
  before.setEnd(node, offset)
  return Number(block.getAttribute('data-start')) + before.toString().length
}

/** The words marked in a text, without blanks at their ends. `null`: none, or not in this text alone. */
export function markedIn(text: Element, body: string): Marked | null {
  const chosen = getSelection()
  if (!chosen || chosen.isCollapsed || chosen.rangeCount === 0) return null
  const range = chosen.getRangeAt(0)
  const whole = document.createRange()
  whole.selectNodeContents(text)
  // Three clicks on the last paragraph end at what stands behind the text.
  const beyond = range.compareBoundaryPoints(Range.END_TO_END, whole) > 0
  const from = placeIn(text, range.startContainer, range.startOffset)
  const to = beyond ? body.length : placeIn(text, range.endContainer, range.endOffset)
  if (from === null || to === null) return null
  const words = body.slice(from, to)
  const start = from + words.length - words.trimStart().length
  const end = to - (words.length - words.trimEnd().length)
  if (start >= end) return null
  const box = range.getBoundingClientRect()
  const home = text.getBoundingClientRect()
  return {
    span: {start, end},
    words: body.slice(start, end),
    at: {left: Math.max(0, box.left - home.left), bottom: box.bottom - home.top},
  }
}
