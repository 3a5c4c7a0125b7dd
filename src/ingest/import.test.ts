import {mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {crc32, deflateRawSync, gzipSync} from 'node:zlib'
import {afterEach, beforeEach, expect, test} from 'vitest'
import {type OutsideFormat, outsideColumns} from '../model/index.ts'
import {openRecord} from '../record/index.ts'
import {importInto} from './import.ts'

let folder = ''
let record = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'detente-import-'))
  record = join(folder, 'record.duckdb')
})
afterEach(() => rmSync(folder, {recursive: true}))

const row = (format: Exclude<OutsideFormat, 'plover'>, cells: {[column: string]: string | number}, separator = '\t') =>
  outsideColumns[format].map(column => cells[column] ?? '').join(separator)

const gdelt = (id: number, cells: {[column: string]: string | number} = {}) =>
  row('gdelt', {
    GLOBALEVENTID: id,
    SQLDATE: 20150218,
    Actor1Code: 'USAGOV',
    Actor1Name: 'UNITED STATES',
    Actor1CountryCode: 'USA',
    Actor1Type1Code: 'GOV',
    Actor2Code: 'PAK',
    Actor2Name: 'PAKISTAN',
    Actor2CountryCode: 'PAK',
    EventCode: '040',
    ActionGeo_CountryCode: 'PK',
    SOURCEURL: 'https://news.example/1',
    ...cells,
  })

const put = (name: string, bytes: string | Uint8Array) => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const rowsOf = async (format: OutsideFormat) => {
  const open = await openRecord(record, {readOnly: true})
  const rows: string[] = []
  for await (const each of open.outside.rows(format)) rows.push(each)
  const events = []
  for await (const each of open.outside.events([format])) events.push(each)
  const files = await open.outside.files()
  const months = await open.outside.months({pair: ['USA', 'PAK']})
  const bad = files.length > 0 ? await open.outside.bad(files[0].id) : []
  await open.close()
  return {rows, events, files, months, bad}
}

/** A zip archive of one deflated entry. */
function zip(name: string, text: string): Uint8Array {
  const [plain, packed] = [Buffer.from(text), deflateRawSync(text)]
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(crc32(plain), 10)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(plain.length, 18)
  common.writeUInt16LE(name.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), packed])
  const central = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000'),
    common,
    Buffer.alloc(14),
    Buffer.from(name),
  ])
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(central.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, central, end])
}

test('GDELT: 61 columns without a header, codes keep their zeros, bad rows are told by line and left out', async () => {
  const lines = [
    gdelt(1, {EventCode: '010'}),
    gdelt(2).split('\t').slice(1).join('\t'),
    gdelt(3, {SQLDATE: 20150231}),
    gdelt(4, {Actor2Code: 'NGA', Actor2CountryCode: 'NGA', Actor2Name: 'NIGERIA'}),
    gdelt(5),
  ]
  const report = await importInto(record, [put('a.export.CSV', `${lines.join('\n')}\n`)])
  expect(report.imported[0]).toMatchObject({rows: 3, bad: 2, file: {format: 'gdelt', complete: true}})
  const {rows, events, bad, months} = await rowsOf('gdelt')
  expect(rows).toEqual([lines[0], lines[3], lines[4]])
  expect(events.map(({cameo, event, recipient}) => [cameo, event, recipient])).toEqual([
    ['010', null, 'PAK'],
    ['040', 'CONSULT', 'NGA'],
    ['040', 'CONSULT', 'PAK'],
  ])
  expect(bad).toEqual([
    {line: 2, why: 'expected 61 cells, found 60'},
    {line: 3, why: 'expected a day in SQLDATE, found “20150231”'},
  ])
  expect(months).toEqual([
    {first: '2015-02', last: '2015-02', event: 'CONSULT', mode: null, happenings: 1, tellings: 1},
  ])
})

