import {expect, test} from 'vitest'
import {read} from './mentions/trial.ts'
import {writtenBounds} from './written.ts'

const bounds = (text: string, day: string | null = null) => writtenBounds(read(text, day))

test('a known day settles it', () => {
  expect(bounds('It rained in 2030.', '2024-05-10')).toMatchObject({first: '2024-05-10', last: '2024-05-10'})
})

test('not before the latest day that is told as past', () => {
  expect(bounds('The army left Kabul on 30 August 2021. It had come in 2001.').first).toBe('2021-08-30')
  expect(bounds('The army will leave Kabul on 30 August 2021.').first).toBeNull()
  expect(bounds('If the army left on 30 August 2021, all would be well.').first).toBeNull()
})

test('not before an office that someone bears now', () => {
  expect(bounds('President Ebrahim Raisi says that Iran is ready.').first).toBe('2021-08-03')
  expect(bounds('Former President Ebrahim Raisi says that Iran is ready.').first).toBeNull()
  expect(bounds('President Ebrahim Raisi said that Iran was ready.').first).toBeNull()
})

test('of two terms the one that the other words leave open', () => {
  const text = 'The army left on 30 August 2021. President Donald Trump is pleased.'
  expect(bounds(text)).toMatchObject({first: '2025-01-20', last: null})
  expect(bounds('President Donald Trump is pleased.').first).toBe('2017-01-20')
  expect(bounds('The Biden administration will decide.').first).toBe('2021-01-20')
  expect(bounds('The Biden administration decided.').first).toBeNull()
})
