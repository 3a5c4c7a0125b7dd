import {expect, test} from 'vitest'
import {acrossOf, downOf, frameOf, outline, world, zoomed} from './sphere.ts'

test('a frame holds its places, keeps the world’s shape and stays in the world', () => {
  for (const places of [
    [{latitude: 33.7, longitude: 73.1}],
    [
      {latitude: 33.7, longitude: 73.1},
      {latitude: 38.9, longitude: -77},
    ],
    [{latitude: -54, longitude: 179}],
    [
      {latitude: 80, longitude: -179},
      {latitude: -50, longitude: 179},
    ],
  ]) {
    const {x, y, width, height} = frameOf(places)
    expect(width / height).toBeCloseTo(world.width / world.height)
    expect([x >= world.x, y >= world.y - 1e-9, x + width <= 1000 + 1e-9]).toEqual([true, true, true])
    for (const {latitude, longitude} of places)
      expect([
        acrossOf(longitude) >= x,
        acrossOf(longitude) <= x + width,
        downOf(latitude) >= y,
        downOf(latitude) <= y + height,
      ]).toEqual([true, true, true, true])
  }
  expect(frameOf([])).toBe(world)
})

test('an outline is broken where it jumps across the date line', () => {
  const d = outline([
    [
      [
        [179, 10],
        [-179, 10],
        [-179, 12],
        [179, 12],
      ],
    ],
  ])
  expect(d.match(/M/g)).toHaveLength(3)
})

test('zooming keeps the place in sight and never leaves the frame', () => {
  const on = {latitude: 83, longitude: -179}
  expect(zoomed(world, 0, on)).toEqual(world)
  const {x, y, width, height} = zoomed(world, 3, on)
  expect([x, y, width]).toEqual([world.x, world.y, world.width / 8])
  expect(downOf(on.latitude) <= y + height).toBe(true)
})