test('GDELT 1.0: 58 columns, 57 before there were addresses; exported and imported again, the same bytes', async () => {
  const cells = {GLOBALEVENTID: 5, SQLDATE: 19990218, Actor1Code: 'USA', Actor1CountryCode: 'USA', EventCode: '010'}
  const newer = row('gdelt-1', {
    ...cells,
    Actor2Code: 'PAK',
    Actor2CountryCode: 'PAK',
    EventCode: '040',
    SOURCEURL: 'https://news.example/1',
  })
  const older = row('gdelt-1', cells).replace(/\t$/, '')
  expect([newer, older].map(line => line.split('\t').length)).toEqual([58, 57])
  const text = `${newer}\n${older}\n${older}\t\t\t\t9\n`
  const first = await importInto(record, [put('1999.csv', text)])
  expect(first.imported.map(({file, rows, bad}) => [file.format, rows, bad])).toEqual([['gdelt-1', 2, 1]])
  const {rows, events, months} = await rowsOf('gdelt-1')
  expect(rows).toEqual([newer, older])
  expect(events[0]).toMatchObject({day: '1999-02-18', actor: 'USA', recipient: 'PAK', cameo: '040', event: 'CONSULT'})
  expect(months).toHaveLength(1)
  record = join(folder, 'again.duckdb')
  await importInto(record, [put('again.csv', `${rows.join('\n')}\n`)])
  expect((await rowsOf('gdelt-1')).rows).toEqual(rows)
})

test('tellings of one day, type and pair are one happening, whoever tells them', async () => {
  await importInto(record, [put('a.csv', [gdelt(1), gdelt(2), gdelt(3, {SQLDATE: 20150219})].join('\n'))])
  await importInto(record, [put('b.csv', `2015-02-18\tUnited States\tConsult\tPakistan\t040\t1.0\t1\n`)])
  const {months} = await rowsOf('gdelt')
  expect(months).toMatchObject([{happenings: 2, tellings: 4}])
})

test('homes in the names of the benchmarks: a state, or a group that stands for itself', async () => {
  const lines = ['Militant (Taliban)', 'Police (Australia)', 'Barack Obama', 'Women (Nowhere)'].map(
    name => `2015-02-18\t${name}\tConsult\tPakistan\t040\t1.0\t1`,
  )
  await importInto(record, [put('b.csv', lines.join('\n'))])
  const {events} = await rowsOf('icews-brief')
  expect(events.map(({actor}) => actor)).toEqual(['taliban', 'AUS', 'USA'])
})

test('zipped and gzipped tables are told by their bytes; the same file is imported once', async () => {
  const [packed, gzipped] = [
    put('a.export.CSV.zip', zip('a.export.CSV', `${gdelt(1)}\r\n`)),
    put('b', gzipSync(gdelt(2))),
  ]
  const first = await importInto(record, [packed, gzipped])
  expect(first.imported.map(({rows}) => rows)).toEqual([1, 1])
  const again = await importInto(record, [packed, gzipped])
  expect(again.imported.map(({rows}) => rows)).toEqual([0, 0])
  expect((await rowsOf('gdelt')).rows).toEqual([gdelt(1), gdelt(2)])
})

test('ICEWS: quotes are letters, days month first, ids that come twice, home states by name', async () => {
  const one = {
    'Event ID': 7,
    'Event Date': '2/18/2015',
    'Source Name': 'Police "Special (Pakistan)',
    'Source Sectors': 'Government,Police',
    'Source Country': 'Pakistan',
    'CAMEO Code': '173',
    'Target Name': 'Citizen (United States)',
    'Target Country': 'United States',
  }
  const rebel = {...one, 'Event Date': '2015-02-19', 'Source Sectors': 'Dissident,Rebel'}
  const text = [outsideColumns.icews.join('\t'), row('icews', one), row('icews', rebel), row('icews', one), ''].join(
    '\n',
  )
  await importInto(record, [put('events.2017.tab', text)])
  const {rows, events} = await rowsOf('icews')
  expect(rows).toEqual([row('icews', one), row('icews', rebel), row('icews', one)])
  expect(events).toEqual(
    Array(2).fill({day: '2015-02-18', actor: 'PAK', recipient: 'USA', cameo: '173', event: 'COERCE', mode: 'arrest'}),
  )
})

