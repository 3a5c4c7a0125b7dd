import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {additionsIn, dropName, keepAdditions, lexiconBeside, loadLexicon} from '../../../ingest/index.ts'
import {ownNames} from '../../../lexicon/index.ts'
import {rowsFor} from './add.ts'
import {factsText} from './show.ts'
import {sizesOf} from './sizes.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-lexicon-'))
const beside = lexiconBeside(join(folder, 'news.duckdb'))
afterAll(() => rmSync(folder, {recursive: true}))
const own = loadLexicon()

test('what is added lies beside the record, is found by name and is counted once', () => {
  const options = {kind: 'person', role: 'foreign minister', of: 'KEN', since: '2025-03-01', sex: 'f', alias: ['JW']}
  expect(keepAdditions(beside, {rows: rowsFor('Jane Wanjiru', options, own)})).toBe(3)
  expect(keepAdditions(beside, {rows: rowsFor('Jane Wanjiru', options, own)})).toBe(0)
  const mine = loadLexicon(undefined, additionsIn(beside))
  expect(mine.holders('foreign minister', 'KEN', '2025-04-01')).toEqual(['jane-wanjiru'])
  expect(factsText(mine, 'jw')).toBe(
    'Jane Wanjiru (jane-wanjiru)\n  person, of Kenya, GOV\n  also JW (acronym)\n  foreign minister of Kenya, 2025-03-01 until now\n',
  )
})

test('a faulty row writes nothing', () => {
  const before = readFileSync(join(beside, 'roles.tsv'), 'utf8')
  const rows = rowsFor('Tom Lee', {kind: 'person', role: 'president', of: 'XXX'}, own)
  expect(() => keepAdditions(beside, {rows})).toThrow('expected the id of an entity in')
  expect(readFileSync(join(beside, 'roles.tsv'), 'utf8')).toBe(before)
  expect(existsSync(join(beside, 'entities.tsv'))).toBe(false)
})

test('a name is taken back alone; the one that made somebody known takes all with it, and the folder is as it was', () => {
  const mine = lexiconBeside(join(folder, 'taken-back.duckdb'))
  const files = () => readdirSync(mine).map(file => readFileSync(join(mine, file), 'utf8'))
  keepAdditions(mine, {rows: rowsFor('Hamas', {kind: 'known', alias: ['the Movement of Ten']}, own)})
  const before = files()
  const options = {kind: 'person', role: 'foreign minister', of: 'KEN', since: '2025-03-01', sex: 'f', alias: ['JW']}
  keepAdditions(mine, {rows: rowsFor('Jane Wanjiru', options, own)})
  expect(ownNames(additionsIn(mine), 'jane-wanjiru')).toEqual([
    {name: 'Jane Wanjiru', whole: true},
    {name: 'JW', whole: false},
  ])
  expect(() => dropName(mine, 'jane-wanjiru', 'Wanjiru')).toThrow('expected a name of jane-wanjiru')
  expect(dropName(mine, 'jane-wanjiru', 'JW')).toEqual(['JW'])
  expect(loadLexicon(undefined, additionsIn(mine)).byName.lookup('JW')).toEqual(own.byName.lookup('JW'))
  expect(dropName(mine, 'jane-wanjiru', 'Jane Wanjiru')).toEqual(['Jane Wanjiru'])
  expect(files()).toEqual(before)
  dropName(mine, 'hamas', 'the Movement of Ten')
  expect(existsSync(mine)).toBe(false)
})

test('who is not known needs a kind; an office needs a state', () => {
  expect(() => rowsFor('Front of Ten', {kind: 'known'}, own)).toThrow('expected --kind')
  expect(() => rowsFor('Tom Lee', {kind: 'person', role: 'president'}, own)).toThrow('expected --of')
  expect(rowsFor('Hamas', {kind: 'known', alias: ['the Movement']}, own).names).toMatchObject([
    {entity: 'hamas', kind: 'alias'},
  ])
})

test('the tables are as large as the project promises', () => {
  const all = Object.fromEntries(sizesOf(own).map(({kind, all}) => [kind, all as number]))
  expect(all['armed-group']).toBeGreaterThanOrEqual(600)
  expect(all.organisation).toBeGreaterThanOrEqual(300)
  expect(all.outlet).toBeGreaterThanOrEqual(400)
  expect(all.institute).toBeGreaterThanOrEqual(200)
  expect(all['terms of office']).toBeGreaterThanOrEqual(7900)
})
