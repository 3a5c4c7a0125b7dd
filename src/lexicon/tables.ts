import {createHash} from 'node:crypto'
import {readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'
import type {Additions} from './additions.ts'
import {ownFolder} from './folder.ts'
import {Sheet} from './sheet.ts'
import {eachRow, parseTable, type Row} from './table.ts'
import {merged} from './wins.ts'

/** The built-in tables of a folder together with what a person added. */
export interface Tables {
  readonly folder: string
  readonly additions: Additions
  /** Rows of both, added ones last; a built-in row that an added one speaks against is left out. */
  rows<Column extends string>(name: string, columns: readonly Column[]): Row<Column>[]
  /** The same of a large table sorted by its first column, its rows uncut; all are checked at once but for the package's own. */
  sheet<Column extends string>(name: string, columns: readonly Column[]): Sheet<Column>
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
    sheet(name, columns) {
      const mixed = Object.hasOwn(additions.tables, name) || additions.instead.includes(name)
      if (mixed) return new Sheet(textOf(rows(name, columns), columns), path(name), columns)
      if (folder !== ownFolder()) eachRow(text(name), path(name), columns, {}, () => {})
      return new Sheet(text(name), path(name), columns)
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

/** Rows as a table again, in order; of one first cell they keep theirs. */
function textOf<Column extends string>(rows: readonly Row<Column>[], columns: readonly Column[]): string {
  const [key] = columns
  const sorted = [...rows].sort(({cells: a}, {cells: b}) => (a[key] < b[key] ? -1 : a[key] > b[key] ? 1 : 0))
  const lines = sorted.map(({cells}) => columns.map(column => cells[column]).join('\t'))
  return `${[columns.join('\t'), ...lines].join('\n')}\n`
}
