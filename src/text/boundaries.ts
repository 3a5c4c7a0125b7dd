import {type Known, lookUp} from './atoms.ts'
import {hashSlice, mix} from './hash.ts'
import {type Features, type Linear, scoreOf} from './linear.ts'
import type {Tokens, Writing} from './tokens.ts'
import type {Entry, Vocabulary} from './vocabulary.ts'

/** Quotation marks of other houses, as the model knows them. */
const quotes = new Map([
  ['«', '“'],
  ['„', '“'],
  ['»', '”'],
])

/** The words of one block, as the sentence splitter sees them. */
export class Line implements Known {
  readonly printed: readonly string[]
  /** As printed, save for quotation marks that the model does not know. */
  readonly forms: readonly string[]
  readonly lower: readonly string[]
  readonly entries: readonly Entry[]
  readonly shapes: readonly number[]
  readonly words: readonly number[]
  /** White space before a word: 0 none, 1 some, 2 a line break. */
  readonly gaps: readonly number[]

  constructor(text: string, {starts, ends}: Pick<Tokens, 'starts' | 'ends'>, vocabulary: Vocabulary) {
    this.printed = starts.map((start, i) => text.slice(start, ends[i]))
    this.forms = this.printed.map(form => quotes.get(form) ?? form)
    const {lower, entries, shapes} = lookUp(this.forms, vocabulary)
    this.lower = lower
    this.entries = entries
    this.shapes = shapes
    this.words = entries.map(({hash}, i) => hash || mix(shapes[i], Math.min(lower[i].length, 3)))
    this.gaps = starts.map((start, i) => (i ? gapOf(text, ends[i - 1], start) : 0))
  }
}

function gapOf(text: string, start: number, end: number): number {
  for (let i = start; i < end; i++) if (text.charCodeAt(i) === 10) return 2
  return start < end ? 1 : 0
}

/** What stands at a place of a list, -1 before it and -2 behind it. */
const at = (list: readonly number[], k: number) => (k < 0 ? -1 : k < list.length ? list[k] : -2)
const middleAt = ({entries}: Line, k: number) => (k < 0 ? -1 : k < entries.length ? entries[k].middle : -2)

const ends = new Set(['.', '!', '?', '…', '...', '..', '....', '?!', '!!', '!!!', '??', '???', ':', ';'])
const closing = new Set(['"', '”', '’', "'", '»', ')', ']', "''", '»'])
const closingQuotes = new Set(['"', '”', '’', "''", '»'])
const opening = new Set(['“', '‘', '«', '(', '[', '``', '„'])

/** Whether a sentence could end after word `i` (which is not the last). */
export function mayEnd(line: Line, i: number, writing: Writing): boolean {
  const form = line.forms[i]
  const next = line.forms[i + 1]
  const before = i > 0 ? line.forms[i - 1] : ''
  // A quotation that ends in a comma goes on to say who spoke, also on the next line.
  if (before === ',' && closingQuotes.has(form)) return false
  if (line.gaps[i + 1] === 2) return true
  // A bracket that closes ends a sentence only after a mark that does: "Col. (retd) Name".
  if (form === ')' && !ends.has(before) && !before.endsWith('.')) return false
  // A mark that closes belongs to the sentence that it closes.
  if (line.gaps[i + 1] === 0 && (closing.has(next) || ends.has(next))) return false
  if (opening.has(form)) return false
  const stop = form.endsWith('.') ? form.slice(0, -1).toLowerCase() : ''
  if (stop) {
    if (writing.titles.has(stop)) return false
    if (stop.length === 1 && form !== 'I.' && (line.shapes[i + 1] & 4) !== 0 && line.gaps[i + 1] > 0 && i > 0)
      return false
  }
  const signs = (line.shapes[i] & ~(1 | 2 | 4 | 8 | 256)) !== 0
  return signs || (line.shapes[i + 1] & 4) !== 0 || (line.shapes[i + 1] & (64 | 128 | 16 | 8)) !== 0
}

/** State of the sentence being read. */
export interface Reading {
  /** Index of its first word. */
  first: number
  /** Open brackets, and straight or curly quotation marks that are open. */
  brackets: number
  quotes: number
}

export function startReading(): Reading {
  return {first: 0, brackets: 0, quotes: 0}
}

export function advance(reading: Reading, form: string): void {
  if (form === '(' || form === '[') reading.brackets++
  else if (form === ')' || form === ']') reading.brackets = Math.max(0, reading.brackets - 1)
  else if (form === '“' || form === '``' || form === '«' || form === '„') reading.quotes = 1
  else if (form === '”' || form === "''" || form === '»') reading.quotes = 0
  else if (form === '"') reading.quotes = reading.quotes ? 0 : 1
}

