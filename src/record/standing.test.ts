import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {type OpenRecord, openRecord} from './index.ts'
import {type SampleDoc, sampleReading} from './sample.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-standing-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

interface Told {
  readonly published: string
  readonly outlet: string
  readonly text: string
  readonly cue: string
  /** First and last day with the words that tell them; without, the text names no day. */
  readonly day?: readonly [first: string, last: string, words: string]
  readonly place?: string
}

/** An article that tells of one attack by Pakistan on the United States, in its one sentence. */
const attack = ({published, outlet, text, cue, day, place}: Told): SampleDoc => ({
  outlet,
  published,
  text,
  events: [
    {
      event: 'ASSAULT',
      clause: text.slice(0, -1),
      cue,
      actor: 'PAK',
      recipient: 'USA',
      ...(day && {day, precision: day[0] === day[1] ? 'day' : 'month'}),
      ...(place && {place}),
    },
  ],
})

/** Three articles: two on one attack in other words, and a later one that tells no day. */
const third = ['2021-02-03', '2021-02-03', '3 February'] as const
const first = attack({
  published: '2021-02-04',
  outlet: 'Ledger',
  text: 'Pakistan shelled the American post at the northern bridge on 3 February.',
  cue: 'shelled',
  day: third,
  place: 'Torkham',
})
const second = attack({
  published: '2021-02-05',
  outlet: 'Courier',
  text: 'Pakistan raided the American post at the northern bridge on 3 February.',
  cue: 'raided',
  day: third,
  place: 'Torkham',
})
const later = attack({
  published: '2021-02-09',
  outlet: 'Herald',
  text: 'Pakistan accused nobody of the fire.',
  cue: 'accused',
})

async function recordOf(name: string, docs: readonly (readonly [SampleDoc, string | null])[]): Promise<OpenRecord> {
  const record = await openRecord(join(folder, name))
  for (const [doc, came] of docs) {
    const {bytes, reading} = sampleReading(doc)
    await record.keep(bytes, reading, {came})
  }
  return record
}

/** All that is asked of a record as it stood. */
const everything = async (record: OpenRecord, known: {asOf?: string; readBy?: string} = {}) =>
  JSON.stringify([
    await record.incidents(known),
    await record.events(known),
    await record.statements(known),
    await record.entities(known),
    await record.coverage(known),
    await record.looks(known),
    await record.ties(known),
    await record.places(known),
    await record.told(known),
    await record.docs(undefined, known),
    await record.pairs(undefined, known),
    await record.printedNames('PAK', known),
    await record.flags(null, known),
  ])

test('as it stood: a record is what one with only those Docs is, by publication and by when they were read', async () => {
  const came = ['2024-01-01T00:00:00Z', '2024-01-03T00:00:00Z', '2024-01-05T00:00:00Z']
  const whole = await recordOf('who"le.duckdb', [
    [later, came[0]],
    [second, came[1]],
    [first, came[2]],
  ])
  const [one, two] = [
    await recordOf('one.duckdb', [[first, null]]),
    await recordOf('two.duckdb', [
      [second, null],
      [first, null],
    ]),
  ]
  const read = await recordOf('read.duckdb', [
    [later, null],
    [second, null],
  ])
  expect(await everything(whole, {asOf: '2021-02-04'})).toBe(await everything(one))
  expect(await everything(whole, {asOf: '2021-02-05'})).toBe(await everything(two))
  expect(await everything(whole, {readBy: '2024-01-03'})).toBe(await everything(read))
  expect(await everything(whole, {asOf: '2001-01-01'})).not.toContain('doc_')
  // Both days narrow, and today is as it was.
  expect((await whole.coverage({asOf: '2021-02-05', readBy: '2024-01-04'})).docs).toBe(1)
  expect((await whole.coverage()).docs).toBe(3)
  for (const record of [whole, one, two, read]) await record.close()
})

test('a telling that came later joins nothing that was apart by then', async () => {
  const month = ['2021-02-01', '2021-02-28', 'February'] as const
  const star = attack({
    published: '2021-02-28',
    outlet: 'Star',
    text: 'Pakistan shelled and raided a post of the Americans on 3 February.',
    cue: 'shelled and raided',
    day: third,
  })
  const ledger = attack({
    published: '2021-02-08',
    outlet: 'Ledger',
    text: 'Pakistan shelled a northern post in February.',
    cue: 'shelled',
    day: month,
  })
  const courier = attack({
    published: '2021-02-09',
    outlet: 'Courier',
    text: 'Pakistan raided a bridge with its post in February.',
    cue: 'raided',
    day: month,
  })
  const record = await recordOf(
    'bridge.duckdb',
    [star, ledger, courier].map(doc => [doc, null]),
  )
  expect(await record.incidents()).toHaveLength(1)
  const then = await record.incidents({asOf: '2021-02-09'})
  expect(then.map(({tellings}) => tellings.length)).toEqual([1, 1])
  // Evidence is found by the ids of that day, one of which today's record does not have.
  for (const {id} of then) expect((await record.evidence(id, {asOf: '2021-02-09'})).incident?.id).toBe(id)
  await record.close()
})

test('what is kept or corrected holds for past days at once, and many days may be asked for at a time', async () => {
  const record = await recordOf('many.duckdb', [[first, null]])
  const days = Array.from({length: 12}, (_, n) => `2021-02-${String(n + 3).padStart(2, '0')}`)
  const counts = async () => Promise.all(days.map(async asOf => (await record.incidents({asOf})).length))
  expect(await counts()).toEqual([0, ...Array(11).fill(1)])
  const {bytes, reading} = sampleReading({...first, outlet: 'Early', published: '2021-02-03'})
  await record.keep(bytes, reading)
  expect(await counts()).toEqual(Array(12).fill(1))
  const [{id}] = await record.events({asOf: '2021-02-03'})
  await record.correct({by: 'Ada', at: '2025-01-01T00:00:00Z', why: '', change: {kind: 'reject', record: id}})
  expect((await counts())[0]).toBe(0)
  await record.close()
})

test('a record opened for reading only stands as it stood too', async () => {
  const path = join(folder, 'one.duckdb')
  const record = await openRecord(path, {readOnly: true})
  expect(await record.incidents({asOf: '2021-02-04'})).toHaveLength(1)
  expect(await record.incidents({asOf: '2021-02-03'})).toHaveLength(0)
  await record.close()
  await (await openRecord(path)).close()
})
