import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {loadEngine} from '../../ingest/engine.ts'

const engine = loadEngine()

/** "IND-PAK for improve": the pair, the stance, the words that decide it. */
function shown(text: string): string {
  const {statements} = engine.read(engine.docOf(text, {published: '2024-05-15'}))
  const each = statements.flatMap(({dyad, stance, stanceCue}) => {
    if (!dyad) return []
    const words = stanceCue ? ` ${text.slice(stanceCue.start, stanceCue.end)}` : ''
    return [`${dyad.join('-')} ${stance}${words}`]
  })
  return each.join('; ') || 'no pair'
}

describe('stance', () => {
  const cases = readCases(join(import.meta.dirname, '../../../cases/stance'))
  for (const {at, text, expected, wanted} of cases)
    test(`${at} ${text}`, () => {
      if (wanted) expect(shown(text).startsWith(expected), 'this holds now: write =>').toBe(false)
      else expect(shown(text)).toBe(expected)
    })

  test('each side has its cases', () => {
    const counts = ['for', 'against', 'conditional', 'neither'].map(
      side => cases.filter(({expected}) => expected.split(' ')[1] === side).length,
    )
    expect(cases.length).toBeGreaterThanOrEqual(110)
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(10)
  })
})
