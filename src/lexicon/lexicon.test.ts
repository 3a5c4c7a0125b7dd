import {cpSync, mkdtempSync, readFileSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {checkLexicon, loadLexicon, piecesOf} from './index.ts'

const lexicon = loadLexicon()

test('the tables are sound', () => expect(checkLexicon()).toEqual([]))

test('all members of the United Nations have codes', () => {
  const members = [...lexicon.states.values()].filter(({cow, gw}) => cow !== null && gw !== null)
  expect(members.length).toBeGreaterThanOrEqual(193)
  expect(lexicon.states.get('NGA')?.fips).toBe('NI')
  expect(lexicon.states.get('DEU')).toMatchObject({cow: 255, gw: 260})
})

test('an office is held from its first day up to, not including, its last', () => {
  expect(lexicon.holders('president', 'USA', '2001-01-19')).toEqual(['bill-clinton'])
  expect(lexicon.holders('president', 'USA', '2001-01-20')).toEqual(['george-w-bush'])
  expect(lexicon.holders('president', 'USA', null)[0]).toBe('donald-trump')
  expect(lexicon.holders('president', 'USA', '1700-01-01')).toEqual([])
})

test('in a month known only as the one of the change both may hold the office', () => {
  const chiefs = (day: string) => lexicon.holders('intelligence chief', 'DEU', day)
  expect(chiefs('2011-12-31')).toEqual(['ernst-uhrlau'])
  expect(chiefs('2012-01-15')).toEqual(['gerhard-schindler', 'ernst-uhrlau'])
  expect(chiefs('2012-02-01')).toEqual(['gerhard-schindler'])
})

test('nobody holds the presidency of a state together with another', () => {
  for (const state of ['USA', 'FRA', 'TUR', 'UKR', 'KOR', 'RUS', 'IRN', 'PAK', 'EGY', 'CHN', 'AFG'])
    for (let year = 1980; year < 2025; year++)
      expect(lexicon.holders('president', state, `${year}-07-01`).length, `${state} ${year}`).toBeLessThan(2)
})

test('which office leads depends on the day', () => {
  const leads = (state: string, day: string) => lexicon.governmentOf(state, day)?.leader
  expect(leads('TUR', '2014-08-27')).toBe('prime minister')
  expect(leads('TUR', '2014-08-28')).toBe('president')
  expect(leads('ARM', '2020-01-01')).toBe('prime minister')
  expect(leads('RUS', '2010-01-01')).toBeNull()
  expect(lexicon.governmentOf('POL', '1900-01-01')).toBeNull()
})

test('peoples without a state have a home where most of them live in one', () => {
  expect(lexicon.peoples.get('catalan')).toEqual({country: 'ESP', government: 'generalitat'})
  expect(lexicon.peoples.get('kurdish')).toEqual({country: null, government: null})
  expect(lexicon.peoples.has('spanish')).toBe(false)
})

test('the check tells of governments that overlap or are of no kind', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  cpSync(lexicon.folder, folder, {recursive: true})
  const path = join(folder, 'governments.tsv')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${[...lines, 'ZWE\t2020-01-01\t\tgood\tpresident\town'].join('\n')}\n`)
  expect(checkLexicon(folder)).toEqual([
    {
      file: 'governments.tsv',
      line: lines.length + 1,
      message: 'expected ZWE to be governed in one way at a time, found 2020-01-01 before an end',
    },
    {file: 'governments.tsv', line: lines.length + 1, message: 'expected a kind of government, found good'},
  ])
})

test('the party that somebody led a state for, where it is told', () => {
  expect(lexicon.partyOf('rishi-sunak')).toBe('Conservative')
  expect(lexicon.partyOf('sanae-takaichi')).toBe('Liberal Democrat (Japan)')
  expect(lexicon.partyOf('tammy-bruce')).toBeNull()
})

test('places belong to the state of their day', () => {
  expect(lexicon.soilOf('UKR', '1986-05-02')).toBe('SUN')
  expect(lexicon.soilOf('UKR', '1991-08-24')).toBe('UKR')
  expect(lexicon.soilOf('SRB', '1999-05-02')).toBe('SCG')
  expect(lexicon.soilOf('UKR', null)).toBe('UKR')
  expect(lexicon.soilOf('FRA', '1986-05-02')).toBe('FRA')
})

test('who rules changes place', () => {
  expect(lexicon.standing('taliban', '2021-08-14').sector).toBe('REB')
  expect(lexicon.standing('taliban', '2021-08-15').sector).toBe('GOV')
  expect(lexicon.standing('reuters', null)).toEqual({country: 'GBR', sector: 'MED'})
})

test('names are found whatever their marks and hyphens', () => {
  for (const name of ['Zia-ul-Haq', 'zia ul haq', 'ZIA UL-HAQ'])
    expect(lexicon.byName.lookup(name).map(({entity}) => entity)).toContain('zia-ul-haq')
  expect(lexicon.byName.lookup('Erdogan')).toEqual([])
  expect(lexicon.byName.surname('erdogan')).toEqual(['recep-tayyip-erdogan'])
  expect(lexicon.byName.lookup('')).toEqual([])
})

test('an acronym with full stops is one piece', () => {
  expect(piecesOf('the U.S.-led force').map(({key}) => key)).toEqual(['the', 'us', 'led', 'force'])
})

test('a Wikidata item is one, and of one entity', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  cpSync(lexicon.folder, folder, {recursive: true})
  const path = join(folder, 'entities.tsv')
  const rows = ['zz-one\torganisation\tOne\t\tIGO\t\t\tq1065\town', 'zz-two\torganisation\tTwo\t\tIGO\t\t\tQ1065\town']
  writeFileSync(path, `${[...readFileSync(path, 'utf8').trimEnd().split('\n'), ...rows].join('\n')}\n`)
  expect(checkLexicon(folder).map(({message}) => message.replace(/which .* has/, 'which … has'))).toEqual([
    'expected a Wikidata item such as Q1065, found q1065',
    'expected a Wikidata item of its own, found Q1065, which … has too',
  ])
})

test('the check names file and line of what is wrong', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lexicon-'))
  cpSync(lexicon.folder, folder, {recursive: true})
  const path = join(folder, 'roles.tsv')
  const lines = readFileSync(path, 'utf8').trimEnd().split('\n')
  writeFileSync(path, `${[...lines, 'zz-nobody\tpresident\tUSA\tGOV\t2001-01-20\t1999-01-20\town'].join('\n')}\n`)
  expect(checkLexicon(folder)).toEqual([
    {file: 'roles.tsv', line: lines.length + 1, message: 'expected the id of an entity in entity, found zz-nobody'},
    {
      file: 'roles.tsv',
      line: lines.length + 1,
      message: 'expected since before until, found 2001-01-20 and 1999-01-20',
    },
  ])
})
