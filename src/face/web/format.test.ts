import {expect, test} from 'vitest'
import type {IndexPoint} from '../../model/index.ts'
import {
  amountWords,
  count,
  counts,
  indexWords,
  proseOf,
  publishedWords,
  rangeWords,
  shiftMonth,
  signed,
} from './format.ts'

test('days and months of a message are told as a person reads them, those in quotation marks as printed', () => {
  expect(
    proseOf('president from 2001-01-20, more in 2025-11 to 2026-04; the text says “2000-01-02”, code 2001-99'),
  ).toBe('president from 20 Jan 2001, more in Nov 2025 to Apr 2026; the text says “2000-01-02”, code 2001-99')
})

test('signed numbers carry a true minus, and zero no sign', () => {
  expect([signed(1.44), signed(-0.35), signed(-0.04), signed(0)]).toEqual(['+1.4', '−0.3', '0.0', '0.0'])
})

test('a range says no more than is known', () => {
  const words = (first: string | null, last: string | null, precision: Parameters<typeof rangeWords>[1]) =>
    rangeWords({first, last}, precision)
  expect(words('2021-08-26', '2021-08-26', 'day')).toBe('26 Aug 2021')
  expect(words('2025-02-01', '2025-02-28', 'month')).toBe('Feb 2025')
  expect(words('1980-01-01', '1989-12-31', 'decade')).toBe('1980s')
  expect(words('1977-07-05', '1988-08-17', 'era')).toBe('1977–1988')
  expect(words('1998-06-08', '1998-06-14', 'week')).toBe('8–14 Jun 1998')
  expect(words('1998-06-28', '1998-07-04', 'week')).toBe('28 Jun – 4 Jul 1998')
  expect(words('1998-12-28', '1999-01-03', 'week')).toBe('28 Dec 1998 – 3 Jan 1999')
  expect(words(null, '2025-03-04', null)).toBe('by 4 Mar 2025')
  expect(words(null, null, null)).toBe('day not told')
})

test('an unknown day of publication shows its bounds only', () => {
  expect(publishedWords({published: null, bounds: {first: '2025-03-04', last: null}})).toBe(
    'day unknown, not before 4 Mar 2025',
  )
})

test('old news retold counts on its own day; what is denied, planned or undated does not', () => {
  const of = (reality: 'occurred' | 'historical' | 'future', denied: string | null, first: string | null) =>
    counts({reality, denied, days: {first, last: '2020-01-01'}})
  expect([of('occurred', null, '2020-01-01'), of('historical', null, '2019-12-01')]).toEqual([true, true])
  expect([of('occurred', 'USA', '2020-01-01'), of('future', null, '2020-01-01'), of('occurred', null, null)]).toEqual([
    false,
    false,
    false,
  ])
})

test('figures keep their printed bounds', () => {
  expect(amountWords({low: 160, high: 160, approx: true})).toBe('about 160')
  expect(amountWords({what: 'percent', low: 19, high: 19, approx: false, unit: '%'})).toBe('19 %')
  expect(amountWords({low: 1500, high: 2000, approx: false})).toBe('1 500–2 000')
  const usd = (low: number) => amountWords({low, high: low, approx: false, unit: 'USD'})
  expect([usd(33_000_000_000), usd(1_250_000), usd(1_234_567)]).toEqual([
    '33 billion USD',
    '1.25 million USD',
    '1 234 567 USD',
  ])
})

test('counts of five digits and more are grouped', () => {
  expect([count(9999, 'incident'), count(10_082, 'incident')]).toEqual(['9999 incidents', '10 082 incidents'])
})

test('months shift over the year', () => {
  expect([shiftMonth('2024-01', -1), shiftMonth('2024-12', 1), shiftMonth('2024-03', -12)]).toEqual([
    '2023-12',
    '2025-01',
    '2023-03',
  ])
})

test('the latest value is compared with the same month a year before, and says when the bands overlap', () => {
  const point = (month: string, level: number, half: number): IndexPoint => ({
    month,
    level,
    low: level - half,
    high: level + half,
    asOf: level,
    asOfLow: level - half,
    asOfHigh: level + half,
    incidents: 1,
    docs: 1,
    origins: 1,
  })
  expect(indexWords([])).toBeNull()
  expect(indexWords([point('2024-03', 0, 1), point('2025-03', 1.4, 1)])).toEqual({
    value: '+1.4',
    interval: '80 % interval +0.4 … +2.4',
    trend: 'warmer than 12 months before: +1.4; the bands overlap',
  })
  expect(indexWords([point('2024-03', 3, 0.5), point('2025-03', 0, 0.5)])?.trend).toBe(
    'cooler than 12 months before: −3.0',
  )
  expect(indexWords([point('2025-03', 0, 0.5)])?.trend).toBeNull()
})
