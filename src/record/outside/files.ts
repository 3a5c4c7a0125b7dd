import type {OutsideFile, OutsideFormat} from '../../model/index.ts'
import type {Database} from '../database.ts'

const columns = `id, sha256, name, format, rows::DOUBLE AS rows, bad::DOUBLE AS bad, lines::DOUBLE AS lines, complete`

export function listFiles(database: Database): Promise<OutsideFile[]> {
  return database.rows<OutsideFile>(`SELECT ${columns} FROM outside_files ORDER BY id`)
}

/** The file of that hash and form as far as it is done, or a new one with nothing done. */
export async function beginFile(
  database: Database,
  {sha256, name, format}: {sha256: string; name: string; format: OutsideFormat},
): Promise<OutsideFile> {
  const found = () =>
    database.rows<OutsideFile>(`SELECT ${columns} FROM outside_files WHERE sha256 = $1 AND format = $2`, [
      sha256,
      format,
    ])
  const [known] = await found()
  if (known) return known
  await database.transact(async change => {
    await change.run(
      `INSERT INTO outside_files SELECT coalesce(max(id), 0) + 1, $1, $2, $3, 0, 0, 0, false FROM outside_files`,
      [sha256, name, format],
    )
  })
  return (await found())[0]
}

export async function listBad(database: Database, file: number): Promise<{line: number; why: string}[]> {
  return database.rows('SELECT line::DOUBLE AS line, why FROM outside_bad WHERE file = $1 ORDER BY line', [file])
}
