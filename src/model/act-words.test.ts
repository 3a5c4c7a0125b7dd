import {expect, test} from 'vitest'
import {actWords, deedWords} from './act-words.ts'
import {type EventCode, eventCodes} from './event.ts'

const party = (name: string) => ({name})
const deed = (event: EventCode, mode: string | null, who: string[], whom: string[]) =>
  deedWords({event, mode, actors: who.map(party), recipients: whom.map(party)})

test('an act is told as a sentence, whoever does it and to whom', () => {
  expect(deed('SANCTION', null, ['United States'], ['Pakistan'])).toBe('United States imposes sanctions on Pakistan')
  expect(deed('CONSULT', 'visit', ['US military'], [])).toBe('US military visits')
  expect(deed('AGREE', null, ['Chile', 'Peru'], [])).toBe('Chile and Peru agree')
  expect(deed('ASSAULT', 'aerial', [], ['Chad', 'Mali', 'Niger'])).toBe(
    'somebody not named attacks Chad, Mali and Niger from the air',
  )
  expect(deed('PROTEST', 'demo', ['unnamed: the students'], ['Peru'])).toBe('unnamed students demonstrate against Peru')
  expect(deed('THREATEN', 'relations', ['Taliban'], ['United States'])).toBe(
    'Taliban threaten to cut ties with United States',
  )
})

test('a name that holds marks of the template stays as it is', () => {
  expect(deed('ACCUSE', 'allege', ['A$&@[B]'], ['$1 @ [x]'])).toBe('A$&@[B] accuses $1 @ [x]')
})

test('every type has words, an unknown mode those of its type', () => {
  for (const event of eventCodes) expect(actWords({event, mode: null})).toMatch(/^[a-z]+s\b[a-z ]*$/)
  expect(actWords({event: 'COERCE', mode: 'newly-made'})).toBe('coerces')
  expect(actWords({event: 'PROTEST', mode: 'strike'})).toBe('goes on strike')
  expect(actWords({event: 'MOBILIZE', mode: null})).toBe('readies forces')
})
