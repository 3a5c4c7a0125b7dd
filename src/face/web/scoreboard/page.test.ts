import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../../answer/index.ts'
import {loadEngine} from '../../../ingest/index.ts'
import {forecastingAt, makeApp, type Served, serve} from '../../http/index.ts'
import {settled, startBrowser, type TestBrowser, twice, violationsOf} from '../browser.ts'
import {chromiumPath} from '../chromium.ts'

/** A real record of two years; what is forecast from it comes due when a later article is kept. The tests build on each other. */
describe.skipIf(chromiumPath === null)('forecasts on the pages, in Chromium', () => {
  let browser: TestBrowser
  let [served, readOnly]: Served[] = []
  let desk: Desk
  let folder: string
  let context: BrowserContext
  const engine = loadEngine()

  const keep = (articles: readonly (readonly [words: string, published: string])[]) =>
    desk.write(async record => {
      for (const [words, published] of articles) {
        const bytes = new TextEncoder().encode(words)
        const sha256 = createHash('sha256').update(bytes).digest('hex')
        const made = engine.docOf(words, {published, id: `doc_${sha256.slice(0, 16)}`})
        await record.keep(bytes, engine.read({...made, snapshot: {...made.snapshot, sha256}}))
      }
    })
  const open = async (site: Served, path: string): Promise<Page> => {
    const opened = await browser.open(site.url + path, {bypassCSP: true})
    context = opened.context
    return opened.page
  }

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-forecasts-'))
    browser = await startBrowser()
    desk = await openDesk(join(folder, 'record.duckdb'))
    const months = Array.from({length: 14}, (_, n) => 2018 * 12 + 2 * n).map(
      n => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
    )
    await keep(
      months.map((month, n) => [`Kenya ${n % 3 === 0 ? 'accused' : 'thanked'} Ghana on ${month}-10.`, `${month}-12`]),
    )
    const {answers} = desk
    const {webRoot} = browser
    served = await serve({app: makeApp({answers, webRoot, doors: {forecasting: forecastingAt(desk)}}), port: 0})
    readOnly = await serve({app: makeApp({answers, webRoot}), port: 0})
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await readOnly?.close()
    await desk?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(() => context?.close())

  test('what is expected is written down once, however often it is pressed', async () => {
    const page = await open(served, 'r/GHA-KEN?tab=forecasts')
    await page.getByText('None yet.').waitFor()
    const write = page.getByRole('button', {name: 'Write these down'})
    const ahead = await page.locator('.ahead [data-horizon]').count()
    expect(ahead).toBeGreaterThan(1)
    await write.evaluate(twice)
    await page.getByText(`${ahead} written down.`).waitFor()
    await expect.poll(() => page.locator('[data-forecast]').count()).toBe(ahead)
    await write.click()
    await page.getByText('They stand there already.').waitFor()
    expect((await desk.answers.scoreboard()).forecasts).toHaveLength(ahead)
    await page.getByText('How such forecasts did').click()
    await page.getByText(`${ahead} forecasts as issued, never changed: ${ahead} open, 0 due, 0 settled.`).waitFor()
    expect(await page.getByRole('button', {name: /^Settle/}).count()).toBe(0)
    expect(await violationsOf(page)).toEqual([])
  })

  test('what has come due is settled by the record, and scored', async () => {
    await keep([['Kenya thanked Ghana on 2020-05-30.', '2020-06-02']])
    const {forecasts} = await desk.answers.scoreboard()
    const due = forecasts.filter(({state}) => state === 'due').length
    expect([due > 0, due < forecasts.length]).toEqual([true, true])

    const looker = await open(readOnly, 'scoreboard')
    await settled(looker)
    expect(await looker.getByText(`${due} due, 0 settled`).count()).toBe(1)
    expect(await looker.getByRole('button', {name: /^Settle/}).count()).toBe(0)
    await context.close()

    const page = await open(served, 'scoreboard')
    await page.getByRole('button', {name: `Settle ${due} forecasts by the record`}).evaluate(twice)
    await page.getByText(`0 due, ${due} settled.`).waitFor()
    expect(await page.getByRole('button', {name: /^Settle/}).count()).toBe(0)
    await page.getByLabel('Shown').selectOption('settled')
    await expect.poll(() => page.locator('[data-forecast]').count()).toBe(due)
    const scored = (await desk.answers.scoreboard()).forecasts.filter(({state}) => state === 'settled')
    for (const {id, outcome} of scored) {
      const row = await page.locator(`[data-forecast="${id}"]`).innerText()
      expect(row).toContain(outcome!.closer ? 'closer' : 'not closer')
      expect(row).toContain(outcome!.brier.toFixed(3))
    }
    await page.getByRole('link', {name: 'Ghana ↔ Kenya'}).first().click()
    await page.locator('.ahead').waitFor()
    expect(await page.locator('[data-forecast] .badge.state-settled').count()).toBe(due)
  })
})
