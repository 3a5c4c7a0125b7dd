import {Readability} from '@mozilla/readability'
import type {Range} from './boxes.ts'
import {belonging, boxesOf, rangeOf} from './boxes.ts'
import type {SignOf} from './chrome.ts'
import {signOf} from './chrome.ts'
import {labelOf} from './labels.ts'
import type {Markup} from './markup.ts'
import {markedIn, shallow} from './markup.ts'
import type {Judgement, Piece} from './piece.ts'

/** A box that holds more than this share of what looks like the article is no box beside it, whatever its name. */
const articleShare = 0.35

/** Decides of every piece of a page whether it belongs to the article; what does not gets its `cut`. */
export function judge(markup: Markup): void {
  const {pieces} = markup
  const signs = new Map<Element, SignOf | null>()
  const chains = pieces.map(piece => signChain(piece, signs))
  const boxes = boxesOf(pieces)
  const liked = shallow(markup) ? readable(markup) : new Set<number>()
  if (liked.size === 0) likeLongest(pieces, chains, liked)
  const trusted = trustedSigns(pieces, chains, liked)
  const range = rangeOf(liked)
  const prose = pieces.findIndex((piece, n) => liked.has(n) && piece.text.length > 80 && !linksOnly(piece))
  const belongs = belonging(pieces, boxes, liked, range)
  for (let n = 0; n < pieces.length; n++) {
    const piece = pieces[n]
    const sign = decisive(chains[n].filter(at => trusted.has(at)).map(at => signs.get(at)!))
    const label = labelOf(piece.text)
    if (sign && !(liked.has(n) && gentle(sign, piece))) piece.cut = {reason: sign.reason, why: sign.why}
    else if (label) piece.cut = label
    else if (piece.byPicture) piece.cut = {reason: 'caption', why: 'in a small box with a picture'}
    else if (linksOnly(piece) && !(liked.has(n) && piece.kind === 'heading'))
      piece.cut = {reason: n < prose ? 'navigation' : 'related-post', why: 'nothing but links'}
    else if (!liked.has(n) && (sign || !belongs(n))) piece.cut = beside(n, range)
  }
  cutUnderLabels(pieces)
  dropLonelyHeadings(pieces)
}

function readable({document}: Markup): Set<number> {
  try {
    const found = new Readability<Element>(document, {
      serializer: node => node as unknown as Element,
      disableJSONLD: true,
      charThreshold: 300,
    }).parse()
    return markedIn(found?.content?.textContent ?? '')
  } catch {
    return new Set()
  }
}

/** Without Readability's judgement: every unmarked paragraph of some length, and the headings between them. */
function likeLongest(pieces: readonly Piece[], chains: readonly Element[][], liked: Set<number>): void {
  for (const least of [80, 1])
    if (liked.size === 0)
      pieces.forEach((piece, n) => {
        if (chains[n].length === 0 && piece.text.length >= least && piece.linked < piece.text.length / 2) liked.add(n)
      })
}

function signChain(piece: Piece, signs: Map<Element, SignOf | null>): Element[] {
  const chain: Element[] = []
  let at: Element | null = piece.home
  for (let n = 0; at && n < 200; n++, at = at.parentElement) {
    let sign = signs.get(at)
    if (sign === undefined) signs.set(at, (sign = signOf(at)))
    if (sign) chain.push(at)
  }
  return chain.reverse()
}

function trustedSigns(
  pieces: readonly Piece[],
  chains: readonly Element[][],
  liked: ReadonlySet<number>,
): Set<Element> {
  const held = new Map<Element, number>()
  let total = 0
  for (let n = 0; n < pieces.length; n++) {
    const size = liked.has(n) ? pieces[n].text.length : 0
    total += size
    for (const at of chains[n]) held.set(at, (held.get(at) ?? 0) + size)
  }
  const trusted = new Set<Element>()
  for (const [at, size] of held) if (size <= total * articleShare) trusted.add(at)
  return trusted
}

/** Outermost strong sign, else outermost weak one. */
function decisive(signs: readonly SignOf[]): SignOf | null {
  return signs.find(sign => !sign.weak) ?? signs[0] ?? null
}

/** A weak sign does not outweigh Readability on a long paragraph. */
function gentle(sign: SignOf, piece: Piece): boolean {
  return sign.weak && piece.text.length > 120 && piece.linked < piece.text.length / 3
}

function linksOnly(piece: Piece): boolean {
  return piece.linked > 0 && piece.linked >= piece.text.length * 0.8
}

function beside(n: number, {first, last}: Range): Judgement {
  if (n < first) return {reason: 'other', why: 'before the first paragraph of the article'}
  if (n > last) return {reason: 'other', why: 'after the last paragraph of the article'}
  return {reason: 'other', why: 'a box between the paragraphs of the article'}
}

/** What a cut heading such as "More stories" stands over goes with it, up to the next heading or long paragraph. */
function cutUnderLabels(pieces: readonly Piece[]): void {
  let over: Judgement | null = null
  for (const piece of pieces) {
    if (piece.kind === 'heading' || piece.text.length > 200) over = null
    const loose = piece.cut ? piece.cut.reason === 'other' : piece.kind === 'item' || piece.linked > 0
    if (over && loose) piece.cut = {reason: over.reason, why: `under ${over.why}`}
    if (
      piece.cut &&
      piece.cut.reason === 'related-post' &&
      piece.text.length < 60 &&
      piece.linked === 0 &&
      piece.kind !== 'item'
    )
      over = piece.cut
  }
}

/** A heading with no text of the article after it was the heading of something that was cut. */
function dropLonelyHeadings(pieces: readonly Piece[]): void {
  let next: Piece | null = null
  for (let n = pieces.length - 1; n >= 0; n--) {
    const piece = pieces[n]
    if (piece.cut) continue
    if (piece.kind === 'heading' && next === null) piece.cut = {reason: 'other', why: 'a heading without text'}
    else next = piece
  }
}
