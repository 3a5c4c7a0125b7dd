import {join} from 'node:path'
import {describe, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {read} from './trial.ts'

/** "Hikmet Hajiyev AZE GOV": people in no table, each with state and sector; `-` where the text tells none. */
describe('homes', () => {
  for (const {at, text, expected, wanted, settings} of readCases(join(import.meta.dirname, '../../../cases/homes')))
    test(`${at} ${text}`, () => {
      const found = [...read(text, settings.published ?? null).entities.values()]
        .filter(({id, kind}) => kind === 'person' && id.startsWith('~') && !id.startsWith('~unnamed'))
        .map(({name, country, sector}) => `${name} ${country ?? '-'} ${sector ?? '-'}`)
      const shown = found.join('; ') || 'none'
      if (wanted) expect(shown, 'this holds now: write =>').not.toBe(expected)
      else expect(shown).toBe(expected)
    })
})
