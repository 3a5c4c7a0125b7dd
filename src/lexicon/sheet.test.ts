import {cpSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {expect, test} from 'vitest'
import {loadLexicon} from './index.ts'
import {Sheet} from './sheet.ts'

const sheet = (...lines: string[]) => new Sheet(lines.join('\n'), 'kin.tsv', ['id', 'kin', 'age'] as const)
const kin = sheet('id\tkin\tage', 'a\tÉmile\tx', 'a\tzoë\t', 'a-b\t\tx', 'ab\tx\tx', 'é\ty\t')

test('rows are found by their first cell, whole', () => {
  expect(kin.rowsOf('a').map(at => kin.cell(at, 1))).toEqual(['Émile', 'zoë'])
  expect(kin.cells(kin.find('a-b'))).toEqual({id: 'a-b', kin: '', age: 'x'})
  expect(kin.cells(kin.find('é'))).toEqual({id: 'é', kin: 'y', age: ''})
  for (const key of ['', 'b', 'a-', 'abc', 'z', 'kin']) expect(kin.find(key), key).toBe(-1)
  expect(sheet('id\tkin\tage').find('a')).toBe(-1)
})

test('rows are found by another cell, in order', () => {
  expect(kin.rowsWith(1, 'x').map(at => kin.cell(at, 0))).toEqual(['ab'])
  expect(kin.rowsWith(1, 'z')).toEqual([])
})

test('whatever stands in a sheet is found, and nothing else', () => {
  const word = fc.stringMatching(/^[a-z-]{1,4}$/)
  fc.assert(
    fc.property(fc.array(word, {maxLength: 40}), word, (ids, other) => {
      const made = sheet('id\tkin\tage', ...[...ids].sort().map((id, n) => `${id}\t${n}\t`), '')
      for (const id of ids) expect(made.rowsOf(id).map(at => made.cell(at, 0))).toEqual(ids.filter(one => one === id))
      expect(made.find(other) >= 0).toBe(ids.includes(other))
      expect(made.rows()).toHaveLength(ids.length)
    }),
  )
})

test('other columns than expected and a row with too few cells are told with file and row', () => {
  expect(() => sheet('id\tname', 'a\tb')).toThrow('kin.tsv:1: expected the columns id, kin, age, found id, name')
  expect(() => sheet('')).toThrow('kin.tsv:1: expected the columns id, kin, age, found an empty file')
  const broken = sheet('id\tkin\tage', 'a\tb\t', 'c')
  expect(() => broken.cells(broken.find('c'))).toThrow('kin.tsv:3: expected 3 cells, found 1: c')
})

test('a broken row of tables that are not the package’s own shows when they are loaded', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  cpSync(loadLexicon().folder, folder, {recursive: true})
  const path = join(folder, 'roles.tsv')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${[...lines, 'zz-nobody\tpresident'].join('\n')}\n`)
  expect(() => loadLexicon(folder)).toThrow(`roles.tsv:${lines.length + 1}: expected 7 cells, found 2`)
})
