import {expect, test} from 'vitest'
import {boost} from '../../../../scripts/train/attribution/boost.ts'
import {boosted, oddsOf, packTrees, unpackTrees} from './boosted.ts'

test('trees in preorder are read: a split above a split, then a tree of one leaf', () => {
  const trait = Int8Array.of(0, 1, -1, -1, -1, -1)
  const trees = boosted(trait, Int16Array.of(5, 2, 10, 20, 30, 100), 0.5)
  expect(trees.trees).toBe(2)
  expect(oddsOf(trees, Int16Array.of(5, 2))).toBe(55)
  expect(oddsOf(trees, Int16Array.of(5, 3))).toBe(60)
  expect(oddsOf(trees, Int16Array.of(6, 0))).toBe(65)
})

test('trees that end within a tree are refused', () => {
  expect(() => boosted(Int8Array.of(0, -1), Int16Array.of(1, 1), 1)).toThrow('end within a tree')
})

test('trees learn what no sum of traits can tell, the same each time, and outlive packing', () => {
  const examples = Array.from({length: 400}, (_, n) => {
    const [a, b] = [n % 3 === 0 ? 1 : 0, n % 5 < 2 ? 1 : 0]
    return {traits: Int16Array.of(a, b, (n * 7) % 5), yes: a !== b}
  })
  const options = {trees: 20, leaves: 6, rate: 0.3, least: 1, pull: 1, some: 1}
  const trees = boost(examples, options)
  expect(oddsOf(trees, Int16Array.of(1, 0, 3))).toBeGreaterThan(1)
  expect(oddsOf(trees, Int16Array.of(1, 1, 3))).toBeLessThan(-1)
  expect(packTrees(boost(examples, options))).toEqual(packTrees(trees))
  const again = unpackTrees(packTrees(trees), trees.unit)
  expect(oddsOf(again, Int16Array.of(0, 1, 1))).toBe(oddsOf(trees, Int16Array.of(0, 1, 1)))
})
