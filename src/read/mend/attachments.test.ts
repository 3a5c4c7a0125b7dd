import {describe, expect, it} from 'vitest'
import {drawn, mended} from './drawn.ts'

describe('attachments', () => {
  it('gives no agent to an active verb', () => {
    expect(drawn('Chad|NNP|1|nsubj stood|VBD|-1|root|stand by|IN|3|case Mali|NNP|1|obl:agent')).toBe(
      'Chad:nsubj:stood stood:root:- by:case:Mali Mali:obl:stood',
    )
    expect(
      drawn('Chad|NNP|1|nsubj ordered|VBD|-1|root|order patrols|NNS|1|obj by|IN|4|case police|NN|1|obl:agent'),
    ).toBe('Chad:nsubj:ordered ordered:root:- patrols:obj:ordered by:case:police police:nmod:patrols')
  })

  it('keeps the agent of a passive', () => {
    const text = 'He|PRP|2|nsubj:pass was|VBD|2|aux:pass hit|VBN|-1|root by|IN|4|case police|NN|2|obl:agent'
    expect(drawn(text)).toContain('police:obl:agent:hit')
  })

  it('tells who accuses from what the accused did', () => {
    const accused = (verb: string) =>
      `Chad|NNP|2|nsubj:pass was|VBD|2|aux:pass ${verb}|VBN|-1|root|${verb.slice(0, -1)} of|IN|4|case arson|NN|2|obl by|IN|6|case Mali|NNP|4|nmod`
    expect(drawn(accused('accused'))).toContain('Mali:obl:agent:accused')
    expect(drawn(accused('relieved'))).toContain('Mali:nmod:arson')
  })

  it('joins two subjects side by side', () => {
    const tail = 'bought|VBD|-1|root|buy land|NN|2|obj'
    expect(drawn(`Ann|NNP|2|nsubj Peru|NNP|2|nsubj ${tail}`)).toContain('Ann:nsubj:bought Peru:flat:Ann')
    expect(drawn(`President|NN|2|nsubj Peru|NNP|2|nsubj ${tail}`)).toContain(
      'President:nmod:desc:Peru Peru:nsubj:bought',
    )
    expect(drawn(`Ann|NNP|2|nsubj Peru|NNP|2|obl:unmarked ${tail}`)).toContain('Peru:obl:unmarked:bought')
  })

  it('gives an object to the participle, not to its noun', () => {
    expect(drawn('Hackers|NNS|-1|root defaced|VBN|0|acl|deface Malian|JJ|3|amod websites|NNS|0|obj .|.|0|punct')).toBe(
      'Hackers:nsubj:defaced defaced:root:- Malian:amod:websites websites:obj:defaced .:punct:defaced',
    )
  })

  it('gives a clause the subject that it lacks', () => {
    const text = (mark: string) =>
      `He|PRP|1|nsubj said|VBD|-1|root|say war|NN|1|obj ${mark} was|VBD|5|cop|be likely|JJ|1|ccomp`
    expect(drawn(text('now|RB|5|advmod'))).toContain('war:nsubj:likely')
    expect(drawn(text('that|IN|5|mark'))).toContain('war:obj:said')
  })

  it('hangs "back" on its verb', () => {
    const text = (word: string, tag: string) =>
      `Chad|NNP|1|nsubj brought|VBD|-1|root|bring ${word}|${tag}|3|amod guns|NNS|1|obj`
    expect(drawn(text('back', 'RB'))).toContain('back:advmod:brought')
    expect(drawn(text('heavy', 'JJ'))).toContain('heavy:amod:guns')
  })

  it('parts a name from the thing given', () => {
    const text = (thing: string) => `He|PRP|1|nsubj gave|VBD|-1|root|give Ann|NNP|1|iobj ${thing}|2|flat`
    expect(drawn(text('asylum|NN'))).toContain('Ann:iobj:gave asylum:obj:gave')
    expect(drawn(text('Peru|NNP'))).toContain('Peru:flat:Ann')
  })

  it('hangs a particle on its verb', () => {
    const text = (tag: string) => `He|PRP|1|nsubj handed|VBD|-1|root|hand over|${tag}|3|case guns|NNS|1|obj`
    expect(drawn(text('RP'))).toContain('over:compound:prt:handed')
    expect(drawn(text('IN'))).toContain('over:case:guns')
  })

  it('makes one clause of "is to"', () => {
    expect(drawn('Chad|NNP|3|nsubj:outer is|VBZ|3|cop|be to|TO|3|mark leave|VB|-1|root')).toContain('Chad:nsubj:leave')
    expect(drawn('This|NN|3|nsubj:outer is|VBZ|3|cop|be what|WP|3|obj left|VBD|-1|root')).toContain('This:nsubj:outer')
  })

  it('finds the subject of a verb with a hyphen', () => {
    const {heads, deprels, xpos} = mended(
      'Chad|NNP|1|compound test|NN|3|compound -|HYPH|1|punct fired|VBN|-1|root|fire rockets|NNS|3|obj',
    )
    expect([heads[0], deprels[0], xpos[3]]).toEqual([3, 'nsubj', 'VBD'])
  })

  it('completes a verb by the gerund behind its particle', () => {
    const text = (label: string) =>
      `Chad|NNP|1|nsubj ruled|VBD|-1|root|rule out|RP|1|${label} sending|VBG|1|advcl guns|NNS|3|obj`
    expect(drawn(text('compound:prt'))).toContain('sending:xcomp:ruled')
    expect(drawn(text('advmod'))).toContain('sending:advcl:ruled')
  })
})

