import {expect, test} from 'vitest'
import {settled} from './browser.ts'
import {onSite} from './on-site.testing.ts'

const question = '/q?text=Will+Pakistan+and+the+US+get+close+again%3F'
const border = 'doc_1111111111111111'
const hostile = 'doc_3333333333333333'

onSite('every page, in Chromium', ({complaints, open}) => {
  test('every page opens without a complaint of the browser', async () => {
    const pages = ['/', '/r/USA-PAK', `/a/${border}`, '/x/PAK', question, '/q', '/nothing']
    for (const path of pages) {
      const page = await open(path)
      await settled(page)
      expect([path, await page.locator('main').count(), complaints().filter(c => !c.includes('404'))]).toEqual([
        path,
        1,
        [],
      ])
      await page.context().close()
    }
  })

  test('hostile words run nothing and link nowhere', async () => {
    for (const path of [
      '/',
      '/r/USA-PAK?sel=inc_hostile',
      '/r/USA-PAK?tab=statements&from=2024-01&to=2024-03',
      `/a/${hostile}?sel=${hostile}%2Fev_1`,
      `/a/${hostile}?sel=${hostile}%2Fst_1`,
      '/x/PAK',
      question,
      '/q?text=%3Cimg%20src%3Dx%20onerror%3D%22window.hostile%3D9%22%3E',
      '/r/%3Cscript%3Ewindow.hostile=8%3C%2Fscript%3E',
    ]) {
      const page = await open(path)
      await settled(page)
      const found = await page.evaluate(() => ({
        ran: (globalThis as {hostile?: unknown}).hostile ?? null,
        scripts: document.querySelectorAll('body script:not([src])').length,
        images: document.querySelectorAll('img, iframe, object, embed').length,
        links: [...document.querySelectorAll('a[href]')].filter(a => !/^(https?:|[/#])/.test(a.getAttribute('href')!))
          .length,
        outside: [...document.querySelectorAll<HTMLAnchorElement>('a[href^="http"]')].filter(
          a => a.rel !== 'noreferrer noopener',
        ).length,
      }))
      expect([path, found]).toEqual([path, {ran: null, scripts: 0, images: 0, links: 0, outside: 0}])
      expect([path, complaints().filter(c => /Content Security Policy|Refused/i.test(c))]).toEqual([path, []])
      await page.context().close()
    }
  })

  test('on a phone nothing scrolls sideways, and evidence comes up from below', async () => {
    for (const path of [
      '/',
      '/r/USA-PAK?from=2022-01&to=2024-04',
      '/r/USA-PAK?tab=statements',
      '/r/USA-PAK?tab=figures',
      '/r/USA-PAK?tab=analogues&t=2019-07-01..2021-12-31',
      '/r/USA-PAK?tab=forecasts',
      '/runs',
      '/scoreboard',
      `/a/${border}`,
      `/a/${hostile}`,
      '/x/PAK',
      question,
    ]) {
      const page = await open(path, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true})
      await settled(page)
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
      expect([path, await page.evaluate(tornWords)]).toEqual([path, []])
      await page.context().close()
    }
    const page = await open('/r/USA-PAK?sel=inc_attack', {
      viewport: {width: 390, height: 844},
      hasTouch: true,
      isMobile: true,
    })
    await page.locator('.evidence').waitFor()
    await expect
      .poll(async () => {
        const {x, y, height} = (await page.locator('.panel').boundingBox())!
        return [x, Math.round(y + height)]
      })
      .toEqual([0, 844])
    await page.getByLabel('Close evidence').click()
    await expect.poll(() => page.locator('.panel').isVisible()).toBe(false)
  })

  test('every control has a name, every page one heading and its landmarks', async () => {
    for (const path of ['/', '/r/USA-PAK?sel=inc_attack&from=2022-01&to=2024-04', `/a/${border}`, '/x/PAK', question]) {
      const page = await open(path)
      await settled(page)
      const found = await page.evaluate(() => {
        const name = (e: Element) =>
          e.getAttribute('aria-label') ||
          (e instanceof HTMLInputElement || e instanceof HTMLSelectElement
            ? [...(e.labels ?? [])].map(l => l.textContent).join('')
            : '') ||
          e.textContent?.trim() ||
          ''
        const main = document.querySelector('main')!
        const ids = [...document.querySelectorAll('[id]')].map(e => e.id)
        return {
          nameless: [...document.querySelectorAll('button, a[href], input, select')]
            .filter(e => name(e) === '')
            .map(e => e.outerHTML),
          overflow: main.scrollWidth - main.clientWidth,
          h1: document.querySelectorAll('h1').length,
          landmarks: ['header', 'nav', 'main'].map(tag => document.querySelectorAll(`.frame > ${tag}`).length),
          repeatedIds: ids.filter((id, i) => ids.indexOf(id) !== i),
        }
      })
      expect([path, found]).toEqual([path, {nameless: [], overflow: 0, h1: 1, landmarks: [1, 1, 1], repeatedIds: []}])
      await page.context().close()
    }
  })

  test('a page weighs less than 250 kB as sent', async () => {
    const page = await open('/')
    await settled(page)
    const sent = await page.evaluate(() =>
      [...performance.getEntriesByType('navigation'), ...performance.getEntriesByType('resource')].reduce(
        (sum, e) => sum + (e as PerformanceResourceTiming).encodedBodySize,
        0,
      ),
    )
    expect(sent).toBeGreaterThan(10_000)
    expect(sent).toBeLessThan(250_000)
  })
})

/** Short words in the cells of tables that are broken over lines to make a column narrower. Runs in the page. */
function tornWords(): string[] {
  const torn: string[] = []
  for (const cell of document.querySelectorAll('main table.rows :is(th, td)')) {
    const walk = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT)
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      if (!node.parentElement!.checkVisibility()) continue
      for (const {0: word, index} of (node.textContent ?? '').matchAll(/(?<!\S)[A-Za-z]{4,16}(?!\S)/g)) {
        const range = document.createRange()
        range.setStart(node, index)
        range.setEnd(node, index + word.length)
        if (new Set([...range.getClientRects()].map(({top}) => Math.round(top))).size > 1) torn.push(word)
      }
    }
  }
  return torn
}
