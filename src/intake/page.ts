import {createHash} from 'node:crypto'
import type {Cut, Day, Doc} from '../model/index.ts'
import {judge} from './article.ts'
import {authorNear, authorsOf} from './authors.ts'
import {bylineOf} from './byline.ts'
import {bodyOf, cutsOf} from './body.ts'
import {decode} from './charset.ts'
import {agenciesIn} from './credit.ts'
import {dayIn, dayInPath, stampDay} from './day-words.ts'
import {trimEdges} from './edges.ts'
import {firstLineTitle, raiseHeadings} from './headings.ts'
import {kindOf} from './kind.ts'
import {languageOf} from './language.ts'
import {parseMarkup} from './markup.ts'
import {copyrightHolder, mastheadOf} from './masthead.ts'
import type {Facts} from './meta.ts'
import {factsOf} from './meta.ts'
import type {Piece} from './piece.ts'
import {sameOutlet, siteOf} from './outlet.ts'
import {plainPieces} from './plain.ts'
import type {OfferedDay} from './published.ts'
import {choosePublished} from './published.ts'
import {placeTimes, timesOf} from './times.ts'
import {titleOf} from './title.ts'

export interface PageOptions {
  /** Address that the bytes came from. */
  readonly url?: string | null
  /** What the server said: `text/html`, `text/plain`. Sniffed when absent. */
  readonly mediaType?: string | null
  readonly charset?: string | null
  /** Day of publication known from elsewhere; wins over everything. */
  readonly published?: Day | null
  /** Day on which the page was fetched: an upper bound when it has no day of its own. */
  readonly fetched?: Day | null
}

/** Bytes of a page or of plain text to a Doc. Pure: no clock, no network. Text is never an error. */
export function readPage(bytes: Uint8Array, options: PageOptions = {}): Doc {
  const {text, charset, notes} = decode(bytes, options.charset ?? null)
  const mediaType = isMarkup(text, options.mediaType ?? null) ? 'text/html' : 'text/plain'
  const found = mediaType === 'text/html' ? fromMarkup(text) : fromPlain(text)
  const {pieces, facts, title} = found
  const edges = trimEdges(pieces, title)
  raiseHeadings(pieces)
  const offers = [
    ...stampsOf(facts),
    ...found.days(),
    ...edges.days,
    ...addressDay(options.url ?? facts?.canonical ?? null),
  ]
  if (options.published)
    offers.unshift({day: options.published, from: 'given', words: options.published, place: 'top', change: false})
  const body = bodyOf(pieces)
  const paragraphs = body.blocks
    .filter(({kind}) => kind !== 'heading')
    .map(({span}) => body.text.slice(span.start, span.end))
  const url = addressOf(facts?.canonical ?? null, options.url ?? null)
  const site = siteOf([...(facts?.sites ?? []), ...found.sites()], url)
  const outlet = edges.source ?? site
  const credits = agenciesIn(paragraphs, [...edges.lines, ...(facts?.authors ?? [])]).filter(
    name => outlet === null || !sameOutlet(name, outlet),
  )
  const byline = bylineOf(edges.byline ?? found.author(), facts?.authors ?? [], outlet)
  for (const piece of pieces)
    if (piece.cut?.reason === 'other' && byline !== null && piece.text.replace(/^by\s+/i, '') === byline)
      piece.cut = {reason: 'byline', why: 'names the author'}
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return {
    id: `doc_${sha256.slice(0, 16)}`,
    snapshot: {sha256, bytes: bytes.length, mediaType, charset},
    url,
    title,
    outlet,
    republisher: edges.source !== null && site !== null && !sameOutlet(site, edges.source) ? site : null,
    translator: edges.translator,
    byline,
    credits,
    language: languageOf(body.text, facts?.language ?? null),
    kind: kindOf({
      title,
      types: facts?.types ?? [],
      sections: [...(facts?.sections ?? []), ...found.sections(), ...labelsIn(edges.lines), ...pathWords(url)],
      paragraphs,
      wire: credits.length > 0,
    }),
    text: body.text,
    blocks: body.blocks,
    cut: cutsOf(pieces) as Cut[],
    published: choosePublished(unique(offers), options.fetched ?? null),
    notes: [...notes, ...endNotes(body.text)],
  }
}

interface Found {
  readonly pieces: Piece[]
  readonly facts: Facts | null
  readonly title: string | null
  /** Names of the site beside those in the metadata, likeliest first. */
  readonly sites: () => string[]
  /** Asked for once the pieces are judged. */
  readonly days: () => OfferedDay[]
  readonly sections: () => string[]
  readonly author: () => string | null
}

