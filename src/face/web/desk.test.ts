import {mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../answer/index.ts'
import {addingTo} from '../cli/adding.ts'
import {namingAt} from '../cli/naming.ts'
import {correctingAt, forecastingAt, makeApp, type Served, serve} from '../http/index.ts'
import {settled, startBrowser, type TestBrowser, twice, violationsOf} from './browser.ts'
import {chromiumPath} from './chromium.ts'

const asked = {pair: ['IND', 'PAK'] as const, direction: 'both' as const, theme: null, from: null, to: null, asOf: null}

/** A site with a feed of three articles, one of which is gone. */
async function makePress(): Promise<Server> {
  const item = (path: string, title: string) => `<item><title>${title}</title><link>/${path}</link></item>`
  const pages: {readonly [path: string]: readonly [string, string]} = {
    '/feed': [
      'application/rss+xml',
      `<rss version="2.0"><channel><title>Harbour &lt;b&gt;Wire&lt;/b&gt;</title>${item('talks', 'Talks held')}${item('ferries', 'Ferries stop')}${item('gone', 'Gone by now')}</channel></rss>`,
    ],
    '/talks': [
      'text/html',
      '<title>Talks held</title><article><h1>Talks held</h1><p>France and Germany held talks in Lyon on 7 May 2019, officials of both sides said in the evening.</p><p>They will meet again in the autumn, a spokesman said.</p></article>',
    ],
  }
  const server = createServer((request, response) => {
    const found = pages[request.url ?? '']
    if (found) response.setHeader('content-type', found[0]).end(found[1])
    else response.writeHead(404).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return server
}

/** A real record, begun empty, that is written to through the pages alone. The tests build on each other. */
describe.skipIf(chromiumPath === null)('a day at the desk, in Chromium', () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  let folder: string
  let context: BrowserContext
  let press: Server

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-desk-'))
    browser = await startBrowser()
    desk = await openDesk(join(folder, 'record.duckdb'))
    press = await makePress()
    const adding = addingTo(desk, error => console.error(error), {allowPrivate: true})
    served = await serve({
      app: makeApp({
        answers: desk.answers,
        webRoot: browser.webRoot,
        doors: {
          adding,
          correcting: correctingAt(desk),
          forecasting: forecastingAt(desk),
          naming: namingAt(desk),
        },
      }),
      port: 0,
    })
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    press?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(() => context?.close())

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await browser.open(served.url + path.slice(1), options)
    context = opened.context
    return opened.page
  }

  test('an empty record says what to do next, on every page, and counts nothing', async () => {
    for (const path of [
      '/',
      '/runs',
      '/inbox',
      '/network',
      '/map',
      '/scoreboard',
      '/q',
      '/r/USA-PAK',
      '/r/USA-PAK/compare',
      '/x/PAK',
    ]) {
      const page = await open(path)
      await page.locator('.empty a[href="/add"]').waitFor()
      await settled(page)
      expect([path, await page.locator('.panel').count()]).toEqual([path, 0])
      expect([path, /\b0 /.exec(await page.locator('main').innerText())]).toEqual([path, null])
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

  test('a feed shows what it holds; what is chosen is read, and a feed that is none says why', async () => {
    const address = `http://127.0.0.1:${(press.address() as AddressInfo).port}`
    const page = await open('/add')
    await page.getByLabel(/^A feed/).fill(`${address}/none`)
    await page.getByRole('button', {name: 'Look what it holds'}).click()
    await page.locator('.feed [role="alert"]').waitFor()
    expect(await page.locator('.feed [role="alert"]').innerText()).toContain('found 404')
    await page.getByLabel(/^A feed/).fill(`${address}/feed`)
    await page.getByRole('button', {name: 'Look what it holds'}).click()
    await page.locator('.found').waitFor()
    expect(await page.locator('.found h2').textContent()).toBe('Harbour <b>Wire</b>')
    expect(await page.locator('.found [role="status"]').innerText()).toContain('3 articles, 0 in the record already')
    await page.getByLabel('Ferries stop').uncheck()
    await page.getByRole('button', {name: 'Read 2 articles'}).click()
    await page.locator('.progress .done').filter({hasText: '1 article kept, 0 known already, 1 not read'}).waitFor()
    expect(await page.locator('.failures').innerText()).toContain(`${address}/gone`)
    await page.getByRole('button', {name: 'Look what it holds'}).click()
    await page.locator('.found').waitFor()
    await expect.poll(() => page.locator('.found [role="status"]').innerText()).toContain('1 in the record already')
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
    await expect.poll(() => page.locator('.effects').innerText()).toMatch(/IND–PAK May 2019 \+2\.\d → none/)
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', {name: 'Save'}).evaluate(twice)
    await page.locator('.correct .saved').waitFor()
    await expect.poll(badge).toContain('planned')
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
    await expect.poll(badge).toContain('occurred')
    expect((await desk.answers.relation(asked)).index).toEqual(before)
    expect(await exported()).toBe(rows)
    await page.goto(`${served.url}inbox`)
    expect(await page.locator('[data-correction]').innerText()).toContain('undone')
  })

  test('marked words are cut as no part of the article, and undone', async () => {
    const page = await open('/add')
    await page
      .getByLabel('A text')
      .fill(
        'Raid at dawn\n\nQUETTA, 9 May 2019 — The Harbour Front attacked Pakistan on 8 May 2019.\n\nIran accused Israel of the strike on 5 May 2019.\n',
      )
    await page.getByRole('button', {name: 'Read them'}).click()
    // Who does not wait for the end sees it all the same.
    await page.locator('.rail').getByText('Record').click()
    await page.locator('.docs').getByText('Raid at dawn').click()
    const records = page.locator('.records [data-select]')
    await records.first().waitFor()
    const before = await records.count()
    const last = page.locator('.text p').last()
    await last.scrollIntoViewIfNeeded()
    await last.click({clickCount: 3})
    await page.locator('.mark-menu').getByText('No part of the article').click()
    await page.locator('.mark-menu .effects strong').waitFor()
    expect(await page.locator('.mark-menu q').innerText()).toBe('Iran accused Israel of the strike on 5 May 2019.')
    await page.locator('.mark-menu').getByRole('button', {name: 'Save'}).click()
    await expect.poll(() => records.count()).toBeLessThan(before)
    expect(await page.locator('.cut').last().innerText()).toContain('corrected by hand')
    await page.goto(`${served.url}inbox`)
    await page.locator('[data-correction]').first().getByText('undo').click()
    await page.locator('[data-correction]').first().filter({hasText: 'undone'}).waitFor()
    await page.goBack()
    await expect.poll(() => records.count()).toBe(before)
  })

  test('a name that was marked is made known and its article read anew; then another name of it', async () => {
    const page = await open('/')
    await page.locator('.docs').getByText('Raid at dawn').click()
    await page.locator('.records [data-select]').first().waitFor()
    await page.keyboard.press('j')
    await page.locator('.sentence.current').waitFor()
    await page.keyboard.press('w')
    await page.locator('.mark-menu').getByText('Whom it names').click()
    await page.getByLabel(/^Names as printed/).fill('Harbour Front')
    await page.getByLabel('or new, a').selectOption('armed-group')
    await page.getByLabel('of the state').fill('pak')
    await page.locator('.mark-menu .effects').filter({hasText: '1 article holds these words'}).waitFor()
    await page.getByRole('button', {name: 'Keep it'}).click()
    await page.locator('.mark-menu').getByRole('link', {name: 'harbour-front'}).click()
    await page.locator('.entity h1').waitFor()
    expect(await page.locator('.entity h1').innerText()).toBe('Harbour Front')
    expect(await page.locator('.entity').innerText()).toContain('armed group')
    await page.getByRole('button', {name: 'Another name'}).click()
    await page.getByLabel(/^Names as printed/).fill('HFQ')
    await page.locator('.naming .effects').filter({hasText: '0 articles hold'}).waitFor()
    await page.getByRole('button', {name: 'Keep it'}).click()
    await page.locator('.naming').getByText('Kept beside the record: HFQ').waitFor()
    expect(readFileSync(join(folder, 'record.duckdb.lexicon', 'names.tsv'), 'utf8')).toContain(
      'harbour-front\tHFQ\tacronym',
    )
  })

  test('an office that somebody did not hold yet is flagged with its days, the words untouched; unflagged when the sentence is set right', async () => {
    const kept = async (title: string, sentence: string) => {
      const page = await open('/add')
      await page.getByLabel('A text').fill(`${title}\n\nWASHINGTON, 9 May 2019 — ${sentence} Pakistan thanked him.\n`)
      await page.getByRole('button', {name: 'Read them'}).click()
      await page.locator('.progress .done').waitFor()
      await page.locator('.rail').getByText('Record').click()
      await page.locator('.docs').getByText(title).click()
      await page.locator('.text [data-sentence]').first().waitFor()
      expect(await page.locator('.text').innerText()).toContain(sentence)
      return page
    }
    const wrong = await kept('A year too early', 'In 2000, President George W. Bush told Pakistan to act.')
    await wrong.keyboard.press('x')
    const flagged = wrong.locator('main').getByText(/20 Jan 2001/)
    await flagged.first().waitFor()
    await wrong.goto(`${served.url}x/george-w-bush`)
    const conflicts = wrong.locator('section', {has: wrong.getByRole('heading', {name: 'Role conflicts'})})
    await conflicts.getByRole('link', {name: /A year too early/}).waitFor()
    await context.close()

    const right = await kept('The year set right', 'In 2002, President George W. Bush told Pakistan to act.')
    await right.keyboard.press('x')
    await settled(right)
    expect(
      await right
        .locator('main')
        .getByText(/20 Jan 2001/)
        .count(),
    ).toBe(0)
    await right.goto(`${served.url}x/george-w-bush`)
    await right.getByRole('heading', {name: 'Role conflicts'}).waitFor()
    expect(
      await right
        .locator('main')
        .getByRole('link', {name: /The year set right/})
        .count(),
    ).toBe(0)
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
