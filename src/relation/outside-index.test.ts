import {expect, test} from 'vitest'
import type {EventCode, OutsideMonth} from '../model/index.ts'
import {outsideIndexOf} from './outside-index.ts'

const cell = (month: string, event: EventCode, happenings = 1, last = month): OutsideMonth => ({
  first: month,
  last,
  event,
  mode: null,
  happenings,
  tellings: happenings,
})
const options = {pair: ['USA', 'PAK'], direction: 'both'} as const

test('help lifts it, attacks and accusations lower it, silence only widens the band', () => {
  const {points} = outsideIndexOf(
    [cell('2010-01', 'AID', 5), cell('2012-01', 'ACCUSE', 9), cell('2013-01', 'ASSAULT', 9)],
    options,
  )
  const at = (month: string) => points.find(point => point.month === month)!
  expect(points).toHaveLength(37)
  expect(at('2010-01').asOf).toBeGreaterThan(0)
  expect(at('2011-06').asOf).toBe(at('2010-01').asOf)
  expect(at('2011-06').asOfHigh - at('2011-06').asOfLow).toBeGreaterThan(at('2010-01').asOfHigh - at('2010-01').asOfLow)
  expect(at('2012-01').asOf).toBeLessThan(at('2011-12').asOf)
  expect(at('2013-01').asOf).toBeLessThan(at('2012-12').asOf)
})

test('a project that codes a thousand acts is no thousand origins: the band stops narrowing', () => {
  const width = (happenings: number) => {
    const [{low, high}] = outsideIndexOf([cell('2010-01', 'AID', happenings)], options).points
    return high - low
  }
  expect(width(10)).toBeLessThan(width(1))
  expect(width(100_000)).toBeGreaterThan(width(1000) * 0.95)
})

test('a happening known to a span of months is spread over them; nothing gives nothing', () => {
  const {points} = outsideIndexOf([cell('2010-01', 'ASSAULT', 1, '2010-03')], options)
  expect(points.map(({incidents}) => incidents)).toEqual([1, 1, 1])
  expect(outsideIndexOf([], options).points).toEqual([])
})
