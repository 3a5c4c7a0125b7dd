import {dayIn} from './day-words.ts'
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
    fragment(pieces, claimed) ??
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

/** A short line over the text that shares a long run of words with the claimed title: headlines of old pages are no headings. */
function fragment(pieces: readonly Piece[], claimed: readonly string[]): Piece | undefined {
  const text = pieces.findIndex(piece => piece.cut === null && piece.text.length > 120)
  return pieces
    .slice(0, Math.max(0, text))
    .filter(piece => piece.text.length < 200)
    .find(piece => claimed.some(title => commonRun(bare(piece.text).split(' '), bare(title).split(' '))))
}

function commonRun(line: readonly string[], title: readonly string[]): boolean {
  const least = Math.max(3, Math.ceil(line.length * 0.6))
  for (let n = 0; n + least <= title.length && least <= line.length; n++)
    if (` ${line.join(' ')} `.includes(` ${title.slice(n, n + least).join(' ')} `)) return true
  return false
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

/** What the head's title has beside the headline: "Headline – The Site", "The Site, May 5, 2025: Headline". */
function siteIn(head: string, title: string): string | null {
  const low = head.toLowerCase()
  const opening = title.toLowerCase().split(' ').slice(0, 4).join(' ')
  const at = low.indexOf(title.toLowerCase()) === -1 ? low.indexOf(opening) : low.indexOf(title.toLowerCase())
  if (at === -1) return null
  const found = dayIn(head)
  const before = (found && found.at < at ? head.slice(0, found.at) : head.slice(0, at)).replace(/[\s,|–—·»«:/-]+$/, '')
  const after = /^\s*[|–—·»-]+\s*(.+)$/
    .exec(head.slice(at + title.length))?.[1]
    ?.split(parting)
    .at(-1)
  const name = (after ?? before).trim()
  return name &&
    name.split(' ').length <= 6 &&
    !/^(opinion|analysis|comment|editorial|live|watch|video|explainer|explained|factbox|exclusive)$/i.test(name)
    ? name
    : null
}
