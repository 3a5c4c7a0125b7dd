import {spawnSync} from 'node:child_process'
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {DuckDBInstance} from '@duckdb/node-api'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {loadLexicon} from '../../lexicon/index.ts'
import {exportRows, openRecord} from '../../record/index.ts'
import {sampleReading} from '../../record/sample.ts'
import {type List, listEntities, listEvents, listStatements} from '../lists.ts'
import {exportRecord} from './index.ts'

/** What readers of tables stumble over, in titles, outlets and quotations. */
const nasty = [
  '“a; b”, c',
  'say "no"',
  'two\nlines',
  'a\tb',
  '=1+1',
  "O'Hara\\",
  'naïve 🇵🇰',
  ' spaces ',
  'NULL',
  '010',
  '#',
]
const folder = mkdtempSync(join(tmpdir(), 'detente-readers-'))
const lists: {[name: string]: List} = {}

beforeAll(async () => {
  const record = await openRecord(join(folder, 'record.duckdb'))
  for (const [n, words] of nasty.entries()) {
    const text = `Day ${n}: Pakistan met the US Army. “${words}”, it said.`
    const {bytes, reading} = sampleReading({
      text,
      title: words,
      outlet: words,
      published: '2019-05-04',
      events: [
        {
          event: 'CONSULT',
          clause: 'Pakistan met the US Army',
          cue: 'met',
          actor: 'PAK',
          recipient: 'us-army',
          day: [`2019-05-${String(n + 1).padStart(2, '0')}`, `2019-05-${String(n + 1).padStart(2, '0')}`, `Day ${n}`],
        },
      ],
      statements: [{speaker: 'PAK', content: [words.trim()], cue: 'said', dyad: ['PAK', 'USA'], stance: 'for'}],
    })
    await record.keep(bytes, reading)
  }
  const lexicon = loadLexicon()
  for (const [name, list] of Object.entries({events: listEvents, statements: listStatements, entities: listEntities})) {
    const found = await list(record, lexicon, {})
    lists[name] = found
    for (const format of ['csv', 'jsonl', 'parquet'] as const)
      await exportRows(found.rows, found.columns, format, join(folder, `${name}.${format}`))
  }
  for (const form of ['gdelt', 'icews', 'polecat'] as const)
    await exportRecord(record, lexicon, form, join(folder, form))
  await record.close()
})
afterAll(() => rmSync(folder, {recursive: true}))

const asText = (value: unknown) =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.join(';') : String(value)
const expected = ({columns, rows}: List) => [columns, ...rows.map(row => columns.map(column => asText(row[column])))]

/** Runs a Python script with every warning an error; what it prints is JSON. */
function python(script: string, ...args: string[]): unknown {
  const path = join(folder, 'read.py')
  writeFileSync(path, script)
  const {stdout, stderr, error} = spawnSync('python3', ['-W', 'error', path, ...args], {
    encoding: 'utf8',
    maxBuffer: 1e8,
    env: {...process.env, LC_ALL: 'C', PYTHONUTF8: '1'},
  })
  if (error) throw error
  expect(stderr).toBe('')
  return JSON.parse(stdout)
}
const hasPython = spawnSync('python3', ['--version']).status === 0

test.skipIf(!hasPython)('Python’s csv module in its strict mode reads every CSV as it was written', () => {
  const script =
    'import csv,json,sys\nwith open(sys.argv[1], newline="", encoding="utf-8") as f: print(json.dumps(list(csv.reader(f, strict=True))))'
  for (const [name, list] of Object.entries(lists))
    expect(python(script, join(folder, `${name}.csv`))).toEqual(expected(list))
})

test.skipIf(!hasPython)(
  'Python’s json module reads every line of JSON, with numbers, lists and nothing kept apart',
  () => {
    const script =
      'import json,sys\nwith open(sys.argv[1], encoding="utf-8") as f: print(json.dumps([json.loads(line) for line in f]))'
    for (const [name, {columns, rows}] of Object.entries(lists))
      expect(python(script, join(folder, `${name}.jsonl`))).toEqual(
        rows.map(row => Object.fromEntries(columns.map(column => [column, row[column] ?? null]))),
      )
  },
)

test.skipIf(!hasPython)('tables in the forms of other projects have one row a line and as many cells in each', () => {
  const script =
    'import csv,json,sys\nwith open(sys.argv[1], newline="", encoding="utf-8") as f: rows = list(csv.reader(f, delimiter="\\t", quoting=csv.QUOTE_NONE, strict=True))\nprint(json.dumps([len(rows), sorted(set(map(len, rows)))]))'
  for (const [form, cells, heads] of [
    ['gdelt', 61, 0],
    ['icews', 20, 1],
    ['polecat', null, 1],
  ] as const) {
    const [rows, widths] = python(script, join(folder, form)) as [number, number[]]
    expect([form, rows]).toEqual([form, nasty.length + heads])
    expect([form, widths]).toEqual([form, cells === null ? [expect.any(Number)] : [cells]])
  }
})

test('DuckDB, strict and with no line left out, reads every CSV and Parquet as it was written', async () => {
  const instance = await DuckDBInstance.create(':memory:')
  const connection = await instance.connect()
  const read = async (sql: string, path: string) => (await connection.run(sql, [path])).getRowsJS()
  for (const [name, list] of Object.entries(lists)) {
    const found = await read(
      `SELECT * FROM read_csv($1, header = true, all_varchar = true, strict_mode = true, ignore_errors = false, null_padding = false, delim = ',', quote = '"', escape = '"')`,
      join(folder, `${name}.csv`),
    )
    expect([list.columns, ...found.map(row => row.map(value => value ?? ''))]).toEqual(expected(list))
    const packed = await read('SELECT * FROM read_parquet($1)', join(folder, `${name}.parquet`))
    expect(packed.map(row => row.map(asText))).toEqual(expected(list).slice(1))
  }
  connection.closeSync()
  instance.closeSync()
})
