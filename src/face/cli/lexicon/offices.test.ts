import {expect, test} from 'vitest'
import {additionsIn, keepAdditions, lexiconBeside, loadLexicon} from '../../../ingest/index.ts'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gapsOf, officeGaps, officeSizes} from './offices.ts'

const own = loadLexicon()

test('ministers, army chiefs and intelligence chiefs since 2000 are known of at least forty states', () => {
  const states = Object.fromEntries(
    officeSizes(own, '2000-01-01').map(({office, states}) => [office, states as number]),
  )
  expect(states['foreign minister']).toBeGreaterThanOrEqual(130)
  expect(states['defence minister']).toBeGreaterThanOrEqual(75)
  expect(states['interior minister']).toBeGreaterThanOrEqual(55)
  expect(states['head of the armed forces or army']).toBeGreaterThanOrEqual(60)
  expect(states['intelligence chief']).toBeGreaterThanOrEqual(45)
})

test('a gap lies between two terms, a quick handover is none, and a new term closes it', () => {
  const reach = {since: '2000-01-01', until: '2010-01-01'}
  expect(gapsOf(own, 'TUR', 'foreign minister', reach)).toEqual([])
  const whole = {since: '2000-01-01', until: '2000-08-04'}
  expect(gapsOf(own, 'ARE', 'intelligence chief', whole)).toEqual([whole])
  const folder = mkdtempSync(join(tmpdir(), 'detente-offices-'))
  const beside = lexiconBeside(join(folder, 'news.duckdb'))
  const term = {entity: 'mohammed-bin-zayed', role: 'intelligence chief', of: 'ARE', sector: 'SPY', from: 'own'}
  keepAdditions(beside, {rows: {roles: [{...term, since: '2000-01-20', until: '2000-04-01'}]}})
  const mine = loadLexicon(undefined, additionsIn(beside))
  expect(gapsOf(mine, 'ARE', 'intelligence chief', whole)).toEqual([{since: '2000-04-01', until: '2000-08-04'}])
  rmSync(folder, {recursive: true})
})

test('the gaps of one state stand in a row each', () => {
  const rows = officeGaps(own, 'PAK', '2000-01-01').filter(({office}) => office === 'foreign minister')
  expect(rows.length).toBeGreaterThan(1)
  expect(rows.map(({gap}) => gap)).toContain('2013-03-16 to 2017-08-04')
})
