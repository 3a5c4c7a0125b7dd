import {type Beginnings, beginningsOf, others} from './beginnings.ts'

/** A pattern of words; what it can begin with is found when it is first used. */
export interface WordPattern {
  readonly sticky: RegExp
  readonly beginnings: () => Beginnings
}

/**
 * A pattern whose matches begin where no letter or digit stands before; it must say so itself, by a lookbehind at its start. Most words
 * begin with none of the characters that one of its matches can begin with, so that it needs to be tried at few.
 */
export function wordPattern(pattern: RegExp): WordPattern {
  const {source, flags} = pattern
  if (!/^\(\?<!\[[^\]]*\\p\{L\}[^\]]*\\d/.test(source))
    throw new Error(`a pattern of words begins with (?<![\\p{L}\\d]): ${source.slice(0, 40)}`)
  let found: Beginnings | null = null
  return {
    sticky: new RegExp(source, `${flags.replace('g', '')}y`),
    beginnings: () => (found ??= beginningsOf(source, flags)),
  }
}

/** A text with the places where its words, numbers and signs begin. */
export class Words {
  private readonly places: Int32Array
  private readonly codes: Uint8Array

  constructor(readonly text: string) {
    const places: number[] = []
    const codes: number[] = []
    let inside = false
    for (let at = 0; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (!inside && code > 32 && !isTrail(code)) {
        places.push(at)
        codes.push(Math.min(code, others))
      }
      inside = code < others ? plain[code] === 1 : isLetter(text, at)
    }
    this.places = Int32Array.from(places)
    this.codes = Uint8Array.from(codes)
  }

  /** The same as `text.matchAll(pattern)`. */
  *matches({sticky, beginnings}: WordPattern): Generator<RegExpExecArray> {
    const {text, places, codes} = this
    const begins = beginnings()
    let end = 0
    for (let n = 0; n < places.length; n++) {
      if (begins[codes[n]] === 0 || places[n] < end) continue
      sticky.lastIndex = places[n]
      const match = sticky.exec(text)
      if (!match) continue
      end = sticky.lastIndex
      yield match
    }
  }
}

const plain = Uint8Array.from({length: others}, (_, code) => (/[a-z\d]/i.test(String.fromCharCode(code)) ? 1 : 0))
/** The second unit of a character beyond the first plane. */
const isTrail = (unit: number) => (unit & 0xfc00) === 0xdc00
const letter = /\p{L}/uy

function isLetter(text: string, at: number): boolean {
  letter.lastIndex = isTrail(text.charCodeAt(at)) ? at - 1 : at
  return letter.test(text)
}
