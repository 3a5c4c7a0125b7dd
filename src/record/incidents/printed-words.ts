import {Shelves} from './shelves.ts'

/** Letters and numbers of any script, by UTF-16 unit: 1 where it is one, 2 where it is none, 0 where nobody has looked. */
const known = new Uint8Array(0x10000)

function isLetter(unit: number): boolean {
  if (known[unit] === 0) known[unit] = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 2
  return known[unit] === 1
}

/** Letters beyond the first plane take two units. */
const lead = (unit: number) => (unit & 0xfc00) === 0xd800
const isPair = (text: string, at: number) => lead(text.charCodeAt(at)) && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))

/**
 * What is known of each word of a text, in order: made once for a word as it is printed, and found again without cutting the word out,
 * which would cost more than all that is done with it.
 */
export class PrintedWords<T> {
  readonly #make: (word: string) => T
  readonly #words = new Shelves<{readonly word: string; readonly made: T}>()

  constructor(make: (word: string) => T) {
    this.#make = make
  }

  each(text: string, use: (found: T) => void): void {
    for (let at = 0; at < text.length; at++) {
      const start = at
      let hash = 0x811c9dc5 | 0
      for (; at < text.length; at++) {
        const unit = text.charCodeAt(at)
        if (isLetter(unit)) hash = Math.imul(hash ^ unit, 0x01000193)
        else if (isPair(text, at)) hash = Math.imul(hash ^ text.charCodeAt(++at), 0x01000193)
        else break
      }
      if (at > start) use(this.#find(text, start, at, hash ^ (hash >>> 15)))
    }
  }

  #find(text: string, start: number, end: number, hash: number): T {
    for (let place = this.#words.newest(hash); place >= 0; place = this.#words.older(place)) {
      const {word, made} = this.#words.at(place)
      if (word.length === end - start && text.startsWith(word, start)) return made
    }
    const word = text.slice(start, end)
    const made = this.#make(word)
    this.#words.put(hash, {word, made})
    return made
  }
}
