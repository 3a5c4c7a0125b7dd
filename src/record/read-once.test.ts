import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import type {Incident} from '../model/index.ts'
import {Database} from './database.ts'
import {readOnce} from './read-once.ts'

const reading = () => {
  const asked: string[] = []
  const read = async (ids: readonly string[]) => {
    await new Promise(resolve => setTimeout(resolve, 5))
    asked.push(...ids)
    return new Map(ids.map(id => [id, {id} as Incident]))
  }
  return {asked, read}
}

test('who asks at one time reads nothing twice, and a fault is not kept', async () => {
  const {asked, read} = reading()
  const record = {still: true} as Database
  await expect(readOnce(record, ['a'], () => Promise.reject(new Error('gone')))).rejects.toThrow('gone')
  const [first, second] = await Promise.all([readOnce(record, ['a', 'b'], read), readOnce(record, ['b', 'c'], read)])
  expect([[...first.keys()], [...second.keys()].sort()]).toEqual([
    ['a', 'b'],
    ['b', 'c'],
  ])
  expect(asked).toEqual(['a', 'b', 'c'])
})

test('what may change is read every time', async () => {
  const {asked, read} = reading()
  const record = {still: false} as Database
  await readOnce(record, ['a'], read)
  await readOnce(record, ['a'], read)
  expect(asked).toEqual(['a', 'a'])
})

test('others get their turn while many rows are read', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'detente-once-'))
  const database = await Database.open(join(folder, 'r.duckdb'), false)
  try {
    let turns = 0
    let done = false
    const turn = () => {
      turns++
      if (!done) setImmediate(turn)
    }
    setImmediate(turn)
    const rows = await database.rows<{n: bigint}>('SELECT range AS n FROM range(50000)')
    done = true
    expect(rows).toHaveLength(50_000)
    expect(rows[49_999].n).toBe(49_999n)
    // One for each lot of 2048 rows at least.
    expect(turns).toBeGreaterThan(20)
  } finally {
    await database.close()
    rmSync(folder, {recursive: true})
  }
})
