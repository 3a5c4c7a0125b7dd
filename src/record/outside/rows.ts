import {listValue} from '@duckdb/node-api'
import type {OutsideEvent, OutsideFormat} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {Conditions} from '../filter.ts'
import {listFiles} from './files.ts'

/** Rows of a form as they came. Of each file they lie in the order of its lines, which a scan keeps. */
export async function* outsideRows(database: Database, format: OutsideFormat): AsyncGenerator<string> {
  for (const file of await listFiles(database))
    if (file.format === format)
      for await (const rows of database.stream<{row: string}>('SELECT row FROM outside WHERE file = $1', [file.id]))
        for (const {row} of rows) yield row
}

/** Outside tellings between two known sides by day, then in the order of import. */
export async function* outsideEvents(
  database: Database,
  formats: readonly OutsideFormat[] | null,
): AsyncGenerator<OutsideEvent> {
  const where = new Conditions().add('actor IS NOT NULL AND recipient IS NOT NULL')
  if (formats !== null)
    where.add(
      'file IN (SELECT id FROM outside_files WHERE list_contains(CAST(? AS VARCHAR[]), format))',
      listValue([...formats]),
    )
  const sql = `SELECT CAST(first_day AS VARCHAR) AS day, actor, recipient, cameo, event, mode FROM outside ${where}
    ORDER BY first_day, file, line`
  for await (const rows of database.stream<OutsideEvent>(sql, where.values)) yield* rows
}
