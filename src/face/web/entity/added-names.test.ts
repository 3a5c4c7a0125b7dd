import {createHash} from 'node:crypto'
import {existsSync, mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../../answer/index.ts'
import {lexiconBeside, loadEngine} from '../../../ingest/index.ts'
import {namingAt} from '../../cli/naming.ts'
import {makeApp, type Served, serve} from '../../http/index.ts'
import {startBrowser, type TestBrowser, violationsOf} from '../browser.ts'
import {chromiumPath} from '../chromium.ts'

const text = 'QUETTA, 9 May 2019 — The Harbour Front attacked Pakistan on 8 May 2019. HFQ said so.\n'

describe.skipIf(chromiumPath === null)('names made known, in Chromium', {timeout: 120_000}, () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  let folder: string
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-names-'))
    browser = await startBrowser()
    desk = await openDesk(join(folder, 'record.duckdb'))
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const engine = loadEngine()
    const made = engine.docOf(text, {published: '2019-05-09', id: `doc_${sha256.slice(0, 16)}`})
    await desk.write(record => record.keep(bytes, engine.read({...made, snapshot: {...made.snapshot, sha256}})))
    const naming = namingAt(desk)
    await naming.keep({
      names: ['Harbour Front', 'HFQ', 'the Front of Quetta'],
      as: null,
      kind: 'armed-group',
      country: 'PAK',
    })
    served = await serve({app: makeApp({answers: desk.answers, webRoot: browser.webRoot, doors: {naming}}), port: 0})
  }, 120_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  test('a name is taken back; then the one that made somebody known, and nothing is left beside the record', async () => {
    const {page, context, complaints} = await browser.open(`${served.url}x/harbour-front`, {bypassCSP: true})
    await page.locator('[data-added="Harbour Front"]').getByText('made known beside the record').waitFor()
    await page.getByRole('button', {name: 'take HFQ back'}).click()
    await page.locator('[data-added="HFQ"]').getByRole('button', {name: 'leave it'}).click()
    await page.getByRole('button', {name: 'take HFQ back'}).click()
    expect(await violationsOf(page)).toEqual([])
    await page.getByRole('button', {name: 'Take it back'}).click()
    await page.getByText('Taken back: HFQ; 1 article read anew.').waitFor()
    await expect.poll(() => page.locator('[data-added]').count()).toBe(2)
    await page.getByRole('button', {name: 'take Harbour Front back'}).click()
    await page.locator('[data-added="Harbour Front"]').getByText('with its other names:').waitFor()
    await page.getByRole('button', {name: 'Take it back'}).click()
    await page.getByText('Taken back: Harbour Front, the Front of Quetta; 1 article read anew.').waitFor()
    expect(existsSync(lexiconBeside(desk.path))).toBe(false)
    await expect.poll(() => desk.answers.entity('harbour-front').catch(({code}) => code)).toBe('answer/unknown-entity')
    expect(complaints).toEqual([])
    await context.close()
  })
})
