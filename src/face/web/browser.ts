import {mkdtempSync, readFileSync, rmSync} from 'node:fs'
import {createRequire} from 'node:module'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {fileURLToPath} from 'node:url'
import {type BrowserContext, type BrowserContextOptions, chromium, type Page, type Request} from 'playwright-core'
import {build} from 'vite'
import {chromiumPath} from './chromium.ts'
import {slowed} from './slow.ts'

/** How long a test waits for a page, in milliseconds: ample, since the machine may be busy with all else. */
const patience = 120_000

/** A Chromium and a built workbench for tests. */
export interface TestBrowser {
  /** Folder with the built pages. */
  readonly webRoot: string
  /** Opens an address in a fresh context and waits for the page's heading. */
  open(
    address: string,
    options?: BrowserContextOptions,
  ): Promise<{page: Page; context: BrowserContext; complaints: string[]}>
  close(): Promise<void>
}

/** Builds the pages and starts the browser. */
export async function startBrowser(): Promise<TestBrowser> {
  const webRoot = mkdtempSync(join(tmpdir(), 'detente-web-'))
  await build({
    configFile: fileURLToPath(new URL('vite.config.ts', import.meta.url)),
    logLevel: 'error',
    build: {outDir: webRoot},
  })
  const browser = await chromium.launch({
    executablePath: chromiumPath!,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-sync'],
  })
  return {
    webRoot,
    open: async (address, options = {}) => {
      const context = await browser.newContext({viewport: {width: 1280, height: 860}, ...options})
      const complaints: string[] = []
      context.setDefaultTimeout(patience)
      const page = await context.newPage()
      await slowed(context, page)
      const flying = new Set<Request>()
      asked.set(page, flying)
      page.on('request', request => flying.add(request))
      page.on('requestfinished', request => flying.delete(request))
      page.on('requestfailed', request => flying.delete(request))
      page.on('console', message => {
        if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
      })
      page.on('pageerror', error => complaints.push(error.message))
      await page.goto(address)
      await page.locator('main h1').first().waitFor()
      return {page, context, complaints}
    },
    close: async () => {
      await browser.close()
      rmSync(webRoot, {recursive: true, force: true})
    },
  }
}

/** What each page has asked for and has not got yet. */
const asked = new WeakMap<Page, ReadonlySet<Request>>()

/** Waits until a page shows all that it asked for; what comes may ask for more, so it must be quiet twice. */
export async function settled(page: Page): Promise<void> {
  await page.locator('.coverage').filter({hasNotText: '…'}).waitFor()
  for (let quiet = 0; quiet < 2; ) {
    await page.waitForFunction(() => document.querySelector('[aria-busy="true"]') === null)
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))
    quiet = asked.get(page)?.size === 0 ? quiet + 1 : 0
  }
}

/** Presses a button twice before the page can draw anything in between, for `locator.evaluate`. */
export function twice(button: HTMLElement | SVGElement): void {
  for (const _ of [1, 2]) button.dispatchEvent(new MouseEvent('click', {bubbles: true, cancelable: true}))
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe-core finds against WCAG 2.2 A and AA on a page that was opened with `bypassCSP`. */
export async function violationsOf(page: Page): Promise<string[]> {
  await page.addScriptTag({content: axe})
  return page.evaluate(async values => {
    interface Axe {
      run(
        where: Document,
        options: object,
      ): Promise<{violations: {id: string; help: string; nodes: {html: string; failureSummary: string}[]}[]}>
    }
    const {axe} = globalThis as unknown as {axe: Axe}
    const found = await axe.run(document, {runOnly: {type: 'tag', values}})
    return found.violations.map(
      ({id, help, nodes}) => `${id}: ${help}: ${nodes.map(n => `${n.html} — ${n.failureSummary}`).join(' | ')}`,
    )
  }, rules)
}

/** Addresses that show every page and state of the made-up record. */
export const everyPage: readonly string[] = [
  '/',
  '/r/USA-PAK',
  '/r/USA-PAK?from=2022-01&to=2024-04&sel=inc_attack&asof=2024-04-30',
  '/r/USA-PAK?tab=statements&sel=doc_2222222222222222%2Fst_1',
  '/r/USA-PAK?tab=figures',
  '/r/USA-PAK?tab=eras',
  '/r/USA-PAK?tab=drivers',
  '/r/USA-PAK?tab=analogues&t=2019-07-01..2021-12-31',
  '/r/USA-PAK?tab=forecasts&with=AFG-PAK',
  '/r/USA-PAK/compare',
  '/r/BTN-PRY/compare',
  '/r/BTN-PRY',
  '/a/doc_1111111111111111?sel=doc_1111111111111111%2Fev_2',
  '/a/doc_2222222222222222?mentions=all',
  '/x/PAK',
  '/q',
  '/q?text=Will+Pakistan+and+the+US+get+close+again%3F',
  '/q?text=What+now%3F',
  '/network',
  '/network?who=PAK&since=2015-01-01',
  '/network?until=1999-12-31',
  '/map',
  '/map?at=Torkham%4034.12%2C71.09&sel=inc_attack',
  '/map?until=1999-12-31&view=world',
  '/scoreboard',
  '/scoreboard?state=settled',
  '/inbox',
  '/inbox?sel=inc_attack',
  '/runs',
  '/add',
  '/nothing',
]
