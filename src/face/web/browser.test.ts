import type {BrowserContext, BrowserContextOptions, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {makeApp, type Served, serve} from '../http/index.ts'
import {startBrowser, type TestBrowser} from './browser.ts'
import {chromiumPath, noChromium} from './chromium.ts'
import {article, evidenceOf, fixtureAnswers, incidents, statements} from './fixtures/index.ts'

if (chromiumPath === null && process.env.CI) throw new Error(noChromium)
if (chromiumPath === null) console.warn(`browser tests skipped: ${noChromium}`)

const question = '/q?text=Will+Pakistan+and+the+US+get+close+again%3F'
const border = 'doc_1111111111111111'
const hostile = 'doc_3333333333333333'

describe.skipIf(chromiumPath === null)('in Chromium', {timeout: 60_000}, () => {
  let browser: TestBrowser
  let served: Served
  let context: BrowserContext
  let complaints: string[]

  beforeAll(async () => {
    browser = await startBrowser()
    served = await serve({app: makeApp({answers: fixtureAnswers, webRoot: browser.webRoot}), port: 0})
  }, 60_000)
  afterAll(async () => {
    await browser?.close()
    await served?.close()
  })
  afterEach(() => context?.close())

  async function open(path: string, options: BrowserContextOptions = {}): Promise<Page> {
    const opened = await browser.open(served.url + path.slice(1), options)
    context = opened.context
    complaints = opened.complaints
    return opened.page
  }
  const words = (page: Page) => page.locator('.panel [data-words]').first().textContent()

  test('every page opens without a complaint of the browser', async () => {
    const pages = ['/', '/r/USA-PAK', `/a/${border}`, '/x/PAK', question, '/q', '/nothing']
    for (const path of pages) {
      const page = await open(path)
      expect([path, await page.locator('main').count(), complaints.filter(c => !c.includes('404'))]).toEqual([
        path,
        1,
        [],
      ])
      await context.close()
    }
  })

  test('an incident opens its exact words, and the address holds the selection', async () => {
    const page = await open('/r/USA-PAK')
    await page.locator('tr[data-incident="inc_expel"] button').click()
    await page.locator('.evidence[data-record="inc_expel"]').waitFor()
    const {evidence} = incidents.find(x => x.id === 'inc_expel')!
    const slice = article(evidence.doc.id).doc.text.slice(evidence.span.start, evidence.span.end)
    expect(await words(page)).toBe(slice)
    expect(new URL(page.url()).searchParams.get('sel')).toBe('inc_expel')
    await page.reload()
    await page.locator('.evidence[data-record="inc_expel"]').waitFor()
    expect(await words(page)).toBe(slice)
  })

  test('every incident and statement opens words that are a slice of its Doc, marks and all', async () => {
    const page = await open('/r/USA-PAK')
    for (const id of [...incidents.slice(-5).map(x => x.id), ...statements.map(s => s.id)]) {
      await page.goto(`${served.url}r/USA-PAK?sel=${encodeURIComponent(id)}`)
      await page.locator(`.evidence[data-record="${id}"]`).waitFor()
      const {doc, span, before, after} = evidenceOf(id).evidence
      const {text} = article(doc.id).doc
      expect(await words(page)).toBe(text.slice(span.start, span.end))
      expect(await page.locator('.panel .quote').first().textContent()).toBe(
        text.slice(span.start - before.length, span.end + after.length),
      )
    }
  })

  test('a click on a month asks why it moved, and the shown shares add up to the change', async () => {
    const page = await open('/r/USA-PAK')
    const plot = page.locator('.u-over')
    await plot.click({position: {x: 300, y: 60}})
    await page.locator('.waterfall tfoot').waitFor()
    const search = new URL(page.url()).searchParams
    expect(search.get('from')! < search.get('to')!).toBe(true)
    const number = (text: string) => Number(text.replace('−', '-').replace('+', ''))
    const shares = await page.locator('.waterfall tbody td:nth-child(4)').allTextContents()
    const sum = number((await page.locator('.waterfall tfoot td.number').textContent())!)
    const shown = shares.map(number).reduce((a, b) => a + b, 0)
    expect(Math.abs(shown - sum)).toBeLessThan(0.001 * shares.length)
    await page.locator('.waterfall tbody button').first().click()
    await page.locator('.evidence').waitFor()
  })

  test('dragging zooms and stands in the address; a double click shows all again', async () => {
    const page = await open('/r/USA-PAK')
    const box = (await page.locator('.u-over').boundingBox())!
    await page.mouse.move(box.x + 200, box.y + 50)
    await page.mouse.down()
    await page.mouse.move(box.x + 400, box.y + 60, {steps: 5})
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toMatch(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/)
    const few = await page.locator('.lane [data-incident]').count()
    await page.locator('.u-over').dblclick({position: {x: 100, y: 50}})
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBeNull()
    await expect.poll(() => page.locator('.lane [data-incident]').count()).toBeGreaterThan(few)
    expect(new URL(page.url()).searchParams.get('from')).toBeNull()
  })

  test('a dot of the lane opens its incident; what did not occur is hollow', async () => {
    const page = await open('/r/USA-PAK')
    await page.locator('.lane [data-incident="inc_attack"]').click()
    await page.locator('.evidence[data-record="inc_attack"]').waitFor()
    expect(await page.locator('.lane [data-incident="inc_inspect"]').getAttribute('class')).toContain('hollow')
    expect(await page.locator('.lane [data-incident="inc_attack"]').getAttribute('class')).toContain('filled')
    expect(await page.locator('.panel').innerText()).toContain('army spokesman')
  })

  test('the keyboard alone: box, steps, panel, list of keys', async () => {
    const page = await open('/r/USA-PAK')
    await page.keyboard.press(',')
    await page.locator('.evidence').waitFor()
    const first = new URL(page.url()).searchParams.get('sel')
    await page.keyboard.press(',')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).not.toBe(first)
    await page.keyboard.press('.')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toBe(first)
    await page.keyboard.press('e')
    await expect.poll(() => page.locator('.panel').count()).toBe(0)
    await page.keyboard.press('e')
    await page.locator('.evidence').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toBeNull()
    await page.keyboard.press('?')
    await page.locator('dialog[open]').waitFor()
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
    await page.keyboard.press('/')
    await page.keyboard.type('Will Pakistan and the US agree?')
    await page.keyboard.press('Enter')
    await page.locator('.block').first().waitFor()
    expect(new URL(page.url()).pathname).toBe('/q')
  })

  test('q copies the exact words with their chain, snapshot and address', async () => {
    const page = await open('/r/USA-PAK?sel=inc_agree', {permissions: ['clipboard-read', 'clipboard-write']})
    await page.locator('.evidence').waitFor()
    await page.keyboard.press('q')
    await page.getByText('copied').waitFor()
    const {evidence} = evidenceOf('inc_agree')
    const text = await page.evaluate(() => navigator.clipboard.readText())
    for (const piece of [`“${evidence.words}”`, 'Harbour Radio → Karachi Ledger', evidence.sha256, page.url()])
      expect(text).toContain(piece)
  })

  test('g and a letter go places; Ctrl-K finds them by name, and what it does not find is asked', async () => {
    const page = await open('/')
    const at = () => new URL(page.url()).pathname
    await page.locator('.chip.coverage').waitFor()
    for (const [keys, path] of [
      ['gr', '/r/PAK-USA'],
      ['ga', `/a/${border}`],
      ['gq', '/q'],
      ['gx', '/x/PAK'],
      ['gh', '/'],
    ]) {
      for (const key of keys) await page.keyboard.press(key)
      await expect.poll(at).toBe(path)
    }
    await page.keyboard.press('Control+k')
    await page.keyboard.type('envoys')
    await page.keyboard.press('Enter')
    await expect.poll(at).toBe('/a/doc_2222222222222222')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(at).toBe('/q')
    await page.keyboard.press('Control+k')
    await page.keyboard.type('Will they meet?')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe('Will they meet?')
    await page.keyboard.press('Control+k')
    await page.keyboard.press('Escape')
    await expect.poll(() => page.locator('dialog').count()).toBe(0)
  })

  test('the day that the record is looked at stands in the address and goes along', async () => {
    const page = await open('/r/USA-PAK')
    const day = () => new URL(page.url()).searchParams.get('asof')
    const asked = page.waitForRequest(
      request => request.url().includes('.json') && request.url().includes('asof=2023-12-31'),
    )
    await page.getByText('as of now').click()
    await page.getByLabel('As known on the day').fill('2023-12-31')
    await page.keyboard.press('Enter')
    await asked
    expect(await page.locator('.as-of-bar').innerText()).toContain('As known on 31 Dec 2023')
    await page.locator('.rail').getByText('Ask').click()
    await expect.poll(() => new URL(page.url()).pathname + day()).toBe('/q2023-12-31')
    await page.goBack()
    expect(day()).toBe('2023-12-31')
    await page.locator('.as-of-bar button').click()
    await expect.poll(day).toBeNull()
  })

  test('the network: a party stands out by a key, the table below holds the same, a line leads to its relation', async () => {
    const page = await open('/network')
    expect(await page.locator('.ties tbody tr').count()).toBe(await page.locator('[data-tie]').count())
    await page.locator('[data-party="~northern-front"]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('who')).toBe('~northern-front')
    await expect.poll(() => page.locator('.ties tbody tr').count()).toBe(1)
    await page.getByText('show all').click()
    await page.getByLabel('to', {exact: true}).fill('1999-12-31')
    await page.locator('.empty').waitFor()
    expect(await page.locator('.empty').innerText()).toContain('to 31 Dec 1999')
    await page.getByText('all time').click()
    await page.locator('[data-tie="/r/PAK-USA"] line').dispatchEvent('click')
    await expect.poll(() => new URL(page.url()).pathname).toBe('/r/PAK-USA')
  })

  test('the map: a place lists its incidents, which open their words; what has no place is counted', async () => {
    const page = await open('/map')
    await page.locator('.country').first().waitFor()
    expect(await page.locator('.map .note').innerText()).toContain('9 incidents whose place no text tells, 2 at places')
    await page.locator('[data-place^="Torkham"]').focus()
    await page.keyboard.press('Enter')
    await page.locator('.at-place [data-incident="inc_expel"]').click()
    await page.locator('.evidence[data-record="inc_expel"]').waitFor()
    const wide = await page.locator('.map-drawing').getAttribute('viewBox')
    await page.getByLabel('Zoom in').click()
    await expect.poll(() => page.locator('.map-drawing').getAttribute('viewBox')).not.toBe(wide)
    await page.reload()
    await page.locator('.evidence[data-record="inc_expel"]').waitFor()
    expect(new URL(page.url()).searchParams.get('zoom')).toBe('1')
  })

  test('two names in the box lead to the relation', async () => {
    const page = await open('/')
    for (const [typed, path] of [
      ['usa pak', '/r/USA-PAK'],
      ['Pakistan and United States', '/r/PAK-USA'],
      ['Pakistan plus America', '/r/PAK-USA'],
    ]) {
      await page.locator('#box').fill(typed)
      await page.locator('#box').press('Enter')
      await expect.poll(() => new URL(page.url()).pathname).toBe(path)
      await page.goto(served.url)
    }
  })

  test('the reader: j and k step through sentences with records; a click on a mark selects its record', async () => {
    const page = await open(`/a/${border}`)
    expect(await page.locator('.text').innerText()).toContain('ISLAMABAD — The United States and Pakistan agreed')
    await page.keyboard.press('j')
    await page.locator('.sentence.current').waitFor()
    const first = await page.locator('.sentence.current').textContent()
    await page.keyboard.press('j')
    await expect.poll(() => page.locator('.sentence.current').textContent()).not.toBe(first)
    await page.keyboard.press('k')
    await expect.poll(() => page.locator('.sentence.current').textContent()).toBe(first)
    await page.keyboard.press('m')
    await page.locator('.part-mention').first().waitFor()
    expect(new URL(page.url()).searchParams.get('mentions')).toBe('all')
    await page.locator('.text .part-cue[data-record="ev_2"]').click()
    await page.locator(`.evidence[data-record="${border}/ev_2"]`).waitFor()
    expect(await page.locator('.records [aria-pressed="true"]').innerText()).toContain('Assault')
  })

  test('the body on the page is the body as kept, to the letter', async () => {
    for (const id of [border, 'doc_2222222222222222', hostile]) {
      const page = await open(`/a/${id}`)
      const shown = await page.locator('.text > *').allTextContents()
      expect(shown.join('\n\n')).toBe(article(id).doc.text)
      await context.close()
    }
  })

  test('quotation marks of an answer hold exactly the words of the record', async () => {
    const page = await open(question)
    await page.locator('.block').first().waitFor()
    const quotes = await page.locator('[data-quote]').allTextContents()
    expect(quotes.length).toBeGreaterThan(2)
    for (const quote of quotes) expect(statements.some(s => s.evidence.words === quote)).toBe(true)
    await page.locator('.block button[data-record]').first().click()
    await page.locator('.evidence').waitFor()
  })

  test('every part of a question can be set right; the address holds it', async () => {
    const page = await open(question)
    await page.locator('.block').first().waitFor()
    const asked = page.waitForRequest(request => /\/q\.json\?.*kind=rupture/.test(request.url()))
    await page.getByLabel('Kind of question').selectOption('rupture')
    await asked
    await page.getByLabel('Months ahead').selectOption('6')
    await expect.poll(() => new URL(page.url()).searchParams.get('horizon')).toBe('6')
    await page.getByText('as it was read').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('kind')).toBeNull()
  })

  test('eras stand above the chart and lead to a comparison; a key steps through them', async () => {
    const page = await open('/r/USA-PAK')
    await page.locator('[data-era="2019-07"]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBe('2019-07-01..2021-12-31')
    await page.keyboard.press(']')
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBe('2022-01-01..2024-04-30')
    await page.getByRole('tab', {name: /^Eras/}).click()
    await page.getByText('Compare them side by side').click()
    await page.locator('.compare-table').waitFor()
    expect(await page.locator('.compare-table thead th').count()).toBe(3)
    expect(await page.locator('mark.shared').first().innerText()).toContain('military')
    expect(await page.locator('.compare-table .thin').innerText()).toBe('3 incidents: do not compare slopes')
    await page.getByLabel(/first cabinet/).uncheck()
    await expect.poll(() => page.locator('.compare-table thead th').count()).toBe(2)
    expect(new URL(page.url()).searchParams.get('e')).toBe('2019-07,2022-01')
  })

  test('direction and theme change the address and the answer', async () => {
    const page = await open('/r/USA-PAK')
    await page.getByLabel('Pakistan towards United States').click({force: true})
    await expect.poll(() => new URL(page.url()).searchParams.get('direction')).toBe('b-to-a')
    await page.getByLabel('Theme').selectOption('terrorism')
    await expect
      .poll(() => page.locator('tr[data-incident]').count())
      .toBe(incidents.filter(x => x.contexts.includes('terrorism')).length)
    await page.goBack()
    await expect.poll(() => page.locator('tr[data-incident]').count()).toBe(incidents.length)
  })

  test('a pair without a record says what to do, an unknown id what is wrong', async () => {
    const page = await open('/r/BTN-PRY')
    expect(await page.locator('.empty').innerText()).toContain('No events between BTN and PRY')
    await page.goto(`${served.url}a/doc_none`)
    expect(await page.locator('[role="alert"]').innerText()).toContain('doc_none')
    await page.goto(`${served.url}r/nonsense`)
    expect(await page.locator('[role="alert"]').innerText()).toContain('pair: expected two ids')
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
      await page.waitForTimeout(150)
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
      expect([path, complaints.filter(c => /Content Security Policy|Refused/i.test(c))]).toEqual([path, []])
      await context.close()
    }
  })

  test('on a phone nothing scrolls sideways, and evidence comes up from below', async () => {
    for (const path of [
      '/',
      '/r/USA-PAK?from=2022-01&to=2024-04',
      '/r/USA-PAK?tab=statements',
      '/r/USA-PAK?tab=figures',
      `/a/${border}`,
      `/a/${hostile}`,
      '/x/PAK',
      question,
    ]) {
      const page = await open(path, {viewport: {width: 390, height: 844}, hasTouch: true, isMobile: true})
      await page.waitForTimeout(150)
      expect([path, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([path, 0])
      await context.close()
    }
    const page = await open('/r/USA-PAK?sel=inc_attack', {
      viewport: {width: 390, height: 844},
      hasTouch: true,
      isMobile: true,
    })
    await page.locator('.evidence').waitFor()
    const box = (await page.locator('.panel').boundingBox())!
    expect(box.x).toBe(0)
    expect(Math.round(box.y + box.height)).toBe(844)
    await page.getByLabel('Close evidence').click()
    await expect.poll(() => page.locator('.panel').isVisible()).toBe(false)
  })

  test('light and dark follow the system, and the choice is kept', async () => {
    const page = await open('/', {colorScheme: 'dark'})
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const dark = await paper()
    await page.keyboard.press('t')
    const light = await paper()
    expect(light).not.toBe(dark)
    await page.reload()
    await page.locator('main h1').waitFor()
    expect(await paper()).toBe(light)
  })

  test('every control has a name, every page one heading and its landmarks', async () => {
    for (const path of ['/', '/r/USA-PAK?sel=inc_attack&from=2022-01&to=2024-04', `/a/${border}`, '/x/PAK', question]) {
      const page = await open(path)
      await page.waitForTimeout(150)
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
      await context.close()
    }
  })

  test('a page weighs less than 250 kB as sent', async () => {
    const page = await open('/')
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
