import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../answer/index.ts'
import {addingTo} from '../cli/adding.ts'
import {correctingAt, makeApp, type Served, serve} from '../http/index.ts'
import {startBrowser, type TestBrowser, violationsOf} from './browser.ts'
import {chromiumPath} from './chromium.ts'

const asked = {pair: ['IND', 'PAK'] as const, direction: 'both' as const, theme: null, from: null, to: null, asOf: null}

/** A real record, begun empty, that is written to through the pages alone. The tests build on each other. */
describe.skipIf(chromiumPath === null)('a day at the desk, in Chromium', {timeout: 60_000}, () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  let folder: string
  let context: BrowserContext

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-desk-'))
    browser = await startBrowser()
    desk = await openDesk(join(folder, 'record.duckdb'))
    const adding = addingTo(desk, error => console.error(error))
    served = await serve({
      app: makeApp({answers: desk.answers, webRoot: browser.webRoot, doors: {adding, correcting: correctingAt(desk)}}),
      port: 0,
    })
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(() => context?.close())

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await browser.open(served.url + path.slice(1), options)
    context = opened.context
    return opened.page
  }

  test('an empty record says what to do next, on every page', async () => {
    for (const path of ['/', '/runs', '/inbox', '/network']) {
      const page = await open(path)
      await page.locator('.empty a[href="/add"]').waitFor()
      await context.close()
    }
  })

  test('a pasted text and dropped files are read; what could not be read is told with its reason', async () => {
    const page = await open('/add')
    await page
      .getByLabel('A text')
      .fill('Talks in the harbour\n\nLAHORE, 6 May 2019 — India and Pakistan signed an accord on 4 May 2019.\n')
    const accused = join(folder, 'strike.html')
    writeFileSync(accused, '<h1>Strike</h1><p>Iran accused Israel of the strike on 5 May 2019.</p>')
    const picture = join(folder, 'picture.txt')
    writeFileSync(picture, new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1, 2, 3]))
    await page.getByLabel(/^Files/).setInputFiles([accused, picture])
    expect(await page.locator('.files').innerText()).toContain('strike.html')
    await page.getByRole('button', {name: 'Read them'}).click()
    await page.locator('.progress .done').waitFor()
    expect(await page.locator('.progress .done').innerText()).toContain('2 articles kept, 0 known already, 1 not read')
    expect(await page.locator('.failures').innerText()).toContain('picture.txt')
    expect(await page.locator('.failures').innerText()).not.toContain(tmpdir())
    await page.getByText('See the record').click()
    await page.locator('.relations').getByText('India ↔ Pakistan').click()
    await page.locator('tr[data-incident] button').first().click()
    await page.locator('.panel [data-words]').first().waitFor()
    expect(await page.locator('.panel [data-words]').first().textContent()).toContain('signed an accord')
  })

  test('the run is written down; what failed can be read again', async () => {
    const page = await open('/runs')
    const run = page.locator('[data-run="run_1"]')
    expect(await run.innerText()).toContain('2 articles kept, 0 known already, 1 not read, of 3 sources')
    await run.getByRole('button', {name: 'Read it again'}).click()
    await page.locator('[data-run="run_2"]').waitFor()
    expect(await page.locator('[data-run="run_2"]').innerText()).toContain('0 articles kept')
  })

  test('find, read, correct with a preview, share, undo', async () => {
    const page = await open('/', {bypassCSP: true})
    await page.locator('#box').fill('India Pakistan')
    await page.keyboard.press('Enter')
    await page.locator('tr[data-incident]').first().waitFor()
    const badge = () => page.locator('tr[data-incident] .badge').innerText()
    const before = (await desk.answers.relation(asked)).index
    const exported = () => page.evaluate(() => fetch('/r/IND-PAK/incidents.csv').then(r => r.text()))
    const rows = await exported()
    expect(rows).toContain(',occurred,')
    await page.locator('tr[data-incident] button').first().click()
    await page.locator('.evidence').waitFor()
    await page.locator('.correct').getByText('Correct').waitFor()
    await page.keyboard.press('c')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.locator('.correct form select').nth(1).selectOption('future')
    await page.locator('.correct').getByLabel('Why').fill('the text says would')
    await page.getByLabel('Your name').fill('Mira')
    await page.locator('.effects strong').waitFor()
    expect(await page.locator('.effects').innerText()).toMatch(/IND–PAK May 2019 \+2\.\d → none/)
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', {name: 'Save'}).click()
    await page.locator('.correct .saved').waitFor()
    await expect.poll(badge, {timeout: 15_000}).toContain('planned')
    expect((await desk.answers.relation(asked)).index.points).toEqual([])
    expect(await exported()).toContain(',future,planned,')

    const link = page.url()
    const elsewhere = await browser.open(link)
    await elsewhere.page.locator('.panel [data-words]').first().waitFor()
    expect(await elsewhere.page.locator('.panel .badges').innerText()).toContain('planned')
    await elsewhere.page.goto(`${served.url}inbox`)
    expect(await elsewhere.page.locator('[data-correction]').innerText()).toContain('Mira')
    await elsewhere.context.close()

    await page.keyboard.press('u')
    await expect.poll(badge, {timeout: 15_000}).toContain('occurred')
    expect((await desk.answers.relation(asked)).index).toEqual(before)
    expect(await exported()).toBe(rows)
    await page.goto(`${served.url}inbox`)
    expect(await page.locator('[data-correction]').innerText()).toContain('undone')
  })

  test('another process can read the record while nothing is written', async () => {
    const {spawnSync} = await import('node:child_process')
    const asked = spawnSync(
      process.execPath,
      ['--import', 'tsx', 'src/face/cli/main.ts', 'relation', 'IND', 'PAK', '--record', join(folder, 'record.duckdb')],
      {encoding: 'utf8'},
    )
    expect([asked.stderr, asked.status]).toEqual(['', 0])
    expect(asked.stdout).toContain('India')
  })
})
