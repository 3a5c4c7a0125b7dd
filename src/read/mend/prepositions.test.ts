import {describe, expect, it} from 'vitest'
import {drawn} from './drawn.ts'

const obj = (verb: string, lemma: string, object: string, preposition: string, label: string) =>
  drawn(`Chad|NNP|1|nsubj ${verb}|VBD|-1|root|${lemma} ${object}|NN|1|obj ${preposition}|IN|4|case Mali|NNP|${label}`)

describe('a phrase behind an object', () => {
  it('completes the noun that wants it', () => {
    expect(obj('renounced', 'renounce', 'struggle', 'against', '1|obl')).toContain('Mali:nmod:struggle')
    expect(obj('renounced', 'renounce', 'arms', 'against', '1|obl')).toContain('Mali:obl:renounced')
    expect(obj('lifted', 'lift', 'ban', 'on', '1|obl')).toContain('Mali:nmod:ban')
    expect(obj('imposed', 'impose', 'ban', 'on', '1|obl')).toContain('Mali:obl:imposed')
  })

  it('completes the noun when it tells between whom', () => {
    expect(obj('resolved', 'resolve', 'snags', 'between', '1|obl')).toContain('Mali:nmod:snags')
    expect(obj('divided', 'divide', 'land', 'between', '1|obl')).toContain('Mali:obl:divided')
  })

  it('goes with a verb of taking or giving', () => {
    expect(obj('withdrew', 'withdraw', 'troops', 'from', '2|nmod')).toContain('Mali:obl:withdrew')
    expect(obj('met', 'meet', 'troops', 'from', '2|nmod')).toContain('Mali:nmod:troops')
    expect(obj('offered', 'offer', 'troops', 'to', '2|nmod')).toContain('Mali:obl:offered')
    expect(obj('offered', 'offer', 'resistance', 'to', '2|nmod')).toContain('Mali:nmod:resistance')
  })
})

describe('"according to"', () => {
  it('goes with the whole sentence', () => {
    const text = (comma: string) =>
      drawn(
        `Ann|NNP|2|nsubj:pass was|VBD|2|aux:pass held|VBN|-1|root|hold for|IN|4|mark spying|VBG|2|advcl ${comma}|,|8|punct according|VBG|8|case to|IN|6|fixed police|NN|4|obl`,
      )
    expect(text(',')).toContain('police:obl:held')
    expect(text('there')).toContain('police:obl:spying')
  })
})

describe('a relative clause', () => {
  it('tells of the noun that its verb agrees with', () => {
    const text = (be: string) =>
      drawn(
        `Chad|NNP|1|nsubj saw|VBD|-1|root|see damages|NNS|1|obj to|IN|5|case his|PRP$|5|nmod:poss plant|NN|2|nmod which|WDT|8|nsubj ${be}|VBD|8|cop|be new|JJ|5|acl:relcl`,
      )
    expect(text('were')).toContain('new:acl:relcl:damages')
    expect(text('was')).toContain('new:acl:relcl:plant')
  })
})
