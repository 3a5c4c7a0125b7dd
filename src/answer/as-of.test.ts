import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, expect, test} from 'vitest'
import {loadEngine} from '../ingest/index.ts'
import {openRecord} from '../record/index.ts'
import {answersOf} from './open.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-as-of-'))
afterAll(() => rmSync(folder, {recursive: true, force: true}))

const engine = loadEngine()
const articles = [
  ['2019-05-06', 'India and Pakistan signed an accord on 4 May 2019. “We want peace,” said Shah Mahmood Qureshi.'],
  [
    '2019-05-20',
    'Pakistan attacked India on 18 May 2019. India said Pakistan would pay. In 2000, President Bush agreed.',
  ],
  ['2019-08-01', 'India and Pakistan held talks on 30 July 2019. Pakistan is a friend, India said.'],
] as const

async function recordOf(name: string, days: number) {
  const record = await openRecord(join(folder, name))
  for (const [published, text] of articles.slice(0, days)) {
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const doc = engine.docOf(text, {published, id: `doc_${sha256.slice(0, 16)}`})
    await record.keep(bytes, engine.read({...doc, snapshot: {...doc.snapshot, sha256}}))
  }
  return {record, answers: answersOf(record, engine.lexicon)}
}

test('every answer as of a past day is what a record that ends there says', async () => {
  const [whole, part] = [await recordOf('whole.duckdb', 3), await recordOf('part.duckdb', 2)]
  const day = '2019-06-01'
  expect(await whole.answers.home(day)).toEqual(await part.answers.home())
  expect(await whole.answers.home()).not.toEqual(await part.answers.home())
  const [then, alone, now] = [
    await whole.answers.entity('PAK', day),
    await part.answers.entity('PAK'),
    await whole.answers.entity('PAK'),
  ]
  for (const part of ['names', 'partners', 'statements', 'about', 'flags'] as const)
    expect([part, then[part]]).toEqual([part, alone[part]])
  expect(then.about.length).toBeGreaterThan(0)
  expect(now.about.length).toBeGreaterThan(then.about.length)
  expect(await whole.answers.inbox(day)).toEqual(await part.answers.inbox())
  expect((await whole.answers.runs(day)).sources).toEqual((await part.answers.runs()).sources)
  const docs = (await whole.answers.home()).docs.map(({id}) => id)
  expect(await whole.answers.article(docs[1], day)).toEqual(await part.answers.article(docs[1]))
  await expect(whole.answers.article(docs[0], day)).rejects.toMatchObject({
    code: 'record/not-found',
    message: expect.stringContaining('was not known yet on 1 June 2019'),
  })
  // Whoever has no such article is not told that it came later.
  await expect(whole.answers.article('doc_0', day)).rejects.toMatchObject({
    message: expect.not.stringContaining('known yet'),
  })
  for (const {record} of [whole, part]) await record.close()
})

test('offices of a past day: those begun by then, not yet ended where they end later', async () => {
  const {record, answers} = await recordOf('offices.duckdb', 1)
  const {roles} = await answers.entity('USA', '2005-06-01')
  expect(roles.some(({name, role, until}) => name.includes('Bush') && role === 'president' && until === null)).toBe(
    true,
  )
  expect(roles.filter(({since}) => since !== null && since > '2005-06-01')).toEqual([])
  await record.close()
})
