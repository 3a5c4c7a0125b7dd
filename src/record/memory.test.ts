import {expect, test} from 'vitest'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Database} from './database.ts'

test('a query for which there is not enough memory says so, and the record goes on', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-memory-'))
  const database = await Database.open(join(folder, 'record.duckdb'), false, '16MB')
  try {
    const sum = (most: number) => database.rows(`SELECT list(md5(n::VARCHAR))::VARCHAR AS all FROM range(${most}) t(n)`)
    await expect(sum(3_000_000)).rejects.toMatchObject({
      code: 'record/memory',
      message: expect.stringContaining('not enough memory'),
      hint: expect.stringContaining('safe'),
    })
    expect(await sum(1)).toHaveLength(1)
  } finally {
    await database.close()
    rmSync(folder, {recursive: true})
  }
})
