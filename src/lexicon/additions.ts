import {existsSync, readdirSync, readFileSync} from 'node:fs'
import {join} from 'node:path'

/** What a person adds to the tables: it wins over what is built in. */
export interface Additions {
  /** Text of a table by its name (`names`, `roles`, `acts`, …), header included. */
  readonly tables: Readonly<Record<string, string>>
  /** Tables of which only the added rows count. */
  readonly instead: readonly string[]
  /** Where they come from, for messages. */
  readonly from: string
}

export const noAdditions: Additions = {tables: {}, instead: [], from: ''}

/** The folder in which the additions of a record lie: `news.duckdb.lexicon` beside `news.duckdb`. */
export const lexiconBeside = (record: string): string => `${record}.lexicon`

/** The tables in a folder, of the same form as the built-in ones; none when there is no such folder. */
export function additionsIn(folder: string): Additions {
  if (!existsSync(folder)) return noAdditions
  const files = readdirSync(folder).filter(file => file.endsWith('.tsv'))
  return {
    tables: Object.fromEntries(files.sort().map(file => [file.slice(0, -4), readFileSync(join(folder, file), 'utf8')])),
    instead: [],
    from: folder,
  }
}

/** Both together; the rows of a table that both have stand one after the other. */
export function joinAdditions(a: Additions, b: Additions): Additions {
  const tables: Record<string, string> = {...a.tables}
  for (const [name, text] of Object.entries(b.tables)) {
    const rows = text.slice(text.indexOf('\n') + 1)
    tables[name] = tables[name] === undefined ? text : `${tables[name].replace(/\n?$/, '\n')}${rows}`
  }
  return {tables, instead: [...a.instead, ...b.instead], from: [a.from, b.from].filter(Boolean).join(' and ')}
}
