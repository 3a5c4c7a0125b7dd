import {expect, test} from 'vitest'
import {bareName, datelineDay, headLine} from './head-line.ts'

test.each([
  ['Lahore • 18 March 2011 • Zainab Akhtar', '2011-03-18', 'Zainab Akhtar'],
  ['Jo Ray, senior fellow — June 17, 2004', '2004-06-17', 'Jo Ray'],
  ['Piet van Aal · The Hague · 4 November 2025', '2025-11-04', 'Piet van Aal'],
  ['Moved: May 28, 1998, 17:42 GMT By Imran Poe', '1998-05-28', 'Imran Poe'],
  ['Daoud Ray · 26 May 2016 · Analysis', '2016-05-26', 'Daoud Ray'],
  ['By Jo Ray and Al Poe. Published September 10, 2025', '2025-09-10', 'Jo Ray and Al Poe'],
])('%s', (text, day, name) => {
  expect(headLine(text)).toMatchObject({printed: {day}, name})
})

test.each([
  'On 5 May 2016 the two ministers signed the treaty',
  'The treaty of 5 May 2016 was never ratified',
  'Talks resume in Tarn',
  'Was 5 May 2016 the end?',
])('%s is no such line', text => expect(headLine(text)).toBeNull())

test('a place line that opens the text dates it', () => {
  expect(datelineDay('Tarn, 29 August 2021. In the old hospital the lists are on the wall.')?.day).toBe('2021-08-29')
  expect(datelineDay('PORT ALMA (May 5, 2025) - Two men were freed.')?.day).toBe('2025-05-05')
  expect(datelineDay('In Tarn, on 29 August 2021, the lists were burnt.')).toBeNull()
  expect(datelineDay('Since Monday, 29 August 2021, nobody has come.')).toBeNull()
})

test('a bare name', () => {
  expect(bareName('Kaveri Ray, New Delhi')).toBe('Kaveri Ray')
  expect(bareName('World News')).toBeNull()
  expect(bareName('The lists on the wall')).toBeNull()
})
