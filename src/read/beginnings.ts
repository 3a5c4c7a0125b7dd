/** Which characters a match may begin with: one place for each of ASCII, one for all others. */
export type Beginnings = Uint8Array

/** The place of all characters beyond ASCII. */
export const others = 128
const size = others + 1

/** What a part of a pattern can begin with, and whether it can be empty. */
interface Part {
  readonly first: Beginnings
  readonly empty: boolean
}

const none = (): Beginnings => new Uint8Array(size)
const put = (into: Beginnings, more: Beginnings) => {
  for (let code = 0; code < size; code++) into[code] |= more[code]
}
const all = (): Beginnings => new Uint8Array(size).fill(1)
const only = (test: RegExp, beyond: boolean): Beginnings =>
  Uint8Array.from({length: size}, (_, code) => (code === others ? +beyond : +test.test(String.fromCharCode(code))))

const classes: {readonly [name: string]: Beginnings} = {
  d: only(/\d/, false),
  w: only(/\w/, false),
  s: only(/\s/, true),
  p: only(/[a-z]/i, true),
}

/** What the matches of a pattern can begin with, or more: the pattern itself has the last word. */
export function beginningsOf(source: string, flags: string): Beginnings {
  const folds = flags.includes('i')
  let at = 0

  const char = (code: number): Beginnings => {
    const found = none()
    const one = String.fromCodePoint(code)
    for (const same of folds ? [one, one.toLowerCase(), one.toUpperCase()] : [one])
      found[Math.min(same.codePointAt(0)!, others)] = 1
    // The long s and the Kelvin sign.
    if (folds && /^[sk]$/i.test(one)) found[others] = 1
    return found
  }

  /** After a backslash. */
  const escaped = (): Part => {
    const letter = source[at++]
    if (letter === 'b' || letter === 'B') return {first: none(), empty: true}
    if (letter === 'p') {
      const name = source.slice(at, (at = source.indexOf('}', at) + 1))
      return {first: /^\{L[ul]?\}$/.test(name) ? classes.p : all(), empty: false}
    }
    if (letter === 'u') {
      const digits = source.slice(at, (at += 4))
      return {first: char(Number.parseInt(digits, 16)), empty: false}
    }
    if (letter === 'n' || letter === 't' || letter === 'r') return {first: classes.s, empty: false}
    if (/[a-z\d]/i.test(letter)) return {first: classes[letter] ?? all(), empty: false}
    return {first: char(letter.codePointAt(0)!), empty: false}
  }

  const charClass = (): Part => {
    const not = source[at] === '^'
    const found = none()
    for (; source[at] !== ']'; ) {
      const from = source.codePointAt(at)!
      at += from > 0xffff ? 2 : 1
      if (from === 92) put(found, escaped().first)
      else if (source[at] === '-' && source[at + 1] !== ']') {
        const to = source.codePointAt(at + 1)!
        at += 2
        for (let code = from; code <= Math.min(to, others); code++) put(found, char(code))
        if (to >= others) found[others] = 1
      } else put(found, char(from))
    }
    at++
    return {first: not ? all() : found, empty: false}
  }

  const group = (): Part => {
    const opening = /^\?(?:<[=!]|[=!:]|<\w+>)/.exec(source.slice(at, at + 40))?.[0] ?? ''
    at += opening.length
    const inner = alternatives()
    at++
    return /^\?<?[=!]$/.test(opening) ? {first: none(), empty: true} : inner
  }

  const atom = (): Part => {
    const code = source.codePointAt(at)!
    at += code > 0xffff ? 2 : 1
    const one = String.fromCodePoint(code)
    if (one === '(') return group()
    if (one === '[') return charClass()
    if (one === '\\') return escaped()
    if (one === '.') return {first: all(), empty: false}
    if (one === '^' || one === '$') return {first: none(), empty: true}
    return {first: char(code), empty: false}
  }

  const sequence = (): Part => {
    const first = none()
    let empty = true
    while (at < source.length && source[at] !== '|' && source[at] !== ')') {
      const part = atom()
      const quantifier = /^(?:[*+?]|\{\d+(?:,\d*)?\})\??/.exec(source.slice(at, at + 12))?.[0] ?? ''
      at += quantifier.length
      if (empty) put(first, part.first)
      empty &&= part.empty || /^(?:[*?]|\{0)/.test(quantifier)
    }
    return {first, empty}
  }

  const alternatives = (): Part => {
    const parts = [sequence()]
    while (source[at] === '|') {
      at++
      parts.push(sequence())
    }
    const first = none()
    for (const part of parts) put(first, part.first)
    return {first, empty: parts.some(part => part.empty)}
  }

  const {first, empty} = alternatives()
  return empty ? all() : first
}
