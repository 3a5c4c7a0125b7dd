import {creditLine, staffLine} from './credit.ts'
import {dayIn, mostlyDay} from './day-words.ts'
import {bareName, datelineDay, headLine} from './head-line.ts'
import {labelOf} from './labels.ts'
import type {Piece} from './piece.ts'
import type {OfferedDay} from './published.ts'
import {sameTitle} from './title.ts'

/** What stood in the lines around the article. */
export interface Edges {
  source: string | null
  byline: string | null
  translator: string | null
  readonly days: OfferedDay[]
  /** Lines that may credit an agency. */
  readonly lines: string[]
}

/** "07-Apr-2025 By admin", "By Jo Ray on 5 May 2025": the head of another post, when it follows the article. */
const postHead = /^(?:.{6,24}\s+by\s+\S.{0,40}|by\s+.{2,40}\s(?:on|[-–—|·,])\s?.{6,24}|posted (?:on|by)\b.{3,60})$/i
const endsSentence = /[.!?…。؟]["'”’»)\]]*$|[:;]$/
const cutShort = /(?:…|\.\.\.|\[(?:…|\.\.\.)\]|cont(?:inued|d)?\.?|read more)$/i
const machineReasons = new Set([
  'related-post',
  'comment',
  'advertisement',
  'navigation',
  'share-bar',
  'subscribe-box',
  'hidden',
])

/**
 * Takes the lines about the article off its head and the chrome off its end, and keeps what they say.
 * Judges by the words alone, so it serves pages and plain text alike.
 */
export function trimEdges(pieces: Piece[], title: string | null): Edges {
  const edges: Edges = {source: null, byline: null, translator: null, days: [], lines: []}
  readHead(pieces, title, edges)
  readDateline(pieces, edges)
  trimTail(pieces, edges)
  readTail(pieces, edges)
  listTeaserDays(pieces, edges)
  return edges
}

function readHead(pieces: Piece[], title: string | null, edges: Edges): void {
  const heading = title === null ? -1 : pieces.findIndex(piece => sameTitle(piece.text, title))
  const start = Math.max(0, heading === -1 ? firstKept(pieces) - 12 : heading - 4)
  cutAbove(pieces, heading)
  let paragraphs = 0
  for (let n = start; n < pieces.length && paragraphs < 2 && n < start + 40; n++) {
    const piece = pieces[n]
    if (title !== null && sameTitle(piece.text, title)) {
      piece.cut = {reason: 'title', why: 'the title'}
      continue
    }
    if (piece.cut && machineReasons.has(piece.cut.reason)) continue
    const credit = creditLine(piece.text)
    const under = heading !== -1 && n > heading && n <= heading + 3 && paragraphs === 0 && edges.byline === null
    const alone = under && piece.kind !== 'heading' ? bareName(piece.text) : null
    const line = headLine(piece.text) ?? (alone ? {printed: null, name: alone} : null)
    const plain = mostlyDay(piece.text)
    const printed = line?.printed ?? plain
    if (printed) {
      const change = isChange(piece.text.slice(0, printed.at))
      edges.days.push({day: printed.day, from: 'printed', words: piece.text, place: 'top', change})
    }
    if (credit || printed || line) {
      edges.source ??= credit?.source ?? null
      edges.byline ??= credit?.byline ?? line?.name ?? null
      edges.translator ??= credit?.translator ?? null
      edges.lines.push(piece.text)
      if (!piece.cut || piece.cut.reason === 'other')
        piece.cut = credit?.source
          ? {reason: 'source-line', why: 'names the source'}
          : {reason: 'byline', why: 'names the author or the day'}
    } else if (!piece.cut && (piece.text.length > 120 || endsSentence.test(piece.text))) paragraphs++
    else if (piece.text.length < 60) edges.lines.push(piece.text)
  }
}

/** "Updated 10 pm PST, Tuesday,": the day that follows is one of change, unless "published" comes in between. */
function isChange(before: string): boolean {
  return /\b(updated|modified|revised|last changed)\b(?!.*\b(published|posted)\b)/i.test(before)
}

/** What stands over the headline is the head of the page, unless a paragraph is among it. */
function cutAbove(pieces: Piece[], heading: number): void {
  const above = pieces.slice(0, Math.max(0, heading)).filter(piece => piece.cut === null)
  if (above.some(piece => piece.text.length > 120)) return
  for (const piece of above) piece.cut = {reason: 'other', why: 'above the headline'}
}

function firstKept(pieces: readonly Piece[]): number {
  return Math.max(
    0,
    pieces.findIndex(piece => piece.cut === null && piece.text.length > 80),
  )
}

function readDateline(pieces: readonly Piece[], edges: Edges): void {
  const first = pieces.find(piece => piece.cut === null && piece.text.length > 80)
  const found = first ? datelineDay(first.text) : null
  if (first && found)
    edges.days.push({day: found.day, from: 'printed', words: first.text.slice(0, 60), place: 'top', change: false})
}

/** Cuts another post's head and teaser, labels and category words off the end. */
function trimTail(pieces: Piece[], edges: Edges): void {
  const kept = pieces.map((_, n) => n).filter(n => pieces[n].cut === null)
  const solid = (n: number) =>
    pieces[n].text.length >= 80 && endsSentence.test(pieces[n].text) && !cutShort.test(pieces[n].text)
  const half = kept[Math.floor(kept.length / 2)] ?? 0
  const head = kept.find(n => n > half && n !== kept[0] && isPostHead(pieces, n, kept))
  if (head !== undefined) {
    const found = dayIn(pieces[head].text)!
    edges.days.push({
      day: found.day,
      from: 'printed',
      words: pieces[head].text,
      place: 'teaser',
      change: false,
      because: 'a day and an author after the article, above another title',
    })
    for (const n of kept)
      if (n >= head)
        pieces[n].cut = {
          reason: 'related-post',
          why: `after "${pieces[head].text.slice(0, 40)}", the head of another post`,
        }
  }
  const rest = kept.filter(n => pieces[n].cut === null)
  const lastSolid = rest.findLastIndex(n => solid(n))
  const tail = rest.slice(lastSolid + 1)
  if (lastSolid === -1 || tail.length === 0 || tail.length > 20) return
  const labels = tail.map(n => labelOf(pieces[n].text))
  // One short line may be a sign-off; with a label or another post beside it, it is a category.
  const chromeLike = head !== undefined || labels.some(label => label !== null) || tail.length >= 3
  tail.forEach((n, i) => {
    const piece = pieces[n]
    const label = labels[i]
    if (label) piece.cut = label
    else if (staffLine(piece.text)) return
    else if (chromeLike && (piece.home === null || piece.kind === 'paragraph') && categoryLike(piece.text))
      piece.cut = {reason: 'tags', why: 'a short line without a sentence, after the last paragraph'}
    else if (cutShort.test(piece.text) && chromeLike)
      piece.cut = {reason: 'related-post', why: 'cut short, after the last paragraph'}
  })
}

function isPostHead(pieces: readonly Piece[], n: number, kept: readonly number[]): boolean {
  const {text} = pieces[n]
  if (text.length > 80 || !postHead.test(text) || dayIn(text) === null) return false
  const at = kept.indexOf(n)
  const next = kept[at + 1]
  return next === undefined || pieces[next].text.length < 140
}

function categoryLike(text: string): boolean {
  return text.length <= 40 && text.split(' ').length <= 5 && !/[.!?:;,"“”]/.test(text)
}

/** Staff lines, wire credits, translators and sources after the last paragraph. */
function readTail(pieces: Piece[], edges: Edges): void {
  const kept = pieces.filter(piece => piece.cut === null)
  for (const piece of kept.slice(-5)) {
    const credit = piece.text.length < 160 ? creditLine(piece.text) : null
    const staff = staffLine(piece.text) || aboutAuthor(piece.text, edges.byline)
    if (!staff && !credit?.source && !credit?.translator) continue
    edges.lines.push(piece.text)
    edges.source ??= credit?.source ?? null
    edges.translator ??= credit?.translator ?? null
    piece.cut = credit?.source
      ? {reason: 'source-line', why: 'names the source'}
      : {reason: 'byline', why: 'names those who wrote, edited or translated'}
  }
}

/** "Jo Ray teaches law at the university of the port." */
function aboutAuthor(text: string, byline: string | null): boolean {
  if (text.length > 300) return false
  const names = byline?.split(/\s*(?:,|\band\b|&)\s*/).filter(name => name.includes(' ')) ?? []
  const who = names.find(name => text.startsWith(name))
  return (
    who !== undefined &&
    /^,?\s+((is|was) (an? |the )|teaches|writes|covers|reports|works|heads|directs|lives|has (reported|written|covered))/.test(
      text.slice(who.length),
    )
  )
}

/** Days printed over other posts and comments: offered, so that the reader sees why they lost. */
function listTeaserDays(pieces: readonly Piece[], edges: Edges): void {
  let listed = 0
  for (const {text, cut} of pieces) {
    if ((cut?.reason !== 'related-post' && cut?.reason !== 'comment') || text.length > 80 || listed === 20) continue
    const found = postHead.test(text) ? dayIn(text) : mostlyDay(text)
    if (!found || edges.days.some(({words}) => words === text)) continue
    listed++
    const place = cut.reason === 'comment' ? 'comment' : 'teaser'
    edges.days.push({day: found.day, from: 'printed', words: text, place, change: false, because: cut.why})
  }
}
