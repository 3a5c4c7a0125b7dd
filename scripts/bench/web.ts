import {existsSync, mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {gzipSync} from 'node:zlib'
import {chromium, type Page} from 'playwright-core'
import {openDesk} from '../../src/answer/index.ts'
import {makeApp, serve} from '../../src/face/http/index.ts'
import {chromiumPath, noChromium} from '../../src/face/web/chromium.ts'
import {makeRecord} from './made-record.ts'

const webRoot = join(import.meta.dirname, '../../dist/web')
const ms = (value: number) => `${Math.round(value)} ms`

/** Waits until `done` shows after `act`, and tells how long that took, painting included. */
async function timed(page: Page, act: () => Promise<unknown>, done: string): Promise<number> {
  await page.evaluate(selector => {
    const scope = globalThis as unknown as {shown: Promise<number>}
    scope.shown = new Promise(resolve => {
      let began = 0
      for (const kind of ['keydown', 'pointerdown'])
        addEventListener(kind, () => (began = performance.now()), {once: true, capture: true})
      const look = () => {
        if (began > 0 && document.querySelector(selector))
          requestAnimationFrame(() => resolve(performance.now() - began))
        else requestAnimationFrame(look)
      }
      look()
    })
  }, done)
  await act()
  return page.evaluate(() => (globalThis as unknown as {shown: Promise<number>}).shown)
}

/** Weight of what is sent, time to the first paint and from a key to what it shows, on a record given, or made up of so many Docs and imported rows. */
export async function benchWeb(given = '1000', rows = '0'): Promise<void> {
  if (chromiumPath === null) throw new Error(noChromium)
  console.log('weight as sent (gzip):')
  for (const name of readdirSync(join(webRoot, 'assets')).sort())
    console.log(`  ${name} ${(gzipSync(readFileSync(join(webRoot, 'assets', name))).length / 1000).toFixed(1)} kB`)
  const folder = mkdtempSync(join(tmpdir(), 'detente-bench-'))
  const path = existsSync(given) ? given : join(folder, 'record.duckdb')
  if (path !== given) await makeRecord(path, Number(given), Number(rows))
  const desk = await openDesk(path)
  const served = await serve({app: makeApp({answers: desk.answers, webRoot}), port: 0})
  const browser = await chromium.launch({executablePath: chromiumPath, args: ['--no-sandbox', '--disable-gpu']})
  try {
    const {coverage, relations} = await desk.answers.home()
    const pair = relations[0]?.pair.join('-') ?? 'PAK-USA'
    console.log(`record: ${coverage.docs} Docs, ${relations[0]?.incidents ?? 0} incidents between ${pair}`)
    for (const address of [
      '',
      `r/${pair}`,
      'network',
      'map',
      'inbox',
      'runs',
      'q?text=Will+Pakistan+and+the+US+get+closer%3F',
    ]) {
      const page = await browser.newPage({viewport: {width: 1280, height: 860}})
      // esbuild wraps functions that have a name; the page does not know its wrapper.
      await page.addInitScript({content: 'globalThis.__name = value => value'})
      await page.goto(served.url + address)
      await page.locator('main h1').waitFor()
      const {paint, there} = await page.evaluate(() => ({
        paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
        there: performance.now(),
      }))
      console.log(
        `  /${address.slice(0, 24).padEnd(24)} first paint ${ms(paint).padStart(8)}, heading there ${ms(there).padStart(8)}`,
      )
      if (address.startsWith('r/')) {
        const step = await timed(
          page,
          () => page.keyboard.press(','),
          '.panel .loading, .panel [aria-busy="true"], .panel .evidence',
        )
        const tab = await timed(
          page,
          () => page.getByRole('tab', {name: /^Statements/}).click(),
          '#tab-statements[aria-selected="true"]',
        )
        const palette = await timed(page, () => page.keyboard.press('Control+k'), 'dialog.palette[open]')
        console.log(`    from key to picture: step ${ms(step)}, tab ${ms(tab)}, palette ${ms(palette)}`)
      }
      await page.close()
    }
  } finally {
    await browser.close()
    await served.close()
    await desk.close()
    rmSync(folder, {recursive: true, force: true})
  }
}
