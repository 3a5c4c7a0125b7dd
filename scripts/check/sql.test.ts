import {expect, test} from 'vitest'
import {sqlFaults} from './sql.ts'

const slot = (name: string) => `$\{${name}}`

test('a value written into SQL is found with its line, parameters and constants are not', () => {
  const bad = `const a = 1\ndatabase.rows(\`SELECT id FROM docs WHERE url = '${slot('url')}'\`)`
  expect(sqlFaults('src/record/x.ts', bad)).toMatchObject([{at: 'src/record/x.ts:2'}])
  const good = `database.rows(\`SELECT ${slot('columns')} FROM docs ${slot('where')}\`, [url])`
  expect(sqlFaults('src/record/x.ts', good)).toEqual([])
  expect(sqlFaults('src/record/x.ts', `throw new Error(\`no record at ${slot('path')}\`)`)).toEqual([])
})
