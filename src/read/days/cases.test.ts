import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import type {DayReading} from '../../model/index.ts'
import {daysIn} from './find.ts'
import {officesIn} from './offices.ts'

/** "Monday = 2024-05-13; three days = P3D". An open side of an interval is empty, an unknown day is "?". */
function shown(text: string, readings: readonly DayReading[]): string {
  const each = readings.map(({span, first, last, kind, timex, approx}) => {
    const words = text.slice(span.start, span.end).replace(/\s+/g, ' ')
    if (kind !== 'day') return `${words} = ${timex}`
    if (first === null && last === null) return `${words} = ?`
    const days = first === last ? first : `${first ?? ''}..${last ?? ''}`
    return `${words} = ${approx ? '~' : ''}${days}`
  })
  return each.length === 0 ? 'none' : each.join('; ')
}

describe('day expressions', () => {
  const lexicon = loadLexicon()
  for (const {at, text, expected, wanted, settings} of readCases(join(import.meta.dirname, '../../../cases/days')))
    test(`${at} ${text}`, () => {
      const published = settings.published === 'none' ? null : settings.published
      const found = shown(text, daysIn(text, {published, more: officesIn(text, lexicon)}))
      if (wanted) expect(found, 'this holds now: write =>').not.toBe(expected)
      else expect(found).toBe(expected)
    })
})
