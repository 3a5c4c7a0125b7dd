import {createHash} from 'node:crypto'
import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {importInto} from '../../ingest/index.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import {type OutsideFormat, outsideColumns} from '../../model/index.ts'
import {openRecord} from '../../record/index.ts'
import {sampleReading} from '../../record/sample.ts'
import {type ExportForm, exportOutside, exportRecord} from './index.ts'

const lexicon = loadLexicon()
let folder = ''
let record = ''
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-export-'))
  record = join(folder, 'record.duckdb')
  const open = await openRecord(record)
  for (const doc of docs) {
    const {bytes, reading} = sampleReading(doc)
    await open.keep(bytes, reading)
  }
  await open.close()
})
afterEach(() => rmSync(folder, {recursive: true}))

const met = {
  event: 'CONSULT',
  clause: 'Pakistan met the US Army',
  cue: 'met',
  actor: 'PAK',
  recipient: 'us-army',
} as const
const docs = [
  {
    // The flag is one letter, two code points and four code units.
    text: '🇵🇰 On 3 May 2019 Pakistan met the US Army.\n"Tabs\tand quotes," it said.',
    published: '2019-05-04',
    outlet: 'Meridian Wire',
    events: [{...met, day: ['2019-05-03', '2019-05-03', '3 May 2019'], mode: 'visit'}],
  },
  {
    text: 'In May 2019 Pakistan met the US Army again.',
    published: '2019-06-04',
    events: [{...met, day: ['2019-05-01', '2019-05-31', 'May 2019'], precision: 'month'}],
  },
  {
    text: 'On 9 May 2019 the Northern Front will raid the US Army.',
    published: '2019-05-04',
    events: [
      {
        event: 'ASSAULT',
        clause: 'the Northern Front will raid the US Army',
        cue: 'raid',
        actor: 'northern-front',
        recipient: 'us-army',
        day: ['2019-05-09', '2019-05-09', '9 May 2019'],
        reality: 'future',
      },
    ],
  },
] as const

const out = async (path: string, form: ExportForm, name = `out.${form}`) => {
  const open = await openRecord(path, {readOnly: true})
  const exported = await exportRecord(open, lexicon, form, join(folder, name))
  await open.close()
  return {exported, file: join(folder, name)}
}

test.each(['gdelt', 'gdelt-mentions', 'icews', 'polecat', 'plover'] as const)(
  '%s: export, import and export again give the same bytes',
  async form => {
    const {file, exported} = await out(record, form)
    const copy = join(folder, 'copy.duckdb')
    const report = await importInto(copy, [file])
    expect(report.imported[0]).toMatchObject({bad: 0, rows: exported.written, file: {format: form}})
    const open = await openRecord(copy, {readOnly: true})
    await exportOutside(open, form as OutsideFormat, join(folder, 'again'))
    await open.close()
    expect(readFileSync(join(folder, 'again'), 'utf8')).toBe(readFileSync(file, 'utf8'))
  },
)

test('what a form cannot say is left out and counted', async () => {
  expect((await out(record, 'gdelt')).exported).toEqual({
    written: 1,
    left: {'without an exact day': 1, 'not happened': 1},
  })
  expect((await out(record, 'plover')).exported).toEqual({written: 3, left: {}})
})

test('GDELT: 61 cells, codes as text with their zeros, numbers that fit', async () => {
  const {file} = await out(record, 'gdelt')
  const cells = readFileSync(file, 'utf8').trimEnd().split('\t')
  const at = (column: string) => cells[outsideColumns.gdelt.indexOf(column)]
  expect(cells).toHaveLength(61)
  expect(['SQLDATE', 'Actor1CountryCode', 'EventCode', 'EventRootCode', 'QuadClass'].map(at)).toEqual([
    '20190503',
    'PAK',
    '042',
    '04',
    '1',
  ])
  expect(BigInt(at('GLOBALEVENTID'))).toBeLessThan(2n ** 63n)
})

test('an imported record counts what it tells in the same way', async () => {
  const {file} = await out(record, 'plover')
  const copy = join(folder, 'copy.duckdb')
  await importInto(copy, [file])
  const open = await openRecord(copy, {readOnly: true})
  const months = await open.outside.months({pair: ['PAK', 'USA']})
  await open.close()
  expect(months.map(({event, mode, happenings}) => [event, mode, happenings])).toEqual([
    ['CONSULT', null, 1],
    ['CONSULT', 'visit', 1],
  ])
})

test('Web Annotation: the quotation is a slice of the text, positions count code points', async () => {
  const {file} = await out(record, 'annotations')
  const all = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map(line => JSON.parse(line))
  const one = all.find(({body}) => body[0].value === 'CONSULT/visit')
  const [quote, position] = one.target.selector
  const text = docs[0].text
  expect([...text].slice(position.start, position.end).join('')).toBe(quote.exact)
  expect(text.slice(...(position.utf16 as [number, number]))).toBe(quote.exact)
  expect(text).toContain(quote.prefix + quote.exact + quote.suffix)
  expect(position.start).not.toBe(position.utf16[0])
})

test('STIX 2.1: every reference resolves, ids are unique, ends are later than starts', async () => {
  const {file} = await out(record, 'stix')
  const {objects} = JSON.parse(readFileSync(file, 'utf8'))
  const ids = new Set(objects.map(({id}: {id: string}) => id))
  expect(ids.size).toBe(objects.length)
  for (const {id, type, object_refs = [], source_ref, target_ref, start_time, stop_time} of objects) {
    expect(id).toMatch(new RegExp(`^${type}--[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$`))
    for (const ref of [...object_refs, ...(source_ref ? [source_ref, target_ref] : [])]) expect(ids).toContain(ref)
    if (start_time) expect(start_time < stop_time).toBe(true)
  }
})

test('Frictionless: bytes and hashes of the package are those of its files', async () => {
  const {file} = await out(record, 'datapackage')
  const {resources} = JSON.parse(readFileSync(join(file, 'datapackage.json'), 'utf8'))
  expect(resources.map(({path}: {path: string}) => path)).toEqual(['events.csv', 'statements.csv'])
  for (const {path, bytes, hash, schema} of resources) {
    const csv = readFileSync(join(file, path))
    expect([csv.length, `sha256:${createHash('sha256').update(csv).digest('hex')}`]).toEqual([bytes, hash])
    expect(csv.toString().split('\r\n')[0]).toBe(schema.fields.map(({name}: {name: string}) => name).join(','))
  }
})

test('the same record gives the same bytes twice', async () => {
  for (const form of ['gdelt', 'stix', 'annotations'] as const) {
    const [first, second] = [await out(record, form, 'a'), await out(record, form, 'b')]
    expect(readFileSync(second.file, 'utf8')).toBe(readFileSync(first.file, 'utf8'))
  }
})
