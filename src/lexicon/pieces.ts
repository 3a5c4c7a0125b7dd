/** A run of letters or digits; `U.S.` and `J.R.` are one run. */
export interface Piece {
  /** Lower-case, without diacritics and inner full stops. */
  readonly key: string
  readonly start: number
  readonly end: number
  /** First letter is a capital. */
  readonly capital: boolean
  /** Every letter is a capital. */
  readonly upper: boolean
}

const run = /(?:\p{L}\.){2,}|[\p{L}\p{N}\p{M}]+/gu
const marks = /[\p{M}ʻʼ]/gu
const folds: {readonly [letter: string]: string} = {
  ı: 'i',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ð: 'd',
  þ: 'th',
}

/** The form under which names are compared: lower-case, no diacritics. */
export function fold(word: string): string {
  const low = word.toLowerCase()
  let plain = true
  for (let i = 0; i < low.length; i++) if (low.charCodeAt(i) > 127) plain = false
  if (plain) return low
  return low
    .normalize('NFD')
    .replace(marks, '')
    .replace(/[ıłøđßæœðþ]/g, letter => folds[letter])
}

const [parting, letter, digit, unknown] = [0, 1, 2, 3]

/** What a character is, as far as plain English print has it. */
const plain: Uint8Array = Uint8Array.from({length: 0x2040}, (_, code) => {
  // Quotation marks and dashes part words like a blank; the pattern must tell of letters beyond ASCII.
  if (code >= 128) return code >= 0x2010 && code <= 0x203a ? parting : unknown
  const char = String.fromCharCode(code)
  return /[A-Za-z]/.test(char) ? letter : /\d/.test(char) ? digit : parting
})
const kindOf = (code: number): number => (code < plain.length ? plain[code] : unknown)

/** The pieces of plain English print, one character after the other; `null` where there is a letter beyond it. */
function plainPieces(text: string, from: number, to: number): Piece[] | null {
  const found: Piece[] = []
  for (let i = from; i < to; ) {
    const first = kindOf(text.charCodeAt(i))
    if (first === unknown) return null
    if (first === parting) {
      i++
      continue
    }
    let end = i
    // "U.S." is one piece: two letters or more, each with its full stop.
    while (end + 1 < to && text.charCodeAt(end + 1) === 46 && kindOf(text.charCodeAt(end)) === letter) end += 2
    const initials = end - i >= 4
    if (!initials) {
      end = i + 1
      for (; end < to; end++) {
        const next = kindOf(text.charCodeAt(end))
        if (next === parting) break
        if (next === unknown) return null
      }
    }
    const form = initials ? text.slice(i, end).replaceAll('.', '') : text.slice(i, end)
    const key = form.toLowerCase()
    found.push({
      key,
      start: i,
      end,
      capital: form[0] !== key[0],
      upper: form !== key && form === form.toUpperCase(),
    })
    i = end
  }
  return found
}

/** Cuts text into pieces, so that `Zia-ul-Haq`, `Zia ul-Haq` and `Zia ul Haq` are the same three. */
export function piecesOf(text: string, from = 0, to = text.length): Piece[] {
  const quick = plainPieces(text, from, to)
  if (quick) return quick
  const found: Piece[] = []
  for (const match of text.slice(from, to).matchAll(run)) {
    const form = match[0]
    const letters = form.replaceAll('.', '')
    const first = letters[0]
    found.push({
      key: fold(letters),
      start: from + match.index,
      end: from + match.index + form.length,
      capital: first !== first.toLowerCase(),
      upper: letters === letters.toUpperCase() && letters !== letters.toLowerCase(),
    })
  }
  return found
}

/** A whole name as names are compared. */
export const foldedName = (name: string): string =>
  piecesOf(name)
    .map(({key}) => key)
    .join(' ')

/** Key of the first piece of a name, found without cutting up the rest. */
export function firstKey(name: string): string {
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i)
    const letter = (code > 96 && code < 123) || (code > 64 && code < 91) || (code > 47 && code < 58)
    if (letter) continue
    // Full stops and letters beyond ASCII are for the long way round.
    if (i === 0 || code === 46 || code > 127) return piecesOf(name)[0]?.key ?? ''
    return name.slice(0, i).toLowerCase()
  }
  return name.toLowerCase()
}
