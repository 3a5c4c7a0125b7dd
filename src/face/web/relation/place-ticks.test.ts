import {expect, test} from 'vitest'
import {incidents} from '../fixtures/index.ts'
import {placeTicks} from './place-ticks.ts'
import {seconds} from './window.ts'

const view = {from: seconds('2021-01-01'), to: seconds('2024-12-31'), left: 40, width: 600}

test('only incidents in view are drawn, inside the lane, none on another; the rest is counted', () => {
  const crowd = Array.from({length: 30}, (_, i) => ({
    ...incidents[0],
    id: `inc_crowd${i}`,
    days: {first: '2022-02-02', last: '2022-02-02'},
  }))
  const {ticks, hidden} = placeTicks([...crowd, ...incidents], view, 80, 'inc_crowd29')
  expect(ticks.some(t => t.incident.days.first! < '2021')).toBe(false)
  for (const {x, y} of ticks) {
    expect(x).toBeGreaterThanOrEqual(view.left)
    expect(x).toBeLessThanOrEqual(view.left + view.width)
    expect(y).toBeGreaterThan(0)
    expect(y).toBeLessThan(80)
  }
  const drawn = ticks.filter(t => t.incident.id.startsWith('inc_crowd'))
  expect(drawn.length + hidden).toBe(30)
  expect(new Set(drawn.map(t => t.y)).size).toBe(drawn.length)
  expect(drawn.some(t => t.incident.id === 'inc_crowd29')).toBe(true)
})

test('an incident without a day is not drawn', () => {
  expect(placeTicks([{...incidents[0], days: {first: null, last: null}}], view, 80)).toEqual({ticks: [], hidden: 0})
})
