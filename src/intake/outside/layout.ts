import {type Cells, cellsOf, lineOf, listed, listOf} from './cells.ts'
import type {Format} from './format.ts'

/** How the lines of one file are laid out: which of its cells are the form's columns. */
export interface Layout {
  /** Cells in the order of the form's columns and the line that they make, or what is wrong. */
  read(line: string): {cells: Cells; row: string} | string
  /** Columns of the file that the form does not have and that are left out. */
  readonly extra: readonly string[]
}

/** The layout that a header line tells, `null`: there is none. Headers have been shipped with names that no row has a cell for. */
export function layoutOf(format: Format, header: string | null): Layout {
  const wanted = format.columns
  const names =
    header === null ? [] : listOf(cellsOf(header.replace(/^\uFEFF/, ''), format)).map(name => named(name, format))
  const order = wanted.map(column => names.indexOf(column))
  const usual = order.every((place, n) => place === n)
  const whole = order.every(place => place >= 0)
  const shown = names.filter(name => name !== '')
  const made = (list: readonly string[]) => ({cells: listed(list), row: lineOf(list, format)})
  return {
    extra: whole ? shown.filter(name => !wanted.includes(name)) : [],
    read(line) {
      const cells = cellsOf(line, format)
      if (format.separator === null) return {cells, row: line}
      // A header that is right about the number of cells is right about their order.
      if (whole && !usual && cells.count === shown.length) return made(order.map(place => cells.cell(place)))
      if (cells.count === wanted.length || cells.count === format.older) return {cells, row: line}
      const list = listOf(cells)
      // Trailing separators stand for nothing.
      while (list.length > wanted.length && list.at(-1) === '') list.pop()
      return list.length === wanted.length ? made(list) : `expected ${wanted.length} cells, found ${cells.count}`
    },
  }
}

const named = (name: string, {aliases = {}}: Format) => aliases[name.trim()] ?? name.trim()
