/** A set of characters: one place for each of ASCII, one for all others. */
export type Chars = Uint8Array

/** The place of all characters beyond ASCII. */
export const others = 128
export const kindsOfChar = others + 1

/** The parts of a pattern: what it may take, character by character. Looks ahead and behind are left out. */
export type Part =
  | {readonly chars: Chars}
  | {readonly sequence: readonly Part[]}
  | {readonly oneOf: readonly Part[]}
  | {readonly part: Part; readonly least: number; readonly most: number}
  | {readonly anything: true}

/** One set a character; with case folded in the second. */
const charSets = [new Map<number, Chars>(), new Map<number, Chars>()]

const empty: Part = {sequence: []}
const all = (): Chars => new Uint8Array(kindsOfChar).fill(1)
const only = (test: RegExp): Chars =>
  Uint8Array.from({length: kindsOfChar}, (_, code) => +(code === others || test.test(String.fromCharCode(code))))

const classes: {readonly [name: string]: Chars} = {
  d: Uint8Array.from({length: kindsOfChar}, (_, code) => +(code >= 48 && code <= 57)),
  w: only(/\w/),
  s: only(/\s/),
  letter: only(/[a-z]/i),
}

/** Reads a pattern of JavaScript into its parts. They take all that the pattern takes, or more: the pattern itself has the last word. */
export function partsOf({source, flags}: RegExp): Part {
  const folds = flags.includes('i')
  let at = 0

  const char = (code: number): Chars => {
    const known = charSets[+folds].get(code)
    if (known) return known
    const found = new Uint8Array(kindsOfChar)
    const letter = String.fromCodePoint(code)
    for (const same of folds ? [letter, letter.toLowerCase(), letter.toUpperCase()] : [letter])
      found[Math.min(same.codePointAt(0)!, others)] = 1
    // The long s and the Kelvin sign.
    if (folds && /^[sk]$/i.test(letter)) found[others] = 1
    charSets[+folds].set(code, found)
    return found
  }

  /** After a backslash. */
  const escaped = (): Part => {
    const letter = source[at++]
    if (letter === 'b' || letter === 'B') return empty
    if (letter === 'k' || /[1-9]/.test(letter)) {
      if (letter === 'k') at = source.indexOf('>', at) + 1
      return {anything: true}
    }
    if (letter === 'p' || letter === 'P') {
      const name = source.slice(at, (at = source.indexOf('}', at) + 1))
      return {chars: letter === 'p' && /^\{L[ul]?\}$/.test(name) ? classes.letter : all()}
    }
    if (letter === 'u') {
      const digits = source.slice(at, (at += 4))
      return {chars: char(Number.parseInt(digits, 16))}
    }
    if (letter === 'n' || letter === 't' || letter === 'r') return {chars: classes.s}
    if (/[a-z\d]/i.test(letter)) return {chars: classes[letter] ?? all()}
    return {chars: char(letter.codePointAt(0)!)}
  }

  const charClass = (): Part => {
    const found = new Uint8Array(kindsOfChar)
    const put = (more: Chars) => {
      for (let code = 0; code < kindsOfChar; code++) found[code] |= more[code]
    }
    const not = source[at] === '^'
    for (; source[at] !== ']'; ) {
      const from = source.codePointAt(at)!
      at += from > 0xffff ? 2 : 1
      if (from === 92) {
        const part = escaped()
        put('chars' in part ? part.chars : all())
      } else if (source[at] === '-' && source[at + 1] !== ']') {
        const to = source.codePointAt(at + 1)!
        at += to > 0xffff ? 3 : 2
        for (let code = from; code <= Math.min(to, others); code++) put(char(code))
        if (to >= others) found[others] = 1
      } else put(char(from))
    }
    at++
    return {chars: not ? all() : found}
  }

  const group = (): Part => {
    const opening = /^\?(?:<[=!]|[=!:]|<\w+>)/.exec(source.slice(at, at + 40))?.[0] ?? ''
    at += opening.length
    const inner = alternatives()
    at++
    return /^\?<?[=!]$/.test(opening) ? empty : inner
  }

  const atom = (): Part => {
    const code = source.codePointAt(at)!
    at += code > 0xffff ? 2 : 1
    const sign = String.fromCodePoint(code)
    if (sign === '(') return group()
    if (sign === '[') return charClass()
    if (sign === '\\') return escaped()
    if (sign === '.') return {chars: all()}
    if (sign === '^' || sign === '$') return empty
    return {chars: char(code)}
  }

  const sequence = (): Part => {
    const parts: Part[] = []
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom()
      const quantifier = /^(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/.exec(source.slice(at, at + 12))
      at += quantifier?.[0].length ?? 0
      parts.push(quantifier ? repeated(part, quantifier) : part)
    }
    return parts.length === 1 ? parts[0] : {sequence: parts}
  }

  const alternatives = (): Part => {
    const options = [sequence()]
    while (source[at] === '|') {
      at++
      options.push(sequence())
    }
    return options.length === 1 ? options[0] : {oneOf: options}
  }

  return alternatives()
}

const signs: {readonly [sign: string]: readonly [number, number]} = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
}

function repeated(part: Part, [, sign, from, comma, to]: RegExpExecArray): Part {
  if (sign !== undefined) return {part, least: signs[sign][0], most: signs[sign][1]}
  const least = Number(from)
  if (comma === undefined) return {part, least, most: least}
  return {part, least, most: to === '' ? Number.POSITIVE_INFINITY : Number(to)}
}
