import {creditLine} from './credit.ts'
import type {PrintedDay} from './day-words.ts'
import {dayIn} from './day-words.ts'

/** What a line between headline and text says: "Lahore • 18 March 2011 • Zainab Akhtar", "Jo Ray, senior fellow — May 5, 2025". */
export interface HeadLine {
  readonly printed: PrintedDay | null
  readonly name: string | null
}

const parting = /\s*[|•·–—]\s*|\s+-\s+|,\s+|\s{2,}/
/** Small words that such lines hold besides names. */
const small =
  /^(by|at|on|of|the|and|in|for|from|our|a|de|van|von|der|den|bin|al|senior|fellow|staff|bureau|chief|correspondent|special|writer|editor|reporter|contributor|min|mins|minutes?|read|am|pm|a\.m\.|p\.m\.|gmt|utc|first|last|updated|published|posted|moved|filed|modified|date|page|hours?|ago)$/i
const notName =
  /\b(analysis|opinion|comment|world|news|politics|page|bureau|correspondent|editor|fellow|writer|staff|reporter|updated|published|posted|moved|gmt|utc|ist|est|the|min|read|review|archive|edition|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/i

/** `null` when the line is a sentence or says nothing of the kind. */
export function headLine(text: string): HeadLine | null {
  if (text.length > 130 || /[!?]$/.test(text)) return null
  const printed = dayIn(text)
  const credit = creditLine(text)
  if (!printed) return credit?.byline ? {printed: null, name: credit.byline} : null
  const rest = `${text.slice(0, printed.at)}  ${text.slice(printed.at + printed.words.length)}`.replace(
    /\b\d{1,2}[:.]\d{2}\s*([ap]\.?m\.?)?/gi,
    '  ',
  )
  const words = rest.match(/[\p{L}][\p{L}.'’-]*/gu) ?? []
  if (words.length > 14 || words.some(word => /^\p{Ll}/u.test(word) && !small.test(word))) return null
  const parts = rest
    .split(parting)
    .map(part => part.replace(/^[\s,.;:()]+|[\s,.;:()]+$/g, ''))
    .filter(Boolean)
  const signed = parts.map(part => creditLine(part)?.byline).find(name => name !== undefined)
  const last = /\b[Bb]y\s+(\p{Lu}[\p{L}.'’-]+(?:\s+\p{Lu}[\p{L}.'’-]+){0,3})$/u.exec(text)?.[1]
  const name = parts.find(
    part =>
      /^\p{Lu}[\p{L}.'’-]+(\s+(\p{Lu}[\p{L}.'’-]+|van|von|de|der|bin|al|and)){1,5}$/u.test(part) && !notName.test(part),
  )
  return {printed, name: credit?.byline ?? signed ?? last ?? name ?? null}
}

/** "Kabul, 5 May 2025. The …": the day of the place line that opens the text. */
export function datelineDay(paragraph: string): PrintedDay | null {
  const found = dayIn(paragraph.slice(0, 80))
  if (!found || found.at > 45) return null
  const before = paragraph.slice(0, found.at)
  const after = paragraph.slice(found.at + found.words.length)
  return /^\p{Lu}[\p{L}\s.,'’/-]*[,(]\s*$/u.test(before) &&
    /^\)?\s*([.:–—]|-\s|\()/.test(after) &&
    !/\b(on|in|by|until|since|of)\s/i.test(before)
    ? found
    : null
}

/** A name alone under the headline, with a place at most: "Jo Ray, New Delhi". `null` when it may be something else. */
export function bareName(text: string): string | null {
  if (text.length > 45 || notName.test(text)) return null
  const found =
    /^(\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s+(?:\p{Lu}[\p{L}.'’-]*|van|von|de|der|bin|al)){0,2}\s+\p{Lu}\p{Ll}[\p{L}'’-]+)(?:,\s+\p{Lu}\p{L}+(?:\s+\p{Lu}\p{L}+)?)?$/u.exec(
      text,
    )
  return found?.[1] ?? null
}