describe('what stands behind a preposition', () => {
  it('is no second subject', () => {
    expect(
      drawn('An|DT|1|det attack|NN|4|nsubj by|IN|3|case rebels|NNS|4|nsubj shook|VBD|-1|root|shake it|PRP|4|obj'),
    ).toContain('rebels:nmod:attack')
  })
})

describe('a lone thing given', () => {
  it('is the object', () => {
    expect(drawn('Chad|NNP|1|nsubj thanked|VBD|-1|root|thank Mali|NNP|1|iobj')).toContain('Mali:obj:thanked')
    expect(drawn('Chad|NNP|1|nsubj gave|VBD|-1|root|give Mali|NNP|1|iobj aid|NN|1|obj')).toContain('Mali:iobj:gave')
  })
})

describe('a gerund behind a noun with an article', () => {
  const court = (verb: string, lemma: string) =>
    `Courts|NNS|1|nsubj ${verb}|VBD|-1|root|${lemma} a|DT|3|det landmark|NN|1|obj hearing|VBG|1|xcomp|hear on|IN|6|case torture|NN|4|obl`

  it('is a noun itself', () => {
    expect(drawn(court('opened', 'open'))).toBe(
      'Courts:nsubj:opened opened:root:- a:det:hearing landmark:compound:hearing hearing:obj:opened on:case:torture torture:nmod:hearing',
    )
  })

  it('is a verb where its doer was watched', () => {
    expect(drawn(court('saw', 'see'))).toContain('hearing:xcomp:saw')
  })
})

describe('a number behind "more than"', () => {
  it('counts the object', () => {
    const text = (words: string) =>
      `Chad|NNP|1|nsubj killed|VBD|-1|root|kill ${words} 90|CD|5|nummod rebels|NNS|1|obl|rebel`
    expect(drawn(text('more|JJR|4|advmod than|IN|2|fixed'))).toContain('rebels:obj:killed')
    expect(drawn(text('with|IN|5|case all|DT|5|det'))).toContain('rebels:obl:killed')
  })
})

describe('a past tense before its reporter', () => {
  it('has the noun behind it as object', () => {
    expect(
      drawn(
        'Army|NN|1|nsubj shelled|VBN|2|amod|shell villages|NNS|5|nsubj ,|,|2|punct residents|NNS|5|nsubj said|VBD|-1|root|say',
      ),
    ).toBe(
      'Army:nsubj:shelled shelled:ccomp:said villages:obj:shelled ,:punct:villages residents:nsubj:said said:root:-',
    )
  })
})

describe('a past tense that is no noun', () => {
  it('is the verb', () => {
    const text = (word: string) => `The|DT|2|det OAU|NNP|2|compound ${word}|NN|-1|root in|IN|4|case Lagos|NNP|2|nmod`
    expect(drawn(text('met'))).toBe('The:det:OAU OAU:nsubj:met met:root:- in:case:Lagos Lagos:obl:met')
    expect(drawn(text('set'))).toContain('OAU:compound:set')
  })
})

describe('what somebody said', () => {
  it('has its own subject', () => {
    expect(
      drawn(
        'Chad|NNP|6|nsubj signed|VBD|6|ccomp|sign treaties|NNS|1|obj ,|,|1|punct the|DT|5|det minister|NN|6|nsubj said|VBD|-1|root|say',
      ),
    ).toContain('Chad:nsubj:signed signed:ccomp:said')
    expect(
      drawn(
        'Groups|NNS|7|nsubj of|IN|2|case men|NNS|0|nmod arrived|VBD|2|acl|arrive ,|,|0|punct the|DT|6|det minister|NN|7|nsubj said|VBD|-1|root|say',
      ),
    ).toContain('Groups:nsubj:arrived of:case:men men:nmod:Groups arrived:ccomp:said')
  })
})

describe('a participle before a noun that was read as its object', () => {
  it('describes it', () => {
    expect(drawn('He|PRP|1|nsubj met|VBD|-1|root|meet the|DT|3|det visiting|VBG|1|obj|visit king|NN|3|obj')).toBe(
      'He:nsubj:met met:root:- the:det:king visiting:amod:king king:obj:met',
    )
  })
})

describe('"were" before a name', () => {
  it('opens a condition', () => {
    expect(
      drawn(
        'Were|VBD|1|cop|be Chad|NNP|-1|root to|TO|3|mark invade|VB|1|acl Mali|NNP|3|obj ,|,|1|punct trade|NN|8|nsubj would|MD|8|aux stop|VB|1|parataxis',
      ),
    ).toBe(
      'Were:aux:invade Chad:nsubj:invade to:mark:invade invade:advcl:stop Mali:obj:invade ,:punct:invade trade:nsubj:stop would:aux:stop stop:root:-',
    )
  })
})
