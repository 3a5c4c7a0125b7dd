import fc from 'fast-check'
import {describe, expect, test} from 'vitest'
import {findDays} from '../days/find.ts'
import {findMentions} from './find.ts'
import {read, workOf} from './trial.ts'

describe('spans', () => {
  test('a person is mentioned with title and owner, the role alone beside it', () => {
    const {mentions, doc} = read('Pakistani Prime Minister Shahbaz Sharif spoke.', '2024-05-10')
    const [{span, role}] = mentions
    expect(doc.text.slice(span.start, span.end)).toBe('Pakistani Prime Minister Shahbaz Sharif')
    expect(doc.text.slice(role!.start, role!.end)).toBe('Pakistani Prime Minister')
  })

  test('the innermost mention covers a token', () => {
    const {mentionAt, mentions} = read('The government of Pakistan met Indian officials.', '2024-05-10')
    expect(mentions.length).toBe(2)
    expect(mentionAt[0].map(mention => mention?.entities[0] ?? null)).toEqual([
      null,
      'PAK',
      'PAK',
      'PAK',
      null,
      '~unnamed-indian-officials',
      '~unnamed-indian-officials',
      null,
    ])
  })

  test('whoever gets a name later stays known wherever nobody was named', () => {
    const text =
      'The admiral warned China. Admiral Harry Harris spoke on Monday. Then he left. A week went by. It rained. Nobody came. An admiral was seen in Tokyo.'
    const {mentions, entities} = read(text, '2016-05-10')
    for (const id of mentions.flatMap(mention => mention.entities)) expect(entities.get(id)?.id).toBe(id)
    expect(entities.has('~unnamed-admiral')).toBe(true)
  })

  test('words that objects of JavaScript have are no pronouns', () => {
    const {mentions} = read('Iran fired the constructor, and valueof was kept.', '2016-05-10')
    expect(mentions.map(({reason}) => reason)).not.toContain('pronoun')
  })

  test('nothing that any text may hold breaks it', () => {
    const words = fc.constantFrom(
      'Iran',
      'President',
      'Bush',
      '(',
      ')',
      'the',
      'two countries',
      ',',
      '"',
      '’s',
      'US',
      'its',
      '-',
      'officials',
      'of',
      '.',
      '🇵🇰',
      'in',
      'said',
      '\n\n',
      'his government',
      'Xi',
    )
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({unit: 'grapheme', maxLength: 60}),
          fc.array(words, {maxLength: 25}).map(list => list.join(' ')),
        ),
        text => {
          const {mentions, entities, mentionAt} = read(text, '2024-05-10')
          for (const {span, entities: ids, sentence, head} of mentions) {
            expect(span.start).toBeLessThan(span.end)
            expect(span.end).toBeLessThanOrEqual(text.length)
            expect(ids.length).toBeGreaterThan(0)
            for (const id of ids) expect(entities.has(id)).toBe(true)
            expect(mentionAt[sentence][head]).toBeTruthy()
          }
        },
      ),
      {numRuns: 200, seed: 7},
    )
  })

  test('a state that only its president stands for is among the entities', () => {
    const {mentions, entities} = read('The Obama administration refused.', '2012-05-10')
    expect(mentions.map(({entities: ids}) => ids)).toEqual([['USA']])
    expect([...entities.keys()]).toEqual(['USA'])
  })

  test('reading twice gives the same', () => {
    const text = 'Iran and Iraq met. They said the two countries would talk. General Zia thanked the US president.'
    expect(JSON.stringify(read(text, '1985-01-01').mentions)).toBe(JSON.stringify(read(text, '1985-01-01').mentions))
  })
})

describe('standing', () => {
  const sectorOf = (text: string, day: string) => read(text, day).entities.get('taliban')
  test('the Taliban are the government of Afghanistan when they rule', () => {
    expect(sectorOf('The Taliban closed schools.', '1999-05-01')?.sector).toBe('GOV')
    expect(sectorOf('The Taliban attacked a convoy.', '2010-05-01')?.sector).toBe('REB')
    expect(sectorOf('The Taliban closed schools.', '2023-05-01')).toMatchObject({sector: 'GOV', country: 'AFG'})
  })

  test('experts are scholars, soldiers soldiers', () => {
    const {entities} = read('Experts met Turkish soldiers and Iranian lawmakers.', '2024-05-10')
    expect([...entities.values()].map(({sector}) => sector).sort()).toEqual(['EDU', 'LEG', 'MIL'])
  })

  test('who is described after the name is known by the description', () => {
    const {entities} = read('Omar Deen, a historian at the Coastal Institute, disagreed.', '2024-05-10')
    expect(entities.get('~omar-deen')).toMatchObject({kind: 'person', sector: 'EDU', country: null})
    expect(entities.get('~coastal-institute')).toMatchObject({kind: 'institute', sector: 'EDU'})
  })
})

