import {expect, test} from 'vitest'
import {docOf, pairPath, readPath, withSearch} from './router.ts'

test('each path is of one page', () => {
  expect(readPath('/')).toEqual({page: 'home'})
  expect(readPath('/r/USA-PAK')).toEqual({page: 'relation', pair: 'USA-PAK'})
  expect(readPath('/a/doc_1')).toEqual({page: 'article', doc: 'doc_1'})
  expect(readPath('/x/~kamran%20b')).toEqual({page: 'entity', entity: '~kamran b'})
  expect(readPath('/q')).toEqual({page: 'question'})
  for (const path of ['/r', '/r/', '/r/A-B/more', '/zzz/1']) expect(readPath(path)).toEqual({page: 'unknown'})
  expect(readPath('/x/%E0%A4%A')).toEqual({page: 'entity', entity: '%E0%A4%A'})
})

test('a pair without a state is parted by a comma', () => {
  expect(pairPath('USA', 'PAK')).toBe('/r/USA-PAK')
  expect(pairPath('islamic-state', 'USA')).toBe('/r/islamic-state-USA')
  expect(pairPath('taliban', 'islamic-state')).toBe('/r/taliban,islamic-state')
})

test('the query string keeps what is not changed', () => {
  expect(withSearch('?a=1&b=2', {b: null, c: 'x y'})).toBe('?a=1&c=x+y')
  expect(withSearch('?a=1', {a: null})).toBe('')
})

test('a record names its Doc', () => {
  expect([docOf('doc_9/ev_1'), docOf('inc_2')]).toEqual(['doc_9', null])
})
