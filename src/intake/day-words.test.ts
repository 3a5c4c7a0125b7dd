import {describe, expect, test} from 'vitest'
import {dayIn, dayInPath, mostlyDay, stampDay} from './day-words.ts'

test.each([
  ['07-Apr-2025', '2025-04-07'],
  ['5 May 2025', '2025-05-05'],
  ['May 5, 2025', '2025-05-05'],
  ['Mon., Sept. 9th 2019', '2019-09-09'],
  ['the 3rd of June, 2016', '2016-06-03'],
  ['2025/05/05', '2025-05-05'],
  ['2025-05-05T23:59:00-08:00', '2025-05-05'],
  ['20250505', '2025-05-05'],
  ['25/07/2025', '2025-07-25'],
  ['07/25/2025', '2025-07-25'],
  ['4.7.2025', '2025-07-04'],
  ['05/05/2025', '2025-05-05'],
  ['Published November 20th, 2019 - 07:50 GMT', '2019-11-20'],
])('%s is %s', (text, day) => expect(dayIn(text)?.day).toBe(day))

test.each([
  '04/07/2025',
  '31 April 2025',
  '29 Feb 2023',
  'May 2025',
  'in 2025',
  '12345678',
  '1-2',
  'call 2025-0405',
  'Room 5 May',
])('no day in %s', text => expect(dayIn(text)).toBeNull())

test('a stamp keeps the day of its own zone', () => {
  expect(stampDay('2025-04-07T00:14:00+04:30')).toBe('2025-04-07')
  expect(stampDay('2025-04-06T23:59:59-11:00')).toBe('2025-04-06')
  expect(stampDay('soon')).toBeNull()
})

test.each([
  ['/2025/04/07/title', '2025-04-07'],
  ['/news/2025-04-07-title', '2025-04-07'],
  ['/a/20250407/title.html', '2025-04-07'],
  ['/world/2025/apr/07/title', '2025-04-07'],
])('%s holds %s', (path, day) => expect(dayInPath(path)?.day).toBe(day))

test.each(['/2025/13/07/x', '/article-12345678', '/2025/title', '/20259907'])('no day in %s', path =>
  expect(dayInPath(path)).toBeNull(),
)

describe('mostlyDay', () => {
  test.each(['Published: 5 May 2025, 10:30 GMT', 'Mon 5 May 2025', 'Posted on May 5, 2025 at 4:30 p.m.'])('%s', text =>
    expect(mostlyDay(text)).not.toBeNull(),
  )
  test.each([
    'On 5 May 2025 the two ministers met in the old port',
    'The treaty of 5 May 2025 was never ratified by parliament',
  ])('not %s', text => expect(mostlyDay(text)).toBeNull())
})
