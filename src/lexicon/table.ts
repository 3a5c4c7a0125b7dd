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
  const bad = (line: number, expected: string, found: string) => {
    throw new DetenteError('lexicon/format', `${path}:${line}: expected ${expected}, found ${found}`, {
      hint: 'npx detente lexicon check lists every such row',
    })
  }
  const lines = readFileSync(path, 'utf8').split('\n')
  if (lines.at(-1) === '') lines.pop()
  const header = columns.join('\t')
  if (lines[0] !== header)
    bad(1, `the columns ${columns.join(', ')}`, lines[0]?.split('\t').join(', ') ?? 'an empty file')
  const rows: Row<Column>[] = []
  let previous = ''
  for (let n = 1; n < lines.length; n++) {
    const values = lines[n].split('\t')
    if (values.length !== columns.length) bad(n + 1, `${columns.length} cells`, `${values.length}: ${lines[n]}`)
    if (values[0] < previous) bad(n + 1, `rows sorted by ${columns[0]}`, `${values[0]} after ${previous}`)
    previous = values[0]
    const cells = {} as {[name in Column]: string}
    for (let c = 0; c < columns.length; c++) cells[columns[c]] = values[c]
    rows.push({line: n + 1, cells})
  }
  return rows
}
