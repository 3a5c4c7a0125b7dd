import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Additions} from './additions.ts'
import {eachRow, parseTable, type Row} from './table.ts'
import {merged} from './wins.ts'

/** The built-in tables of a folder together with what a person added. */
export interface Tables {
  readonly folder: string
  readonly additions: Additions
  /** Rows of both, added ones last; a built-in row that an added one speaks against is left out. */
  rows<Column extends string>(name: string, columns: readonly Column[]): Row<Column>[]
  /** The same one by one, without a list of them; `cells` is filled anew for each. */
  each<Column extends string>(
    name: string,
    columns: readonly Column[],
    visit: (cells: Row<Column>['cells']) => void,
  ): void
  /** Only what was added. */
  added<Column extends string>(name: string, columns: readonly Column[]): Row<Column>[]
  /** Path of a built-in table, for messages. */
  path(name: string): string
  /** SHA-256 over all tables, the additions included, and over `more` files. */
  digest(more: readonly string[]): string
}

export function tablesOf(folder: string, additions: Additions): Tables {
  const files = new Map<string, Buffer>()
  const path = (name: string) => join(folder, `${name}.tsv`)
  const bytes = (name: string) => {
    const known = files.get(name)
    if (known !== undefined) return known
    const read = readFileSync(path(name))
    files.set(name, read)
    return read
  }
  const text = (name: string) => bytes(name).toString('utf8')
  const added = <Column extends string>(name: string, columns: readonly Column[]): Row<Column>[] =>
    Object.hasOwn(additions.tables, name)
      ? parseTable(additions.tables[name], `${additions.from}/${name}.tsv`, columns, {sorted: false})
      : []
  const rows = <Column extends string>(name: string, columns: readonly Column[]): Row<Column>[] => {
    const more = added(name, columns)
    if (additions.instead.includes(name)) return more
    const own = parseTable(text(name), path(name), columns)
    return more.length === 0 ? own : merged(name, own, more)
  }
  return {
    folder,
    additions,
    path,
    added,
    rows,
    each(name, columns, visit) {
      if (Object.hasOwn(additions.tables, name) || additions.instead.includes(name))
        for (const {cells} of rows(name, columns)) visit(cells)
      else eachRow(text(name), path(name), columns, {}, visit)
    },
    digest(more) {
      const hash = createHash('sha256')
      const files = readdirSync(folder).filter(file => file.endsWith('.tsv'))
      for (const file of files.sort()) hash.update(bytes(file.slice(0, -4)))
      for (const file of more) hash.update(readFileSync(file))
      for (const name of Object.keys(additions.tables).sort()) hash.update(`${name}\n${additions.tables[name]}`)
      if (additions.instead.length > 0) hash.update(`instead ${additions.instead.join(' ')}`)
      return hash.digest('hex')
    },
  }
}
