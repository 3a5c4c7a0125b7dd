import {join} from 'node:path'
import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import type {Counted} from './count.ts'
import {figuresIn} from './find.ts'
import {readNumber} from './number.ts'

/** "killed ~160; amount 20000000 EUR" */
function shown(figures: readonly Counted[]): string {
  const each = figures.map(({what, low, high, approx, unit}) => {
    const number = low === high ? `${low}` : `${low}..${high}`
    return `${what} ${approx ? '~' : ''}${number}${unit && unit !== '%' ? ` ${unit}` : ''}`
  })
  return each.length === 0 ? 'none' : each.join('; ')
}

const lexicon = loadLexicon()
const whole = (text: string) => figuresIn(lexicon, text, {start: 0, end: text.length})

describe('figures', () => {
  for (const {at, text, expected, wanted} of readCases(join(import.meta.dirname, '../../../cases/figures')))
    test(`${at} ${text}`, () => {
      if (wanted) expect(shown(whole(text)), 'this holds now: write =>').not.toBe(expected)
      else expect(shown(whole(text))).toBe(expected)
    })
  test('forces and the fallen of clashes are told apart; who is not told anew is who was counted before', () => {
    const armed = (text: string) => whole(text).map(figure => figure.armed)
    expect(armed('Five soldiers were killed and seven were wounded.')).toEqual([true, true])
    expect(armed('Five shoppers were killed and seven were wounded.')).toEqual([false, false])
    expect(armed('Five rebels were killed and two nurses were wounded.')).toEqual([true, false])
  })
  test('numbers in words', () => {
    expect(readNumber('two hundred and five')).toBe(205)
    expect(readNumber('twenty-one')).toBe(21)
    expect(readNumber('1.5 million')).toBe(1500000)
    expect(readNumber('3,000')).toBe(3000)
    expect(readNumber('half')).toBeNull()
    expect(readNumber('')).toBeNull()
  })
  test('never throws; spans lie in the text', () => {
    const words = [
      'killed',
      '12',
      'were',
      'a',
      'soldier',
      'and',
      'wounded',
      'at least',
      'twenty-one',
      '$5',
      'million',
      ',',
      '.',
      'dead',
      'of',
      '%',
      '–',
    ]
    const phrases = fc.array(fc.constantFrom(...words), {maxLength: 16}).map(list => list.join(' '))
    fc.assert(
      fc.property(fc.oneof(phrases, fc.string({unit: 'grapheme', maxLength: 120})), text => {
        for (const {span, low, high} of whole(text)) {
          expect(text.slice(span.start, span.end).trim()).not.toBe('')
          expect(span.end).toBeLessThanOrEqual(text.length)
          expect(low).toBeLessThanOrEqual(high)
        }
      }),
      {numRuns: 500},
    )
  })
})
