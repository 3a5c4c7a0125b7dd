import {dayIn, stampDay} from './day-words.ts'
import type {Markup} from './markup.ts'
import {markedIn} from './markup.ts'
import type {Piece} from './piece.ts'
import {tidy} from './piece.ts'
import type {OfferedDay, Place} from './published.ts'
import {sameTitle} from './title.ts'

/** A `<time>` of the page, found before anything is judged. */
export interface TimeElement {
  readonly day: string
  readonly words: string
  readonly change: boolean
  readonly utc: boolean
  /** The piece it stands in; `null`: it shows nothing. */
  readonly piece: number | null
}

/** Reads every `<time>` and `datePublished` of the page. The printed day counts, not the stamp's. */
export function timesOf({document}: Markup): TimeElement[] {
  const found: TimeElement[] = []
  for (const element of [
    ...document.querySelectorAll('time, [itemprop="datePublished"], [itemprop="dateModified"]'),
  ].slice(0, 200)) {
    if (element.tagName === 'META') continue
    const shown = element.textContent ?? ''
    const stamp = element.getAttribute('datetime') ?? element.getAttribute('content') ?? ''
    const printed = dayIn(tidy(shown))
    const day = printed?.day ?? stampDay(stamp)
    if (day === null) continue
    const names = `${element.getAttribute('class') ?? ''} ${element.getAttribute('itemprop') ?? ''}`
    const change = /updated|modified/i.test(names) && !/publish/i.test(names)
    const [piece] = markedIn(shown)
    found.push({
      day,
      words: printed ? tidy(shown) : stamp,
      change,
      utc: !printed && /(Z|[+-]00:?00)$/.test(stamp.trim()),
      piece: piece ?? null,
    })
  }
  return found
}

/** Says of each where it stands, now that the article is known. */
export function placeTimes(
  times: readonly TimeElement[],
  pieces: readonly Piece[],
  title: string | null,
): OfferedDay[] {
  const first = pieces.findIndex(piece => piece.cut === null)
  const last = pieces.findLastIndex(piece => piece.cut === null)
  const heading = title === null ? -1 : pieces.findIndex(piece => sameTitle(piece.text, title))
  return times.map(time => {
    const {place, because} = placeOf(time, pieces, first, last, heading)
    return {
      day: time.day,
      from: 'time',
      words: time.words,
      change: time.change || updatedBefore(time, pieces),
      utc: time.utc,
      place,
      because,
    }
  })
}

function placeOf(
  time: TimeElement,
  pieces: readonly Piece[],
  first: number,
  last: number,
  heading: number,
): {place: Place; because?: string} {
  if (time.piece === null) return {place: 'elsewhere', because: 'it shows no words'}
  const n = time.piece
  const cut = pieces[n]?.cut
  if (cut?.reason === 'related-post') return {place: 'teaser', because: cut.why}
  if (cut?.reason === 'comment') return {place: 'comment', because: cut.why}
  if (!cut) return {place: n === first ? 'top' : 'elsewhere', because: 'inside the text'}
  if (cut.reason === 'navigation' || cut.reason === 'advertisement' || cut.reason === 'subscribe-box')
    return {place: 'elsewhere', because: cut.why}
  if (heading !== -1 && Math.abs(n - heading) <= 12) return {place: 'top'}
  if (n < first) return heading === -1 ? {place: 'top'} : {place: 'elsewhere', because: 'far from the headline'}
  if (n > last && cut.reason === 'byline') return {place: 'end'}
  return {place: 'elsewhere', because: cut.why}
}

function updatedBefore(time: TimeElement, pieces: readonly Piece[]): boolean {
  const text = time.piece === null ? '' : (pieces[time.piece]?.text ?? '')
  const at = text.indexOf(time.words)
  return at > 0 && /\b(updated|modified|revised)\W*$/i.test(text.slice(0, at))
}
