import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {answerHashes, exportHashes} from '../answer/export/hashes.ts'
import {loadLexicon} from '../lexicon/index.ts'
import {exportedWhole} from '../record/export-sample.ts'
import {openRecord} from '../record/index.ts'
import {loadEngine} from './engine.ts'
import {ingest, ingestInto} from './ingest.ts'
import {rebuild} from './rebuild.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-rebuild-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const examples = join(import.meta.dirname, '../../examples')
const sources = [
  '2011-11-27-salala.html',
  '2011-11-28-salala-reprint-karachi.txt',
  '2012-07-04-routes-reopen.html',
  '1995-02-09-yousef-arrested.html',
].map(name => join(examples, name))

test('rebuilt from snapshots and corrections, every export is what it was; so it is from other orders, time zones and locales', async () => {
  const lexicon = loadLexicon()
  const engine = loadEngine()
  const record = await openRecord(join(folder, 'one.duckdb'))
  await ingest(record, sources, {engine})
  const plain = await exportedWhole(record)
  const files = {...(await exportHashes(record, lexicon)), ...(await answerHashes(record, lexicon))}
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(['events.parquet', 'stix', 'plover', 'annotations', 'gdelt']),
  )
  const [{id}] = await record.events()
  await record.correct({by: 'Ada', at: '2025-01-01T00:00:00Z', why: '', change: {kind: 'reject', record: id}})
  const before = await exportedWhole(record)
  expect(before).not.toBe(plain)
  expect(await rebuild(record, {engine})).toEqual({docs: sources.length, failed: [], stopped: false})
  expect(await exportedWhole(record)).toBe(before)
  const [{id: correction}] = await record.corrections()
  await record.undo({by: 'Ada', at: '2025-01-01T00:00:00Z', why: '', id: correction})
  expect(await exportedWhole(record)).toBe(plain)
  expect({...(await exportHashes(record, lexicon)), ...(await answerHashes(record, lexicon))}).toEqual(files)
  await record.close()

  const [a, b, c, d] = sources
  for (const [zone, locale, order] of [
    ['America/St_Johns', 'de_DE.UTF-8', [d, c, b, a]],
    ['Pacific/Kiritimati', 'tr_TR.UTF-8', [c, a, d, b]],
  ] as const) {
    const path = join(folder, `${locale}.duckdb`)
    const other = spawnSync(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', elsewhere(path, order)],
      {encoding: 'utf8', env: {...process.env, TZ: zone, LANG: locale, LC_ALL: locale}},
    )
    expect([JSON.parse(other.stdout || 'null'), other.stderr]).toEqual([files, ''])
  }
})

/** The same sources, in their order there, in a process of its own: the hash of each export. */
const elsewhere = (path: string, order: readonly string[]) => `
  const {openRecord} = await import(${JSON.stringify(join(import.meta.dirname, '../record/index.ts'))})
  const {answerHashes, exportHashes} = await import(${JSON.stringify(join(import.meta.dirname, '../answer/export/hashes.ts'))})
  const {loadLexicon} = await import(${JSON.stringify(join(import.meta.dirname, '../lexicon/index.ts'))})
  const {ingestInto} = await import(${JSON.stringify(join(import.meta.dirname, 'index.ts'))})
  await ingestInto(${JSON.stringify(path)}, ${JSON.stringify(order)})
  const record = await openRecord(${JSON.stringify(path)}, {readOnly: true})
  const lexicon = loadLexicon()
  console.log(JSON.stringify({...(await exportHashes(record, lexicon)), ...(await answerHashes(record, lexicon))}))
  await record.close()`

test('what came later than a day is left out of the record as it was read by then', async () => {
  const path = join(folder, 'came.duckdb')
  await ingestInto(path, sources.slice(0, 1))
  const record = await openRecord(path, {readOnly: true})
  const today = new Date().toISOString().slice(0, 10)
  const count = async (readBy: string) => [
    (await record.incidents({readBy})).length > 0,
    (await record.events({readBy})).length > 0,
    (await record.statements({readBy})).length > 0,
    (await record.coverage({readBy})).docs,
  ]
  expect(await count(today)).toEqual([true, true, true, 1])
  expect(await count('2001-01-01')).toEqual([false, false, false, 0])
  await record.close()
})
