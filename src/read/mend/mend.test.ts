import {describe, expect, it} from 'vitest'
import {drawn, mended, sentenceOf, words} from './drawn.ts'
import {mend} from './mend.ts'

describe('mend', () => {
  it('gives a clause its finite verb back', () => {
    expect(drawn('Ministers|NNS|-1|root agreed|VBN|0|acl|agree on|IN|3|case Friday|NNP|1|obl')).toBe(
      'Ministers:nsubj:agreed agreed:root:- on:case:Friday Friday:obl:agreed',
    )
    expect(drawn('Troops|NNS|-1|root of|IN|2|case France|NNP|0|nmod arrived|VBN|2|acl|arrive there|NN|3|obl')).toBe(
      'Troops:nsubj:arrived of:case:France France:nmod:Troops arrived:root:- there:obl:arrived',
    )
    expect(drawn('Chad|NNP|2|nsubj reimposed|VBN|2|amod curbs|NNS|-1|root')).toBe(
      'Chad:nsubj:reimposed reimposed:root:- curbs:obj:reimposed',
    )
  })

  it('reads a joined past tense and a first name in -ing', () => {
    const joined = (tag: string) =>
      mend(
        sentenceOf(`Chad|NNP|1|nsubj blamed|VBD|-1|root Togo|NNP|1|obj and|CC|4|cc ${tag}|VBN|1|conj aid|NN|4|obj`),
        words,
      ).xpos[4]
    expect(joined('promised')).toBe('VBD')
    expect(joined('taken')).toBe('VBN')
    expect(drawn('Beijing|VBG|1|aux blamed|VBN|-1|root Togo|NNP|1|obj')).toBe(
      'Beijing:nsubj:blamed blamed:root:- Togo:obj:blamed',
    )
    expect(drawn('Having|VBG|1|aux blamed|VBN|-1|root Togo|NNP|1|obj')).toBe(
      'Having:aux:blamed blamed:root:- Togo:obj:blamed',
    )
  })

  it('leaves a headline with a passive participle as it is', () => {
    const text = 'Troops|NNS|-1|root sent|VBN|0|acl to|IN|3|case Chad|NNP|1|obl'
    const sentence = sentenceOf(text)
    expect(mend(sentence, words)).toBe(sentence)
  })

  it('takes a day out of a name and out of the subject', () => {
    expect(drawn('Chad|NNP|2|nsubj Friday|NNP|0|flat closed|VBD|-1|root roads|NNS|2|obj')).toBe(
      'Chad:nsubj:closed Friday:obl:unmarked:closed closed:root:- roads:obj:closed',
    )
    expect(drawn('Monday|NNP|3|nsubj the|DT|2|det court|NN|0|nsubj ruled|VBD|-1|root')).toBe(
      'Monday:obl:unmarked:ruled the:det:court court:nsubj:ruled ruled:root:-',
    )
  })

  it('reads a bare noun behind a perfect as its object', () => {
    expect(drawn('Ghana|NNP|2|nsubj has|VBZ|2|aux|have deported|VBN|-1|root migrants|NNS|2|obl:agent')).toBe(
      'Ghana:nsubj:deported has:aux:deported deported:root:- migrants:obj:deported',
    )
  })

  it('gives the object of a participle before it to the verb', () => {
    expect(
      drawn(
        'Chad|NNP|1|nsubj extradited|VBD|-1|root suspected|VBN|1|xcomp spies|NNS|2|obj to|IN|5|case Mali|NNP|2|obl',
      ),
    ).toBe(
      'Chad:nsubj:extradited extradited:root:- suspected:amod:spies spies:obj:extradited to:case:Mali Mali:obl:extradited',
    )
  })
})

describe('a past tense between two nouns', () => {
  const army = 'The|DT|1|det army|NN|-1|root shelled|VBN|3|amod|shell villages|NNS|1|obj .|.|1|punct'

  it('is the verb of its sentence', () => {
    const {heads, deprels, xpos} = mend(sentenceOf(army), words)
    expect([...heads]).toEqual([1, 2, -1, 2, 2])
    expect(deprels).toEqual(['det', 'nsubj', 'root', 'obj', 'punct'])
    expect(xpos[2]).toBe('VBD')
  })

  it('stays where it describes the noun after it', () => {
    for (const text of [
      army.replaceAll('shelled', 'held'),
      army.replaceAll('shelled', 'taken'),
      'The|DT|1|det army|NN|4|nsubj shelled|VBN|3|amod|shell villages|NNS|4|obj left|VBD|-1|root .|.|4|punct',
    ])
      expect([...mend(sentenceOf(text), words).heads]).toEqual([...sentenceOf(text).heads])
  })
})

describe('a gerund right behind a verb', () => {
  it('completes it', () => {
    const {deprels} = mend(
      sentenceOf('Chad|NNP|1|nsubj considers|VBZ|-1|root sending|VBG|1|conj troops|NNS|2|obj'),
      words,
    )
    expect(deprels[2]).toBe('xcomp')
  })
})

describe('a subject in -ing', () => {
  const tail = 'broke|VBD|-1|root|break out|RP|1|compound:prt'

  it('is a noun when nothing of a verb hangs on it', () => {
    const {upos, lemmas} = mend(sentenceOf(`Fighting|VBG|1|nsubj|fight ${tail}`), words)
    expect([upos[0], lemmas[0]]).toEqual(['NOUN', 'fighting'])
  })

  it('stays a verb with an object', () => {
    const text = 'Fighting|VBG|2|nsubj|fight fires|NNS|0|obj takes|VBZ|-1|root|take time|NN|2|obj'
    expect(mend(sentenceOf(text), words).upos[0]).toBe('VERB')
  })
})

describe('a noun in -ing that completes a verb', () => {
  it('is a verb where it has an object of its own', () => {
    const began = (article: string) =>
      mended(`Chad|NNP|1|nsubj began|VBD|-1|root ${article} bombing|NN|1|xcomp Togo|NNP|3|obj`)
    expect(began('soon|RB|3|advmod').lemmas[3]).toBe('bomb')
    expect(began('soon|RB|3|advmod').xpos[3]).toBe('VBG')
    expect(began('the|DT|3|det').xpos[3]).toBe('NN')
  })
})

describe('what is on a condition', () => {
  it('is a verb where a name stands before it, and nothing else breaks', () => {
    const text = (first: string) =>
      `${first} attacks|VBZ|3|advcl Togo|NNP|1|nsubj leave|VB|-1|root`.replace('|NNP|1|nsubj', '|NNP|2|nsubj')
    expect(drawn(text('If|IN|2|mark Chad|NNP|2|compound'))).toContain('Chad:nsubj:attacks')
    expect(drawn('If|IN|1|mark attacks|VBZ|2|advcl leave|VB|-1|root')).toContain('If:mark:attacks')
  })
})

describe('a participle behind a comma', () => {
  it('leaves the noun before the comma to the verb before it', () => {
    const text = (comma: string) =>
      drawn(`Chad|NNP|1|nsubj rejected|VBD|-1|root that|DT|3|det claim|NN|5|nsubj ${comma}|5|punct saying|VBG|1|ccomp`)
    expect(text(',|,')).toContain('claim:obj:rejected')
    expect(text('soon|RB')).toContain('claim:nsubj:saying')
  })
})
