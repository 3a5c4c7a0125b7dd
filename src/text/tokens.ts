import {hashSlice, mix} from './hash.ts'
import {type Features, type Linear, scoreOf} from './linear.ts'

/** Offsets of the words of a text. */
export interface Tokens {
  readonly starts: number[]
  readonly ends: number[]
  /** Where the word begins that is not yet cut off. */
  from: number
}

/** Words written as one that are two or more, and abbreviations, of one language. */
export interface Writing {
  /** Lower-case run of letters and apostrophes -> where to cut it. */
  readonly contractions: ReadonlyMap<string, readonly number[]>
  /** Endings that are words of their own after letters: `n't`. */
  readonly clitics: readonly string[]
  /** Lower-case abbreviations, without their full stop, after which a sentence goes on. */
  readonly titles: ReadonlySet<string>
}

const SPACE = 0
const LETTER = 1
const CAPITAL = 2
const DIGIT = 3
const MARK = 4
const OTHER = 5

/** Kinds of signs, worked out when they are first met. */
const classes = new Uint8Array(0x10000).fill(255)

function kindOf(code: number): number {
  const known = classes[code]
  return known === 255 ? (classes[code] = classify(code)) : known
}

function classify(code: number): number {
  const char = String.fromCharCode(code)
  if (/[\s\u200b\ufeff]/u.test(char)) return SPACE
  if (code >= 0xd800 && code <= 0xdfff) return OTHER
  if (/\p{Lu}/u.test(char)) return CAPITAL
  if (/[\p{L}\p{M}]/u.test(char)) return LETTER
  if (/\p{Nd}/u.test(char)) return DIGIT
  if (code < 0x80 || /\p{P}/u.test(char)) return MARK
  return OTHER
}

/** Cuts `text` from `start` to `end` into words, adding to `tokens`. */
export function tokenize(
  linear: Linear,
  writing: Writing,
  text: string,
  start: number,
  end: number,
  features: Features,
  tokens: Tokens,
): void {
  let i = start
  while (i < end) {
    while (i < end && kindOf(text.charCodeAt(i)) === SPACE) i++
    if (i >= end) return
    let stop = i + 1
    while (stop < end && kindOf(text.charCodeAt(stop)) !== SPACE) stop++
    cutChunk(linear, writing, text, i, stop, features, tokens)
    i = stop
  }
}

function cutChunk(
  linear: Linear,
  writing: Writing,
  text: string,
  start: number,
  end: number,
  features: Features,
  tokens: Tokens,
): void {
  tokens.from = start
  let i = isTitle(writing, text, start, end) ? end : start
  const address = isAddress(text, start, end)
  let piece = start
  while (i < end) {
    if (isPiece(text, i)) {
      piece = i
      while (i < end && isPiece(text, i)) i++
      if (piece > start && cutsAt(linear, text, start, end, piece, address, features)) cutAt(tokens, piece)
      if (!address) cutPiece(linear, writing, text, start, end, piece, i, features, tokens)
    } else {
      if (i > start && isBoundary(text, i) && cutsAt(linear, text, start, end, i, address, features)) cutAt(tokens, i)
      i++
    }
  }
  cutAt(tokens, end)
}

/** "Cllr. Hill": a title and its stop are one word. */
function isTitle(writing: Writing, text: string, start: number, end: number): boolean {
  if (text.charCodeAt(end - 1) !== 46 || kindOf(text.charCodeAt(start)) !== CAPITAL) return false
  return writing.titles.has(text.slice(start, end - 1).toLowerCase())
}

/** Ends a word at `at`, unless it would be empty. */
function cutAt(tokens: Tokens, at: number): void {
  if (at <= tokens.from) return
  tokens.starts.push(tokens.from)
  tokens.ends.push(at)
  tokens.from = at
}

/** A run of letters, with apostrophes inside. */
function isPiece(text: string, i: number): boolean {
  const k = kindOf(text.charCodeAt(i))
  return k === LETTER || k === CAPITAL || (isApostrophe(text, i) && isLetter(text, i - 1) && isLetter(text, i + 1))
}