test('POLECAT: a header with a name too many, trailing tabs, Latin-1, columns in another order', async () => {
  const cells = {
    'Event ID': 'E1',
    'Event Date': '2023-01-05',
    'Event Type': 'CONSULT',
    'Event Mode': 'visit',
    'Actor Name': 'Ministère',
    'Actor Country': 'FRA',
    'Primary Actor Sector': 'GOV',
    'Recipient Name': 'Berlin',
    'Recipient Country': 'DEU',
  }
  const plain = row('polecat', cells)
  const header = outsideColumns.polecat.join('\t').replace('Intensity', 'Event Intensity')
  const extra = put('a.txt', Buffer.from(`${header}\tHeadline\n${plain}\t\t\n${plain}\n`, 'latin1'))
  const turned = [...outsideColumns.polecat].reverse()
  const odd = [turned.join('\t'), turned.map(column => cells[column as keyof typeof cells] ?? '').join('\t')].join('\n')
  const report = await importInto(record, [extra, put('b.txt', odd)])
  expect(report.imported.map(({bad, extra}) => [bad, extra])).toEqual([
    [0, ['Headline']],
    [0, []],
  ])
  const {rows, events} = await rowsOf('polecat')
  expect(rows).toEqual([plain, plain, plain])
  expect(events[0]).toMatchObject({actor: 'FRA', recipient: 'DEU', event: 'CONSULT', mode: 'visit'})
})

test('PLOVER: one object a line; what did not happen has no type and moves no index', async () => {
  const one = {id: 'p1', date: '2020-01-01', actor: [{code: 'USAGOV'}], recipient: [{code: 'PAK'}], event: ['AID']}
  const lines = [one, {...one, id: 'p2', context: ['future']}, {...one, event: ['AIDS']}].map(each =>
    JSON.stringify(each),
  )
  const report = await importInto(record, [put('a.jsonl', `${lines.join('\n')}\n{"id"`)])
  expect(report.imported[0].shown.map(({line}) => line)).toEqual([3, 4])
  const {rows, events} = await rowsOf('plover')
  expect(rows).toEqual(lines.slice(0, 2))
  expect(events.map(({event}) => event)).toEqual(['AID', null])
})

test('UCDP GED: quoted cells with commas and line breaks; a state by its number, armed groups apart', async () => {
  const cells = {
    id: 1,
    type_of_violence: 1,
    side_a: 'Government of Pakistan',
    side_b: 'TTP',
    source_headline: '"One, ""two""\nand three"',
    date_start: '2010-01-30 00:00:00.000',
    date_end: '2010-02-02 00:00:00.000',
    gwnoa: 770,
  }
  const one = row('ucdp-ged', cells, ',')
  const text = `${outsideColumns['ucdp-ged'].join(',')}\r\n${one}\r\n${one.replace('2010-02-02', '2009-02-02')}\r\n`
  const report = await importInto(record, [put('ged.csv', text)])
  expect(report.imported[0]).toMatchObject({rows: 1, bad: 1, shown: [{line: 4}]})
  const {rows} = await rowsOf('ucdp-ged')
  expect(rows).toEqual([one])
})

test('a stopped import goes on where it stopped and gives the same rows', async () => {
  const lines = Array.from({length: 60_000}, (_, n) => gdelt(n))
  const path = put('a.csv', `${lines.join('\n')}\n`)
  const stop = new AbortController()
  const stopped = await importInto(record, [path], {
    sliceRows: 1000,
    signal: stop.signal,
    onProgress: () => stop.abort(),
  })
  expect(stopped).toMatchObject({stopped: true, imported: [{file: {complete: false}}]})
  const before = stopped.imported[0].rows
  expect(before).toBeGreaterThan(0)
  expect(before).toBeLessThan(lines.length)
  const rest = await importInto(record, [path], {sliceRows: 1000})
  expect(rest.imported[0].rows).toBe(lines.length - before)
  expect((await rowsOf('gdelt')).rows).toEqual(lines)
  expect(readdirSync(folder).filter(name => name.includes('slice'))).toEqual([])
})

test('a gzipped file that breaks off keeps the rows before the break and says where', async () => {
  const lines = Array.from({length: 60_000}, (_, n) =>
    gdelt(n, {SOURCEURL: `https://news.example/${(n * 7919) % 10007}`}),
  )
  const whole = gzipSync(`${lines.join('\n')}\n`)
  const report = await importInto(record, [put('a.gz', whole.subarray(0, whole.length / 2))])
  expect(report.failed[0]).toMatchObject({code: 'intake/broken'})
  const {rows} = await rowsOf('gdelt')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows).toEqual(lines.slice(0, rows.length))
})

test('what is no table of a known form is refused', async () => {
  const report = await importInto(record, [put('a.txt', 'Talks in the harbour\n'), join(folder, 'missing.zip')])
  expect(report.failed.map(({code}) => code)).toEqual(['intake/not-found', 'intake/table'])
})
