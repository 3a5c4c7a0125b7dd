import {expect, test} from 'vitest'
import {fixtureAnswers} from '../fixtures/answers.ts'
import {outsideWords} from './outside-words.ts'

test('counts of the pair and of each table, marked as without a text', async () => {
  const answer = await fixtureAnswers.outside({pair: ['USA', 'PAK'], direction: 'both'})
  expect(outsideWords(answer)).toEqual({sum: '0 tellings of 0 happenings between the two.', sources: []})
  const told = {...answer, tellings: 1, happenings: 1, sources: [{format: 'gdelt' as const, files: 1, rows: 1200}]}
  expect(outsideWords(told).sum).toBe('1 telling of 1 happening between the two.')
  expect(outsideWords(told).sources[0]).toMatch(/^No text, from GDELT 2\.0: 1 file, 1200 rows on all sides$/)
})
