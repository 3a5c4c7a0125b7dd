import {DetenteError} from '../model/index.ts'
import {correctionColumns} from './corrections/columns.ts'
import type {Change, Database} from './database.ts'
import {forecastTables, yardstickColumns} from './forecasts.ts'
import {outsideTables} from './outside/tables.ts'
import {runTables} from './runs.ts'
import {type Column, type Table, tables} from './tables.ts'

type Migration = (change: Change) => Promise<void>

/** Each is run once, in this order, in a transaction of its own. Never changed, only added to. */
export const migrations: readonly Migration[] = [
  async change => {
    for (const table of tables) await makeTable(change, table)
  },
  async change => {
    for (const table of runTables) await makeTable(change, table)
  },
  async change => {
    for (const [table, columns] of correctionColumns) await addColumns(change, table, columns)
  },
  async change => {
    for (const table of outsideTables) await makeTable(change, table)
  },
  async change => {
    for (const table of forecastTables) await makeTable(change, table)
  },
  change => addColumns(change, 'forecast_outcomes', yardstickColumns),
  // Rebels no longer stand for their home states: incidents are joined anew.
  change => setMeta(change, 'joined', 'no'),
]

/** Brings a record to the newest version, or says that it is of a newer one. */
export async function migrate(database: Database, path: string, readOnly: boolean): Promise<void> {
  const known = await database.rows("SELECT 1 AS one FROM duckdb_tables() WHERE table_name = 'meta'")
  const meta = known.length ? await database.rows<{value: string}>("SELECT value FROM meta WHERE key = 'version'") : []
  const at = meta.length ? Number(meta[0].value) : 0
  if (at > migrations.length)
    throw new DetenteError(
      'record/version',
      `${path} has version ${at} of the record; this program knows versions up to ${migrations.length}`,
      {hint: 'Update detente.'},
    )
  if (at === migrations.length) return
  if (readOnly)
    throw new DetenteError(
      'record/version',
      `${path} has version ${at} of the record, older than ${migrations.length}`,
      {
        hint: 'Open it once for writing, for instance with `detente add`.',
      },
    )
  for (let version = at + 1; version <= migrations.length; version++)
    await database.transact(async change => {
      if (version === 1) await makeTable(change, meta1)
      await migrations[version - 1](change)
      await setMeta(change, 'version', String(version))
    })
}

const meta1: Table = {
  name: 'meta',
  about: 'What this file is: version of the record, and whether incidents are up to date.',
  columns: [
    ['key', 'VARCHAR!', 'version or joined.'],
    ['value', 'VARCHAR!', 'Its value.'],
  ],
}

export async function setMeta(change: Change, key: string, value: string): Promise<void> {
  await change.run('DELETE FROM meta WHERE key = $1', [key])
  await change.run('INSERT INTO meta VALUES ($1, $2)', [key, value])
}

async function addColumns(change: Change, table: string, columns: readonly Column[]): Promise<void> {
  for (const [column, type, about] of columns) {
    await change.run(`ALTER TABLE ${table} ADD COLUMN ${column} ${type}`)
    await change.run(`COMMENT ON COLUMN ${table}.${column} IS ${quoted(about)}`)
  }
}

async function makeTable(change: Change, {name, about, columns}: Table): Promise<void> {
  await change.run(createTable(name, columns))
  await change.run(`COMMENT ON TABLE ${name} IS ${quoted(about)}`)
  for (const [column, , told] of columns) await change.run(`COMMENT ON COLUMN ${name}.${column} IS ${quoted(told)}`)
}

/** The statement that makes a table of the list; names and types come from there alone. */
export function createTable(name: string, columns: Table['columns'], temporary = false): string {
  const list = columns.map(([column, type]) => `${column} ${type.replace('!', ' NOT NULL')}`)
  return `CREATE ${temporary ? 'TEMPORARY ' : ''}TABLE ${name} (${list.join(', ')})`
}

// COMMENT ON takes no parameters.
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
