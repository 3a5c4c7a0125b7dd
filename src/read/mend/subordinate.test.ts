import {describe, expect, it} from 'vitest'
import {drawn, mended} from './drawn.ts'

describe('a participle behind a noun', () => {
  it('describes it', () => {
    const text = (tag: string) =>
      drawn(
        `Ann|NNP|1|nsubj said|VBD|-1|root|say in|IN|3|case notes|NNS|1|obl printed|${tag}|1|ccomp|print Monday|NNP|4|obl:unmarked`,
      )
    expect(text('VBN')).toContain('printed:acl:notes')
    expect(text('VBD')).toContain('printed:ccomp:said')
  })
})

describe('a clause behind "that"', () => {
  it('tells what was told', () => {
    const text = (verb: string) =>
      drawn(
        `Ann|NNP|1|nsubj ${verb}|VBD|-1|root|${verb === 'said' ? 'say' : verb} this|DT|3|det week|NN|1|obl:unmarked that|IN|6|mark Chad|NNP|6|nsubj left|VBD|3|acl|leave`,
      )
    expect(text('said')).toContain('left:ccomp:said')
    expect(text('met')).toContain('left:acl:week')
  })
})

describe('"that" beside a subject', () => {
  it('opens the clause', () => {
    const text = (subject: string) =>
      drawn(`He|PRP|1|nsubj said|VBD|-1|root|say that|WDT|4|nsubj ${subject} left|VBD|1|ccomp|leave`)
    expect(text('troops|NNS|4|nsubj')).toContain('that:mark:left')
    expect(text('soon|RB|4|advmod')).toContain('that:nsubj:left')
  })
})

describe('a phrase under a noun', () => {
  it('is its own', () => {
    const text = (cop: string) => drawn(`Troops|NNS|3|nsubj in|IN|2|case Mali|NNP|0|obl ${cop}|VBD|-1|root|leave`)
    expect(text('left')).toContain('Mali:nmod:Troops')
    expect(drawn('Chad|NNP|2|nsubj is|VBZ|2|cop|be head|NN|-1|root in|IN|4|case Mali|NNP|2|obl')).toContain(
      'Mali:obl:head',
    )
  })
})

describe('a finite verb without a subject behind "after"', () => {
  it('has the noun between for it', () => {
    const text = (tag: string) =>
      drawn(
        `He|PRP|1|nsubj left|VBD|-1|root|leave after|IN|4|case a|DT|4|det coup|NN|5|obl toppled|${tag}|1|advcl|topple Chad|NNP|5|obj`,
      )
    expect(text('VBD')).toContain('after:mark:toppled a:det:coup coup:nsubj:toppled')
    expect(text('VBN')).toContain('coup:obl:toppled')
  })
})

describe('an infinitive', () => {
  it('is a verb where it has an object', () => {
    const text = (tail: string) => `He|PRP|1|nsubj built|VBD|-1|root|build to|IN|3|case power|NN|1|obl ${tail}`
    expect(mended(text('Chad|NNP|3|obj')).xpos[3]).toBe('VB')
    expect(mended(text('Chad|NNP|3|nmod')).xpos[3]).toBe('NN')
  })

  it('completes a verb of promise', () => {
    const text = (verb: string) => drawn(`Chad|NNP|1|nsubj ${verb} now|RB|1|advmod to|TO|4|mark pay|VB|1|advcl`)
    expect(text('agreed|VBD|-1|root|agree')).toContain('pay:xcomp:agreed')
    expect(text('stopped|VBD|-1|root|stop')).toContain('pay:advcl:stopped')
  })

  it('completes the noun that is a will or an order', () => {
    const text = (noun: string) =>
      drawn(`Chad|NNP|1|nsubj sent|VBD|-1|root|send ${noun}|NN|1|obj to|TO|4|mark leave|VB|1|advcl`)
    expect(text('order')).toContain('leave:acl:order')
    expect(text('ships')).toContain('leave:advcl:sent')
  })
})

describe('"are" between two nouns', () => {
  it('says what the first is', () => {
    const text = (be: string) => drawn(`Chad|NNP|1|nsubj ${be} ,|,|1|punct members|NNS|1|nsubj .|.|1|punct`)
    expect(text('is|VBZ|-1|root|be')).toBe(
      'Chad:nsubj:members is:cop:members ,:punct:members members:root:- .:punct:members',
    )
    expect(text('has|VBZ|-1|root|have')).toContain('members:nsubj:has')
  })
})

describe('a verb before its subject', () => {
  it('comes behind "then"', () => {
    const text = (verb: string) => drawn(`Then|RB|1|advmod ${verb}|VBD|-1|root|${verb} war|NN|1|obj`)
    expect(text('come')).toContain('war:nsubj:come')
    expect(text('make')).toContain('war:obj:make')
  })

  it('opens the sentence before a name and a colon', () => {
    const text = (mark: string) =>
      drawn(
        `Continued|VBD|-1|root|continue Ann|NNP|0|obj ${mark}|:|5|punct it|PRP|5|nsubj is|VBZ|5|cop dark|JJ|0|parataxis`,
      )
    expect(text(':')).toContain('Ann:nsubj:Continued')
    expect(text(':')).toContain('dark:ccomp:Continued')
    expect(text(';')).toContain('Ann:obj:Continued')
  })
})

describe('"over" before a number', () => {
  it('goes with "handed"', () => {
    const text = (verb: string) => drawn(`He|PRP|1|nsubj ${verb} over|RB|3|advmod 70|CD|4|nummod guns|NNS|1|obj`)
    expect(text('handed|VBD|-1|root|hand')).toContain('over:compound:prt:handed')
    expect(text('had|VBD|-1|root|have')).toContain('over:advmod:70')
  })
})
