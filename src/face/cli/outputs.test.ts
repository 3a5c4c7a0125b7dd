import {copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import fc from 'fast-check'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {readCases} from '../../../cases/lines.ts'
import {type Answers, answersOf} from '../../answer/index.ts'
import {printable} from '../../answer/printable.ts'
import {answerHtml, answerMarkdown, makeApp} from '../http/index.ts'
import {ingest} from '../../ingest/index.ts'
import {loadLexicon} from '../../lexicon/index.ts'
import type {QuestionAnswer} from '../../model/index.ts'
import {type OpenRecord, openRecord} from '../../record/index.ts'

import {answerText} from './answer-text.ts'
import {makePaint} from './paint.ts'

// Promise 5: whatever an output puts in quotation marks is a slice of a kept article, over the examples and over texts made to break it.

const root = join(import.meta.dirname, '../../..')
const folder = mkdtempSync(join(tmpdir(), 'detente-outputs-'))
let record: OpenRecord
let answers: Answers
let app: ReturnType<typeof makeApp>
const bodies = new Map<string, string>()
let printed = ''

const questions = [
  'Will the fight against terrorism bring the US and Pakistan together again?',
  'Will “Iran” and Israel <b>go to war</b>?',
  'What happened between India and Pakistan?',
]
const flat = (text: string) => printable(text).replace(/\s+/g, ' ').trim()

/** Articles of cases and of marks, signs and pairs of states, the same in every run. */
function hostile(): string[] {
  const cases = readCases(join(root, 'cases/statements')).map(({text}) => text.replaceAll('¶', '\n\n'))
  const marks = [
    '“',
    '”',
    '"',
    '«',
    '»',
    '„',
    '‘',
    '’',
    '``',
    "''",
    '<b>',
    '&amp;',
    '[x](y)',
    '…',
    '🇫🇷',
    '\u202e',
    '\u0007',
    '*',
    '| a |',
  ]
  const pairs = [
    'Pakistan thanked the United States',
    'Iran accused Israel of murder',
    'India and Pakistan met',
    'The US said Pakistan',
  ]
  const bits = fc.oneof(fc.constantFrom(...cases), fc.constantFrom(...pairs), fc.constantFrom(...marks))
  const text = fc.array(bits, {minLength: 6, maxLength: 24}).map(list => list.join(' '))
  return fc.sample(text, {numRuns: 24, seed: 1979})
}

beforeAll(async () => {
  const sources = join(folder, 'sources')
  mkdirSync(sources)
  const examples = readdirSync(join(root, 'examples')).filter(name => /^(?:19|20).*\.(?:html|txt)$/.test(name))
  for (const name of examples.filter((_, n) => n % 4 === 0))
    copyFileSync(join(root, 'examples', name), join(sources, name))
  hostile().forEach((text, n) => {
    writeFileSync(join(sources, `hostile-${n}.txt`), `Hostile text number ${n}\n\n${text}\n`)
  })
  record = await openRecord(join(folder, 'outputs.duckdb'))
  await ingest(record, [sources])
  answers = answersOf(record, loadLexicon())
  mkdirSync(join(folder, 'site', 'assets'), {recursive: true})
  writeFileSync(join(folder, 'site', 'index.html'), '<!doctype html>')
  app = makeApp({answers, webRoot: join(folder, 'site'), onFault: fault => expect(fault).toBe(null)})
  for (const {id} of await record.docs()) {
    const {text, title} = await record.doc(id)
    bodies.set(id, text)
    printed += ` ${flat(text)} ${flat(title ?? '')} `
  }
  printed += questions.map(flat).join(' ')
})

afterAll(async () => {
  await record.close()
  rmSync(folder, {recursive: true})
})

/** Holds every record in a JSON answer against its article, and whatever its own sentences put in marks. */
function holds(value: unknown, path: string, seen: {words: number; marks: number}): void {
  if (typeof value === 'string') {
    for (const [, words] of value.matchAll(/“([^“”]+)”/g)) {
      seen.marks++
      expect(printed.includes(flat(words)), `${path}: “${words}”`).toBe(true)
    }
    return
  }
  if (value === null || typeof value !== 'object') return
  const evidence = value as {
    doc?: {id?: string}
    span?: {start: number; end: number}
    words?: string
    before?: string
    after?: string
  }
  const body = bodies.get(evidence.doc?.id ?? '')
  if (body !== undefined && evidence.span && typeof evidence.words === 'string') {
    const {start, end} = evidence.span
    expect(body.slice(start, end), path).toBe(evidence.words)
    expect(body.slice(0, start).endsWith(evidence.before ?? ''), path).toBe(true)
    expect(body.slice(end).startsWith(evidence.after ?? ''), path).toBe(true)
    seen.words++
  }
  const told = value as {
    parts?: string[]
    statement?: {content: {start: number; end: number}[]}
    evidence?: {doc: {id: string}}
  }
  if (told.parts && told.statement && told.evidence)
    expect(told.parts, path).toEqual(
      told.statement.content.map(({start, end}) => bodies.get(told.evidence!.doc.id)!.slice(start, end)),
    )
  for (const [key, part] of Object.entries(value))
    if (key !== 'cut' && key !== 'candidates') holds(part, `${path}/${key}`, seen)
}

test('every .json twin', async () => {
  const docs = [...bodies.keys()]
  const twins = [
    '/index.json',
    '/r/USA-PAK.json',
    '/r/IND-PAK.json',
    '/r/IRN-ISR.json',
    '/r/USA-PAK/background.json',
    '/x/PAK.json',
    '/x/USA.json',
    '/network.json',
    '/map.json',
    '/inbox.json',
    '/runs.json',
    ...questions.map(text => `/q.json?text=${encodeURIComponent(text)}`),
    ...docs.map(id => `/a/${id}.json`),
  ]
  const seen = {words: 0, marks: 0}
  for (const twin of twins) {
    const response = await app.request(twin)
    expect([twin, response.status]).toEqual([twin, 200])
    holds(await response.json(), twin, seen)
  }
  for (const {id} of (await record.statements()).filter((_, n) => n % 9 === 0)) {
    const response = await app.request(`/e/${encodeURIComponent(id)}.json`)
    holds(await response.json(), id, seen)
  }
  expect(seen.words).toBeGreaterThan(50)
  expect(seen.marks).toBeGreaterThan(50)
})

test('the statements of CSV and JSON Lines', async () => {
  const response = await app.request('/r/USA-PAK/statements.jsonl')
  const rows = (await response.text())
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))
  for (const {words, doc} of rows)
    for (const part of words.split(' […] ')) expect(bodies.get(doc), part).toContain(part)
  expect(rows.length).toBeGreaterThan(3)
})

