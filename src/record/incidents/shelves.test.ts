import fc from 'fast-check'
import {expect, test} from 'vitest'
import {Shelves} from './shelves.ts'

test('a shelf holds what was put on it, newest first, whatever stands on others, and however many there are', () => {
  const puts = fc.array(fc.tuple(fc.oneof(fc.integer(), fc.integer({min: -3, max: 3})), fc.integer()), {
    maxLength: 3000,
  })
  fc.assert(
    fc.property(puts, list => {
      const shelves = new Shelves<number>()
      const told = new Map<number, number[]>()
      for (const [shelf, one] of list) {
        shelves.put(shelf, one)
        told.set(shelf, [one, ...(told.get(shelf) ?? [])])
      }
      for (const [shelf, ones] of told) {
        const found: number[] = []
        for (let place = shelves.newest(shelf); place >= 0; place = shelves.older(place)) found.push(shelves.at(place))
        expect(found).toEqual(ones)
        expect([shelves.has(shelf, ones[0]), shelves.has(shelf, 0.5)]).toEqual([true, false])
      }
      expect(shelves.newest(4_000_000_000 | 0) >= 0).toBe(told.has(4_000_000_000 | 0))
    }),
    {numRuns: 50},
  )
})
