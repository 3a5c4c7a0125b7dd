import {expect, test} from 'vitest'
import {article} from '../fixtures/index.ts'
import {doubtsIn} from './doubts.ts'

test('a record in doubt says why; one that is told plainly is not in doubt', () => {
  const answer = article('doc_1111111111111111')
  const [plain, ...others] = answer.reading.events
  const day = {...plain.occurred!, first: '2024-03-12', last: '2024-03-12'}
  const sure = {...plain, occurred: day, actors: [{...plain.actors[0], how: 'said' as const}]}
  const reading = {...answer.reading, events: [sure, ...others.map(each => ({...each, occurred: null}))], flags: []}
  const doubts = doubtsIn({...answer, reading})
  expect(doubts.has(sure.id)).toBe(false)
  for (const {id} of others) expect(doubts.get(id)).toContain('its day is not told')
  const year = {...sure, occurred: {...day, precision: 'year' as const}}
  expect(doubtsIn({...answer, reading: {...reading, events: [year]}}).get(sure.id)).toEqual([
    'its day is known to the year only',
  ])
  const nobody = {...answer.reading.statements[0], source: {...answer.reading.statements[0].source, entity: null}}
  expect(doubtsIn({...answer, reading: {...reading, statements: [nobody]}}).get(nobody.id)).toContain(
    'who says it is not known',
  )
})