function isLetter(text: string, i: number): boolean {
  const k = kindOf(text.charCodeAt(i))
  return k === LETTER || k === CAPITAL
}

function isApostrophe(text: string, i: number): boolean {
  const c = text.charCodeAt(i)
  return c === 39 || c === 0x2019 || c === 96
}

function cutPiece(
  linear: Linear,
  writing: Writing,
  text: string,
  start: number,
  end: number,
  from: number,
  to: number,
  features: Features,
  tokens: Tokens,
): void {
  const word = text.slice(from, to).toLowerCase().replace(/[’`]/g, "'")
  const cuts = writing.contractions.get(word)
  if (cuts) {
    for (const cut of cuts) cutAt(tokens, from + cut)
    return
  }
  for (const clitic of writing.clitics)
    if (word.length > clitic.length && word.endsWith(clitic)) {
      cutAt(tokens, to - clitic.length)
      return
    }
  for (let i = from + 1; i < to; i++)
    if (isApostrophe(text, i) && cutsAt(linear, text, start, end, i, false, features)) cutAt(tokens, i)
}

/** Whether a cut before `i` would be between two whole characters. */
function isBoundary(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  if (code >= 0xdc00 && code <= 0xdfff) {
    const before = text.charCodeAt(i - 1)
    return !(before >= 0xd800 && before <= 0xdbff)
  }
  if (code === 0x200d || (code >= 0xfe00 && code <= 0xfe0f) || text.charCodeAt(i - 1) === 0x200d) return false
  // Digits hold together, and so do the two halves of a flag or a tone after its emoji.
  if (code === 0xd83c && text.charCodeAt(i - 2) === 0xd83c) {
    const low = text.charCodeAt(i + 1)
    if ((low >= 0xdde6 && low <= 0xddff) || (low >= 0xdffb && low <= 0xdfff)) return false
  }
  return !(kindOf(code) === DIGIT && kindOf(text.charCodeAt(i - 1)) === DIGIT)
}

function isAddress(text: string, start: number, end: number): boolean {
  if (end - start < 6) return false
  for (let i = start + 1; i < end - 2; i++) {
    const c = text.charCodeAt(i)
    if (c === 64) return isLetter(text, i - 1) && isLetter(text, i + 1)
    if (c === 58 && text.charCodeAt(i + 1) === 47 && text.charCodeAt(i + 2) === 47) return true
  }
  return text.slice(start, start + 4).toLowerCase() === 'www.'
}

function cutsAt(
  linear: Linear,
  text: string,
  start: number,
  end: number,
  i: number,
  address: boolean,
  features: Features,
): boolean {
  cutFeatures(text, start, end, i, address, features)
  return scoreOf(linear, features, 1) > scoreOf(linear, features, 0)
}

/** Kind of the sign at a place of the chunk, 0 outside. */
function kindAt(text: string, start: number, end: number, at: number): number {
  return at < start || at >= end ? 0 : kindOf(text.charCodeAt(at))
}

/** Sign itself, or only its kind when it is a letter or a digit. */
function signAt(text: string, start: number, end: number, at: number): number {
  if (at < start || at >= end) return 0
  const code = text.charCodeAt(at)
  const k = kindOf(code)
  return k === LETTER || k === CAPITAL || k === DIGIT ? k : code
}

/** Fills `features` for a cut before `i` in the chunk from `start` to `end`. */
export function cutFeatures(
  text: string,
  start: number,
  end: number,
  i: number,
  address: boolean,
  features: Features,
): void {
  const l1 = signAt(text, start, end, i - 1)
  const l2 = signAt(text, start, end, i - 2)
  const l3 = signAt(text, start, end, i - 3)
  const r1 = signAt(text, start, end, i)
  const r2 = signAt(text, start, end, i + 1)
  const r3 = signAt(text, start, end, i + 2)
  let left = i - 1
  while (left > start && kindAt(text, start, end, left - 1) === kindAt(text, start, end, i - 1) && i - left < 12) left--
  let right = i + 1
  while (right < end && kindAt(text, start, end, right) === kindAt(text, start, end, i) && right - i < 12) right++
  const lw = hashLower(text, left, i)
  const rw = hashLower(text, i, right)
  const head = hashLower(text, Math.max(start, i - 12), i)
  const tail = hashLower(text, i, Math.min(end, i + 12))
  const kinds = mix(
    mix(kindAt(text, start, end, i - 2), kindAt(text, start, end, i - 1)),
    mix(kindAt(text, start, end, i), kindAt(text, start, end, i + 1)),
  )
  let next = end
  while (next < text.length && next < end + 3 && kindOf(text.charCodeAt(next)) === SPACE) next++
  const after = next < text.length ? kindOf(text.charCodeAt(next)) : 9
  const edge = Math.min(i - start, 3) * 4 + Math.min(end - i, 3)
  const a = address ? 1 : 0
  const f = features
  f.count = 0
  f.add(mix(1, a))
  f.add(mix(2, mix(l1, r1)))
  f.add(mix(3, mix(l1, mix(r1, a))))
  f.add(mix(4, mix(mix(l2, l1), r1)))
  f.add(mix(5, mix(mix(l1, r1), r2)))
  f.add(mix(6, mix(mix(l2, l1), mix(r1, r2))))
  f.add(mix(7, mix(mix(l3, l2), mix(l1, mix(r1, mix(r2, r3))))))
  f.add(mix(8, mix(lw, r1)))
  f.add(mix(9, mix(l1, rw)))
  f.add(mix(10, mix(lw, rw)))
  f.add(mix(11, head))
  f.add(mix(12, tail))
  f.add(mix(13, mix(head, tail)))
  f.add(mix(14, mix(edge, mix(l1, r1))))
  f.add(mix(15, mix(edge, mix(mix(l1, r1), after))))
  f.add(mix(16, mix(lw, mix(r1, after))))
  f.add(mix(17, mix(kinds, a)))
  f.add(mix(18, mix(i - left, mix(l1, mix(r1, right - i)))))
  f.add(mix(19, mix(lw, mix(l2, r1))))
  f.add(mix(20, mix(head, after)))
  f.add(mix(21, mix(tail, l1)))
}

/** `hashSlice` of the slice in lower case, which is made only where it is not plain. */
function hashLower(text: string, start: number, end: number): number {
  let h = 0x811c9dc5
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (c > 127) return hashSlice(text.slice(start, end).toLowerCase(), 0, end - start)
    h = Math.imul(h ^ (c >= 65 && c <= 90 ? c + 32 : c), 0x01000193)
  }
  return mix(h, end - start)
}

/** Cuts that the tokenizer leaves to the model, for training: `[chunk start, chunk end, place, address]`. */
export function cutPlaces(
  writing: Writing,
  text: string,
  start: number,
  end: number,
): [number, number, number, boolean][] {
  const places: [number, number, number, boolean][] = []
  let i = start
  while (i < end) {
    while (i < end && kindOf(text.charCodeAt(i)) === SPACE) i++
    if (i >= end) break
    let stop = i + 1
    while (stop < end && kindOf(text.charCodeAt(stop)) !== SPACE) stop++
    const address = isAddress(text, i, stop)
    let at = i
    while (at < stop) {
      if (isPiece(text, at)) {
        const piece = at
        while (at < stop && isPiece(text, at)) at++
        if (piece > i) places.push([i, stop, piece, address])
        const word = text.slice(piece, at).toLowerCase().replace(/[’`]/g, "'")
        if (address || writing.contractions.has(word) || writing.clitics.some(c => word.endsWith(c))) continue
        for (let k = piece + 1; k < at; k++) if (isApostrophe(text, k)) places.push([i, stop, k, address])
      } else {
        if (at > i && isBoundary(text, at)) places.push([i, stop, at, address])
        at++
      }
    }
    i = stop
  }
  return places
}
