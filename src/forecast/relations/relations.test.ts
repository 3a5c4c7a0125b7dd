import fc from 'fast-check'
import {describe, expect, it} from 'vitest'
import {chance as generator} from '../chance.ts'
import {backtest, partInside} from './backtest.ts'
import {along, isotonic} from './calibrate.ts'
import {atMost, bins, exceeds, exactly, meanOf, negativeBinomial, quantile} from './counts.ts'
import {fitLogistic, logistic} from './logistic.ts'
import {learn, predict} from './model.ts'
import {bandOf, lengthened, outlook, shortened} from './outlook.ts'
import {crps, normalCrps, sampleCrps, skillNoise} from './score.ts'
import type {Panel} from './series.ts'
import {States} from './state.ts'

/** Pairs whose incidents come in spells: a hidden level that halves or doubles now and then. */
function world(pairs: number, periods: number, seed: number): Panel {
  const random = generator(seed)
  const draw = (mean: number) => {
    let [count, left] = [0, Math.exp(-mean)]
    for (let u = random(); u > left && count < 60; count++)
      left += Math.exp(-mean + (count + 1) * Math.log(mean) - logFactorial(count + 1))
    return count
  }
  const series = Array.from({length: pairs}, (_, i) => {
    let [coop, conf] = [0.3 + 2 * random(), 0.2 + random()]
    const [cooperative, conflictual] = [new Float64Array(periods), new Float64Array(periods)]
    for (let t = 0; t < periods; t++) {
      if (random() < 0.05) coop = Math.min(8, Math.max(0.1, coop * (random() < 0.5 ? 3 : 1 / 3)))
      if (random() < 0.05) conf = Math.min(8, Math.max(0.1, conf * (random() < 0.5 ? 3 : 1 / 3)))
      cooperative[t] = draw(coop)
      conflictual[t] = draw(conf)
    }
    return {id: `A${i}|B${i % 7}`, cooperative, conflictual}
  })
  return {series, periods, year: 12}
}

function logFactorial(n: number): number {
  let sum = 0
  for (let k = 2; k <= n; k++) sum += Math.log(k)
  return sum
}

describe('counts', () => {
  it('negative binomial has the mean it was given and rises to one', () => {
    fc.assert(
      fc.property(
        fc.double({min: 0.05, max: 300, noNaN: true}),
        fc.double({min: 0.3, max: 50, noNaN: true}),
        (mean, size) => {
          const counts = negativeBinomial(mean, size)
          expect(Math.abs(meanOf(counts) / mean - 1)).toBeLessThan(0.02)
          for (let i = 1; i < counts.length; i++) expect(counts[i]).toBeGreaterThanOrEqual(counts[i - 1])
          expect(counts[counts.length - 1]).toBeGreaterThan(1 - 1e-8)
        },
      ),
      {numRuns: 40},
    )
  })

  it('quantile, chance and difference agree with a sum written out', () => {
    const [a, b] = [negativeBinomial(3, 2), negativeBinomial(1.5, 1)]
    let sum = 0
    for (let x = 0; x < 60; x++) for (let y = 0; y < 60; y++) if (x - y > 1) sum += exactly(a, x) * exactly(b, y)
    expect(exceeds(a, b, 1)).toBeCloseTo(sum, 6)
    const median = quantile(a, 0.5)
    expect(atMost(a, median)).toBeGreaterThanOrEqual(0.5)
    expect(atMost(a, median - 1)).toBeLessThan(0.5)
  })

  it('what is kept of a distribution scores as the whole', () => {
    const counts = negativeBinomial(70, 3)
    const again = lengthened(shortened(counts), bins.length)
    for (const count of [0, 30, 75, 400]) expect(crps(again, count)).toBeCloseTo(crps(counts, count), 2)
  })
})

describe('scores', () => {
  it('the noise of a skill is that of independent periods, and more where they go together', () => {
    const random = generator(9)
    const draw = () => ({own: 0.5 + random(), base: 1.5})
    const apart = Array.from({length: 400}, draw)
    // Uniform scores of variance 1/12 over 400 periods: the skill wanders by √(1/12/400)/1.5.
    expect(Math.abs(skillNoise(apart, 1, generator(1))! / (Math.sqrt(1 / 12 / 400) / 1.5) - 1)).toBeLessThan(0.15)
    const together = Array.from({length: 100}, draw).flatMap(each => [each, each, each, each])
    expect(skillNoise(together, 8, generator(1))!).toBeGreaterThan(1.6 * skillNoise(apart, 8, generator(1))!)
    expect(skillNoise(apart.slice(0, 15), 8, generator(1))).toBeNull()
  })

  it('CRPS of a sure count is its distance, of a normal what the closed form says', () => {
    const sure = Float64Array.from(bins, top => (top >= 5 ? 1 : 0))
    for (const [count, distance] of [
      [5, 0],
      [9, 4],
      [0, 5],
    ])
      expect(crps(sure, count)).toBe(distance)
    expect(normalCrps(0, 1, 0)).toBeCloseTo(0.2337, 4)
    expect([sampleCrps([3], 5), sampleCrps([], 2)]).toEqual([2, 2])
    // By hand: |0−1| and |4−1| are 2 on average, 0 and 4 are 2 apart over all four pairs.
    expect(sampleCrps([4, 0], 1)).toBeCloseTo(1, 12)
  })
})

