import {expect, test} from 'vitest'
import {type Additions, checkLexicon, joinAdditions, loadLexicon} from './index.ts'

const added = (tables: Record<string, string>): Additions => ({tables, instead: [], from: '/mine'})
const roles = (...rows: string[]) => ['entity\trole\tof\tsector\tsince\tuntil\tfrom', ...rows, ''].join('\n')
const names = (...rows: string[]) => ['entity\tname\tkind\tsince\tuntil\tfrom', ...rows, ''].join('\n')
const people = (...rows: string[]) =>
  ['id\tname\tsurname\tsex\tcountry\tsector\twikidata\tfrom', ...rows, ''].join('\n')
const jane = people('jane-wanjiru\tJane Wanjiru\tWanjiru\tf\tKEN\tGOV\t\tme')
const own = loadLexicon()

test('an added term of office takes its days from the built-in ones and leaves the rest', () => {
  const mine = loadLexicon(
    undefined,
    added({people: jane, roles: roles('jane-wanjiru\tpresident\tFRA\tGOV\t2018-01-01\t2018-02-01\tme')}),
  )
  expect(mine.holders('president', 'FRA', '2018-01-15')).toEqual(['jane-wanjiru'])
  expect(mine.holders('president', 'FRA', '2017-12-31')).toEqual(['emmanuel-macron'])
  expect(mine.holders('president', 'FRA', '2018-02-01')).toEqual(['emmanuel-macron'])
  expect(own.holders('president', 'FRA', '2018-01-15')).toEqual(['emmanuel-macron'])
})

test('an added name means whom it is given to and nobody else', () => {
  const mine = loadLexicon(undefined, added({names: names('fatah\tHamas\talias\t\t\tme')}))
  expect(mine.byName.lookup('hamas').map(({entity}) => entity)).toEqual(['fatah'])
  expect(mine.byName.lookup('Hezbollah').map(({entity}) => entity)).toContain('hezbollah')
})

test('an added row replaces the built-in one about the same', () => {
  const header = 'id\tkind\tname\tcountry\tsector\tsince\tuntil\twikidata\tfrom\n'
  const mine = loadLexicon(undefined, added({entities: `${header}hamas\tparty\tHamas\tPSE\tGOV\t\t\t\tme\n`}))
  expect(mine.entities.get('hamas')).toMatchObject({kind: 'party', sector: 'GOV'})
  expect(mine.entities.size).toBe(own.entities.size)
})

test('the version tells tables with additions from those without, and is the same for the same', () => {
  const version = (rows: Additions) => loadLexicon(undefined, rows).version
  expect(version(added({people: jane}))).not.toBe(own.version)
  expect(version(added({people: jane}))).toBe(version(added({people: jane})))
  expect(version({...added({people: jane}), instead: ['people']})).not.toBe(version(added({people: jane})))
})

test('faults of additions are named; what they refer to may be built in', () => {
  const rows = roles('jane-wanjiru\tpresident\tFRA\tGOV\t\t\tme', 'nobody\tpresident\tFRA\tGOV\t\t\tme')
  expect(checkLexicon(undefined, added({people: jane, roles: rows}))).toEqual([
    {file: 'roles.tsv', line: 3, message: 'expected the id of an entity in entity, found nobody'},
  ])
  expect(() => loadLexicon(undefined, added({roles: 'who\twhat\n'}))).toThrow('/mine/roles.tsv:1: expected the columns')
})

test('two additions are one', () => {
  const both = joinAdditions(added({people: jane}), added({people: people('a\tA B\tB\t\t\t\t\tme'), names: names()}))
  expect(both.tables.people.split('\n').length).toBe(4)
  expect(Object.keys(both.tables)).toEqual(['people', 'names'])
})
