import {expect, test} from 'vitest'
import {sqlFaults} from './sql.ts'

test('a value written into SQL is found with its line, parameters and constants are not', () => {
  const bad = "const a = 1\ndatabase.rows(`SELECT id FROM docs WHERE url = '${url}'`)"
  expect(sqlFaults('src/record/x.ts', bad)).toMatchObject([{at: 'src/record/x.ts:2'}])
  const good = 'database.rows(`SELECT ${columns} FROM docs ${where}`, [url])'
  expect(sqlFaults('src/record/x.ts', good)).toEqual([])
  expect(sqlFaults('src/record/x.ts', 'throw new Error(`no record at ${path}`)')).toEqual([])
})