describe('calibration', () => {
  it('rises, and mends chances that are too bold', () => {
    const random = generator(4)
    const said = Array.from({length: 4000}, () => random())
    const came = said.map(p => (random() < 0.3 + 0.4 * p ? 1 : 0))
    const stairs = isotonic(said, came)
    for (let i = 1; i < stairs.to.length; i++) expect(stairs.to[i]).toBeGreaterThan(stairs.to[i - 1] - 0.02)
    expect(along(stairs, 0.95)).toBeCloseTo(0.68, 1)
    expect(along(stairs, 0.05)).toBeCloseTo(0.32, 1)
  })

  it('logistic regression finds the weights that made the outcomes', () => {
    const random = generator(9)
    const rows = Array.from({length: 6000}, () => [random() * 4 - 2, random() * 4 - 2])
    const came = rows.map(row => (random() < logistic([0.5, 1.2, -0.7], row) ? 1 : 0))
    fitLogistic(rows, came).forEach((w, i) => {
      expect(Math.abs(w - [0.5, 1.2, -0.7][i])).toBeLessThan(0.15)
    })
  })
})

describe('forecasts of relations', () => {
  const panel = world(50, 200, 11)
  const states = new States(panel)

  it('beat base rate, momentum, persistence and the past of the pair, and their bands hold', () => {
    const scores = backtest(states, 3, {from: 150, to: 200, again: 60, warm: 24})
    expect(scores.brier.own).toBeLessThan(scores.brier.base * 0.95)
    expect(scores.brier.own).toBeLessThan(scores.brier.momentum)
    expect(scores.brier.own).toBeLessThan(scores.brier.persistence)
    for (const kind of ['cooperative', 'conflictual'] as const) {
      expect(scores.crps[kind].own).toBeLessThan(scores.crps[kind].past * 0.95)
      expect(scores.crps[kind].own).toBeLessThan(scores.crps[kind].persistence)
      expect(Math.abs(scores.held[kind].exact - 0.8)).toBeLessThan(0.04)
    }
  })

  it('know nothing of what comes after', () => {
    const at = 150
    const cut = (counts: ArrayLike<number>) => Float64Array.from({length: 200}, (_, t) => (t < at ? counts[t] : 99))
    const other = new States({
      ...panel,
      series: panel.series.map(one => ({
        id: one.id,
        cooperative: cut(one.cooperative),
        conflictual: cut(one.conflictual),
      })),
    })
    const [a, b] = [states, other].map(own => {
      const model = learn(own, 3, {until: at, warm: 24, most: 2000})
      return predict(model, own, 5, at)
    })
    expect(b.chance).toEqual(a.chance)
    expect([...b.counts.cooperative]).toEqual([...a.counts.cooperative])
  })

  it('are the same after a model was kept as JSON, and their chances are chances', () => {
    const model = learn(states, 3, {until: 150, warm: 24, most: 2000})
    const {chance, counts, tested, own} = outlook(JSON.parse(JSON.stringify(model)), panel.series[3], 12)
    expect(outlook(model, panel.series[3], 12).chance).toEqual(chance)
    expect(chance.closer + chance.apart).toBeLessThanOrEqual(1 + 1e-12)
    expect(Math.min(chance.closer, chance.apart)).toBeGreaterThan(0)
    const band = bandOf(counts.cooperative)
    expect(band.low).toBeLessThanOrEqual(band.middle)
    expect(band.high).toBeGreaterThanOrEqual(band.middle)
    expect(tested?.forecasts).toBe(200 - 3 - 24 + 1)
    expect(own.cases).toBe(195)
  })

  it('a band holds as much of the chance as it says, the ends by their part', () => {
    const counts = negativeBinomial(2, 1.5)
    let inside = 0
    for (let count = 0; count < 80; count++) inside += exactly(counts, count) * partInside(counts, count)
    expect(inside).toBeCloseTo(0.8, 6)
  })
})
