import {expect, test} from 'vitest'
import {home} from '../fixtures/index.ts'
import {destinations, matching} from './destinations.ts'

const all = destinations(home())
const found = (typed: string) => matching(all, typed).map(({href}) => href)

test('typed words begin words of a name or an address, in any order', () => {
  expect(found('ask')).toEqual(['/q'])
  expect(found('united pak')).toEqual(['/r/PAK-USA'])
  expect(found('usa')).toEqual(['/r/PAK-USA'])
  expect(found('envoys')).toEqual(['/a/doc_2222222222222222'])
  expect(found('xyzzy')).toEqual([])
})

test('without words the pages come first', () => {
  expect(found('').slice(0, 2)).toEqual(['/', '/q'])
})
