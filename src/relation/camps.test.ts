import {expect, test} from 'vitest'
import {campsOf} from './camps.ts'

const tie = (a: string, b: string, score: number) => ({pair: [a, b] as const, score})

test('two blocs: no tension, nothing runs against the camps', () => {
  const {camp, against, triangles, tense} = campsOf([
    tie('A', 'B', 4),
    tie('C', 'D', 5),
    tie('A', 'C', -3),
    tie('B', 'C', -6),
    tie('B', 'D', -2),
  ])
  expect([camp.get('A') === camp.get('B'), camp.get('C') === camp.get('D')]).toEqual([true, true])
  expect(camp.get('A')).not.toBe(camp.get('C'))
  expect([against, triangles, tense]).toEqual([0, 2, []])
})

test('a friend of two foes is tense; the weakest tie is the one given up', () => {
  const {against, tense, camp} = campsOf([tie('USA', 'PAK', 3), tie('IND', 'PAK', -6), tie('IND', 'USA', 5)])
  expect(tense).toEqual([['IND', 'PAK', 'USA']])
  expect(against).toBeCloseTo(3 / 14)
  expect(camp.get('IND')).toBe(camp.get('USA'))
})

test('three foes are tense; friends alone are one camp; nobody is no camp', () => {
  expect(campsOf([tie('A', 'B', -1), tie('B', 'C', -1), tie('A', 'C', -1)]).tense).toHaveLength(1)
  expect(new Set(campsOf([tie('A', 'B', 1), tie('B', 'C', 2)]).camp.values()).size).toBe(1)
  expect(campsOf([])).toEqual({camp: new Map(), against: 0, triangles: 0, tense: []})
})

test('the order of the ties changes nothing', () => {
  const ties = [tie('A', 'B', 4), tie('C', 'D', 5), tie('A', 'C', -3), tie('B', 'D', 1), tie('A', 'D', 2)]
  expect(campsOf([...ties].reverse())).toEqual(campsOf(ties))
})
