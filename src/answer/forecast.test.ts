import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, describe, expect, it} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import type {Incident, IssuedForecast} from '../model/index.ts'
import {openRecord} from '../record/index.ts'
import {modelFor} from './forecast-models.ts'
import {countsIn, dated, indexAhead, lastWholeMonth, seriesOf} from './forecast-months.ts'
import {settle} from './forecast-settle.ts'
import {scoreboard} from './scoreboard.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-forecast-'))
afterAll(() => rmSync(folder, {recursive: true}))

const incident = (day: string, event: string, rest: Partial<Incident> = {}) =>
  ({
    id: `inc_${day}_${event}`,
    event,
    mode: null,
    reality: 'occurred',
    claimed: null,
    denied: null,
    origins: 1,
    days: {first: day, last: day},
    ...rest,
  }) as Incident

const month = (n: number) => `${2020 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`

const issued: IssuedForecast = {
  id: 'fc_PAK_USA_2021-06_3_relations-1',
  issued: '2021-07-02T00:00:00.000Z',
  a: 'PAK',
  b: 'USA',
  horizon: 3,
  origin: '2021-06',
  due: '2021-09',
  closer: 0.7,
  apart: 0.2,
  baseRate: 0.4,
  persistence: 0.3,
  cooperative: [0.2, 0.6, 0.9, 1],
  conflictual: [0.5, 1],
  level: 1,
  levelSd: 0.5,
  model: 'relations-1',
  rule: 'closer, if …',
}

describe('months of a pair', () => {
  it('counts what happened in the month of its last day, and nothing planned, undated or known to no better than a year', () => {
    const list = dated([
      incident('2021-05-03', 'CONSULT'),
      incident('2021-07-09', 'ASSAULT'),
      incident('2021-07-10', 'CONSULT', {reality: 'future'}),
      incident('2021-07-11', 'CONSULT', {days: {first: '2020-01-01', last: '2021-07-11'}}),
      incident('2021-07-12', 'CONSULT', {days: {first: null, last: null}}),
    ])
    const series = seriesOf('PAK|USA', list, 2021 * 12 + 7)
    expect(Array.from(series.cooperative)).toEqual([1, 0, 0, 0])
    expect(Array.from(series.conflictual)).toEqual([0, 0, 1, 0])
    expect(countsIn(list, 2021 * 12 + 4, 2021 * 12 + 5)).toEqual({cooperative: 1, conflictual: 0})
  })

  it('a month is whole on its last day, leap years too', () => {
    expect(lastWholeMonth('2024-02-29')).toBe(2024 * 12 + 1)
    expect(lastWholeMonth('2024-02-28')).toBe(2024 * 12)
    expect(lastWholeMonth('2023-02-28')).toBe(2023 * 12 + 1)
  })

  it('the index ahead stays where it is, less sure with every month', () => {
    const incidents = Array.from({length: 30}, (_, n) => incident(`${month(n)}-10`, n % 3 ? 'CONSULT' : 'ACCUSE'))
    const [near, far] = [1, 12].map(horizon => indexAhead(incidents, ['PAK', 'USA'], 2022 * 12 + 5, horizon))
    expect(far.mean).toBe(near.mean)
    expect(far.sd).toBeGreaterThan(near.sd)
    expect(near.sd).toBeGreaterThan(0)
  })
})

describe('a forecast that is due', () => {
  const incidents = [
    incident('2021-05-03', 'ASSAULT'),
    incident('2021-08-01', 'CONSULT'),
    incident('2021-09-30', 'AID'),
    incident('2021-10-01', 'ASSAULT'),
  ]

  it('is settled by the incidents of both stretches, and scored', () => {
    const outcome = settle(issued, incidents, '2021-10-05T00:00:00.000Z')
    expect(outcome).toMatchObject({closer: true, netBefore: -1, netAfter: 2, cooperative: 2, conflictual: 0})
    expect(outcome.brier).toBeCloseTo(0.09, 12)
    expect(outcome.brierBase).toBeCloseTo(0.36, 12)
    expect(outcome.log).toBeCloseTo(-Math.log(0.7), 12)
    expect(outcome.crpsCooperative).toBeCloseTo(0.2 ** 2 + 0.6 ** 2 + 0.1 ** 2, 9)
    expect(outcome.crpsConflictual).toBeCloseTo(0.25, 9)
    // One assault in the only three months before; two acts of cooperation after them.
    expect([outcome.crpsCooperativePersistence, outcome.crpsConflictualPersistence]).toEqual([2, 1])
    expect(outcome.crpsConflictualBase).toBeGreaterThan(0)
    expect(outcome.crpsLevelPersistence).toBeGreaterThan(0)
  })

  it('is written once, never changed, and stands on the scoreboard with what it does not beat', async () => {
    const path = join(folder, 'record.duckdb')
    const record = await openRecord(path)
    expect(await record.forecasts.issue([issued])).toHaveLength(1)
    expect(await record.forecasts.issue([{...issued, closer: 0.1}])).toHaveLength(0)
    expect(await record.forecasts.issued()).toEqual([issued])
    expect((await scoreboard(record, loadLexicon())).rows[0]).toMatchObject({
      horizon: 3,
      issued: 1,
      settled: 0,
      brier: null,
    })
    const outcome = settle(issued, [incident('2021-05-03', 'CONSULT')], '2021-10-05T00:00:00.000Z')
    await record.forecasts.settle([outcome])
    await record.forecasts.settle([{...outcome, brier: 0}])
    await record.close()
    const again = await openRecord(path, {readOnly: true})
    const {rows, forecasts} = await scoreboard(again, loadLexicon())
    expect(forecasts[0].outcome).toEqual(outcome)
    expect(forecasts[0].pair.map(({name}) => name)).toEqual(['Pakistan', 'United States'])
    expect(rows[0].cautions).toEqual(['does not beat persistence here', 'does not beat the base rate here'])
    await expect(again.forecasts.issue([issued])).rejects.toThrow(/reading only/)
    await again.close()
  })
})

describe('models of the package', () => {
  it('are asked for by horizon; another horizon is an error that says which there are', () => {
    expect(() => modelFor(5)).toThrow(/1, 3, 6, 12 months, found 5/)
  })
})
