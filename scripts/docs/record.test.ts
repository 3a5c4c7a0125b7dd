import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {recordPagePath, recordPageWith} from './record.ts'

test('docs/record.md lists the tables as they are; every one and every column is explained', async () => {
  const page = readFileSync(recordPagePath, 'utf8')
  expect(await recordPageWith(page)).toBe(page)
  expect(page).not.toMatch(/^\| `\w+` \| [^|]+ \| +\|$/m)
})
