import {parseHTML} from 'linkedom'
import type {Piece} from './piece.ts'
import {tidy} from './piece.ts'

const blockTags = new Set(
  `ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BUTTON CAPTION CENTER DD DETAILS DIALOG DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER
  FORM H1 H2 H3 H4 H5 H6 HEADER HGROUP HR HTML LEGEND LI MAIN MENU NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH
  THEAD TR UL`.split(/\s+/),
)
/** Elements whose text nobody sees as text. */
const silentTags = new Set(
  `APPLET AUDIO CANVAS DATALIST EMBED HEAD IFRAME LINK MATH META NOEMBED NOFRAMES NOSCRIPT OBJECT OPTION SCRIPT SELECT STYLE
  SVG TEMPLATE TEXTAREA TITLE VIDEO`.split(/\s+/),
)
/** Inline elements that stand apart from another of their kind, though no space parts them. */
const apartTags = new Set(['A', 'TIME', 'LABEL'])
/** Invisible; `tidy` drops it. */
const seam = '\u200b'
/** Characters up to which lines parted by `<br>` are pieces of their own. */
const shortLines = 300
const inlineQuoteTags = new Set(['BLOCKQUOTE', 'Q'])

const pictureTags = new Set(['IMG', 'PICTURE', 'VIDEO', 'AMP-IMG'])

/** Marks are code points of the private planes 15 and 16: text of a page never holds them after `tidy`. */
const firstMark = 0xf0000
const maxMarks = 0x20000 - 2
const maxDepth = 400
/** Deeper than this no page of a news site was seen; there the work on it is limited, in boxes times characters. */
const usualDepth = 60
const mostWork = 1_000_000

export interface Markup {
  readonly document: Document
  readonly pieces: Piece[]
  /** Deepest nesting of elements. */
  readonly depth: number
}

/** Parses HTML (no script runs, nothing is loaded) and lists its visible text, piece by piece, in the order of the page. */
export function parseMarkup(html: string): Markup {
  const whole = /<html[\s>]/i.test(html) ? html : `<!doctype html><html><head></head><body>${html}</body></html>`
  const document = parseHTML(whole.replace(/\0/g, '')).document as unknown as Document
  const pieces: Piece[] = []
  const depth = collectPieces(document.documentElement, pieces)
  return {document, pieces, depth}
}

/** True when Readability can be let loose on it: it recurses, and reads the text of a box anew for each box around it. */
export function shallow({depth, pieces}: Markup): boolean {
  const length = pieces.reduce((sum, {text}) => sum + text.length, 0)
  return depth <= maxDepth && (depth <= usualDepth || depth * length <= mostWork)
}

/** Index of the pieces whose marks are found in `text`. */
export function markedIn(text: string): Set<number> {
  const found = new Set<number>()
  for (const mark of text.match(/[\u{f0000}-\u{10ffff}]/gu) ?? []) found.add(mark.codePointAt(0)! - firstMark)
  return found
}

interface Line {
  readonly parts: string[]
  /** Characters in `parts`. */
  size: number
  /** Nothing but white space. */
  blank: boolean
  readonly nodes: Text[]
  linked: number
}

function newLine(): Line {
  return {parts: [], size: 0, blank: true, nodes: [], linked: 0}
}

