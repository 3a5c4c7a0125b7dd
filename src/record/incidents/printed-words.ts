/** Letters and numbers of any script, by UTF-16 unit: 1 where it is one, 2 where it is none, 0 where nobody has looked. */
const known = new Uint8Array(0x10000)

function isLetter(unit: number): boolean {
  if (known[unit] === 0) known[unit] = /[\p{L}\p{N}]/u.test(String.fromCharCode(unit)) ? 1 : 2
  return known[unit] === 1
}

/** Letters beyond the first plane take two units. */
const isPair = (unit: number, text: string, at: number) =>
  (unit & 0xfc00) === 0xd800 && /^[\p{L}\p{N}]/u.test(text.slice(at, at + 2))

/**
 * Numbers for the words of texts as they are printed, in the order in which they first come: found without cutting a word out, which
 * would cost more than all that is done with it. An open table of whole numbers, at most half full.
 */
export class PrintedWords {
  readonly words: string[] = []
  #hashes = new Int32Array(4096)
  /** Numbers of words, from 1; 0 is empty. */
  #slots = new Int32Array(4096)

  /** Tells the number of each word of a text, in order; `words` holds it by then. */
  each(text: string, use: (word: number) => void): void {
    const {length} = text
    for (let at = 0; at < length; at++) {
      const start = at
      let hash = 0x811c9dc5 | 0
      for (; at < length; at++) {
        const unit = text.charCodeAt(at)
        if (isLetter(unit)) hash = Math.imul(hash ^ unit, 0x01000193)
        else if (isPair(unit, text, at)) hash = Math.imul(hash ^ text.charCodeAt(++at), 0x01000193)
        else break
      }
      if (at > start) use(this.#find(text, start, at, hash ^ (hash >>> 15)))
    }
  }

  #find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#slots.length - 1
    let slot = hash & mask
    for (; this.#slots[slot] !== 0; slot = (slot + 1) & mask)
      if (this.#hashes[slot] === hash && stands(this.words[this.#slots[slot] - 1], text, start, end))
        return this.#slots[slot] - 1
    this.words.push(text.slice(start, end))
    this.#slots[slot] = this.words.length
    this.#hashes[slot] = hash
    if (2 * this.words.length > mask) this.#grow()
    return this.words.length - 1
  }

  #grow(): void {
    const [hashes, slots] = [this.#hashes, this.#slots]
    const mask = 4 * slots.length - 1
    this.#hashes = new Int32Array(mask + 1)
    this.#slots = new Int32Array(mask + 1)
    for (let from = 0; from < slots.length; from++) {
      if (slots[from] === 0) continue
      let slot = hashes[from] & mask
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask
      this.#slots[slot] = slots[from]
      this.#hashes[slot] = hashes[from]
    }
  }
}

function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false
  for (let i = 0; i < word.length; i++) if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false
  return true
}
