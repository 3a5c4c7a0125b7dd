import {describe, expect, it} from 'vitest'
import {drawn} from './drawn.ts'

describe('a second subject behind "and"', () => {
  it('is joined to the first', () => {
    const text = (and: string) => drawn(`War|NN|3|nsubj ${and}|2|cc fights|NNS|3|nsubj were|VBD|-1|root|be`)
    expect(text('and|CC')).toContain('fights:conj:War')
    expect(drawn('War|NN|3|nsubj now|RB|3|advmod fights|NNS|3|nsubj were|VBD|-1|root|be')).toContain(
      'fights:nsubj:were',
    )
  })

  it('is joined to the name before it when it is a name', () => {
    const text = (second: string) =>
      drawn(`Fights|NNS|5|nsubj with|IN|2|case Chad|NNP|0|nmod and|CC|4|cc ${second}|5|nsubj ended|VBD|-1|root|end`)
    expect(text('Mali|NNP')).toContain('Mali:conj:Chad')
    expect(text('wars|NNS')).toContain('wars:conj:Fights')
  })

  it('is the second of two that something is between', () => {
    const text = (preposition: string) =>
      drawn(
        `Ties|NNS|5|nsubj ${preposition}|IN|2|case Chad|NNP|0|nmod and|CC|4|cc rebels|NNS|5|nsubj|rebel ended|VBD|-1|root|end`,
      )
    expect(text('between')).toContain('rebels:conj:Chad')
    expect(text('with')).toContain('rebels:conj:Ties')
  })
})

describe('what is between', () => {
  it('is between two', () => {
    const text = (preposition: string) =>
      drawn(
        `He|PRP|1|nsubj cut|VBD|-1|root|cut ties|NNS|1|obj ${preposition}|IN|4|case army|NN|2|nmod and|CC|6|cc police|NN|2|conj`,
      )
    expect(text('between')).toContain('police:conj:army')
    expect(text('with')).toContain('police:conj:ties')
  })
})

describe('names between commas behind a plural', () => {
  it('tell who is meant', () => {
    const text = (end: string) =>
      drawn(`Leaders|NNS|6|nsubj ,|,|2|punct Ann|NNP|0|conj and|CC|4|cc Bob|NNP|2|conj ${end} left|VBD|-1|root|leave`)
    expect(text(',|,|0|punct')).toContain('Ann:appos:Leaders')
    expect(text('all|RB|6|advmod')).toContain('Ann:conj:Leaders')
  })
})
