import type {Cell, List} from '../../answer/index.ts'
import {printable} from './printable.ts'

const widest = 60

/** Rows as an aligned table for people; long cells are cut with `…`. */
export function tableOf(rows: List['rows'], columns: readonly string[]): string {
  const cells = rows.map(row => columns.map(column => cellOf(row[column])))
  const widths = columns.map((column, c) =>
    Math.min(
      widest,
      cells.reduce((most, row) => Math.max(most, row[c].length), column.length),
    ),
  )
  const lineOf = (values: readonly string[]) =>
    values
      .map((value, c) => value.slice(0, widths[c]).padEnd(widths[c]))
      .join('  ')
      .trimEnd()
  return [lineOf(columns), lineOf(widths.map(width => '─'.repeat(width))), ...cells.map(lineOf)].join('\n')
}

function cellOf(value: Cell | undefined): string {
  const text = printable(Array.isArray(value) ? value.join(' ') : String(value ?? '')).replace(/\s+/g, ' ')
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text
}
