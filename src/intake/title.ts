import type {Facts} from './meta.ts'
import type {Piece} from './piece.ts'

/** Letters and digits only, lower case. */
function bare(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The same words, however punctuated. */
export function sameTitle(a: string, b: string): boolean {
  return a.length < 400 && bare(a) === bare(b)
}

const parting = /\s+[|–—·»«:-]\s+|\s*\|\s*/

/** The printed headline where the page's own title agrees with it, else what the metadata say, without the site's name. */
export function titleOf(facts: Facts, pieces: readonly Piece[]): {title: string | null; site: string | null} {
  const {open, data, head} = facts.titles
  const claimed = [data, open, head].filter(title => title !== null)
  const heads = pieces.filter(piece => piece.kind === 'heading' && piece.text.length > 3 && piece.text.length < 300)
  const printed =
    heads.find(piece => claimed.some(title => sameTitle(piece.text, title))) ??
    heads.find(piece => claimed.some(title => overlaps(piece.text, title))) ??
    (claimed.length === 0 ? heads.find(piece => piece.home?.tagName === 'H1') : undefined)
  const title =
    printed?.text ??
    (data
      ? withoutSite(data, facts.sites)
      : open
        ? withoutSite(open, facts.sites)
        : head
          ? withoutSite(head, facts.sites)
          : null)
  return {title, site: head && title ? siteIn(head, title) : null}
}

/** One is a good part of the other. */
function overlaps(heading: string, title: string): boolean {
  const [a, b] = [bare(heading), bare(title)]
  if (a.split(' ').length < 3) return false
  return b.startsWith(`${a} `) || (b.endsWith(` ${a}`) && 2 * a.length > b.length) || a.startsWith(`${b} `)
}

function withoutSite(title: string, sites: readonly string[]): string {
  const parts = title.split(parting)
  const last = parts.at(-1) ?? ''
  if (parts.length < 2) return title
  const isSite = sites.some(site => bare(site) === bare(last))
  if (!isSite && (last.split(' ').length > 4 || title.length - last.length < 25)) return title
  return title
    .slice(0, title.lastIndexOf(last))
    .replace(/\s*[|–—·»«:-]\s*$/, '')
    .trim()
}

/** What the head's title has beside the headline: "Headline – The Site". */
function siteIn(head: string, title: string): string | null {
  const at = head.toLowerCase().indexOf(title.toLowerCase())
  if (at !== 0) return null
  const rest = /^\s*[|–—·»-]\s*(.+)$/.exec(head.slice(title.length))?.[1]
  const name = rest?.split(parting).at(-1)?.trim()
  return name && name.split(' ').length <= 6 ? name : null
}
