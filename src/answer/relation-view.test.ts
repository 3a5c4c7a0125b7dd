import {expect, test} from 'vitest'
import type {Incident, RelationAnswer} from '../model/index.ts'
import {indexOf} from '../relation/index.ts'
import {incidentPage, type Paging, relationView} from './relation-view.ts'

const size = 1200
/** Three incidents a week over eight years; every fifth is planned, one has no day. */
const incidents = Array.from({length: size}, (_, n) => {
  const day = new Date(Date.UTC(2015, 0, 1) + Math.floor((n * 8 * 365) / size) * 86_400_000).toISOString().slice(0, 10)
  return {
    id: `inc_${n}`,
    event: n % 3 === 0 ? 'ASSAULT' : 'CONSULT',
    mode: null,
    contexts: [],
    actors: [{entity: 'PAK', name: 'Pakistan', country: 'PAK', sector: null}],
    recipients: [{entity: 'USA', name: 'United States', country: 'USA', sector: null}],
    reality: n % 5 === 0 ? 'future' : 'occurred',
    claimed: null,
    denied: null,
    origins: 1 + (n % 4),
    days: n === 7 ? {first: null, last: null} : {first: day, last: day},
    figures: n % 100 === 0 ? [{what: 'killed'}] : [],
    evidence: {words: 'as printed'},
  } as unknown as Incident
})
const index = indexOf(incidents, {pair: ['PAK', 'USA'], direction: 'both', theme: null, until: '2022-12'})
const answer = {incidents, index, statements: [], quotations: []} as unknown as RelationAnswer
const all = {limit: size, offset: 0, moving: false, figures: false, since: null, until: null}

test('a view of many incidents lists the newest and counts the others by month', () => {
  const {incidents: listed, ticks, months, counts} = relationView(answer, null, null)
  expect([listed.length, listed[0].id, ticks]).toEqual([200, `inc_${size - 1}`, null])
  expect(listed[0]).not.toHaveProperty('evidence')
  expect(counts).toEqual({incidents: size, moving: size - size / 5 - 1, undated: 1, figures: 12, statements: 0})
  const sum = months.reduce((n, each) => n + each.friendly + each.hostile + each.friendlyNot + each.hostileNot, 0)
  expect(sum).toBe(size - 1)
  expect(months.map(({month}) => month)).toEqual(months.map(({month}) => month).sort())
})

test('the shares that are told and the sum of the others make up the change', () => {
  const {change} = relationView(answer, '2018-01', '2020-06')
  expect(change!.contributions).toHaveLength(200)
  expect(change!.others.count).toBe(size - size / 5 - 1 - 200)
  const told = change!.contributions.reduce((sum, {share}) => sum + share, 0)
  expect(told + change!.others.share).toBeCloseTo(change!.by, 9)
  expect(new Set(change!.incidents.map(({id}) => id))).toEqual(new Set(change!.contributions.map(c => c.incident)))
})

test('a page of incidents is a part of those that were asked for', () => {
  const ids = (asked: Partial<Paging>) => incidentPage(answer, {...all, ...asked})
  expect(ids({moving: true}).total).toBe(size - size / 5 - 1)
  expect(ids({figures: true}).incidents.every(({figures}) => figures.length > 0)).toBe(true)
  const inside = ids({since: '2019-03-01', until: '2019-03-31'})
  expect(inside.total).toBe(incidents.filter(({days}) => days.first?.startsWith('2019-03')).length)
  const parts = [0, 400, 800].flatMap(offset => ids({limit: 400, offset}).incidents.map(({id}) => id))
  expect(parts).toEqual(ids({}).incidents.map(({id}) => id))
  expect(new Set(parts).size).toBe(size)
})
