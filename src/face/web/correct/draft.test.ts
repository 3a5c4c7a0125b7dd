import {expect, test} from 'vitest'
import {evidenceOf} from '../fixtures/index.ts'
import {draftOf, givenOf, recordOf} from './draft.ts'

const answer = evidenceOf('inc_attack')

test('a correction of an incident is one of its shown telling', () => {
  expect(recordOf(answer)).toBe(answer.tellings[0].id)
  expect(recordOf(evidenceOf('doc_1111111111111111/st_1'))).toBe('doc_1111111111111111/st_1')
})

test('the form begins with what is read now, and sends only what its kind needs', () => {
  const draft = draftOf(answer, 'actor')
  expect(draft.who).toBe('Northern Front')
  expect(givenOf({...draft, who: 'Pakistan,  USA ,'}, answer, ' Mira ')).toEqual({
    kind: 'actor',
    by: 'Mira',
    why: '',
    record: answer.tellings[0].id,
    entities: ['Pakistan', 'USA'],
  })
  expect(givenOf(draftOf(answer, 'reality'), answer, '')).toMatchObject({by: 'workbench', reality: 'occurred'})
  expect(givenOf({...draftOf(answer, 'type'), event: 'ASSAULT', mode: 'aerial'}, answer, 'M')).toMatchObject({
    event: 'ASSAULT',
    mode: 'aerial',
  })
  expect(givenOf({...draftOf(answer, 'type'), event: 'AID', mode: ''}, answer, 'M')).toMatchObject({mode: null})
  expect(givenOf({...draftOf(answer, 'day'), first: ''}, answer, 'M')).toMatchObject({first: null})
  expect(givenOf({...draftOf(answer, 'day'), first: '2021-02-03', last: ''}, answer, 'M')).toMatchObject({
    last: '2021-02-03',
  })
})

test('a merge needs the other incident, given by its id or an address that holds it', () => {
  const draft = draftOf(answer, 'merge')
  expect(givenOf(draft, answer, 'M')).toBeNull()
  expect(givenOf({...draft, other: 'http://x/r/USA-PAK?sel=inc_0a1b2c3d4e'}, answer, 'M')).toMatchObject({
    incidents: ['inc_attack', 'inc_0a1b2c3d4e'],
  })
})
