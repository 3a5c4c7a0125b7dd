import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {type OpenRecord, openRecord} from './index.ts'
import {type SampleDoc, sampleReading} from './sample.ts'

let record: OpenRecord
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'detente-prints-'))
  record = await openRecord(join(folder, 'record.duckdb'))
})
afterAll(async () => {
  await record.close()
  rmSync(folder, {recursive: true, force: true})
})

async function keep(sample: SampleDoc, own: {url?: string; language?: string} = {}): Promise<string> {
  const {bytes, reading} = sampleReading(sample)
  await record.keep(bytes, {...reading, doc: {...reading.doc, ...own}})
  return reading.doc.id
}

test('other snapshots of an address, and what an outlet printed in another language, with whether words stand there', async () => {
  const url = 'https://example.org/quarrel'
  const first = {text: 'Chile and Peru quarrelled.', outlet: 'Ledger', published: '2024-03-01'}
  const kept = await keep(first, {url})
  const edited = await keep({...first, text: 'Chile and Peru agreed.'}, {url})
  const spanish = await keep(
    {text: 'Chile y Perú discutieron.', outlet: 'Ledger', published: '2024-03-03'},
    {language: 'es'},
  )
  await keep({text: 'Chile y Perú, otra vez.', outlet: 'Ledger', published: '2024-05-03'}, {language: 'es'})
  await keep({text: 'Chile y Perú, otro diario.', outlet: 'Diario', published: '2024-03-03'}, {language: 'es'})
  const found = await record.otherPrints(kept, 'quarrelled')
  expect(found.map(({doc, why, holds}) => [doc.id, why, holds])).toEqual([
    [edited, 'same-address', false],
    [spanish, 'other-language', false],
  ])
  expect((await record.otherPrints(edited, 'Peru')).map(({doc, holds}) => [doc.id, holds])).toEqual([
    [kept, true],
    [spanish, false],
  ])
})
