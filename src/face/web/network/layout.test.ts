import {expect, test} from 'vitest'
import {layOut} from './layout.ts'

const ids = Array.from({length: 24}, (_, n) => `P${n}`)
const parties = ids.map((id, n) => ({id, camp: (n % 2) as 0 | 1, wide: 100}))
const ties = ids.flatMap((a, i) =>
  ids
    .slice(i + 1)
    .flatMap((b, j) => ((i + j) % 3 ? [] : [{pair: [a, b] as const, score: (i + j) % 2 ? 3 : -3, incidents: 2}])),
)

test('the same network gives the same picture; all stay on the sheet and none on another', () => {
  const places = layOut(parties, ties, 620)
  expect(layOut(parties, ties, 620)).toEqual(places)
  const all = [...places.values()]
  for (const {x, y} of all) expect([x >= 58 && x <= 942, y >= 30 && y <= 570]).toEqual([true, true])
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1))
      expect([Math.abs(a.x - b.x) > 100 || Math.abs(a.y - b.y) > 35, a, b]).toEqual([true, a, b])
})

test('on a phone, where names are wide, none lies over another either', () => {
  const wide = parties.map((party, n) => ({...party, wide: 120 + ((n * 53) % 150)}))
  const places = layOut(wide, ties, 2400, 116)
  const all = wide.map(({id, wide}) => ({wide, ...places.get(id)!}))
  for (const {x, wide} of all) expect([x - wide / 2 >= 0, x + wide / 2 <= 1000]).toEqual([true, true])
  for (const [i, a] of all.entries())
    for (const b of all.slice(i + 1))
      expect([Math.abs(a.x - b.x) >= (a.wide + b.wide) / 2 || Math.abs(a.y - b.y) > 106, a, b]).toEqual([true, a, b])
})

test('friends stand nearer than foes', () => {
  const places = layOut(
    ['A', 'B', 'C'].map(id => ({id, camp: null, wide: 20})),
    [
      {pair: ['A', 'B'], score: 5, incidents: 5},
      {pair: ['A', 'C'], score: -5, incidents: 5},
      {pair: ['B', 'C'], score: -5, incidents: 5},
    ],
    620,
  )
  const far = (a: string, b: string) =>
    Math.hypot(places.get(a)!.x - places.get(b)!.x, places.get(a)!.y - places.get(b)!.y)
  expect(far('A', 'B')).toBeLessThan(far('A', 'C'))
  expect(far('A', 'B')).toBeLessThan(far('B', 'C'))
})

test('nobody, or one alone, is placed too', () => {
  expect(layOut([], [], 620).size).toBe(0)
  expect(layOut([{id: 'A', camp: null, wide: 20}], [], 620).get('A')).toBeDefined()
})
