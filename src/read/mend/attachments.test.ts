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

  it('gives an agent what it comes from', () => {
    const text = (by: string) =>
      `He|PRP|2|nsubj:pass was|VBD|2|aux:pass hit|VBN|-1|root by|IN|4|case fire|NN|2|${by} from|IN|6|case Mali|NNP|2|obl`
    expect(drawn(text('obl:agent'))).toContain('Mali:nmod:fire')
    expect(drawn(text('obl'))).toContain('Mali:obl:hit')
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
    const held = 'that|IN|1|mark held|VBD|-1|root|hold men|NNS|1|obj were|VBD|4|cop|be true|JJ|1|ccomp'
    expect(drawn(held)).toContain('men:obj:held')
  })

  it('opens a clause with "that", which is no object beside it', () => {
    const text = (between: string, head = 1) =>
      `He|PRP|1|nsubj asked|VBD|-1|root|ask that|PRP|${head}|obj ${between} men|NNS|5|nsubj leave|VB|1|ccomp`
    expect(drawn(text('the|DT|4|det'))).toContain('that:mark:leave')
    expect(drawn(text('the|DT|4|det', 5))).toContain('that:mark:leave')
    expect(drawn(text('when|RB|5|advmod'))).toContain('that:obj:asked')
  })

  it('hangs what is yet to be done on its verb', () => {
    const text = (word: string) => `Chad|NNP|1|nsubj has|VBZ|-1|root|have ${word}|RB|1|advmod to|TO|4|mark pay|VB|2|acl`
    expect(drawn(text('yet'))).toContain('pay:xcomp:has')
    expect(drawn(text('enough'))).toContain('pay:acl:enough')
  })

  it('hangs "back" on its verb', () => {
    const text = (word: string, tag: string) =>
      `Chad|NNP|1|nsubj brought|VBD|-1|root|bring ${word}|${tag}|3|amod guns|NNS|1|obj`
    expect(drawn(text('back', 'RB'))).toContain('back:advmod:brought')
    expect(drawn(text('back', 'RP'))).toContain('back:compound:prt:brought')
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
  const condition = (name: string, comma: number, main: string) =>
    drawn(
      `Were|VBD|1|cop|be Chad|NNP|${name} to|TO|3|mark invade|VB|1|acl Mali|NNP|3|obj ,|,|${comma}|punct trade|NN|8|nsubj would|MD|8|aux stop|VB|${main}`,
    )
  const opened = (comma: string) =>
    `Were:aux:invade Chad:nsubj:invade to:mark:invade invade:advcl:stop Mali:obj:invade ,:punct:${comma} trade:nsubj:stop would:aux:stop stop:root:-`

  it('opens a condition', () => {
    expect(condition('-1|root', 1, '1|parataxis')).toBe(opened('invade'))
  })

  it('opens one that was read as a subject', () => {
    expect(condition('8|nsubj', 8, '-1|root')).toBe(opened('stop'))
  })
})

describe('clauses', () => {
  it('gives a told offer back to its clause', () => {
    const offer = (told: string) =>
      drawn(
        `The|DT|1|det offer|NN|4|nsubj ,|,|1|punct Dar|NNP|4|nsubj told|VBD|-1|root|tell us|PRP|${told} ,|,|8|punct still|RB|8|advmod stands|VBZ|4|ccomp|stand`,
      )
    expect(offer('8|nsubj')).toContain('offer:nsubj:stands')
    expect(offer('8|nsubj')).toContain('us:obj:told')
    expect(offer('4|iobj')).toContain('offer:nsubj:stands')
  })

  it('tells two tellings apart', () => {
    const two = (second: string) =>
      drawn(
        `He|PRP|1|nsubj said|VBD|-1|root|say it|PRP|3|nsubj shut|VBD|1|ccomp|shut and|CC|6|cc she|PRP|6|nsubj ${second}|3|conj|${second.slice(0, 3)} it|PRP|8|nsubj opened|VBD|6|ccomp|open`,
      )
    expect(two('say|VBD')).toContain('say:conj:said')
    expect(two('saw|VBD')).toContain('saw:conj:shut')
  })

  it('finds who tells behind a quotation', () => {
    const told = (mark: string) => drawn(`War|NN|2|ccomp ${mark}|''|0|punct said|VBD|-1|root|say Ann|NNP|2|obj`)
    expect(told('”')).toContain('Ann:nsubj:said')
    expect(told('x')).toContain('Ann:obj:said')
  })

  it('hangs the deed on its accusation', () => {
    const text = (verb: string) =>
      drawn(
        `Chad|NNP|1|nsubj ${verb}|VBD|-1|root|${verb.slice(0, -1)} rebels|NNS|1|obj of|IN|4|mark burning|VBG|2|acl huts|NNS|4|obj`,
      )
    expect(text('accused')).toContain('burning:advcl:accused')
    expect(text('saved')).toContain('burning:acl:rebels')
  })

  it('reads a telling noun between commas or at the end as a verb', () => {
    expect(
      drawn(
        'War|NN|6|nsubj ,|,|3|punct envoys|NNS|3|nsubj say|NN|6|conj|say ,|,|3|punct is|VBZ|6|cop|be near|VB|-1|root',
      ),
    ).toContain('say:parataxis:near')
    const end = (word: string) =>
      drawn(
        `Chad|NNP|1|nsubj hit|VBD|-1|root|hit Mali|NNP|1|obj ,|,|6|punct a|DT|6|det weekly|NN|6|compound ${word}|NNS|2|appos .|.|1|punct`,
      )
    expect(end('says')).toContain('weekly:nsubj:says says:root:-')
    expect(end('stars')).toContain('stars:appos:Mali')
  })
})

