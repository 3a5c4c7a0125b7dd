import type {Cell, List} from '../../answer/index.ts'
import {printable} from '../../answer/printable.ts'

const widest = 60

/** Rows as an aligned table for people, as wide as the terminal where the last column can give way; long cells are cut with `…`. */
export function tableOf(rows: List['rows'], columns: readonly string[], terminal = process.stdout.columns): string {
  const cells = rows.map(row => columns.map(column => cellOf(row[column])))
  const widths = columns.map((column, c) =>
    Math.min(
      widest,
      cells.reduce((most, row) => Math.max(most, row[c].length), column.length),
    ),
  )
  const over = widths.reduce((sum, width) => sum + width + 2, -2) - (terminal ?? Infinity)
  if (over > 0) widths.push(Math.max(20, widths.pop()! - over))
  const lineOf = (values: readonly string[]) =>
    values
      .map((value, c) => cut(value, widths[c]).padEnd(widths[c]))
      .join('  ')
      .trimEnd()
  return [lineOf(columns), lineOf(widths.map(width => '─'.repeat(width))), ...cells.map(lineOf)].join('\n')
}

function cellOf(value: Cell | undefined): string {
  const text = printable(Array.isArray(value) ? value.join(' ') : String(value ?? '')).replace(/\s+/g, ' ')
  return cut(text, widest)
}

function cut(text: string, width: number): string {
  return text.length > width ? `${text.slice(0, width - 1)}…` : text
}
