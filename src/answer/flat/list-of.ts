/** A value of a flat row. */
export type Cell = string | number | boolean | null | readonly string[]

export interface List {
  readonly columns: readonly string[]
  readonly rows: readonly {readonly [column: string]: Cell}[]
}

/** A table with one row an item; its columns are there without rows too. */
export function listOf<Item>(items: readonly Item[], cells: {readonly [column: string]: (item: Item) => Cell}): List {
  const entries = Object.entries(cells)
  return {
    columns: Object.keys(cells),
    rows: items.map(item => Object.fromEntries(entries.map(([column, cell]) => [column, cell(item)]))),
  }
}
