import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe} from 'vitest'
import type {Answers} from '../../answer/index.ts'
import {makeApp, type Served, serve} from '../http/index.ts'
import {startBrowser, type TestBrowser} from './browser.ts'
import {chromiumPath, noChromium} from './chromium.ts'
import {fixtureAnswers} from './fixtures/index.ts'

/** A workbench with a Chromium before it, for the tests of one file. */
export interface Site {
  /** Opens a path in a fresh context, which is closed after the test. */
  open(path: string, options?: BrowserContextOptions): Promise<Page>
  /** What the browser complained of on the page opened last. */
  complaints(): readonly string[]
  /** Address of the workbench, with `/` at its end. */
  url(): string
}

/** Tests in a real Chromium, skipped with a warning where there is none, failing in CI. */
export function onSite(name: string, tests: (site: Site) => void, answers: Answers = fixtureAnswers): void {
  if (chromiumPath === null && process.env.CI) throw new Error(noChromium)
  if (chromiumPath === null) console.warn(`browser tests skipped: ${noChromium}`)
  describe.skipIf(chromiumPath === null)(name, () => {
    let browser: TestBrowser
    let served: Served
    const contexts: BrowserContext[] = []
    let complaints: readonly string[] = []
    beforeAll(async () => {
      browser = await startBrowser()
      served = await serve({app: makeApp({answers, webRoot: browser.webRoot}), port: 0})
    })
    afterAll(async () => {
      await browser?.close()
      await served?.close()
    })
    afterEach(async () => {
      for (const context of contexts.splice(0)) await context.close()
    })
    tests({
      open: async (path, options = {}) => {
        const opened = await browser.open(served.url + path.slice(1), options)
        contexts.push(opened.context)
        complaints = opened.complaints
        return opened.page
      },
      complaints: () => complaints,
      url: () => served.url,
    })
  })
}
