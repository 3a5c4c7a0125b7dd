import {afterEach, expect, test, vi} from 'vitest'
import {forget, load} from './load.ts'

afterEach(() => vi.unstubAllGlobals())

test('an answer that was asked for before a change of the record is not kept after it', async () => {
  const answers: ((body: unknown) => void)[] = []
  vi.stubGlobal('dispatchEvent', () => true)
  vi.stubGlobal('fetch', () => new Promise(resolve => answers.push(body => resolve(Response.json(body)))))
  const before = load('/index.json')
  forget()
  const after = load('/index.json')
  answers[1]({docs: 2})
  expect(await after).toEqual({docs: 2})
  answers[0]({docs: 1})
  expect(await before).toEqual({docs: 1})
  expect(await load('/index.json')).toEqual({docs: 2})
  expect(answers).toHaveLength(2)
})
