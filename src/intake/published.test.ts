import {expect, test} from 'vitest'
import type {OfferedDay} from './published.ts'
import {choosePublished} from './published.ts'

const offer = (from: OfferedDay['from'], day: string, more: Partial<OfferedDay> = {}): OfferedDay => ({
  from,
  day,
  words: day,
  place: 'top',
  change: false,
  ...more,
})

test('without an offer the day is unknown, and a fetch bounds it', () => {
  expect(choosePublished([], null)).toEqual({
    day: null,
    bounds: {first: null, last: null, why: ['the page offers no day']},
    candidates: [],
  })
  expect(choosePublished([], '2024-01-02').bounds).toMatchObject({first: null, last: '2024-01-02'})
})

test('a teaser, a comment or a change never wins, nor bounds', () => {
  const found = choosePublished(
    [
      offer('time', '2024-05-01', {place: 'teaser', because: 'class "related"'}),
      offer('time', '2024-05-02', {place: 'comment'}),
      offer('meta', '2024-05-03', {change: true}),
    ],
    null,
  )
  expect(found.day).toBeNull()
  expect(found.bounds).toMatchObject({first: null, last: null})
  expect(found.candidates.map(({why}) => why)).toEqual([
    'related-post teaser: class "related"',
    'in a comment',
    'the day of the last change',
  ])
})

test('given beats data beats printed beats the address', () => {
  const offers = [
    offer('url', '2024-05-04'),
    offer('printed', '2024-05-03'),
    offer('json-ld', '2024-05-02'),
    offer('given', '2024-05-01'),
  ]
  expect(choosePublished(offers, null).day).toBe('2024-05-01')
  expect(choosePublished(offers.slice(0, 3), null).day).toBe('2024-05-02')
  expect(choosePublished(offers.slice(0, 2), null).day).toBe('2024-05-03')
  expect(choosePublished(offers.slice(0, 1), null).day).toBe('2024-05-04')
})

test('two witnesses of other kinds outvote the data', () => {
  const offers = [
    offer('json-ld', '2024-09-30'),
    offer('opengraph', '2024-09-30'),
    offer('printed', '2019-03-01'),
    offer('url', '2019-03-01'),
  ]
  expect(choosePublished(offers, null).day).toBe('2019-03-01')
})

test('a UTC stamp of the same night gives way to the printed day', () => {
  const offers = [offer('json-ld', '2024-05-01', {utc: true}), offer('printed', '2024-05-02')]
  expect(choosePublished(offers, null).day).toBe('2024-05-02')
  expect(choosePublished([offer('json-ld', '2024-05-01'), offer('printed', '2024-05-02')], null).day).toBe('2024-05-01')
})

test('a day after the fetch is no day of publication', () => {
  expect(choosePublished([offer('meta', '2030-01-01')], '2024-05-01')).toMatchObject({
    day: null,
    bounds: {last: '2024-05-01'},
  })
})
