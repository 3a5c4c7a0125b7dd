import {expect, test} from 'vitest'
import {loadLexicon} from '../../lexicon/index.ts'
import {daysIn} from './find.ts'
import {occasionsIn} from './occasions.ts'

const lexicon = loadLexicon()
const told = (text: string) =>
  daysIn(text, {published: null, more: occasionsIn(text, lexicon)}).map(
    ({span, first, last}) => `${text.slice(span.start, span.end)} = ${first}..${last}`,
  )

test.each([
  [
    'In his first speech to the US Congress in 2025, President Trump thanked Chad.',
    'first speech to the US Congress in 2025 = 2025-03-04..2025-03-04',
  ],
  [
    'In his 2002 State of the Union address he named three states.',
    '2002 State of the Union address = 2002-01-29..2002-01-29',
  ],
  ['The two met at the NATO summit in Vilnius in 2023.', 'NATO summit in Vilnius in 2023 = 2023-07-11..2023-07-12'],
  ['The two met at the 2018 G20 summit in Buenos Aires.', '2018 G20 summit = 2018-11-30..2018-12-01'],
])('an occasion and its year are its days: %s', (text, expected) => {
  expect(told(text)).toEqual([expected])
})

test.each([
  ['who is no speaker there', 'In a speech to Congress in 2015, Benjamin Netanyahu warned of a deal.', '2015'],
  ['which of two in a year', 'The two met at the NATO summit in 2022.', '2022'],
  ['a year without any', 'The two met at the NATO summit in 2020.', '2020'],
])('it stays the year, for the tables do not tell %s', (_, text, year) => {
  expect(told(text)).toEqual([`${year} = ${year}-01-01..${year}-12-31`])
})
