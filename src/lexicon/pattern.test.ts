import {describe, expect, it} from 'vitest'
import {compilePattern} from './pattern.ts'

const sets = new Map([
  ['talk', new Set(['talk', 'meeting'])],
  ['tie', new Set(['tie'])],
])

describe('compilePattern', () => {
  it('reads word, slots and prepositions', () => {
    const pattern = compilePattern('ACTOR hold {talk} with RECIPIENT', sets)
    expect(pattern.triggers).toEqual(['hold'])
    expect(pattern.kind).toBe('v')
    expect(pattern.subject?.slot).toBe('ACTOR')
    expect(pattern.objects[0].words?.has('meeting')).toBe(true)
    expect(pattern.obliques[0].preps.has('with')).toBe(true)
    expect(pattern.obliques[0].fill.slot).toBe('RECIPIENT')
  })

  it('takes sets and words in one place', () => {
    const pattern = compilePattern('ACTOR cut +off {talk|tie}|aid (to RECIPIENT)', sets)
    expect([...(pattern.objects[0].words ?? [])]).toEqual(['talk', 'meeting', 'tie', 'aid'])
    expect(pattern.particle).toBe('off')
    expect(pattern.obliques[0].fill.optional).toBe(true)
  })

  it('tells a clause from a preposition', () => {
    expect(compilePattern('ACTOR agree to ACT', sets).complement?.mark).toBe('to')
    expect(compilePattern('ACTOR agree to RECIPIENT', sets).complement).toBeNull()
    expect(compilePattern('ACTOR threaten to cut|sever', sets).complement?.verbs?.has('sever')).toBe(true)
    const must = compilePattern('ACTOR say that RECIPIENT must|should', sets).complement
    expect(must?.subject?.slot).toBe('RECIPIENT')
    expect(must?.modal?.has('must')).toBe(true)
    expect(compilePattern('ACTOR warn RECIPIENT (that ANY)', sets).complement?.optional).toBe(true)
  })

  it('says more, weighs more', () => {
    const weight = (text: string) => compilePattern(text, sets).weight
    expect(weight('ACTOR hold {talk} with RECIPIENT')).toBeGreaterThan(weight('ACTOR hold RECIPIENT'))
    expect(weight('BOTH hold {talk}')).toBeGreaterThan(weight('ACTOR hold {talk}'))
  })

  it('refuses a pattern without a word and an unknown set', () => {
    expect(() => compilePattern('ACTOR RECIPIENT', sets)).toThrow('a word that carries the act')
    expect(() => compilePattern('ACTOR hold {rope}', sets)).toThrow('word-sets.tsv')
  })
})