describe('flags', () => {
  const flagsOf = (text: string, day: string | null) =>
    read(text, day).flags.map(({kind, entity}) => `${kind} ${entity}`)
  test('an office that was not held on the day said beside it', () => {
    expect(flagsOf('In 1995, President George W. Bush met farmers.', '2010-01-01')).toEqual([
      'role-conflict george-w-bush',
    ])
    expect(flagsOf('In 2003, President George W. Bush met farmers.', '2010-01-01')).toEqual([])
    expect(flagsOf('In 1995, former President Jimmy Carter met farmers.', '2010-01-01')).toEqual([])
    expect(flagsOf('President George W. Bush was born in 1946.', '2010-01-01')).toEqual([])
  })

  test('an office that was not held on the day of the same clause', () => {
    expect(flagsOf('Prime Minister Tony Blair resigned in March 2009.', '2010-01-01')).toEqual([
      'role-conflict tony-blair',
    ])
    expect(flagsOf('Prime Minister Tony Blair resigned in March 2007.', '2010-01-01')).toEqual([])
    expect(flagsOf('Prime Minister Tony Blair was elected in 1996.', '2010-01-01')).toEqual([])
    expect(flagsOf('After the loss to President Barack Obama in 2008, she left.', '2010-01-01')).toEqual([])
  })

  test('an office of another state', () => {
    expect(flagsOf('Turkish President Vladimir Putin warned Greece.', '2020-01-01')).toEqual([
      'role-conflict vladimir-putin',
    ])
    expect(flagsOf('Russian President Vladimir Putin warned Greece.', '2020-01-01')).toEqual([])
    expect(flagsOf('Russian leader Mikhail Gorbachev spoke.', '1989-01-01')).toEqual([])
  })

  test('an office of another state, told after the name or in apposition', () => {
    expect(flagsOf('President Mahmoud Abbas of Israel left.', '2010-01-01')).toEqual(['role-conflict mahmoud-abbas'])
    expect(flagsOf('President Mahmoud Abbas of Palestine left.', '2010-01-01')).toEqual([])
    expect(flagsOf('The Afghan president, Pervez Musharraf, spoke.', '2007-01-01')).toEqual([
      'role-conflict pervez-musharraf',
    ])
    expect(flagsOf('The Pakistani president, Pervez Musharraf, spoke.', '2007-01-01')).toEqual([])
    expect(flagsOf('The former Afghan president, Hamid Karzai, spoke.', '2018-01-01')).toEqual([])
    expect(flagsOf('Like Vladimir Putin, the British prime minister is not named.', '2017-11-30')).toEqual([])
    expect(flagsOf('The union supported President Obama in 2008.', '2016-01-30')).toEqual([])
    expect(flagsOf('She attacked President Obama in 2008 for being tough.', '2016-04-11')).toEqual([])
    expect(flagsOf('Congolese President Denis Sassou Nguesso left.', '2016-04-04')).toEqual([])
  })

  test('an office of another organisation', () => {
    expect(flagsOf('NATO Secretary-General Ban Ki-moon spoke.', '2010-01-01')).toEqual(['role-conflict ban-ki-moon'])
    expect(flagsOf('UN Secretary-General Ban Ki-moon spoke.', '2010-01-01')).toEqual([])
  })

  test('a surname one letter off', () => {
    expect(flagsOf('French President Emmanuel Macaron left.', '2024-05-10')).toEqual(['near-miss-name emmanuel-macron'])
    expect(flagsOf('French President Emmanuel Macron left.', '2024-05-10')).toEqual([])
    expect(flagsOf('French President Emmanuel Macaron left.', '2004-05-10')).toEqual([])
    expect(flagsOf('The baker Emmanuel Macaron left.', '2024-05-10')).toEqual([])
  })

  test('a first name or surname a slip away, without a state; spellings from other scripts are no slips', () => {
    expect(flagsOf('President Nikolas Sarkozy left.', '2010-06-01')).toEqual(['near-miss-name nicolas-sarkozy'])
    expect(flagsOf('Chancellor Angela Merkle left.', '2010-06-01')).toEqual(['near-miss-name angela-merkel'])
    expect(flagsOf('Chancellor Angela Merkle left.', '2000-06-01')).toEqual([])
    expect(flagsOf('Mayor Nikolas Sarkozy left.', '2010-06-01')).toEqual([])
    expect(flagsOf('Foreign Minister Manouchehr Mottakki left.', '2010-06-01')).toEqual([])
  })

  test('the name beside an office by a comma, or of an office that one body alone has', () => {
    const day = '2025-03-06'
    expect(flagsOf('State Department spokeswoman Tim Bruce spoke.', day)).toEqual(['near-miss-name tammy-bruce'])
    expect(flagsOf('State Department spokeswoman Tammy Bruce spoke.', day)).toEqual([])
    expect(flagsOf('Tim Bruce, the State Department spokesperson, spoke.', day)).toEqual(['near-miss-name tammy-bruce'])
    expect(flagsOf('Tammy Bruce, the State Department spokesperson, spoke.', day)).toEqual([])
    expect(flagsOf('Tim Bruce, the State Department spokesperson, spoke.', '2012-03-06')).toEqual([])
    expect(flagsOf('Pete Hogseth, the US defense secretary, spoke.', day)).toEqual(['near-miss-name pete-hegseth'])
    expect(flagsOf('Pete Hogseth, the Norwegian defence minister, spoke.', day)).toEqual([])
    expect(flagsOf('The French president, Emmanuel Macaron, spoke.', day)).toEqual(['near-miss-name emmanuel-macron'])
    expect(flagsOf('The French president, Emmanuel Macron, spoke.', day)).toEqual([])
  })

  test('a title told for another day goes with the day or with the name', () => {
    expect(flagsOf('In 2000, President George W. Bush met Vajpayee.', '2004-01-01')).toEqual([
      'role-conflict george-w-bush',
    ])
    expect(flagsOf('In 2000, President Bill Clinton met Vajpayee.', '2004-01-01')).toEqual([])
    expect(flagsOf('In 2001, President George W. Bush met Vajpayee.', '2004-01-01')).toEqual([])
    expect(flagsOf("Pakistan's SI denied it.", '2025-03-06')).toEqual(['near-miss-acronym isi'])
    expect(flagsOf("Pakistan's ISI denied it.", '2025-03-06')).toEqual([])
  })

  test('a first name that the office-holder does not have', () => {
    expect(flagsOf('US Secretary of State Martin Rubio left.', '2025-03-01')).toEqual(['near-miss-name marco-rubio'])
    expect(flagsOf('US Secretary of State Marco Rubio left.', '2025-03-01')).toEqual([])
    expect(flagsOf('The baker Martin Rubio left.', '2025-03-01')).toEqual([])
  })

  test('an acronym one letter from a service of the country that owns it', () => {
    expect(flagsOf("Israel's IDG denied the report.", '2025-03-01')).toEqual(['near-miss-acronym idf'])
    expect(flagsOf("Israel's IDF denied the report.", '2025-03-01')).toEqual([])
    expect(flagsOf("Peru's IDG denied the report.", '2025-03-01')).toEqual([])
  })
})

describe('linear in the length of the Doc', () => {
  const time = (text: string) => {
    const work = workOf(text, '2010-01-01')
    findDays(work)
    const start = process.cpuUsage()
    findMentions(work)
    const {user, system} = process.cpuUsage(start)
    return (user + system) / 1000
  }
  const said = (n: number) => {
    const letters = String.fromCharCode(97 + (n % 26), 97 + (Math.floor(n / 26) % 26), 97 + (Math.floor(n / 676) % 26))
    return `Mr. Bor${letters} Tal${letters}, an envoy of Iran, met Iraqi officials in Doha, and the two countries agreed, he said. `
  }
  const text = (sentences: number) => Array.from({length: sentences}, (_, n) => said(n)).join('')

  test('20,000 words with a thousand people: ten times the text, nowhere near a hundred times the time', () => {
    time(text(50))
    const [short, long] = [text(110), text(1100)]
    expect(long.split(' ').length).toBeGreaterThan(20_000)
    const least = (text: string) => Math.min(time(text), time(text), time(text))
    expect(least(long)).toBeLessThan(least(short) * 40 + 100)
  })
})
