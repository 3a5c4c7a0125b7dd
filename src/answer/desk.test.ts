import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {openRecord} from '../record/index.ts'
import {type Desk, openDesk} from './desk.ts'

let folder = ''
let path = ''
let desk: Desk

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-desk-'))
  path = join(folder, 'record.duckdb')
  desk = await openDesk(path)
})
afterEach(async () => {
  await desk.close()
  rmSync(folder, {recursive: true, force: true})
})

const run = {
  started: '2024-01-01T00:00:00.000Z',
  ended: '2024-01-01T00:00:01.000Z',
  sources: 1,
  added: 0,
  known: 0,
  failed: [{source: 'a.txt', code: 'intake/empty', message: 'nothing to read: a.txt'}],
  stopped: false,
  reader: '1',
} as const

test('a record that is not there is made; what is written is read, beside the writing and after it', async () => {
  expect((await desk.answers.runs()).runs).toEqual([])
  let release = () => {}
  const held = new Promise<void>(resolve => {
    release = resolve
  })
  const writing = desk.write(async record => {
    await record.logRun(run)
    await held
    return record.readOnly
  })
  await expect.poll(async () => (await desk.answers.runs()).runs.length).toBe(1)
  release()
  expect(await writing).toBe(false)
  expect((await desk.answers.runs()).runs).toEqual([{id: 'run_1', ...run}])
  expect(await desk.read(async record => record.readOnly)).toBe(true)
})

test('many reads and writes at once: none is lost, writes keep their order', async () => {
  const written: number[] = []
  await Promise.all(
    Array.from({length: 12}, (_, n) =>
      n % 3 === 0
        ? desk.write(async record => {
            await record.logRun({...run, sources: n})
            written.push(n)
          })
        : desk.answers.home(),
    ),
  )
  expect(written).toEqual([0, 3, 6, 9])
  expect((await desk.answers.runs()).runs.map(each => [each.id, each.sources])).toEqual([
    ['run_4', 9],
    ['run_3', 6],
    ['run_2', 3],
    ['run_1', 0],
  ])
})

test('a write that fails leaves the desk as it was', async () => {
  await expect(desk.write(() => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await desk.answers.home()).docs).toEqual([])
  await expect(openRecord(path, {readOnly: true})).rejects.toMatchObject({code: 'record/held'})
})
