import {Database} from './database.ts'

export interface TableDescription {
  readonly name: string
  readonly about: string
  readonly columns: readonly {readonly name: string; readonly type: string; readonly about: string}[]
}

/** Tables and columns of a record with the comments that stand in it, in the order in which they were made. */
export async function describeRecord(path: string): Promise<TableDescription[]> {
  const database = await Database.open(path, true)
  try {
    const tables = await database.rows<{name: string; about: string | null}>(
      'SELECT table_name AS name, comment AS about FROM duckdb_tables() WHERE NOT temporary ORDER BY table_oid',
    )
    const columns = await database.rows<{table: string; name: string; type: string; about: string | null}>(
      `SELECT table_name AS table, column_name AS name, data_type AS type, comment AS about
       FROM duckdb_columns() WHERE NOT internal ORDER BY table_oid, column_index`,
    )
    return tables.map(({name, about}) => ({
      name,
      about: about ?? '',
      columns: columns
        .filter(({table}) => table === name)
        .map(({name: column, type, about: told}) => ({name: column, type, about: told ?? ''})),
    }))
  } finally {
    await database.close()
  }
}
