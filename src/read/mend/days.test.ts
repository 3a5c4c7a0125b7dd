import {describe, expect, it} from 'vitest'
import {drawn} from './drawn.ts'

describe('a day between a name and its verb', () => {
  const text = (name: string, day: string) =>
    drawn(`${name}|3|nsubj on|IN|2|case ${day}|NNP|0|nmod demanded|VBD|-1|root|demand talks|NNS|3|obj`)

  it('is the day of the verb', () => {
    expect(text('Chad|NNP', 'Friday')).toContain('Friday:obl:demanded')
    expect(text('Chad|NNP', 'Earth')).toContain('Earth:nmod:Chad')
    expect(text('Talks|NNS', 'Friday')).toContain('Friday:nmod:Talks')
  })

  it('may stand there bare', () => {
    const bare = (day: string) =>
      drawn(`Ann|NNP|2|nsubj ${day}|NN|0|nmod:unmarked accused|VBD|-1|root|accuse Bob|NNP|2|obj`)
    expect(bare('today')).toContain('today:obl:unmarked:accused')
    expect(bare('herself')).toContain('herself:nmod:unmarked:Ann')
  })
})

describe('a day behind a verb of telling', () => {
  it('is the day of telling', () => {
    const text = (verb: string, clause: string) =>
      drawn(`Chad|NNP|1|nsubj ${verb} on|IN|3|case Sunday|NNP|5|obl ${clause} paid|VBD|1|ccomp|pay`)
    expect(text('said|VBD|-1|root|say', 'it|PRP|5|nsubj')).toContain('Sunday:obl:said')
    expect(text('saw|VBD|-1|root|see', 'it|PRP|5|nsubj')).toContain('Sunday:obl:paid')
    expect(text('said|VBD|-1|root|say', 'soon|RB|5|advmod')).toContain('Sunday:obl:paid')
  })
})

describe('a time before a noun', () => {
  it('is no part of what stands behind an article', () => {
    const text = (article: string) =>
      drawn(`Chad|NNP|1|nsubj got|VBD|-1|root|get Thursday|NNP|4|compound ${article}|4|det plea|NN|1|obj`)
    expect(text('a|DT')).toContain('Thursday:obl:unmarked:got')
    expect(drawn('Chad|NNP|1|nsubj got|VBD|-1|root|get a|DT|4|det Thursday|NNP|4|compound plea|NN|1|obj')).toContain(
      'Thursday:compound:plea',
    )
  })

  it('is no part of it when it has a preposition', () => {
    const text = (first: string) =>
      drawn(`${first}|1|case June|NNP|2|compound|june drones|NNS|3|nsubj struck|VBD|-1|root|strike`)
    expect(text('In|IN')).toContain('June:obl:struck')
    expect(drawn('June|NNP|1|compound|june drones|NNS|2|nsubj struck|VBD|-1|root|strike')).toContain(
      'June:compound:drones',
    )
  })
})

describe('a stretch of time', () => {
  it('has no day', () => {
    const text = (noun: string) =>
      drawn(`Chad|NNP|1|nsubj won|VBD|-1|root|win in|IN|3|case ${noun}|NN|1|obl on|IN|5|case Sunday|NNP|3|nmod`)
    expect(text('year')).toContain('Sunday:obl:won')
    expect(text('vote')).toContain('Sunday:nmod:vote')
  })
})
