import {describe, expect, it} from 'vitest'
import {chance} from '../chance.ts'
import {Forecaster, usual} from './forecaster.ts'
import {readNames} from './names.ts'
import {Net} from './net.ts'
import type {Fact} from './past.ts'
import {rankDays} from './protocol.ts'

const entities = Array.from({length: 24}, (_, i) => (i < 4 ? `Land ${i}` : `Police (Land ${i % 4})`))
const relations = 3

/** Threats (0) are answered by an attack (1) the other way round two days later; talks (2) are noise. */
const world = (days: number, seed: number): Fact[][] => {
  const random = chance(seed)
  const pick = () => Math.floor(random() * entities.length)
  const all: Fact[][] = Array.from({length: days}, () => [])
  for (let day = 0; day < days; day++) {
    for (let n = 0; n < 3; n++) {
      const [subject, object] = [pick(), pick()]
      all[day].push({subject, relation: 0, object, day})
      if (day + 2 < days) all[day + 2].push({subject: object, relation: 1, object: subject, day: day + 2})
    }
    all[day].push({subject: pick(), relation: 2, object: pick(), day})
  }
  return all
}

const made = (options = usual) =>
  new Forecaster({entities: entities.length, relations, facts: 2000}, readNames(entities), options)

const small = {...usual, net: {...usual.net, first: 16, second: 16, epochs: 3, rate: 0.01}}

const trained = (days: readonly Fact[][]) => {
  const forecaster = made(small)
  for (const facts of days) forecaster.take(facts, 0.4)
  forecaster.learn()
  return forecaster
}

describe('Forecaster', () => {
  const days = world(140, 1)
  const [known, asked] = [days.slice(0, 125), days.slice(125)]

  // Three of seven facts a day follow from the rule; the others are chance.
  it('learns a rule that the past holds: who threatened is attacked two days later', () => {
    const chosen = rankDays(trained(known), asked, entities.length, relations)[0]
    const blind = made(small)
    for (const facts of known) blind.take(facts)
    expect(chosen.mrr).toBeGreaterThan(0.45)
    expect(rankDays(blind, asked, entities.length, relations)[0].mrr).toBeLessThan(0.25)
  })

  it('answers a question the same whatever else happens on its day', () => {
    const forecaster = trained(known)
    const question = {subject: 1, relation: 0, day: 125}
    const before = forecaster.answer(question)
    for (const fact of asked[0]) forecaster.answer(fact)
    const after = forecaster.answer(question)
    expect([...after.ids]).toEqual([...before.ids])
    expect([...after.chances]).toEqual([...before.chances])
  })

  it('refuses layers that the kernel would not multiply whole', () => {
    expect(() => new Net(10, 4, {...usual.net, first: 8})).toThrow(/multiple of 16 units, found 8/)
    expect(() => new Net(10, 4, {...usual.net, second: 24})).toThrow(/found 24/)
  })

  it('gives the same chances in every run, adding up to one', () => {
    const [a, b] = [trained(known), trained(known)].map(one => one.answer({subject: 2, relation: 1, day: 125}))
    expect([...a.chances]).toEqual([...b.chances])
    expect(a.chances.reduce((sum, x) => sum + x, 0)).toBeCloseTo(1, 5)
  })

  it('answers about one that it has never met', () => {
    const forecaster = trained(known.map(facts => facts.filter(fact => fact.subject !== 7 && fact.object !== 7)))
    const {chances} = forecaster.answer({subject: 7, relation: 0, day: 126})
    expect(chances.every(x => x >= 0 && x <= 1)).toBe(true)
  })
})

describe('readNames', () => {
  it('reads the place in brackets, and a place by its own name', () => {
    const {place, kind} = readNames(['India', 'Police (India)', 'Citizen (India)', 'Police_(Iran)', 'Barack Obama'])
    expect(place[1]).toBe(place[0])
    expect(place[2]).toBe(place[0])
    expect(kind[1]).toBe(kind[3])
    expect(kind[0]).toBe(1)
    expect(kind[4]).toBe(0)
  })
})
