import {expect, test} from 'vitest'
import {namedPair} from './named-pair.ts'

const relations = [{pair: ['PAK', 'USA'], names: ['Pakistan', 'United States'], incidents: 3, latest: 0}] as const

test('codes and known names are a pair, in the order typed', () => {
  expect(namedPair('usa pak', relations)).toEqual(['USA', 'PAK'])
  expect(namedPair('USA-PAK', [])).toEqual(['USA', 'PAK'])
  expect(namedPair('United States and Pakistan', relations)).toEqual(['USA', 'PAK'])
})

test('a question is a question, and the rest is left to the record', () => {
  expect(namedPair('Will they make peace', relations)).toBe('question')
  expect(namedPair('the two of them?', relations)).toBe('question')
  expect(namedPair('Pakistan and US', relations)).toBeNull()
  expect(namedPair('USA USA', [])).toBeNull()
})
