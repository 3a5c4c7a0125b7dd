import {describe, expect, it} from 'vitest'
import type {EventCode, Incident} from '../model/index.ts'
import {analoguesOf} from './episodes.ts'
import {indexOf} from './index-series.ts'

const pair = ['AAA', 'BBB'] as const
const act = (id: string, month: string, event: EventCode, contexts: readonly string[]) =>
  ({
    id,
    event,
    mode: null,
    contexts,
    actors: [{entity: 'AAA', name: 'A', country: 'AAA', sector: 'GOV'}],
    recipients: [{entity: 'BBB', name: 'B', country: 'BBB', sector: 'GOV'}],
    reality: 'occurred',
    claimed: null,
    denied: null,
    origins: 1,
    days: {first: `${month}-05`, last: `${month}-05`},
  }) as unknown as Incident

function told(plan: readonly (readonly [number, EventCode, string])[]) {
  const incidents = plan.flatMap(([year, event, theme]) =>
    ['02', '05', '08', '11'].map(month => act(`inc_${year}_${month}`, `${year}-${month}`, event, [theme])),
  )
  return {incidents, series: indexOf(incidents, {pair: [...pair], direction: 'both', theme: null})}
}

describe('analogues', () => {
  it('likens the last months to the stretch that was like them, and tells what followed', () => {
    const here = told([
      [1999, 'AID', 'military'],
      [2000, 'AID', 'military'],
      [2001, 'AID', 'military'],
      [2002, 'ASSAULT', 'terrorism'],
      [2003, 'ASSAULT', 'terrorism'],
      [2004, 'CONSULT', 'economic'],
      [2005, 'CONSULT', 'economic'],
      [2006, 'AID', 'military'],
      [2007, 'AID', 'military'],
    ])
    const analogues = analoguesOf(here, [])!
    const [best] = analogues.found
    expect(best.episode.first < '2002').toBe(true)
    expect(best.features.mix).toBeGreaterThan(0.9)
    expect(best.episode.followed!.change).toBeLessThan(0)
    expect(analogues.found.every(({episode}) => episode.last < analogues.now.first)).toBe(true)
    expect(analogues.rank).toBeGreaterThan(0.5)
  })

  it('likens a stretch more to one that was ruled alike', () => {
    const here = told(Array.from({length: 12}, (_, n) => [1996 + n, 'CONSULT', 'economic'] as const))
    const rule = (_: unknown, first: string) => [first < '2000' || first >= '2005' ? 'military' : 'parliamentary']
    const of = analoguesOf(here, [], {rule})!
    expect(of.now.rule).toEqual(['military'])
    expect(of.found[0].episode.rule).toEqual(['military'])
    expect([of.found[0].features.rule, of.found.at(-1)!.features.rule]).toEqual([1, 0])
  })

  it('says nothing of a relation too short or too silent', () => {
    expect(analoguesOf(told([[2000, 'AID', 'military']]), [])).toBeNull()
    const silent = told([[2000, 'AID', 'military']])
    const series = indexOf(silent.incidents, {pair: [...pair], direction: 'both', theme: null, until: '2009-01'})
    expect(analoguesOf({...silent, series}, [])).toBeNull()
  })
})
