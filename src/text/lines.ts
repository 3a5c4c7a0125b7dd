import {hashPair, hashSlice, hashString} from './hash.ts'

const tab = 9

/** Lines of a table, found by what stands before their first or second tab: one text, and numbers that point into it. */
export class Lines {
  readonly count: number
  private readonly starts: Int32Array
  /** Numbers of lines, from 1, by the hash of their key; 0 is empty. */
  private readonly slots: Int32Array
  private readonly mask: number

  /** `keys`: how many columns a line is found by, one or two. */
  constructor(
    readonly text: string,
    readonly keys: 1 | 2,
  ) {
    let count = text.length ? 1 : 0
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) count++
    this.count = count
    this.starts = new Int32Array(count + 1)
    this.mask = (1 << Math.ceil(Math.log2(count * 2 + 1))) - 1
    this.slots = new Int32Array(this.mask + 1)
    let start = 0
    for (let line = 0; line < count; line++) {
      this.starts[line] = start
      let end = text.indexOf('\t', start)
      if (keys === 2) end = text.indexOf('\t', end + 1)
      let slot = hashSlice(text, start, end) & this.mask
      while (this.slots[slot]) slot = (slot + 1) & this.mask
      this.slots[slot] = line + 1
      end = text.indexOf('\n', end)
      start = end < 0 ? text.length + 1 : end + 1
    }
    this.starts[count] = start
  }

  /** Number of the line whose first column is `key`, from 0; -1 when there is none. */
  find(key: string): number {
    const {slots, mask, starts} = this
    for (let slot = hashString(key) & mask; ; slot = (slot + 1) & mask) {
      const line = slots[slot] - 1
      if (line < 0 || this.stands(key, 0, starts[line])) return line
    }
  }

  /** The same, of the first two columns; the second is `second` from the letter `from` on. */
  findPair(first: string, second: string, from = 0): number {
    const {slots, mask, starts} = this
    for (let slot = hashPair(first, second, from) & mask; ; slot = (slot + 1) & mask) {
      const line = slots[slot] - 1
      if (line < 0) return -1
      if (this.stands(first, 0, starts[line]) && this.stands(second, from, starts[line] + first.length + 1)) return line
    }
  }

  /** Whether the column that begins at `at` is `word` from the letter `from` on. */
  private stands(word: string, from: number, at: number): boolean {
    const {text} = this
    if (text.charCodeAt(at + word.length - from) !== tab) return false
    for (let i = from; i < word.length; i++) if (text.charCodeAt(at + i - from) !== word.charCodeAt(i)) return false
    return true
  }

  /** Where in the text a line ends. */
  endOf(line: number): number {
    return this.starts[line + 1] - 1
  }

  /** Where in the text its second column begins. */
  secondOf(line: number): number {
    return this.text.indexOf('\t', this.starts[line]) + 1
  }

  /** The columns of a line. */
  columns(line: number): string[] {
    return this.text.slice(this.starts[line], this.starts[line + 1] - 1).split('\t')
  }
}
