import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import {datelineLength} from './dateline.ts'

const lexicon = loadLexicon()

describe('a dateline', () => {
  it.each([
    'KABUL, Aug. 26 (Agency) — ',
    'WASHINGTON, Dec. 28 — ',
    'GENEVA, April 15, 1988 – ',
    'PESHAWAR, Pakistan (Meridian Wire) - ',
    'NEW DELHI, May 26. ',
    'Kabul, 29 August 2021. ',
    'DOHA/ISLAMABAD, Oct 20 (Wire) - ',
    'ISLAMABAD: ',
    'PARIS – ',
    'NAIROBI, Kenya (AP) _ ',
    'SAN SALVADOR, 3 JAN 90 -- ',
  ])('%s', line => {
    expect(datelineLength(`${line}Two men were seized.`, lexicon)).toBe(line.length)
  })

  it.each([
    'ISIS – the group that lost Mosul – is back.',
    'NATO: what comes next?',
    'In Kabul, May 26 was a day like any other.',
    'The US – and only the US – can do it.',
    'Iran - the Islamic Republic - rejected it.',
    'Pakistan: a hard country.',
    'U.S. troops left.',
    'Moscow, which denied it, said nothing.',
  ])('none in: %s', paragraph => {
    expect(datelineLength(paragraph, lexicon)).toBe(0)
  })
})
