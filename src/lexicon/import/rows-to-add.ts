import {columns, type TableName} from '../rows.ts'
import type {Additions} from '../additions.ts'

export const actColumns = ['id', 'pattern', 'event', 'mode', 'cameo', 'contexts', 'note', 'from'] as const

type Cells = Readonly<Record<string, string | null | undefined>>

/** Rows that are to become additions, and what of the source could not be read. */
export interface Imported {
  readonly rows: {readonly [Name in TableName | 'acts']?: readonly Cells[]}
  /** What was left out, with its line and why. */
  readonly left: readonly string[]
}

/** Rows as tables: sorted, each once, missing cells empty. */
export function additionsOf({rows}: Pick<Imported, 'rows'>, from: string): Additions {
  const tables: Record<string, string> = {}
  for (const [name, list] of Object.entries(rows) as [TableName | 'acts', readonly Cells[]][]) {
    const names: readonly string[] = name === 'acts' ? actColumns : columns[name]
    const lines = new Set(list.map(cells => names.map(column => clean(cells[column] ?? '')).join('\t')))
    if (lines.size > 0) tables[name] = `${[names.join('\t'), ...[...lines].sort()].join('\n')}\n`
  }
  return {tables, instead: [], from}
}

const clean = (cell: string) => cell.replace(/[\t\r\n]+/g, ' ').trim()
