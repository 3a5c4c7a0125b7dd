import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {dayOf, fromLunarHijri, fromNumber, fromSolarHijri, isoWeek, numberOf, toNumber, weekday} from './calendar.ts'
import {daysIn} from './find.ts'

const words = [
  'the',
  'next',
  'day',
  'May',
  '5',
  '2021',
  'of',
  'March',
  'two',
  'weeks',
  'ago',
  'last',
  'Monday',
  ',',
  '–',
  '1990s',
  'early',
  'until',
  '9/11',
  '\n\n',
  'in',
  'later',
  "'80s",
  'fall',
  'Q3',
]

describe('calendar', () => {
  test('numbers and days answer to each other', () => {
    fc.assert(
      fc.property(fc.integer({min: -700000, max: 2900000}), n => {
        const [year, month, day] = fromNumber(n)
        expect(toNumber(year, month, day)).toBe(n)
        if (year > 0 && year < 10000) expect(numberOf(dayOf(n))).toBe(n)
      }),
    )
  })
  test('weekdays, ISO weeks and other calendars', () => {
    expect(weekday(numberOf('2024-05-15'))).toBe(3)
    expect(isoWeek(numberOf('2016-01-03'))).toEqual([2015, 53])
    expect(dayOf(fromSolarHijri(1357, 2, 7))).toBe('1978-04-27')
    expect(dayOf(fromSolarHijri(1403, 1, 1))).toBe('2024-03-20')
    expect(dayOf(fromLunarHijri(1446, 1, 1))).toBe('2024-07-08')
  })
})

describe('reading days', () => {
  const check = (text: string, published: string | null) => {
    const readings = daysIn(text, {published})
    let end = 0
    for (const {span, first, last} of readings) {
      expect(span.start).toBeGreaterThanOrEqual(end)
      expect(span.end).toBeLessThanOrEqual(text.length)
      expect(text.slice(span.start, span.end).trim()).not.toBe('')
      if (first !== null && last !== null) expect(first <= last).toBe(true)
      end = span.end
    }
  }
  test('never throws, spans lie in the text and do not overlap', () => {
    fc.assert(fc.property(fc.string({unit: 'grapheme', maxLength: 200}), text => check(text, '2024-05-15')))
    const phrases = fc.array(fc.constantFrom(...words), {maxLength: 14}).map(list => list.join(' '))
    fc.assert(fc.property(phrases, fc.constantFrom(null, '2024-02-29', '1999-12-31'), check), {numRuns: 500})
  })
  test('the same text gives the same readings', () => {
    const text = 'On Friday, three days after the raid of May 2011, they met again last week.'
    expect(daysIn(text, {published: '2011-06-01'})).toEqual(daysIn(text, {published: '2011-06-01'}))
  })
})