function collectPieces(root: Element, pieces: Piece[]): number {
  let depth = 0
  let deepest = 0
  let links = 0
  let lines: Line[] = [newLine()]
  const homes: Element[] = []
  const crowd = new Map<Element, number>()
  const pictured = new Set<Element>()

  function flush() {
    if (lines.length > 1 || lines[0].parts.length > 0) {
      const size = lines.reduce((sum, {size}) => sum + size, 0)
      // Short lines parted by single breaks are a headline, a day, an address, each for itself.
      if (size <= shortLines) lines.forEach(line => void emit([line]))
      else emit(lines)
      lines = [newLine()]
    }
  }

  function emit(parts: readonly Line[]) {
    const text = tidy(parts.map(part => part.parts.join('')).join(' '))
    if (!/[\p{L}\p{N}]/u.test(text)) return
    if (pieces.length < maxMarks) {
      const mark = String.fromCodePoint(firstMark + pieces.length)
      for (const {nodes} of parts) for (const node of nodes) if (/\S/.test(node.data)) node.data = mark + node.data
    }
    for (const at of homes.slice(-3)) crowd.set(at, (crowd.get(at) ?? 0) + 1)
    const linked = Math.min(
      parts.reduce((sum, part) => sum + part.linked, 0),
      text.length,
    )
    pieces.push({kind: kindOf(homes), text, linked, home: homes.at(-1) ?? root, cut: null, byPicture: false})
  }

  function take(node: Text) {
    const text = node.data.replace(/[\u{f0000}-\u{10ffff}]/gu, '')
    if (text !== node.data) node.data = text
    const line = lines.at(-1)!
    line.parts.push(text)
    line.size += text.length
    if (/\S/.test(text)) line.blank = false
    line.nodes.push(node)
    if (links > 0) line.linked += tidy(text).length
  }

  function breakLine() {
    if (lines.length > 1 && lines.at(-1)!.blank) flush()
    else lines.push(newLine())
  }

  function enter(element: Element): boolean {
    const tag = element.tagName
    if (pictureTags.has(tag)) for (const at of homes.slice(-3)) pictured.add(at)
    if (silentTags.has(tag)) return false
    if (tag === 'BR') {
      breakLine()
      return false
    }
    if (blockTags.has(tag)) {
      flush()
      homes.push(element)
    } else {
      if (unseen(element)) return false
      const line = lines.at(-1)!
      if (apartTags.has(tag) && line.parts.at(-1) === seam) line.parts.push(' ')
      if (tag === 'A') links++
    }
    deepest = Math.max(deepest, ++depth)
    return true
  }

  function leave(element: Element) {
    depth--
    if (blockTags.has(element.tagName)) {
      flush()
      homes.pop()
    } else if (apartTags.has(element.tagName)) {
      if (element.tagName === 'A') links--
      lines.at(-1)!.parts.push(seam)
    }
  }

  // linkedom's own walkers recurse or build arrays; a page 100,000 elements deep must pass here.
  let node: Node | null = root
  while (node) {
    let next: Node | null = null
    if (node.nodeType === 1) {
      if (enter(node as Element)) {
        next = node.firstChild
        if (!next) leave(node as Element)
      }
    } else if (node.nodeType === 3) take(node as Text)
    while (!next && node) {
      if (node === root) {
        node = null
        break
      }
      next = node.nextSibling
      if (!next) {
        node = node.parentNode
        if (node && node.nodeType === 1) leave(node as Element)
        if (node === root) node = null
      }
    }
    node = next
  }
  flush()
  for (const piece of pieces) piece.byPicture = standsByPicture(piece, pictured, crowd)
  return deepest
}

/** Inline words that only a screen reader, or nobody, gets to know. */
function unseen(element: Element): boolean {
  if (element.hasAttribute('hidden')) return true
  if (/(^|[\s])(sr-only|screen-reader-text|visually-?hidden)(\s|$)/i.test(element.getAttribute('class') ?? ''))
    return true
  return /display\s*:\s*none/i.test(element.getAttribute('style') ?? '')
}

/** Alone, or nearly, in a small box with a picture, as captions are. */
function standsByPicture(piece: Piece, pictured: ReadonlySet<Element>, crowd: ReadonlyMap<Element, number>): boolean {
  if (piece.text.length > 300 || piece.kind === 'heading') return false
  let at = piece.home
  for (let up = 0; at && up < 3; up++, at = at.parentElement) {
    if (!pictured.has(at)) continue
    // A whole sentence may be a short paragraph under a picture; then it must be quite alone with it.
    return (crowd.get(at) ?? 0) <= (/[.!?]$/.test(piece.text) ? 1 : 2) && (up > 0 || piece.text.length < 160)
  }
  return false
}

function kindOf(homes: readonly Element[]): Piece['kind'] {
  for (let i = homes.length - 1; i >= 0 && i >= homes.length - 4; i--) {
    const tag = homes[i].tagName
    if (/^H[1-6]$/.test(tag)) return 'heading'
    if (tag === 'LI' || tag === 'DD' || tag === 'DT') return 'item'
    if (inlineQuoteTags.has(tag)) return 'quote'
    if (tag !== 'P' && tag !== 'DIV') return 'paragraph'
  }
  return 'paragraph'
}
