import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type Engine, loadEngine} from '../ingest/index.ts'
import {type OpenRecord, openRecord} from '../record/index.ts'
import {correctionsOf} from './correct.ts'
import {readCorrection} from './correct-read.ts'
import type {Given} from './given.ts'
import {relation} from './relation.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-correct-'))
let engine: Engine
let record: OpenRecord
beforeAll(async () => {
  engine = loadEngine()
  record = await openRecord(join(folder, 'record.duckdb'))
  const texts = [
    ['2019-05-04', 'Chile thanked Norway on 3 May 2019.'],
    [
      '2019-06-04',
      'Norway accused Chile of espionage on 3 June 2019. Norway expelled two Chilean diplomats on 3 June 2019.',
    ],
  ]
  for (const [published, text] of texts) await keep(published, text)
})
afterAll(async () => {
  await record.close()
  rmSync(folder, {recursive: true, force: true})
})

async function keep(published: string, text: string): Promise<void> {
  const {createHash} = await import('node:crypto')
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const doc = engine.docOf(text, {published, id: `doc_${sha256.slice(0, 16)}`})
  await record.keep(bytes, engine.read({...doc, snapshot: {...doc.snapshot, sha256}}))
}

const made = {by: 'Ada', at: '2025-03-06T10:00:00Z', why: ''}
const read = (given: Given) => readCorrection(record, engine.lexicon, {...made, ...given})
const idOf = async (event: string) => (await record.events()).find(each => each.event === event)!.id

test('a preview tells what the index will be, and writes nothing', async () => {
  const corrections = correctionsOf(record, engine.lexicon)
  const levels = async () =>
    (await relation(record, engine.lexicon, ['CHL', 'NOR'])).index.points.map(({level}) => level)
  const before = await levels()
  const correction = await read({kind: 'reality', record: await idOf('SANCTION'), reality: 'hypothetical'})
  const preview = await corrections.preview(correction)
  expect(await corrections.list()).toEqual([])
  expect(await levels()).toEqual(before)
  expect(preview.words).toBe('reality occurred → hypothetical, possible')
  const [effect] = preview.effects
  expect(effect.pair).toEqual(['CHL', 'NOR'])
  expect(effect.words).toMatch(/^CHL–NOR \w{3} 2019 [−+]\d\.\d → [−+]\d\.\d$/)
  const {id} = await corrections.apply(correction)
  const points = (await relation(record, engine.lexicon, ['CHL', 'NOR'])).index.points
  expect(points.find(({month}) => month === effect.month)?.level).toBeCloseTo(effect.to!, 12)
  const back = await corrections.preview({...made, id})
  expect([back.effects[0].from, back.effects[0].to]).toEqual([effect.to, effect.from])
  await corrections.undo({...made, id})
  expect(await levels()).toEqual(before)
})

test('names, codes and months are read; what cannot be is named', async () => {
  const event = await idOf('ACCUSE')
  expect((await read({kind: 'actor', record: event, entities: ['Chile']})).change).toMatchObject({
    entities: [{id: 'CHL'}],
  })
  expect((await read({kind: 'day', record: event, first: '2019-06-01', last: '2019-06-30'})).change).toMatchObject({
    days: {precision: 'month'},
  })
  for (const [given, message] of [
    [{kind: 'hug', record: event}, /^kind: expected one of confirm/],
    [{kind: 'type', record: event, event: 'HUG'}, /^event: expected one of AGREE/],
    [{kind: 'type', record: event, event: 'ASSAULT', mode: 'hug'}, /^mode: expected one of/],
    [{kind: 'day', record: event, first: '2019-02-30'}, /^first: expected a day/],
    [{kind: 'day', record: event, first: '2019-02-03', last: '2019-02-01'}, /^last: expected a day from/],
    [{kind: 'actor', record: event, entities: ['Atlantis']}, /Atlantis/],
    [{kind: 'merge', incidents: 'all'}, /^incidents: expected a list/],
    [{kind: 'chrome', doc: 'doc_1', start: 'x', end: 2}, /^start: expected a whole number/],
    [{kind: 'reject', record: event, at: 'yesterday'}, /^at: expected a moment/],
    [{kind: 'reject', record: event, by: ''}, /^by: expected/],
  ] as const)
    await expect(read(given)).rejects.toThrow(message)
})