describe('a day when', () => {
  it('is told by its clause', () => {
    const text = (noun: string) =>
      drawn(
        `There|EX|1|expl came|VBD|-1|root a|DT|3|det ${noun}|NN|1|nsubj when|WRB|1|advmod Chad|NNP|6|nsubj closed|VBD|1|advcl|close ports|NNS|6|obj`,
      )
    expect(text('day')).toContain('closed:acl:relcl:day')
    expect(text('man')).toContain('closed:advcl:came')
  })
})

describe('names', () => {
  it('joins names on a list', () => {
    const listed = (tail: string) =>
      drawn(`Chad|NNP|6|nsubj ,|,|2|punct Mali|NNP|0|appos and|CC|4|cc Togo|NNP|2|conj ${tail} met|VBD|-1|root|meet`)
    expect(listed('all|RB|6|advmod')).toContain('Mali:conj:Chad')
    expect(listed(',|,|2|punct')).toContain('Mali:appos:Chad')
  })

  it('joins whom a title joins', () => {
    const joined = (first: string) =>
      drawn(`leader|NN|4|nsubj Ann|NNP|0|${first} and|CC|3|cc Bob|NNP|1|conj met|VBD|-1|root|meet`)
    expect(joined('appos')).toContain('Bob:conj:leader')
    expect(joined('flat')).toContain('Bob:conj:Ann')
  })

  it('joins a noun and the name that it describes', () => {
    const by = (noun: string, label: string) =>
      drawn(
        `He|PRP|2|nsubj:pass was|VBD|2|aux:pass hit|VBN|-1|root|hit by|IN|4|case ${noun}|NN|2|obl:agent Ann|NNP|${label}`,
      )
    expect(by('rebel', '2|obl:agent')).toContain('by:case:Ann rebel:nmod:desc:Ann Ann:obl:agent:hit')
    expect(by('night', '2|obl:agent')).toContain('night:obl:agent:hit')
    expect(by('rebel', '4|flat')).toContain('by:case:Ann rebel:nmod:desc:Ann Ann:obl:agent:hit')
    expect(by('night', '4|flat')).toContain('Ann:flat:night')
    const the = (label: string) => drawn(`The|DT|1|det rebel|NN|3|nsubj Ann|NNP|${label} left|VBD|-1|root|leave`)
    expect(the('3|nsubj')).toContain('rebel:nsubj:left Ann:appos:rebel')
    expect(the('1|flat')).toContain('rebel:nsubj:left Ann:appos:rebel')
  })

  it('tells a title from the name behind it', () => {
    const text = (first: string) => drawn(`${first}|NNP|2|nsubj Ann|NNP|2|nsubj left|VBD|-1|root|leave`)
    expect(text('Senator')).toContain('Senator:nmod:desc:Ann Ann:nsubj:left')
    expect(text('Joe')).toContain('Joe:nsubj:left Ann:flat:Joe')
  })

  it('takes the first of two subjects for what was told only of verbs of telling', () => {
    const text = (verb: string) =>
      drawn(`War|NN|3|nsubj ,|,|0|punct Ann|NNP|3|nsubj ${verb}|VBD|-1|root|${verb === 'said' ? 'say' : verb}`)
    expect(text('said')).toContain('War:ccomp:said')
    expect(text('won')).toContain('War:nsubj:won')
  })

  it('leaves a question to the verb that asks or knows', () => {
    const text = (verb: string) =>
      drawn(`He|PRP|1|nsubj ${verb}|VBD|-1|root|${verb} what|WP|4|obj Ann|NNP|4|nsubj called|VBD|1|ccomp|call`)
    expect(text('learn')).toContain('called:ccomp:learn')
    expect(text('bomb')).toContain('called:acl:relcl:what')
  })

  it('has neighbours behind a preposition', () => {
    const text = (mark: string) =>
      drawn(`He|PRP|1|nsubj saw|VBD|-1|root|see raids|NNS|1|obj ${mark} neighboring|VBG|2|acl Chad|NNP|4|obj`)
    expect(text('against|IN|4|mark')).toContain('against:case:Chad neighboring:amod:Chad Chad:nmod:raids')
    expect(text('soon|RB|1|advmod')).toContain('Chad:obj:neighboring')
  })
})
