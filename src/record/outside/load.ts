import type {OutsideFile} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {setMeta} from '../migrations.ts'
import {mark, type Slice} from './slice.ts'

const columns = `{'line': 'UINTEGER', 'id': 'VARCHAR', 'first_day': 'DATE', 'last_day': 'DATE', 'actor': 'VARCHAR',
  'recipient': 'VARCHAR', 'cameo': 'VARCHAR', 'event': 'VARCHAR', 'mode': 'VARCHAR', 'row': 'VARCHAR'}`
const text = 'translate(row, chr(2) || chr(3), chr(10) || chr(13))'
const insertion = (row: string) => `INSERT INTO outside
  SELECT $1, line, id, first_day, last_day, actor, recipient, cameo, event, mode, ${row}
  FROM read_csv($2, delim = $3, quote = '', escape = '', header = false, auto_detect = false, max_line_size = 8000000,
    new_line = '\\n', columns = ${columns})`
const [plainly, withBreaks] = [insertion('row'), insertion(text)]

/** Keeps a slice of a file, whole or not at all, and how far the file is done with it. */
export async function keepSlice(
  database: Database,
  file: OutsideFile,
  slice: Slice,
  lines: number,
  complete: boolean,
): Promise<OutsideFile> {
  const after = {...file, rows: file.rows + slice.rows, bad: file.bad + slice.bad.length, lines, complete}
  await database.transact(async change => {
    if (slice.rows > 0) await change.run(slice.broken ? withBreaks : plainly, [file.id, slice.path, mark])
    await change.add(
      'outside_bad',
      slice.bad.map(({line, why}) => [file.id, line, why]),
    )
    await change.run('UPDATE outside_files SET rows = $2, bad = $3, lines = $4, complete = $5 WHERE id = $1', [
      after.id,
      after.rows,
      after.bad,
      after.lines,
      after.complete,
    ])
    await setMeta(change, 'counted', 'no')
  })
  return after
}
