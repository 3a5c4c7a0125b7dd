import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import {parseQuestion, sidesIn} from './question.ts'

const lexicon = loadLexicon()

describe('a question', () => {
  it.each([
    ['Will Islamabad and Washington drift apart over Kashmir?', ['PAK', 'USA'], 'rupture', 'territory', false],
    ['Can the Iranians and Saudi Arabia make peace once more?', ['IRN', 'SAU'], 'rapprochement', null, true],
    ['What happened between India and China in 2020?', ['IND', 'CHN'], 'happened', null, false],
    ['Who says what about Turkey and Greece?', ['TUR', 'GRC'], 'said', null, false],
    ['What changed between the US and Pakistan since 2011-05?', ['USA', 'PAK'], 'change', null, false],
  ])('%s', (text, pair, kind, theme, again) => {
    expect(parseQuestion(text, lexicon)).toMatchObject({pair, kind, theme, again})
  })

  it('reads spans of time', () => {
    expect(parseQuestion('What changed between USA and PAK since 2011-05?', lexicon)).toMatchObject({
      since: '2011-05-01',
      until: null,
    })
    expect(parseQuestion('What happened between USA and PAK in the 1980s?', lexicon)).toMatchObject({
      since: '1980-01-01',
      until: '1989-12-31',
    })
    expect(parseQuestion('What happened between USA and PAK from 2001 to 2008?', lexicon)).toMatchObject({
      since: '2001-01-01',
      until: '2008-12-31',
    })
  })

  it('asks back and does not guess', () => {
    const {pair, unknown} = parseQuestion('Will it rain tomorrow?', lexicon)
    expect(pair).toBeNull()
    expect(unknown.join(' ')).toMatch(/Which two sides/)
    expect(parseQuestion('Will Pakistan come closer to us?', lexicon).unknown.join(' ')).toMatch(/Which other side/)
  })

  it('takes capitals, demonyms and codes for their state, each once', () => {
    expect(sidesIn('Pakistani officials in Islamabad and the French in Paris, FRA', lexicon)).toEqual(['PAK', 'FRA'])
    expect(sidesIn('tell us about turkey in general', lexicon)).toEqual([])
  })
})
