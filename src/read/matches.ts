import {Openings} from './openings.ts'

/** Patterns that are looked for together. */
export interface WordPatterns {
  readonly stickies: readonly RegExp[]
  readonly openings: () => Openings
}

/**
 * Patterns whose matches begin where no letter or digit stands before; each must say so itself, by a lookbehind at its start. At most
 * places none of them can match, which one look at the characters there tells.
 */
export function wordPatterns(patterns: readonly RegExp[]): WordPatterns {
  for (const {source} of patterns)
    if (!/^\(\?<!\[[^\]]*\\p\{L\}[^\]]*\\d/.test(source))
      throw new Error(`a pattern of words begins with (?<![\\p{L}\\d]): ${source.slice(0, 40)}`)
  let openings: Openings | null = null
  return {
    stickies: patterns.map(({source, flags}) => new RegExp(source, `${flags.replace('g', '')}y`)),
    openings: () => (openings ??= new Openings(patterns)),
  }
}

/** What `text.matchAll` gives of each pattern, together with the pattern's number: by place, then by number. */
export function* matchesIn(text: string, {stickies, openings}: WordPatterns): Generator<[number, RegExpExecArray]> {
  const could = openings()
  const ends = new Int32Array(stickies.length)
  let inside = false
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const begins = !inside && code > 32 && !isTrail(code)
    inside = code < 128 ? plain[code] === 1 : isLetter(text, at)
    if (!begins) continue
    for (const which of could.at(text, at)) {
      if (at < ends[which]) continue
      const sticky = stickies[which]
      sticky.lastIndex = at
      const match = sticky.exec(text)
      if (!match) continue
      ends[which] = sticky.lastIndex
      yield [which, match]
    }
  }
}

const plain = Uint8Array.from({length: 128}, (_, code) => (/[a-z\d]/i.test(String.fromCharCode(code)) ? 1 : 0))
/** The second unit of a character beyond the first plane. */
const isTrail = (unit: number) => (unit & 0xfc00) === 0xdc00
const letter = /\p{L}/uy

function isLetter(text: string, at: number): boolean {
  letter.lastIndex = isTrail(text.charCodeAt(at)) ? at - 1 : at
  return letter.test(text)
}