function fromMarkup(html: string): Found {
  const markup = parseMarkup(html)
  const {pieces} = markup
  const facts = factsOf(markup.document, html)
  const times = timesOf(markup)
  const authors = authorsOf(markup)
  const masthead = mastheadOf(markup.document)
  judge(markup)
  const {title: named, site} = titleOf(facts, pieces)
  const title = named ?? firstLineTitle(pieces)
  return {
    pieces,
    facts,
    title,
    sites: () => [site, masthead, copyrightHolder(pieces)].filter(name => name !== null),
    days: () => [...placeTimes(times, pieces, title), ...titleDay(facts.titles.head, title)],
    sections: () => sectionsOf(pieces),
    author: () => authorNear(authors, pieces),
  }
}

function fromPlain(text: string): Found {
  const {title, pieces} = plainPieces(text)
  return {pieces, facts: null, title, sites: () => [], days: () => [], sections: () => [], author: () => null}
}

/** Short labels before the article: "Opinion", "Explainers / Middle East". */
function sectionsOf(pieces: readonly Piece[]): string[] {
  const first = pieces.findIndex(piece => piece.cut === null)
  const title = pieces.findIndex(piece => piece.cut?.reason === 'title')
  const end = title === -1 ? first : title
  return pieces
    .slice(Math.max(0, end - 2), Math.max(0, end))
    .map(({text}) => text)
    .filter(text => text.length < 40)
}

/** Parts of the lines about the article that may be a section's name: "Jo Ray · 5 May 2025 · Analysis". */
function labelsIn(lines: readonly string[]): string[] {
  return lines
    .filter(line => line.length < 120)
    .flatMap(line => line.split(/\s*[|·•/—]\s*/))
    .filter(part => /^\p{L}+( \p{L}+)?$/u.test(part) && !/comments$/i.test(part))
}

function isMarkup(text: string, mediaType: string | null): boolean {
  const said = mediaType?.split(';')[0].trim().toLowerCase() ?? ''
  if (/html|xml/.test(said)) return true
  const start = text.slice(0, 2000)
  if (/^\s*(<\?xml|<!doctype html|<html[\s>]|<!--)/i.test(start)) return true
  if (said === 'text/plain') return false
  return (
    (text
      .slice(0, 20000)
      .match(
        /<\/?(p|div|span|a|h[1-6]|body|head|meta|br|article|section|table|title|ul|ol|li|blockquote|b|i|em|strong|img|script|main)\b[^>]*>/gi,
      )?.length ?? 0) >= 2
  )
}

function stampsOf(facts: Facts | null): OfferedDay[] {
  const offer = (stamp: Facts['stamps'][number], change: boolean): OfferedDay[] => {
    const day = stampDay(stamp.words)
    return day === null
      ? []
      : [{day, from: stamp.from, words: stamp.words, place: 'top', change, utc: /(Z|[+-]00:?00)$/.test(stamp.words)}]
  }
  return [
    ...(facts?.stamps ?? []).flatMap(stamp => offer(stamp, false)),
    ...(facts?.changes ?? []).flatMap(stamp => offer(stamp, true)),
  ]
}

function addressDay(address: string | null): OfferedDay[] {
  const found = address === null ? null : dayInPath(address)
  return found ? [{day: found.day, from: 'url', words: found.words, place: 'top', change: false}] : []
}

/** "The Post, Nov 13, 1997: Headline": a day in the page's own title, beside the headline. */
function titleDay(head: string | null, title: string | null): OfferedDay[] {
  const found = head === null ? null : dayIn(head)
  if (head === null || !found || (title !== null && dayIn(title) !== null)) return []
  return [{day: found.day, from: 'printed', words: head, place: 'top', change: false}]
}

/** One offer of each kind, day and place; the first words stand for it. */
function unique(offers: readonly OfferedDay[]): OfferedDay[] {
  const seen = new Set<string>()
  const timed = new Set(offers.filter(({from}) => from === 'time').map(({day, place}) => `${day} ${place}`))
  return offers.filter(({day, from, place, change}) => {
    if (from === 'printed' && place !== 'top' && timed.has(`${day} ${place}`)) return false
    const key = `${day} ${from} ${place} ${change}`
    return !seen.has(key) && seen.add(key)
  })
}

function addressOf(canonical: string | null, given: string | null): string | null {
  try {
    const url = new URL(canonical ?? given ?? '', given ?? undefined)
    return /^https?:$/.test(url.protocol) ? url.href : given
  } catch {
    return given
  }
}

function pathWords(url: string | null): string[] {
  return url === null ? [] : [new URL(url).pathname.split('/').slice(1, -1).join(' ').slice(0, 100)]
}

function endNotes(text: string): string[] {
  if (text === '') return ['no article text found']
  const last = text.slice(text.lastIndexOf('\n\n') + 1).trim()
  if (last.length < 60 || /[.!?…:;)\]"'”’»*؟。]$/.test(last)) return []
  return [`the text ends in mid-sentence: "…${last.slice(-40)}"`]
}
