import {expect, test} from 'vitest'
import {killTries} from './kill.ts'

test('killed at random moments, what was said to be kept is there and nothing by halves', async () => {
  const {docs, lines} = await killTries(6)
  expect(docs).toBeGreaterThan(0)
  expect(lines).toBeGreaterThan(0)
})
