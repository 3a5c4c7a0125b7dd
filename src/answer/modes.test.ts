import {expect, test} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import {modesOf} from '../model/act-words.ts'

test('every mode that the tables give has words, so that a form can offer it', () => {
  const given = loadLexicon().acts.rows.flatMap(({event, mode}) => (mode ? [{event, mode}] : []))
  expect(given.length).toBeGreaterThan(50)
  expect(given.filter(({event, mode}) => !modesOf(event).includes(mode))).toEqual([])
})
