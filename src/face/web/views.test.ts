import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BrowserContext, Locator, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../answer/index.ts'
import {ingestInto} from '../../ingest/index.ts'
import {correctingAt, makeApp, type Served, serve} from '../http/index.ts'
import {settled, startBrowser, type TestBrowser, violationsOf} from './browser.ts'
import {chromiumPath} from './chromium.ts'

const examples = join(import.meta.dirname, '../../../examples')
const sources = [
  '1980-02-05-peanuts.html',
  '1995-02-09-yousef-arrested.html',
  '2011-11-27-salala.html',
  '2012-07-04-routes-reopen.html',
].map(name => join(examples, name))

interface View {
  readonly path: string
  /** What opens a record. */
  readonly record: (page: Page) => Locator
  /** A table of the page that a correction changes; `null`: the record is a statement, and is confirmed. */
  readonly table: string | null
}

const question = '/q?text=What+happened+between+Pakistan+and+the+US+since+1990%3F'
const views: {readonly [name: string]: View} = {
  'incidents of a relation': {
    path: '/r/PAK-USA',
    record: page => page.locator('tr[data-incident]', {hasText: 'occurred'}).locator('button'),
    table: '/r/PAK-USA/incidents.csv',
  },
  'statements of a relation': {
    path: '/r/PAK-USA?tab=statements',
    record: page => page.locator('.columns button.statement'),
    table: null,
  },
  'figures of a relation': {
    path: '/r/PAK-USA?tab=figures',
    record: page => page.locator('table.figures th button'),
    table: '/r/PAK-USA/incidents.csv',
  },
  'an article': {
    path: '/a/DOC',
    record: page => page.locator('.records [data-select^="ev_"]'),
    table: '/a/DOC/records.csv',
  },
  'an entity': {path: '/x/USA', record: page => page.locator('.entity button.statement'), table: null},
  'the inbox': {
    path: '/inbox',
    record: page => page.locator('[data-item] > button'),
    table: '/inbox/doubts.csv',
  },
  'the map': {
    path: '/map',
    record: page => page.locator('.at-place [data-incident]'),
    table: '/a/DOC/records.csv',
  },
  'a question': {
    path: question,
    record: page => page.locator('.block button.statement[data-record^="inc_"]'),
    table: '/r/PAK-USA/incidents.csv',
  },
}

/** A real record and all that a person does with it on each page that shows records. Each test leaves it as it was. */
describe.skipIf(chromiumPath === null)('find, read, correct, undo, export and share, in Chromium', () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  let doc: string
  const contexts: BrowserContext[] = []
  const folder = mkdtempSync(join(tmpdir(), 'detente-views-'))
  beforeAll(async () => {
    const path = join(folder, 'record.duckdb')
    await ingestInto(path, sources)
    browser = await startBrowser()
    desk = await openDesk(path)
    doc = (await desk.answers.home()).docs.find(({title}) => title?.includes('peanuts'))!.id
    const doors = {correcting: correctingAt(desk)}
    served = await serve({app: makeApp({answers: desk.answers, webRoot: browser.webRoot, doors}), port: 0})
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(async () => {
    for (const context of contexts.splice(0)) await context.close()
  })

  const open = async (address: string): Promise<Page> => {
    const {page, context} = await browser.open(address, {bypassCSP: true})
    contexts.push(context)
    return page
  }
  const fetched = (path: string) => fetch(served.url + path.slice(1)).then(response => response.text())
  const words = (page: Page) => page.locator('.panel .evidence [data-words]').first().textContent()

  test.each(Object.entries(views))('%s', async (name, view) => {
    const page = await open(served.url + view.path.replace('DOC', doc).slice(1))
    await settled(page)
    if (name === 'the map') await page.locator('table.places button').first().click()
    // Find and read: the words stand in the article, to the letter.
    await view.record(page).first().click()
    await page.locator('.panel .evidence .correct button').first().waitFor()
    const shown = (await words(page))!
    const id = (await page.locator('.panel .evidence').getAttribute('data-record'))!
    const {evidence} = JSON.parse(await fetched(`/e/${id}.json`)) as {evidence: {doc: {id: string}; words: string}}
    const article = JSON.parse(await fetched(`/a/${evidence.doc.id}.json`)) as {doc: {text: string}}
    expect(article.doc.text).toContain(evidence.words)
    expect(shown).toContain(evidence.words)
    const table = view.table?.replace('DOC', evidence.doc.id) ?? null
    expect(await violationsOf(page)).toEqual([])

    // Share: somebody else sees the same record on the same page.
    const link = page.url()
    expect(new URL(link).searchParams.get('sel')).toBe(id)
    const elsewhere = await open(link)
    await elsewhere.locator('.panel .evidence [data-words]').first().waitFor()
    expect([await words(elsewhere), await elsewhere.locator('main h1').innerText()]).toEqual([
      shown,
      await page.locator('main h1').innerText(),
    ])

    // Correct: one line of the log, seen in the file of the rows. Undo: the bytes of before.
    const log = async () => (await desk.answers.corrections()).filter(({kind}) => kind !== 'undo')
    const [before, made] = [table && (await fetched(table)), (await log()).length]
    await page.keyboard.press(table === null ? 'y' : 'c')
    if (table !== null) await page.locator('.panel .correct form select').nth(1).selectOption('future')
    await page.locator('.panel .correct').getByLabel('Why').fill('as the test says')
    await page.locator('.panel .correct').getByLabel('Your name').fill('Mira')
    await page.locator('.panel .correct').getByRole('button', {name: 'Save'}).click()
    await page.locator('.panel .correct .saved').waitFor()
    expect((await log()).slice(0, -made || undefined)).toMatchObject([
      {by: 'Mira', why: 'as the test says', state: 'in-force'},
    ])
    if (table !== null) expect(await fetched(table)).not.toBe(before)
    await page.locator('.panel .correct .saved button').click()
    await expect.poll(async () => (await log())[0].state).toBe('undone')
    if (table !== null) expect(await fetched(table)).toBe(before)
  })
})
