import {readFileSync} from 'node:fs'
import {DetenteError} from '../model/error.ts'

/** One row of a table, with the line it stands on for messages. */
export interface Row<Column extends string> {
  readonly line: number
  readonly cells: Readonly<{[name in Column]: string}>
}

/**
 * Reads a tab-separated lexicon table: a header with exactly `columns`, one fact a line, sorted by its first column.
 * Throws `lexicon/format` with file:line when the file is not so.
 */
export function readTable<Column extends string>(path: string, columns: readonly Column[]): Row<Column>[] {
  return parseTable(readFileSync(path, 'utf8'), path, columns)
}

/** The same of a text that is in hand; `path` is for messages. What a person added need not be sorted. */
export function parseTable<Column extends string>(
  text: string,
  path: string,
  columns: readonly Column[],
  order: {sorted?: boolean} = {},
): Row<Column>[] {
  const rows: Row<Column>[] = []
  eachRow(text, path, columns, order, (cells, line) => rows.push({line, cells: {...cells}}))
  return rows
}

/** Visits the rows of a table one by one; `cells` is the same object each time, filled anew, so that a large table costs no more than what is kept of it. */
export function eachRow<Column extends string>(
  text: string,
  path: string,
  columns: readonly Column[],
  {sorted = true}: {sorted?: boolean},
  visit: (cells: Row<Column>['cells'], line: number) => void,
): void {
  const bad = (line: number, expected: string, found: string) => {
    throw new DetenteError('lexicon/format', `${path}:${line}: expected ${expected}, found ${found}`, {
      hint: 'npx detente lexicon check lists every such row',
    })
  }
  const header = lineAt(text, 0)
  if (header !== columns.join('\t'))
    bad(1, `the columns ${columns.join(', ')}`, header === '' ? 'an empty file' : header.split('\t').join(', '))
  const cells = Object.fromEntries(columns.map(column => [column, ''])) as {[name in Column]: string}
  let previous = ''
  let line = 1
  for (let begin = header.length + 1; begin < text.length; ) {
    line++
    const found = text.indexOf('\n', begin)
    const end = found < 0 ? text.length : found
    const parts = text.slice(begin, end).split('\t')
    if (parts.length !== columns.length) bad(line, `${columns.length} cells`, `${parts.length}: ${lineAt(text, begin)}`)
    for (let c = 0; c < columns.length; c++) cells[columns[c]] = parts[c]
    const first = parts[0]
    if (sorted && first < previous) bad(line, `rows sorted by ${columns[0]}`, `${first} after ${previous}`)
    previous = first
    visit(cells, line)
    begin = end + 1
  }
}

function lineAt(text: string, begin: number): string {
  const end = text.indexOf('\n', begin)
  return text.slice(begin, end < 0 ? text.length : end)
}
