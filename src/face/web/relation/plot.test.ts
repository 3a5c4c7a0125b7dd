import {expect, test} from 'vitest'
import type {IndexPoint} from '../../../model/index.ts'
import {thinMonths, timeWords} from './plot.ts'

test('months further than half a year from any that counts are thin', () => {
  const counts = [1, ...Array(20).fill(0), 1, 0]
  const thin = thinMonths(counts.map(incidents => ({incidents}) as IndexPoint))
  expect(thin.flatMap((is, i) => (is ? [i] : []))).toEqual([7, 8, 9, 10, 11, 12, 13, 14])
  expect(thinMonths([{incidents: 0} as IndexPoint])).toEqual([true])
})

test('the axis of time is labelled no finer than its step', () => {
  const time = Date.UTC(2023, 6, 1) / 1000
  expect([timeWords(time, 365 * 86400), timeWords(time, 30 * 86400), timeWords(time, 7 * 86400)]).toEqual([
    '2023',
    'Jul 2023',
    '1 Jul 2023',
  ])
})
