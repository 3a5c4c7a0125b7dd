import {readFileSync} from 'node:fs'
import {expect, it} from 'vitest'
import {readmePath, readmeWith} from './readme.ts'

it('the README shows what the reader says today; `npx tsx scripts/docs/readme.ts` writes it anew', () => {
  const readme = readFileSync(readmePath, 'utf8')
  expect(readme).toBe(readmeWith(readme))
})
