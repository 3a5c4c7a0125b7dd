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
  {sorted = true}: {sorted?: boolean} = {},
): Row<Column>[] {
  const bad = (line: number, expected: string, found: string) => {
    throw new DetenteError('lexicon/format', `${path}:${line}: expected ${expected}, found ${found}`, {
      hint: 'npx detente lexicon check lists every such row',
    })
  }
  const lines = text.split('\n')
  if (lines.at(-1) === '') lines.pop()
  const header = columns.join('\t')
  if (lines[0] !== header)
    bad(1, `the columns ${columns.join(', ')}`, lines[0]?.split('\t').join(', ') ?? 'an empty file')
  const rows: Row<Column>[] = []
  let previous = ''
  const last = columns.length - 1
  for (let n = 1; n < lines.length; n++) {
    const line = lines[n]
    const cells = {} as {[name in Column]: string}
    let from = 0
    for (let c = 0; c < last; c++) {
      const to = line.indexOf('\t', from)
      if (to < 0) bad(n + 1, `${columns.length} cells`, `${c + 1}: ${line}`)
      cells[columns[c]] = line.slice(from, to)
      from = to + 1
    }
    cells[columns[last]] = line.slice(from)
    if (line.includes('\t', from)) bad(n + 1, `${columns.length} cells`, `${line.split('\t').length}: ${line}`)
    const first = cells[columns[0]]
    if (sorted && first < previous) bad(n + 1, `rows sorted by ${columns[0]}`, `${first} after ${previous}`)
    previous = first
    rows.push({line: n + 1, cells})
  }
  return rows
}
