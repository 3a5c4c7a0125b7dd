import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {changePoints, type MonthMix} from './change-points.ts'

const month = (score: number, classes: readonly number[] = [1, 0, 0, 0], weight = 1): MonthMix => ({
  weight,
  weighted: weight * score,
  squared: weight * score * score,
  classes: classes.map(each => each * weight),
})
const silent = month(0, [0, 0, 0, 0], 0)
const wave = (t: number) => 2 * Math.sin(t * 1.7)

describe('change-points', () => {
  it('finds a break of level where it is, and none in a level series', () => {
    const flat = Array.from({length: 96}, (_, t) => month(3 + wave(t)))
    expect(changePoints(flat, {variance: 4}).starts).toEqual([0])
    const broken = Array.from({length: 96}, (_, t) => month((t < 40 ? 4 : -4) + wave(t)))
    const {starts, strengths} = changePoints(broken, {variance: 4})
    expect(starts).toEqual([0, 40])
    expect(strengths[0]).toBeGreaterThan(1)
  })

  it('finds a break of the mix alone: from words to deeds at the same mean', () => {
    const mixed = Array.from({length: 80}, (_, t) => month(wave(t), t < 44 ? [1, 0, 0, 0] : [0, 0, 0, 1]))
    expect(changePoints(mixed, {variance: 4}).starts).toEqual([0, 44])
  })

  it('puts a boundary where something was observed, not into silence', () => {
    const gap = Array.from({length: 120}, (_, t) => (t >= 30 && t < 70 ? silent : month(t < 50 ? 5 : -5)))
    const {starts} = changePoints(gap, {variance: 4})
    expect(starts.length).toBe(2)
    expect(starts[1]).toBeGreaterThanOrEqual(30)
    expect(starts[1]).toBeLessThanOrEqual(70)
  })

  it('needs enough months and news, and covers all months whatever they hold', () => {
    expect(changePoints([], {variance: 4}).starts).toEqual([])
    expect(changePoints([month(5)], {variance: 4}).starts).toEqual([0])
    const months = fc.array(
      fc.record({
        score: fc.double({min: -10, max: 10, noNaN: true}),
        weight: fc.constantFrom(0, 0, 1, 2),
        of: fc.nat(3),
      }),
      {maxLength: 150},
    )
    fc.assert(
      fc.property(months, list => {
        const given = list.map(({score, weight, of}) =>
          month(
            score,
            [0, 1, 2, 3].map(i => (i === of ? 1 : 0)),
            weight,
          ),
        )
        const {starts, strengths} = changePoints(given, {variance: 9})
        expect(starts[0] ?? 0).toBe(0)
        for (let i = 1; i < starts.length; i++) expect(starts[i] - starts[i - 1]).toBeGreaterThanOrEqual(12)
        expect(strengths.length).toBe(Math.max(0, starts.length - 1))
        for (const strength of strengths) expect(strength).toBeGreaterThanOrEqual(1 - 1e-9)
      }),
      {numRuns: 60},
    )
  })
})
