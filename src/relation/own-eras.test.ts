import {describe, expect, it} from 'vitest'
import type {Era, Incident} from '../model/index.ts'
import {describeEras, indexOf} from './index.ts'

const incident = (id: string, day: string, event: Incident['event']) =>
  ({
    id,
    event,
    mode: null,
    contexts: ['military'],
    reality: 'occurred',
    claimed: null,
    denied: null,
    origins: 1,
    days: {first: day, last: day},
    docs: [],
  }) as unknown as Incident

const incidents = [
  incident('inc_1', '2001-03-10', 'AID'),
  incident('inc_2', '2002-03-10', 'AID'),
  incident('inc_3', '2011-05-02', 'ASSAULT'),
]
const series = indexOf(incidents, {pair: ['AAA', 'BBB'], direction: 'both', theme: null, until: '2012-12'})
const computed = [{first: '2001-03'}, {first: '2011-05'}] as unknown as Era[]
const early = {name: 'Partners', first: '2001-01', last: '2010-12'}
const late = {name: 'Rift', first: '2011-01', last: '2011-12'}

describe('an analyst’s own eras', () => {
  it('are measured on the index, in order, and held against the change-points', () => {
    const [first, second] = describeEras([late, early], incidents, series, computed)
    expect(first).toMatchObject({name: 'Partners', incidents: 2, themes: ['military']})
    expect(second).toMatchObject({name: 'Rift', incidents: 1, nearest: {month: '2011-05', months: 4}})
    expect(first.measured!.level).toBeGreaterThan(second.measured!.level)
    const inside = series.points.filter(({month}) => month <= '2010-12')
    expect(first.measured!.level).toBeCloseTo(inside.reduce((sum, {level}) => sum + level, 0) / inside.length, 12)
  })

  it('have no level where the index has none, and no change-point where there is none', () => {
    const outside = {name: 'Before', first: '1950-01', last: '1960-12'}
    expect(describeEras([outside], incidents, series, [])).toMatchObject([
      {measured: null, incidents: 0, nearest: null},
    ])
    expect(describeEras([early], [], {...series, points: []}, [])).toMatchObject([{measured: null, incidents: 0}])
  })
})
