import {printable} from './printable.ts'

/** One flat row for a table: text, numbers or nothing. */
export interface FlatRow {
  readonly [column: string]: string | number | null
}

const widest = 60

/** Rows as an aligned table for people; long cells are cut with `…`. */
export function tableOf(rows: readonly FlatRow[], columns: readonly string[]): string {
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

function cellOf(value: string | number | null | undefined): string {
  const text = printable(String(value ?? '')).replace(/\s+/g, ' ')
  return text.length > widest ? `${text.slice(0, widest - 1)}…` : text
}
