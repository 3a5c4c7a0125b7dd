import {expect, test} from 'vitest'
import type {StatementRow} from '../../../model/index.ts'
import {driftWords} from '../format.ts'
import {unrepeated} from '../../../model/unrepeated.ts'

const row = (id: string, words: string) => ({id, speaker: 'Dar', parts: [words]}) as unknown as StatementRow

test('one quotation stands once, with the printings that have other words', () => {
  const rows = [row('a', 'The border stays shut.'), row('b', 'The border stays shut, and the road.'), row('c', 'No.')]
  const drift = {kind: 'cut', without: [], instead: ['and', 'the', 'road']} as const
  const same = {kind: 'same', without: [], instead: []} as const
  const printings = [
    {id: 'a', drift: same},
    {id: 'b', drift},
  ]
  const shown = unrepeated(rows, [{id: 'a', printings}])
  expect(shown.map(({row: {id}, times, changed}) => [id, times, changed.map(each => driftWords(each.drift))])).toEqual([
    ['a', 2, ['cut, with: and the road']],
    ['c', 1, []],
  ])
  expect(unrepeated(rows)).toHaveLength(3)
})
