import {describe, expect, it} from 'vitest'
import {drawn, mended} from './drawn.ts'

describe('a past tense that was lost', () => {
  const text = (form: string) => `Fighters|NNS|-1|root|fighter ${form}|IN|3|case a|DT|3|det base|NN|0|nmod`

  it('is the verb between its nouns', () => {
    expect(drawn(text('overran'))).toBe('Fighters:nsubj:overran overran:root:- a:det:base base:obj:overran')
    expect(mended(text('overran')).lemmas[1]).toBe('overrun')
    expect(drawn(text('near'))).toContain('Fighters:root:-')
  })

  it('is none behind a comma', () => {
    expect(drawn('Fighters|NNS|-1|root|fighter ,|,|0|punct overran|IN|3|case bases|NNS|0|nmod')).toContain(
      'Fighters:root:-',
    )
  })

  it('has an officer as subject', () => {
    expect(drawn('A|DT|2|det general|JJ|2|amod flew|NN|-1|root home|RB|2|advmod')).toContain('general:nsubj:flew')
    expect(drawn('A|DT|2|det heavy|JJ|2|amod flew|NN|-1|root home|RB|2|advmod')).toContain('heavy:amod:flew')
  })
})

describe('people in the plural before what they are given', () => {
  it('are the receivers', () => {
    const text = (people: string, verb: string) =>
      `Chad|NNP|1|nsubj ${verb}|VBD|-1|root Malian|JJ|4|amod ${people}s|NNS|4|compound|${people} guns|NNS|1|obj`
    const told = (people: string, verb: string) => drawn(text(people, verb))
    expect(told('rebel', 'give')).toContain('Malian:amod:rebels rebels:iobj:give')
    expect(told('sport', 'give')).toContain('sports:compound:guns')
    expect(told('rebel', 'hide')).toContain('rebels:compound:guns')
  })
})

describe('a claim that another denies', () => {
  const text = (noun: string, verb: string) =>
    `Chad|NNP|1|nsubj hit|VBD|7|ccomp Togo|NNP|1|obj ,|,|7|punct a|DT|5|det ${noun}|NN|6|nmod:desc Mali|NNP|7|nsubj ${verb}|VBD|-1|root`

  it('sums up what was told', () => {
    expect(drawn(text('claim', 'deny'))).toBe(
      'Chad:nsubj:hit hit:root:- Togo:obj:hit ,:punct:deny a:det:claim claim:parataxis:hit Mali:nsubj:deny deny:acl:relcl:claim',
    )
    expect(drawn(text('village', 'deny'))).toContain('deny:root:-')
    expect(drawn(text('claim', 'own'))).toContain('own:root:-')
  })
})

describe('"were due to"', () => {
  const text = (word: string) =>
    `Envoys|NNS|4|nsubj:outer were|VBD|4|cop|be ${word}|JJ|4|mark to|TO|4|mark meet|VB|-1|root`

  it('leaves the verb its subject', () => {
    expect(drawn(text('due'))).toContain('Envoys:nsubj:meet')
    expect(drawn(text('sad'))).toContain('Envoys:nsubj:outer:meet')
  })
})
