import {mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import type {Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../answer/index.ts'
import {ingestInto} from '../../ingest/index.ts'
import {makeApp, type Served, serve} from '../http/index.ts'
import {settled, startBrowser, type TestBrowser} from './browser.ts'
import {chromiumPath} from './chromium.ts'

const folder = fileURLToPath(new URL('../../../cases/hostile', import.meta.url))

/** A page whose title and words are longer than any that a person writes, nested deeper than any that a person makes. */
const huge = `<!doctype html><title>${'Endless '.repeat(20_000)}</title>${'<div>'.repeat(3000)}<article><h1>${'Endless '.repeat(500)}</h1><p>India accused Pakistan of the raid on 5 May 2019.</p><p>${'x'.repeat(300_000)}</p></article>`

/** Pages of others that mean harm, from their bytes to the screen: read, kept, answered, shown. */
describe.skipIf(chromiumPath === null)('hostile pages, in Chromium', () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  const place = mkdtempSync(join(tmpdir(), 'detente-hostile-'))
  beforeAll(async () => {
    const path = join(place, 'record.duckdb')
    writeFileSync(join(place, 'huge.html'), huge)
    const {added, failed} = await ingestInto(path, [folder, join(place, 'huge.html')])
    expect([added, failed]).toEqual([8, []])
    browser = await startBrowser()
    desk = await openDesk(path)
    served = await serve({app: makeApp({answers: desk.answers, webRoot: browser.webRoot}), port: 0})
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(place, {recursive: true, force: true})
  })

  async function look(path: string, also: (page: Page) => Promise<void> = async () => {}) {
    const {page, context, complaints} = await browser.open(served.url)
    const astray: string[] = []
    page.on('request', request => {
      if (!request.url().startsWith(served.url) && !request.url().startsWith('data:')) astray.push(request.url())
    })
    page.on('dialog', dialog => {
      astray.push(`dialog ${dialog.message()}`)
      dialog.dismiss()
    })
    await page.goto(served.url + path.slice(1))
    await page.locator('main h1').first().waitFor()
    await settled(page)
    await also(page)
    const found = await page.evaluate(() => ({
      ran: (globalThis as {hostile?: unknown}).hostile ?? null,
      polluted: ({} as {polluted?: unknown}).polluted ?? null,
      made: document.querySelectorAll(
        'main script, main img, main iframe, main object, main embed, main math, main style, main template, main form[action^="http"]',
      ).length,
      links: [...document.querySelectorAll('a[href]')]
        .map(a => a.getAttribute('href')!)
        .filter(href => !/^(?:https?:\/\/|[/#?])/.test(href)),
      wide: document.documentElement.scrollWidth > innerWidth,
    }))
    await context.close()
    expect([path, astray, complaints, found]).toEqual([
      path,
      [],
      [],
      {ran: null, polluted: null, made: 0, links: [], wide: false},
    ])
  }

  test('nothing of them runs, leads astray or asks for anything, on any page that shows their words', async () => {
    const {docs} = await desk.answers.home()
    expect(docs).toHaveLength(8)
    for (const {id} of docs) await look(`/a/${id}?mentions=all&doubts=all`)
    const {incidents, statements} = await desk.answers.relation({
      pair: ['IND', 'PAK'],
      direction: 'both',
      theme: null,
      from: null,
      to: null,
      asOf: null,
    })
    expect(incidents.length + statements.length).toBeGreaterThan(2)
    for (const path of [
      '/',
      ...[...incidents, ...statements].map(({id}) => `/r/IND-PAK?sel=${encodeURIComponent(id)}`),
      '/r/IND-PAK?tab=statements',
      '/x/PAK',
      '/q?text=Will+India+and+Pakistan+get+closer%3F',
      '/network',
      '/map',
      '/inbox',
      '/runs',
    ])
      await look(path)
  })

  test('words that turn the direction of writing turn none but their own; a title without end is cut on the screen', async () => {
    await look('/', async page => {
      const styles = await page
        .locator('.docs a')
        .evaluateAll(links => links.map(link => [getComputedStyle(link).unicodeBidi, link.clientHeight < 200]))
      expect(styles).toEqual(styles.map(() => ['isolate', true]))
    })
  })
})
