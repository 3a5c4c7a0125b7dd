import {expect, test} from 'vitest'
import {statements} from '../fixtures/index.ts'
import {unrepeated} from './unrepeated.ts'

test('the same words of the same speaker stand once and are counted', () => {
  const again = {...statements[0], id: 'doc_9/st_1', parts: [statements[0].parts[0].replace(',', '').toUpperCase()]}
  const other = {...statements[0], id: 'doc_9/st_2', speaker: 'Someone else'}
  expect(unrepeated([statements[0], again, other]).map(s => [s.row.id, s.times])).toEqual([
    [statements[0].id, 2],
    ['doc_9/st_2', 1],
  ])
})
