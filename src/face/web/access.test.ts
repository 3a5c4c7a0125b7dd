import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {makeApp, type Served, serve} from '../http/index.ts'
import {everyPage, startBrowser, type TestBrowser, violationsOf} from './browser.ts'
import {chromiumPath} from './chromium.ts'
import {fixtureAnswers} from './fixtures/index.ts'

const looks = [
  {name: 'wide and light', options: {colorScheme: 'light'}},
  {name: 'wide and dark', options: {colorScheme: 'dark'}},
  {name: 'on a phone', options: {viewport: {width: 390, height: 844}, isMobile: true, hasTouch: true}},
] as const

/** WCAG 2.2 A and AA as far as a machine can tell, on every page and in every look. */
describe.skipIf(chromiumPath === null)('axe-core finds nothing', {timeout: 60_000}, () => {
  let browser: TestBrowser
  let served: Served
  beforeAll(async () => {
    browser = await startBrowser()
    served = await serve({app: makeApp({answers: fixtureAnswers, webRoot: browser.webRoot}), port: 0})
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })

  const shown = looks.flatMap(({name, options}) => everyPage.map(path => ({name, options, path})))
  test.each(shown)('$name: $path', async ({options, path}) => {
    // The content security policy keeps axe out as it does everyone; a test may look past it.
    const {page, context} = await browser.open(served.url + path.slice(1), {...options, bypassCSP: true})
    await page.waitForTimeout(250)
    const violations = await violationsOf(page)
    await context.close()
    expect(violations).toEqual([])
  })
})
