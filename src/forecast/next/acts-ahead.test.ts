import {describe, expect, it} from 'vitest'
import {actsAhead} from './acts-ahead.ts'
import {readNames} from './names.ts'

const options = {
  entities: 3,
  relations: 2,
  names: readNames(['A', 'B', 'C']),
  pair: [0, 1] as const,
  from: 400,
  days: 30,
}
const weekly = Array.from({length: 57}, (_, n) => ({subject: 0, relation: 0, object: 1, day: n * 7}))

describe('acts ahead', () => {
  it('a weekly act is near sure within a month; one that has not been for a year is not', () => {
    const {acts, learned} = actsAhead([...weekly, {subject: 1, relation: 1, object: 0, day: 3}], options)
    expect(learned).toBe(false)
    expect(acts.map(({subject, relation}) => [subject, relation])).toEqual([
      [0, 0],
      [1, 1],
    ])
    expect(acts[0].chance).toBeGreaterThan(0.9)
    expect(acts[0].baseRate).toBe(1)
    expect(acts[1].chance).toBeLessThan(0.1)
    expect(acts[1].baseRate).toBeCloseTo(4 / 371, 9)
  })

  it('looks at nothing from the first unknown day on', () => {
    const later = [
      ...weekly,
      {subject: 1, relation: 0, object: 0, day: 400},
      {subject: 0, relation: 0, object: 1, day: 401},
    ]
    expect(actsAhead(later, options)).toEqual(actsAhead(weekly, options))
  })

  it('is tested on the stretches before, with what was known then', () => {
    const changing = [
      ...Array.from({length: 90}, (_, n) => ({subject: 0, relation: 0, object: 1, day: n * 2})),
      {subject: 1, relation: 1, object: 0, day: 371},
    ]
    const {tested} = actsAhead(changing, options)
    // Six of them; the act has stopped, and the other came only in the last and had no chance.
    expect(tested).toMatchObject({stretches: 6, acts: 7, came: 1})
    expect(tested!.brier).toBeLessThan(tested!.baseRate)
    const later = [...changing, {subject: 0, relation: 0, object: 1, day: 402}]
    expect(actsAhead(later, options).tested).toEqual(tested)
    expect(actsAhead(weekly.slice(-9), options).tested).toBeNull()
  })

  it('an act that mostly meets others is less likely to meet this one', () => {
    const others = Array.from({length: 57}, (_, n) => ({subject: 0, relation: 0, object: n % 6 ? 2 : 1, day: n * 7}))
    const [mixed] = actsAhead(others, options).acts
    expect(mixed.chance).toBeLessThan(actsAhead(weekly, options).acts[0].chance - 0.2)
  })
})
