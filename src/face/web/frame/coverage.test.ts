import {expect, test} from 'vitest'
import {originsAMonth, rateWords} from './coverage.tsx'

const coverage = {docs: 9, outlets: 3, origins: 6, days: {first: '2023-12-31', last: '2024-02-01'}}

test('origins a month count every month that is touched, and are unknown without days', () => {
  expect(originsAMonth(coverage)).toBe(2)
  expect(originsAMonth({...coverage, days: {first: null, last: null}})).toBeNull()
})

test('few origins are told by the year', () => {
  expect(rateWords(6)).toBe('6 origins a month')
  expect(rateWords(41.6)).toBe('42 origins a month')
  expect(rateWords(1)).toBe('1 origin a month')
  expect(rateWords(0.0908)).toBe('1.1 origins a year')
  expect(rateWords(0.001)).toBe('less than 0.1 origins a year')
})
