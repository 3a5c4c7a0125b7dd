import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {afterEach, beforeEach, expect, test} from 'vitest'
import type {Doc} from '../model/index.ts'
import {openRecord} from '../record/index.ts'
import {loadEngine} from './engine.ts'
import {ingestInto} from './ingest.ts'
import {expandSources} from './sources.ts'

const engine = loadEngine()
let folder = ''
let record = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-ingest-'))
  record = join(folder, 'record.duckdb')
  mkdirSync(join(folder, 'news/deep'), {recursive: true})
  writeFileSync(
    join(folder, 'news/b.txt'),
    'Talks in the harbour\n\nIndia and Pakistan signed an accord on 4 May 2019.\n',
  )
  writeFileSync(join(folder, 'news/a.html'), '<h1>Strike</h1><p>Iran accused Israel of the strike on 5 May 2019.</p>')
  writeFileSync(
    join(folder, 'news/deep/c.html.gz'),
    gzipSync('<p>France expelled two Russian diplomats on Monday.</p>'),
  )
  writeFileSync(join(folder, 'news/picture.png'), 'no article')
  writeFileSync(join(folder, 'news/.hidden.txt'), 'no article')
})
afterEach(() => rmSync(folder, {recursive: true, force: true}))

const news = () => join(folder, 'news')

test('a folder stands for its articles at any depth, sorted, once', async () => {
  const found = await expandSources([news(), join(news(), 'b.txt'), 'https://example.org/x', '-'])
  expect(found.map(path => path.replace(folder, ''))).toEqual([
    '/news/a.html',
    '/news/b.txt',
    '/news/deep/c.html.gz',
    'https://example.org/x',
    '-',
  ])
})

test('what is there is passed over; what fails is reported and stops nothing', async () => {
  const steps: string[] = []
  writeFileSync(join(folder, 'news/empty.txt'), '')
  const report = await ingestInto(record, [join(folder, 'gone.html'), news()], {
    engine,
    onProgress: ({done, total}) => steps.push(`${done}/${total}`),
  })
  expect(report).toMatchObject({added: 3, known: 0, stopped: false})
  expect(report.failed.map(({code}) => code)).toEqual(['intake/not-found', 'intake/empty'])
  expect(steps).toEqual(['1/5', '2/5', '3/5', '4/5', '5/5'])
  expect(await ingestInto(record, [news()], {engine})).toMatchObject({added: 0, known: 3})
  const open = await openRecord(record, {readOnly: true})
  expect(await open.docs()).toHaveLength(3)
  expect((await open.incidents({pair: ['IRN', 'ISR']})).length).toBeGreaterThan(0)
  await open.close()
})

test('a page on which the reader breaks costs no other', async () => {
  const broken = {
    ...engine,
    read: (doc: Doc) => {
      if (doc.text.includes('harbour') || doc.title?.includes('harbour')) throw new TypeError('no such tree')
      return engine.read(doc)
    },
  }
  const report = await ingestInto(record, [news()], {engine: broken})
  expect(report).toMatchObject({added: 2, failed: [{code: 'read/failed'}]})
  expect(report.failed[0].message).toContain('no such tree')
})

test('stopped between two Docs, it goes on where it was', async () => {
  const stop = new AbortController()
  const first = await ingestInto(record, [news()], {engine, signal: stop.signal, onProgress: () => stop.abort()})
  expect(first).toMatchObject({added: 1, stopped: true})
  expect(await ingestInto(record, [news()], {engine})).toMatchObject({added: 2, known: 1, stopped: false})
})

test('a record that is held ends the whole', async () => {
  const open = await openRecord(record)
  await expect(ingestInto(record, [news()], {engine})).rejects.toMatchObject({code: 'record/held'})
  await open.close()
})
