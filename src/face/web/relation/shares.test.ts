import fc from 'fast-check'
import {expect, test} from 'vitest'
import {sortShares} from './shares.ts'

test('what is shown and the rest add up to all', () => {
  fc.assert(
    fc.property(fc.array(fc.double({min: -5, max: 5, noNaN: true})), fc.integer({min: 1, max: 20}), (values, most) => {
      const rows = values.map((share, i) => ({incident: `inc_${i}`, month: '2024-01', score: 1, share}))
      const {shown, others, sum} = sortShares(rows, most)
      expect(shown.length + others.count).toBe(rows.length)
      expect(sum).toBeCloseTo(
        values.reduce((a, b) => a + b, 0),
        9,
      )
      expect(shown.reduce((a, c) => a + c.share, 0) + others.share).toBeCloseTo(sum, 9)
    }),
  )
})

test('the largest come first, whatever their sign', () => {
  const rows = [1, -4, 2].map((share, i) => ({incident: `inc_${i}`, month: '2024-01', score: 1, share}))
  expect(sortShares(rows, 2).shown.map(c => c.share)).toEqual([-4, 2])
})
