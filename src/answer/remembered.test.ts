import {expect, test} from 'vitest'
import {remembering} from './remembered.ts'

test('an answer is made once, the longest unasked goes first, one that failed is made anew', async () => {
  const made: string[] = []
  const {get, forget} = remembering(2)
  const ask = (key: string) =>
    get(key, async () => {
      made.push(key)
      return key
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) expect(await ask(key)).toBe(key)
  expect(made).toEqual(['a', 'b', 'c', 'b'])
  forget()
  await ask('a')
  expect(made).toEqual(['a', 'b', 'c', 'b', 'a'])
  await expect(get('d', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await get('d', async () => 4)).toBe(4)
})
