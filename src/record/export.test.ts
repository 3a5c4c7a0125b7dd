import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {PassThrough} from 'node:stream'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, expect, test} from 'vitest'
import {exportRows} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-export-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const columns = ['id', 'actors', 'low', 'words']
const rows = [
  {id: 'a', actors: ['PAK', 'USA'], low: 12, words: 'He said "no",\nthen left 🇵🇰', unseen: 1},
  {id: "'); DROP TABLE given;--", actors: [], low: null, words: null},
]

async function read(path: string) {
  const instance = await DuckDBInstance.create()
  const connection = await instance.connect()
  const answer = await connection.runAndReadAll('SELECT * FROM read_parquet($1)', [path])
  return answer.getRowObjectsJS()
}

test('CSV quotes what must be quoted, JSON Lines keeps types', async () => {
  const path = join(folder, 'rows.csv')
  await exportRows(rows, columns, 'csv', path)
  expect(readFileSync(path, 'utf8')).toBe(
    'id,actors,low,words\r\na,PAK;USA,12,"He said ""no"",\nthen left 🇵🇰"\r\n\'); DROP TABLE given;--,,,\r\n',
  )
  const stream = new PassThrough()
  await exportRows(rows, columns, 'jsonl', stream)
  stream.end()
  const lines = (await stream.toArray()).join('').trim().split('\n')
  expect(lines.map(line => JSON.parse(line))).toEqual([
    {id: 'a', actors: ['PAK', 'USA'], low: 12, words: rows[0].words},
    {id: rows[1].id, actors: [], low: null, words: null},
  ])
})

test('Parquet comes back as it was, and is the same each time', async () => {
  const paths = [join(folder, "it's.parquet"), join(folder, 'two.parquet')]
  for (const path of paths) await exportRows(rows, columns, 'parquet', path)
  expect(await read(paths[0])).toEqual([
    {id: 'a', actors: ['PAK', 'USA'], low: 12n, words: rows[0].words},
    {id: rows[1].id, actors: [], low: null, words: null},
  ])
  expect(readFileSync(paths[0]).equals(readFileSync(paths[1]))).toBe(true)
  await expect(exportRows(rows, columns, 'parquet', new PassThrough())).rejects.toMatchObject({code: 'usage/argument'})
  await expect(exportRows([], columns, 'parquet', join(folder, 'none.parquet'))).resolves.toBeUndefined()
})

test('a folder that does not exist is said', async () => {
  for (const format of ['csv', 'parquet'] as const)
    await expect(exportRows(rows, columns, format, join(folder, 'no', 'rows'))).rejects.toMatchObject({
      code: 'usage/argument',
    })
})