/** Fills `features` for the end of a sentence after word `i`. */
export function endFeatures(line: Line, i: number, reading: Reading, features: Features): void {
  const {forms, words, shapes, entries, gaps} = line
  const form = forms[i]
  const p = hashSlice(form, form.length > 6 ? form.length - 1 : 0, form.length)
  const gap = gaps[i + 1]
  const length = Math.min(i + 1 - reading.first, 30) >> 1
  const inside = (reading.brackets ? 1 : 0) + 2 * reading.quotes
  const dotted = form.length > 1 && form.endsWith('.') ? 1 : 0
  const style = mix(entries[i + 1].written, at(shapes, i + 1))
  const f = features
  f.count = 0
  f.add(mix(1, gap))
  f.add(mix(2, p))
  f.add(mix(3, mix(p, gap)))
  f.add(mix(4, at(words, i)))
  f.add(mix(5, at(words, i + 1)))
  f.add(mix(6, mix(at(words, i), at(words, i + 1))))
  f.add(mix(7, mix(p, at(shapes, i + 1))))
  f.add(mix(8, mix(p, mix(at(shapes, i + 1), at(shapes, i - 1)))))
  f.add(mix(9, mix(p, style)))
  f.add(mix(10, mix(p, at(words, i + 1))))
  f.add(mix(11, mix(p, at(words, i - 1))))
  f.add(mix(12, mix(p, mix(inside, gap))))
  f.add(mix(13, mix(p, length)))
  f.add(mix(14, mix(mix(p, gap), mix(style, length > 2 ? 3 : length))))
  f.add(mix(15, mix(p, mix(inside, style))))
  f.add(mix(16, mix(at(shapes, i), style)))
  f.add(mix(17, mix(at(shapes, i), mix(at(shapes, i + 1), gap))))
  f.add(mix(18, mix(p, mix(at(shapes, i + 1), at(shapes, i + 2)))))
  f.add(mix(19, mix(at(words, reading.first), p)))
  f.add(mix(20, mix(p, middleAt(line, i + 1))))
  f.add(mix(21, mix(p, middleAt(line, i - 1))))
  f.add(mix(22, mix(dotted, mix(at(words, i), style))))
  f.add(mix(23, mix(dotted, style)))
  f.add(mix(24, mix(at(words, i), mix(gap, style))))
  f.add(mix(25, mix(at(words, i - 1), mix(p, style))))
  f.add(mix(26, mix(at(words, i + 1), mix(at(words, i + 2), p))))
  f.add(mix(27, mix(length, mix(gap, at(shapes, reading.first)))))
  f.add(mix(28, mix(gap, mix(length, style))))
}

/** Indices after which a sentence ends, the last word always among them. */
export function sentenceEnds(linear: Linear, line: Line, writing: Writing, features: Features): number[] {
  const found: number[] = []
  const last = line.forms.length - 1
  const reading = startReading()
  const opened = datelineEnd(line)
  if (opened >= 0) {
    found.push(opened)
    reading.first = opened + 1
  }
  for (let i = opened + 1; i < last; i++) {
    advance(reading, line.forms[i])
    if (!mayEnd(line, i, writing)) continue
    endFeatures(line, i, reading, features)
    if (scoreOf(linear, features, 1) <= scoreOf(linear, features, 0)) continue
    found.push(i)
    reading.first = i + 1
    reading.brackets = 0
    // A quotation that is open goes on; a straight mark may close it in the next sentence.
  }
  if (last >= 0) found.push(last)
  return found
}

const dashes = new Set(['-', '--', '–', '—'])

/** Index of the dash that closes a dateline ("QUITO, May 3 (Agency) - "), -1 when the line opens with none. */
function datelineEnd({forms, shapes, gaps}: Line): number {
  const lower = 1
  const initial = 4
  let agency = false
  if (forms.length < 5 || !(shapes[0] & initial)) return -1
  for (let i = 0; i < Math.min(forms.length - 3, 16); i++) {
    if (i > 0 && dashes.has(forms[i]) && gaps[i] > 0) {
      const follows = (shapes[i + 1] & lower) === 0 || (shapes[i + 1] & initial) !== 0
      return follows && (agency || (forms[0].length > 2 && !(shapes[0] & lower))) ? i : -1
    }
    if (forms[i] === ')') agency = true
    // Names, numbers, commas and brackets; a word in lower case is prose.
    else if (shapes[i] & lower && !(shapes[i] & initial)) return -1
    else if (forms[i] === '"' || forms[i] === '“' || forms[i] === '?' || forms[i] === '!') return -1
  }
  return -1
}
