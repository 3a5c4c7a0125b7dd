import {describe, expect, it} from 'vitest'
import type {Incident} from '../model/index.ts'
import {driversOf} from './drivers.ts'

const party = (entity: string) => ({entity, name: entity, country: entity, sector: 'GOV'})
const act = (id: string, quarter: number, friendly: boolean, a: string, b: string) => {
  const month = `${2000 + Math.floor(quarter / 4)}-${String((quarter % 4) * 3 + 2).padStart(2, '0')}`
  return {
    id,
    event: friendly ? 'AID' : 'ASSAULT',
    mode: null,
    contexts: [],
    actors: [party(a)],
    recipients: [party(b)],
    reality: 'occurred',
    claimed: null,
    denied: null,
    origins: 1,
    days: {first: `${month}-05`, last: `${month}-05`},
  } as unknown as Incident
}
// Irregular, so that no shift of it is like it.
const friendly = (q: number) => (q * q * 7 + q * 3) % 11 < 5

describe('drivers', () => {
  const quarters = Array.from({length: 60}, (_, q) => q)
  const between = quarters.map(q => act(`inc_b${q}`, q, friendly(q), 'AAA', 'BBB'))

  it('finds who goes before the relation, at its lag, and not who does not', () => {
    const leader = quarters.map(q => act(`inc_c${q}`, q, friendly(q + 1), 'CCC', 'AAA'))
    const noise = quarters.map(q => act(`inc_d${q}`, q, (q * 5 + (q % 7)) % 3 === 0, 'DDD', 'BBB'))
    const found = driversOf(between, [...leader, ...noise], {pair: ['AAA', 'BBB']})
    expect(found.map(({id, lag}) => [id, lag])).toEqual([['CCC', 1]])
    expect(found[0].correlation).toBeGreaterThan(0.9)
    expect(found[0].low).toBeLessThanOrEqual(found[0].correlation)
  })

  it('finds nothing in too few quarters, and does not count the relation itself', () => {
    expect(driversOf(between.slice(0, 5), between.slice(0, 5), {pair: ['AAA', 'BBB']})).toEqual([])
    expect(driversOf(between, between, {pair: ['AAA', 'BBB']})).toEqual([])
  })
})
