import type {Piece} from './piece.ts'
import {tidy} from './piece.ts'

const selector =
  '[class*="masthead"], [id*="masthead"], [class*="site-title"], [class*="site-name"], [class*="sitename"], [id*="branding"], [class*="logo"], [class*="brand"], a[rel="home"], a[href="/"]'
const noName = /^(home|menu|front page|start|skip\b.*|search|news|log ?in|subscribe|sections?|archive|about|main)$/i

/** The site's name as printed at the head of the page, before any judgement. */
export function mastheadOf(document: Document): string | null {
  for (const element of [...document.querySelectorAll(selector)].slice(0, 30)) {
    const text = firstText(element)
    const name = text.replace(/[\s|·•>:»-]+$/, '')
    if (/\p{L}{3}/u.test(name) && name.split(' ').length <= 6 && name.length <= 50 && !noName.test(name)) return name
  }
  return null
}

function firstText(element: Element): string {
  let node: Node | null = element
  for (let n = 0; node && n < 30; n++) {
    if (node.nodeType === 3 && tidy((node as Text).data)) return tidy((node as Text).data)
    node =
      node.firstChild ??
      node.nextSibling ??
      (node.parentNode === element ? null : (node.parentNode?.nextSibling ?? null))
  }
  return ''
}

/** The holder of the copyright line: "© 1995 The Harbour Post Co." */
export function copyrightHolder(pieces: readonly Piece[]): string | null {
  for (const {text, cut} of [...pieces].reverse()) {
    if (cut === null || text.length > 400) continue
    const found =
      /(?:©|\(c\)|copyright)\s*(?:©\s*)?(?:(?:19|20)\d\d(?:\s*[-–]\s*(?:19|20)?\d\d)?,?\s*)?(?:by\s+)?((?:\p{Lu}[\p{L}'’&-]*\.?\s?(?:of\s|and\s)?){1,6})/iu.exec(
        text,
      )
    const name = found?.[1]
      .split(
        /\.\s|\s*\b(?:All|Company|Co|Inc|Ltd|LLC|Limited|Corporation|Media Group|Terms|Privacy|Republication|Reserved)\b/,
      )[0]
      .trim()
    if (name && /^\p{Lu}/u.test(name) && name.length > 3 && !/^(all rights|set in|notice|policy|the$)/i.test(name))
      return name
  }
  return null
}