/** Lines with words behind them, in the order in which a face shows them. */
const quotesOf = ({blocks}: QuestionAnswer) =>
  blocks.flatMap(({lines}) => lines.flatMap(({quote}) => (quote === null ? [] : [quote])))

test.each(questions)(
  'the answer as text, Markdown and HTML: %s',
  async text => {
    const answer = await answers.ask(text)
    const slices = quotesOf(answer).map(({words, evidence: {doc, span}}) => {
      expect(bodies.get(doc.id)!.slice(span.start, span.end)).toBe(words)
      return flat(words)
    })
    const unescaped = answerMarkdown(answer).replace(/\\([\\`*_[\]<>#|])/g, '$1')
    const notes = unescaped.split('\n').filter(line => /^\[\^\d+\]: “/.test(line))
    expect(notes.map((note, n) => flat(note.slice(note.indexOf('“') + 1)).startsWith(`${slices[n]}”`))).toEqual(
      slices.map(() => true),
    )
    const entities: {[name: string]: string} = {amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'"}
    const plain = (html: string) => html.replace(/&(amp|lt|gt|quot|#39);/g, (_, name) => entities[name])
    const quoted = [...answerHtml(answer).matchAll(/<blockquote>“([\s\S]*?)”<br>/g)].map(([, words]) =>
      flat(plain(words)),
    )
    expect(quoted).toEqual(slices)
    const shown = flat(answerText(answer, makePaint(false)))
    for (const slice of slices) expect(shown).toContain(`“${slice}”`)
    for (const [, words] of shown.matchAll(/“([^“”]+)”/g)) expect(printed, words).toContain(flat(words))
  },
  60_000,
)
