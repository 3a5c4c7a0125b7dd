import {expect, test} from 'vitest'
import {sameOutlet, siteOf} from './outlet.ts'

test.each([
  [['U.S.', 'Wire House'], 'https://www.wirehouse.example.com/x', 'U.S.'],
  [['U.S.', 'Wire House'], 'https://www.wirehouse.com/x', 'Wire House'],
  [['Harbour News', 'Harbour'], 'https://news.harbour.com/', 'Harbour News'],
  [['The Post | News from the coast'], null, 'The Post'],
  [[], 'https://post.example/', null],
] as const)('%j at %s is %s', (names, url, site) => expect(siteOf(names, url)).toBe(site))

test('an outlet is the same with its article or its domain', () => {
  expect(sameOutlet('The Harbour Post', 'harbourpost.com')).toBe(true)
  expect(sameOutlet('The Harbour Post', 'Morning Post')).toBe(false)
})
