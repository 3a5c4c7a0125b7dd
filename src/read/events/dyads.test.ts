import {describe, expect, it} from 'vitest'
import type {Party} from '../../model/index.ts'
import {codeOf} from './codes.ts'
import {dyadsOf} from './dyads.ts'
import {ploverType} from './plover.ts'

const party = (entity: string, country: string | null = entity, sector: Party['sector'] = null): Party => ({
  entity,
  country,
  sector,
  span: {start: 0, end: 1},
  how: 'said',
})
const names = (pairs: ReturnType<typeof dyadsOf>) => pairs.map(([a, b]) => `${a?.entity ?? '-'}>${b?.entity ?? '-'}`)

describe('dyadsOf', () => {
  it('pairs every actor with every recipient', () => {
    expect(names(dyadsOf({actors: [party('A'), party('B')], recipients: [party('C')]}))).toEqual(['A>C', 'B>C'])
  })

  it('pairs those who act together once', () => {
    const three = [party('A'), party('B'), party('C')]
    expect(names(dyadsOf({actors: three, recipients: []}))).toEqual(['A>B', 'A>C', 'B>C'])
  })

  it('leaves open who is not named', () => {
    expect(names(dyadsOf({actors: [party('A')], recipients: []}))).toEqual(['A>-'])
  })
})

describe('codeOf', () => {
  it('writes country and sector', () => {
    expect(codeOf(party('PAK'))).toBe('PAK')
    expect(codeOf(party('pakistan-army', 'PAK', 'MIL'))).toBe('PAKMIL')
    expect(codeOf(party('someone', 'USA', 'GOV'))).toBe('USAGOV')
  })

  it('knows organisations and groups without a home state', () => {
    expect(codeOf(party('united-nations', null, 'IGO'))).toBe('IGOUNI')
    expect(codeOf(party('isis', null, 'REB'))).toBe('IMGISI')
  })
})

describe('ploverType', () => {
  const reality = {value: 'occurred', aspect: 'plain', claimed: null, denied: null, why: []} as const

  it('keeps what happened', () => {
    expect(ploverType({event: 'AID', reality})).toBe('AID')
    expect(ploverType({event: 'AID', reality: {...reality, denied: 'IRN'}})).toBeNull()
  })

  it('makes promises AGREE and announced hostility THREATEN', () => {
    expect(ploverType({event: 'AID', reality: {...reality, value: 'future'}})).toBe('AGREE')
    expect(ploverType({event: 'SANCTION', reality: {...reality, value: 'future'}})).toBe('THREATEN')
  })

  it('leaves out what is negated or only possible', () => {
    expect(ploverType({event: 'ASSAULT', reality: {...reality, value: 'negation'}})).toBeNull()
    expect(ploverType({event: 'ASSAULT', reality: {...reality, value: 'hypothetical'}})).toBeNull()
  })
})
