import {expect, test} from 'vitest'
import {incidents} from '../fixtures.ts'
import {placeTicks} from './place-ticks.ts'
import {seconds} from './window.ts'

const view = {from: seconds('2021-01-01'), to: seconds('2024-12-31'), left: 40, width: 600}

test('only incidents in view are drawn, inside the lane, none on another', () => {
  const crowd = Array.from({length: 30}, (_, i) => ({
    ...incidents[0],
    id: `inc_${i}`,
    days: {first: '2022-02-02', last: '2022-02-02'},
  }))
  const ticks = placeTicks([...crowd, ...incidents], view, 80)
  expect(ticks.some(t => t.incident.days.first! < '2021')).toBe(false)
  for (const {x, y} of ticks) {
    expect(x).toBeGreaterThanOrEqual(view.left)
    expect(x).toBeLessThanOrEqual(view.left + view.width)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(80)
  }
  expect(
    new Set(ticks.filter(t => t.incident.id.startsWith('inc_') && t.incident.days.first === '2022-02-02').map(t => t.y))
      .size,
  ).toBe(30)
})

test('an incident without a day is not drawn', () => {
  expect(placeTicks([{...incidents[0], days: {first: null, last: null}}], view, 80)).toEqual([])
})
