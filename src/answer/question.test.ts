import {describe, expect, it} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import {actWords, modesOf, partsOfAct} from '../model/index.ts'
import {isSlip} from './question/near.ts'
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

  it.each([
    ['Is Pakistan getting closer to China?', {pair: ['PAK', 'CHN'], kind: 'rapprochement', direction: 'a-to-b'}],
    ['Are China and Pakistan getting closer?', {pair: ['CHN', 'PAK'], kind: 'rapprochement', direction: 'both'}],
    ['Is India moving away from Russia?', {pair: ['IND', 'RUS'], kind: 'rupture', direction: 'a-to-b'}],
    [
      'How do US-Pakistan relations now compare with 2001-2008?',
      {kind: 'compare', since: '2001-01-01', until: '2008-12-31'},
    ],
    ['Who sides with Pakistan against India?', {pair: ['PAK', 'IND'], kind: 'sides'}],
    ['Who sides with whom on terrorism?', {pair: null, kind: 'sides', theme: 'terrorism', unknown: []}],
    ['What would change the relation between Iran and Israel?', {pair: ['IRN', 'ISR'], kind: 'would-change'}],
    ['Will India’s army bring the US and Pakistan together?', {pair: ['USA', 'PAK'], others: ['IND']}],
    ['Will the war on terror bring Washington and Islamabad closer?', {kind: 'rapprochement', theme: 'terrorism'}],
    ['Will India and Pakistan make peace in the next six months?', {kind: 'rapprochement', horizon: 6}],
    ['What happened between the US and Pakistan under Musharraf?', {since: '2001-06-20', until: '2008-08-17'}],
    ['What happened between Ethiopia and Eritrea after May 2018?', {since: '2018-06-01', until: null}],
    ['What happened between Ethiopia and Eritrea before 1998-05-06?', {since: null, until: '1998-05-05'}],
    ['Will Bhutan and Paraguay come together again?', {pair: ['BTN', 'PRY'], again: true, unknown: []}],
  ])('%s', (text, expected) => {
    expect(parseQuestion(text, lexicon)).toMatchObject(expected)
  })

  it.each([
    ['Will Israel, Iran and Saudi Arabia make peace?', /Which two sides\? Israel, Iran, Saudi Arabia are named/],
    ['Will Wakanda and Pakistan make peace?', /Which other side\? Only Pakistan is named\. Nobody called “Wakanda”/],
    ['Will India and Pakistan make peace over onions?', /What is “onions”\?/],
    ['Would trade and water bring India and Pakistan together?', /Which theme\? .*economic or natural_resource/],
    ['What happened between the US and Pakistan under Bush?', /Which Bush\? George H\. W\. Bush .* or George W\. Bush/],
    ['Will India and Pakistan make peace within 2 years?', /How far ahead\? .*not for 24/],
    ['Will India and Pakistan be closer in five years?', /How far ahead\? .*not for 60/],
    ['What happened between India and China last year?', /Which days is “last year”\?/],
    ['Are India and Pakistan?', /What about them\?/],
    ['What happened between India and China from 2020 to 2011?', /1 January 2020 comes after 31 December 2011/],
  ])('%s is asked back', (text, words) => {
    expect(parseQuestion(text, lexicon).unknown.join('\n')).toMatch(words)
  })

  it.each([
    ['Will the US and Pakistan break up?', {pair: ['USA', 'PAK'], kind: 'rupture'}],
    ['will they break, India and Pakistan?', {pair: ['IND', 'PAK'], kind: 'rupture'}],
    ['Will Washington break with Islamabad?', {pair: ['USA', 'PAK'], kind: 'rupture'}],
    ['Is the US drifting away from Pakistan?', {kind: 'rupture', direction: 'a-to-b'}],
    ['Will relations between India and China get worse?', {kind: 'rupture'}],
    ['Will Pakistan cut off ties with Afghanistan?', {pair: ['PAK', 'AFG'], kind: 'rupture'}],
    ['Will the alliance between the US and Turkey end?', {pair: ['USA', 'TUR'], kind: 'rupture'}],
    ['Is the friendship between Russia and China over?', {kind: 'rupture'}],
    ['Will the peace between Israel and Egypt collapse?', {pair: ['ISR', 'EGY'], kind: 'rupture'}],
    ['Will the war between Russia and Ukraine end?', {pair: ['RUS', 'UKR'], kind: 'rapprochement'}],
    ['Can India and Pakistan avoid war?', {kind: 'rapprochement'}],
    ['Will relations between Japan and South Korea collapse?', {kind: 'rupture'}],
    ['Are Saudi Arabia and Iran getting along better?', {kind: 'rapprochement'}],
    ['Are US-Pakistan ties better than under Musharraf?', {kind: 'compare', since: '2001-06-20'}],
    ['Is it like 1979 again between the US and Pakistan?', {kind: 'compare', since: '1979-01-01'}],
    ['What might drive the US and Pakistan apart?', {kind: 'would-change'}],
    ['Under what conditions would Iran and Israel make peace?', {kind: 'would-change'}],
    ['Which countries back Israel against Iran?', {pair: ['ISR', 'IRN'], kind: 'sides'}],
    ['How are relations between Egypt and Ethiopia?', {kind: 'change'}],
    ['What are the chances of war between India and Pakistan in the next 3 months?', {kind: 'rupture', horizon: 3}],
    ['What did Sharif say about Trump?', {pair: ['PAK', 'USA'], kind: 'said'}],
    ['Will Bush make up with Pakistan?', {pair: ['USA', 'PAK'], kind: 'rapprochement'}],
    ['Is Modi getting closer to Putin?', {pair: ['IND', 'RUS'], direction: 'a-to-b'}],
    ['will pakistan and the us come together again?', {pair: ['PAK', 'USA'], again: true}],
    ['Have Saudi Arabia and Iran made up?', {kind: 'change'}],
    ['What went wrong between France and Algeria?', {kind: 'change'}],
    ['How likely is it that Iran attacks Israel?', {pair: ['IRN', 'ISR'], kind: 'rupture'}],
    ['US-Pakistan relations', {pair: ['USA', 'PAK'], kind: 'change'}],
    ['Where is the relationship between Germany and Russia heading?', {kind: 'change'}],
    ["What's going on between Israel and Hezbollah?", {kind: 'happened'}],
    ['Is Pakistan turning to China?', {kind: 'rapprochement', direction: 'a-to-b'}],
    ['Will the US lift sanctions on Iran?', {pair: ['USA', 'IRN'], kind: 'rapprochement'}],
    ['Will India and Pakistan negotiate an end to the war?', {kind: 'rapprochement'}],
    ['Will the talks between India and Pakistan fail?', {kind: 'rupture'}],
    ['Will the truce between Hamas and Israel last?', {kind: 'rapprochement'}],
    ['What stands in the way of peace between India and Pakistan?', {kind: 'would-change'}],
    ['Was the US closer to Pakistan in the 1980s than now?', {kind: 'compare', since: '1980-01-01'}],
    [
      'Are things better between Colombia and Venezuela than they were five years ago?',
      {kind: 'compare', since: '2020-01-01', until: '2020-12-31'},
    ],
    ['What happened between the US and Pakistan after 9/11?', {since: '2001-09-12', until: null}],
    [
      'What happened between Britain and Argentina during the Falklands war?',
      {since: '1982-04-02', until: '1982-06-14'},
    ],
    ['How did Saudi Arabia and the Houthis end up fighting?', {kind: 'change'}],
    ['Who broke the ceasefire between Armenia and Azerbaijan?', {kind: 'happened'}],
    ['What happened between India and China last month?', {since: '2025-10-01', until: '2025-10-31'}],
    ['What happened between India and China this week?', {since: '2025-10-29', until: '2025-11-04'}],
    ['Is a new Cold War between the US and China likely?', {kind: 'rupture', since: null}],
    ['When did Egypt and Sudan last clash?', {kind: 'happened'}],
    ['Why are Poland and Hungary at odds?', {kind: 'change'}],
    ['Why would Poland and Hungary fall out?', {kind: 'rupture'}],
    ['Who would welcome peace between India and Pakistan?', {kind: 'said'}],
    ['What might derail the talks between Iran and the US?', {kind: 'would-change'}],
    ['Are Greece and Turkey allies?', {kind: 'change'}],
    ['Are Greece and Turkey becoming friends?', {kind: 'rapprochement'}],
    ['What did Macron say about Algeria?', {pair: ['FRA', 'DZA'], kind: 'said', direction: 'a-to-b'}],
    ['Did Russia’s war on Ukraine strain US-Turkish relations?', {pair: ['USA', 'TUR'], kind: 'change'}],
    ['Is it now as tense between China and India as in 2020?', {kind: 'compare', since: '2020-01-01'}],
    ['How do the US and Pakistan compare with the Zia era?', {kind: 'compare', since: '1978-09-16'}],
    ['Will Chad and Sudan make peace in six months?', {kind: 'rapprochement', horizon: 6}],
    ['Tell me about Serbia and Kosovo', {kind: 'change'}],
  ])('%s leaves nothing open', (text, expected) => {
    expect(parseQuestion(text, lexicon, {}, '2025-11-04')).toMatchObject({...expected, unknown: []})
  })

  it.each([
    ['Will the USA and Pakstan come together?', /Nobody called “Pakstan” is known\. Is Pakistan meant\?/],
    ['Will it bring us and Pakistan together?', /Which other side\? Only Pakistan is named\./],
    ['Is America losing Pakistan to China?', /What about them\?/],
  ])('%s is asked back and not guessed', (text, words) => {
    expect(parseQuestion(text, lexicon, {}, '2025-11-04').unknown.join('\n')).toMatch(words)
  })

  it.each([
    ['How many times did the US sanction Pakistan since 2010?', ['USA', 'PAK'], 'a-to-b', /^SANCTION/, '2010-01-01'],
    ['Was Chad ever attacked by Libya?', ['LBY', 'TCD'], 'a-to-b', /^ASSAULT$/, null],
    ['How many attacks on Ukraine by Russia were there?', ['RUS', 'UKR'], 'a-to-b', /^ASSAULT$/, null],
    ['How many attacks by Russia on Ukraine were there?', ['RUS', 'UKR'], 'a-to-b', /^ASSAULT$/, null],
    [
      'Which sanctions has the EU imposed on Russia since 2014?',
      ['european-union', 'RUS'],
      'a-to-b',
      /^SANCTION/,
      '2014-01-01',
    ],
    ['Did India and Pakistan hold talks in 2025?', ['IND', 'PAK'], 'both', /^CONSULT$/, '2025-01-01'],
    ['Who condemned whom, Greece or Turkey?', ['GRC', 'TUR'], 'both', /^ACCUSE\/disapprove$/, null],
    ['Has Iran ever expelled British diplomats?', ['IRN', 'GBR'], 'a-to-b', /^SANCTION\/expel/, null],
    ['When did Egypt last accuse Ethiopia?', ['EGY', 'ETH'], 'a-to-b', /^ACCUSE$/, null],
    ['List the Saudi air strikes on Yemen', ['SAU', 'YEM'], 'a-to-b', /^ASSAULT$/, null],
    ['American raids in Somalia since 2010', ['USA', 'SOM'], 'a-to-b', /^ASSAULT$/, '2010-01-01'],
    ['Did Kenya condemn the Ethiopian raid?', ['KEN', 'ETH'], 'a-to-b', /^ACCUSE\/disapprove$/, null],
    ['Did Norway suspend aid to Uganda?', ['NOR', 'UGA'], 'a-to-b', /^SANCTION\/discontinue$/, null],
    ['How often does Peru criticise Chile?', ['PER', 'CHL'], 'a-to-b', /^ACCUSE\/disapprove$/, null],
    ['Has Rwanda closed its border with Burundi?', ['RWA', 'BDI'], 'a-to-b', /^COERCE\/restrict$/, null],
    ['Has Germany apologised to Namibia?', ['DEU', 'NAM'], 'a-to-b', /^CONCEDE:055$/, null],
  ])('%s asks for acts on record', (text, pair, direction, acts, since) => {
    const question = parseQuestion(text, lexicon, {}, '2025-11-04')
    expect(question).toMatchObject({kind: 'happened', direction, theme: null, since, unknown: []})
    expect(question.pair).toEqual(pair)
    expect(question.acts.join()).toMatch(acts)
  })

  it.each([
    ['Will the US sanction Pakistan?', 'rupture'],
    ['Will China visit Brunei?', 'rapprochement'],
    ['Why did the US sanction Pakistan?', 'change'],
    ['Did relations between Peru and Chile improve after the agreement of 1929?', 'change'],
    ['What has happened between Peru and Chile since the attack?', 'happened'],
    ['Who broke the ceasefire between Armenia and Azerbaijan?', 'happened'],
  ])('%s asks for no acts alone', (text, kind) => {
    expect(parseQuestion(text, lexicon, {}, '2025-11-04')).toMatchObject({kind, acts: []})
  })

  it('counts times and not people', () => {
    const {pair, unknown} = parseQuestion('How many Yemenis did Saudi Arabia kill?', lexicon)
    expect([pair, unknown]).toEqual([['SAU', 'YEM'], [expect.stringMatching(/^How many people is not added up/)]])
    expect(parseQuestion('How many times did Saudi Arabia bomb Yemen?', lexicon).unknown).toEqual([])
  })

  it.each([
    ['What do experts say about the US and Pakistan?', 'EDU', 'both'],
    ['What do analysts think of relations between India and China?', 'EDU', 'both'],
    ['What have think tanks said about Iran and Israel?', 'EDU', 'both'],
    ['What do Pakistani officials say about America?', 'GOV', 'a-to-b'],
  ])('%s asks for speakers of a kind', (text, sector, direction) => {
    expect(parseQuestion(text, lexicon)).toMatchObject({kind: 'said', sector, direction, unknown: []})
  })

  it('a kind of speakers that no table has is asked back', () => {
    expect(parseQuestion('What do astrologers say about India and China?', lexicon)).toMatchObject({
      sector: null,
      unknown: [expect.stringMatching(/What is “astrologers”/)],
    })
    expect(parseQuestion('Did US officials meet Pakistani officials?', lexicon).sector).toBeNull()
  })

  it('the tables of acts and speakers name what there is, each once and in order', () => {
    const acts = lexicon.table('question-acts', ['words', 'acts', 'from']).map(({cells}) => cells)
    for (const act of acts.flatMap(row => row.acts.split(' '))) {
      const {event, mode, cameo} = partsOfAct(act)
      expect(mode === null || mode === 'plain' || modesOf(event).includes(mode), act).toBe(true)
      expect(actWords({event, mode}), act).not.toContain('undefined')
      if (cameo !== '') expect(Number(cameo.slice(0, 2)), act).toBeLessThanOrEqual(20)
    }
    const speakers = lexicon.table('question-speakers', ['words', 'sector', 'from']).map(({cells}) => cells)
    for (const rows of [acts, speakers]) {
      const words = rows.map(row => row.words)
      expect(words).toEqual([...new Set(words)].sort())
    }
  })

  it('a name is one slip away or it is not', () => {
    expect(isSlip('pakstan', 'pakistan')).toBe(true)
    expect(isSlip('paksitan', 'pakistan')).toBe(true)
    expect(isSlip('iran', 'iraq')).toBe(true)
    expect(isSlip('pakistan', 'pakistan')).toBe(false)
    expect(isSlip('kazakhstan', 'pakistan')).toBe(false)
  })

  it('counts relative time from the day it is told', () => {
    const ask = (text: string) => parseQuestion(text, lexicon, {}, '2025-03-31')
    expect(ask('What happened between India and China last year?')).toMatchObject({
      since: '2024-01-01',
      until: '2024-12-31',
    })
    expect(ask('What changed between India and China in the past month?')).toMatchObject({
      since: '2025-03-01',
      until: '2025-03-31',
    })
  })

  it('takes a correction for every part, and then asks for it no more', () => {
    const edits = {
      kind: 'said',
      pair: ['IND', 'CHN'],
      theme: null,
      direction: 'b-to-a',
      horizon: 3,
      since: '2020-01-01',
    } as const
    expect(parseQuestion('Will Wakanda like onions within 9 months?', lexicon, edits)).toMatchObject({
      ...edits,
      until: null,
      unknown: [],
    })
  })

  it('takes capitals, demonyms and codes for their state, each once', () => {
    expect(sidesIn('Pakistani officials in Islamabad and the French in Paris, FRA', lexicon)).toEqual(['PAK', 'FRA'])
    expect(sidesIn('tell us about turkey in general', lexicon)).toEqual([])
    expect(sidesIn('Osama bin Laden and Saudi Arabia', lexicon)).toEqual(['al-qaeda', 'SAU'])
  })
})
