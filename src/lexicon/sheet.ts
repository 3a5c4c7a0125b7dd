import {DetenteError} from '../model/error.ts'

const tab = 9

/** Offset of a row's first character, by which it is known. */
export type RowAt = number

/**
 * A large table, sorted by its first column, kept as its text: a row is cut up only when it is asked for. Throws `lexicon/format` with
 * file:line for other columns than expected, and for a row of more or fewer cells when that is cut.
 */
export class Sheet<Column extends string> {
  private readonly begin: number

  constructor(
    readonly text: string,
    readonly path: string,
    readonly columns: readonly Column[],
  ) {
    this.begin = this.next(0)
    const header = text.slice(0, this.begin - 1)
    if (header !== columns.join('\t'))
      throw this.fault(0, `the columns ${columns.join(', ')}`, header.split('\t').join(', ') || 'an empty file')
  }

  /** Where the rows begin, in order. */
  rows(): RowAt[] {
    const found: RowAt[] = []
    for (let at = this.begin; at < this.text.length; at = this.next(at)) found.push(at)
    return found
  }

  /** The cells of a row by their columns. */
  cells(at: RowAt): {readonly [name in Column]: string} {
    const line = this.text.slice(at, this.next(at) - 1)
    const parts = line.split('\t')
    if (parts.length !== this.columns.length)
      throw this.fault(at, `${this.columns.length} cells`, `${parts.length}: ${line}`)
    const cells = {} as {[name in Column]: string}
    for (let c = 0; c < parts.length; c++) cells[this.columns[c]] = parts[c]
    return cells
  }

  /** One cell, by the number of its column. */
  cell(at: RowAt, column: number): string {
    const start = this.cellAt(at, column)
    let end = start
    while (this.text.charCodeAt(end) >= 32) end++
    return this.text.slice(start, end)
  }

  /** Where a cell begins. */
  cellAt(at: RowAt, column: number): number {
    let start = at
    for (let left = column; left > 0; left--) start = this.text.indexOf('\t', start) + 1
    return start
  }

  /** The first row whose first cell is `key`; -1: none. */
  find(key: string): RowAt {
    // Who is nobody has no row: `ids[0]` of no ids.
    if (!key) return -1
    const {text} = this
    let low = this.begin
    let high = text.length
    while (low < high) {
      let middle = (low + high) >> 1
      while (middle > low && text.charCodeAt(middle - 1) !== 10) middle--
      if (this.compare(middle, key) < 0) low = this.next(middle)
      else high = middle
    }
    return low < text.length && this.compare(low, key) === 0 ? low : -1
  }

  /** All rows whose first cell is `key`, in order. */
  rowsOf(key: string): RowAt[] {
    const found: RowAt[] = []
    const first = this.find(key)
    if (first < 0) return found
    for (let at = first; at < this.text.length && this.compare(at, key) === 0; at = this.next(at)) found.push(at)
    return found
  }

  /** All rows in which a cell, neither the first nor the last, is exactly this, in order. */
  rowsWith(column: number, value: string): RowAt[] {
    const found: RowAt[] = []
    const wanted = `\t${value}\t`
    for (let hit = this.text.indexOf(wanted, this.begin); hit >= 0; hit = this.text.indexOf(wanted, hit + 1)) {
      const at = this.text.lastIndexOf('\n', hit) + 1
      if (this.cellAt(at, column) === hit + 1) found.push(at)
    }
    return found
  }

  private next(at: RowAt): RowAt {
    const end = this.text.indexOf('\n', at)
    return (end < 0 ? this.text.length : end) + 1
  }

  /** Order of a row's first cell beside a key: below 0, 0 or above. */
  private compare(at: RowAt, key: string): number {
    for (let i = 0; ; i++) {
      const code = this.text.charCodeAt(at + i)
      const ended = !(code > tab + 1)
      if (i === key.length || ended) return i === key.length ? (ended ? 0 : 1) : -1
      if (code !== key.charCodeAt(i)) return code - key.charCodeAt(i)
    }
  }

  private fault(at: RowAt, expected: string, found: string): DetenteError {
    const line = this.text.slice(0, at).split('\n').length
    return new DetenteError('lexicon/format', `${this.path}:${line}: expected ${expected}, found ${found}`, {
      hint: 'npx detente lexicon check lists every such row',
    })
  }
}
