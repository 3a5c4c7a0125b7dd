import {expect, test} from 'vitest'
import {originsAMonth} from './coverage.tsx'

const coverage = {docs: 9, outlets: 3, origins: 6, days: {first: '2023-12-31', last: '2024-02-01'}}

test('origins a month count every month that is touched, and are unknown without days', () => {
  expect(originsAMonth(coverage)).toBe(2)
  expect(originsAMonth({...coverage, days: {first: null, last: null}})).toBeNull()
})
