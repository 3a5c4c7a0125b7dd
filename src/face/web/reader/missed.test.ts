import {createHash} from 'node:crypto'
import {mkdtempSync, rmSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import type {BrowserContext, Page} from 'playwright-core'
import {afterAll, afterEach, beforeAll, describe, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../../answer/index.ts'
import {loadEngine} from '../../../ingest/index.ts'
import {correctingAt, makeApp, type Served, serve} from '../../http/index.ts'
import {startBrowser, type TestBrowser, twice, violationsOf} from '../browser.ts'
import {chromiumPath} from '../chromium.ts'

const text = [
  'Norway thanked Chile on 3 May 2019. Norway gave Chile a cold shoulder on 4 June 2019.',
  '“No boats in the autumn,” was painted on the quay, “and none in the spring.” Some 13 sailors stayed on the pier.',
].join('\n\n')

/** A real record of one article, in which much is missed. Each test leaves it as it was. */
describe.skipIf(chromiumPath === null)('what was missed, in Chromium', () => {
  let browser: TestBrowser
  let served: Served
  let desk: Desk
  let folder: string
  let doc: string
  let page: Page
  let context: BrowserContext
  let complaints: readonly string[]

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'detente-missed-'))
    browser = await startBrowser()
    desk = await openDesk(join(folder, 'record.duckdb'))
    const bytes = new TextEncoder().encode(text)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    doc = `doc_${sha256.slice(0, 16)}`
    const engine = loadEngine()
    const made = engine.docOf(text, {published: '2019-06-05', id: doc})
    const read = engine.read({...made, snapshot: {...made.snapshot, sha256}})
    // What is missed here stays missed, whatever the reader learns.
    const events = read.events.filter(({event}) => event === 'SUPPORT').map(each => ({...each, statement: null}))
    await desk.write(record => record.keep(bytes, {...read, events, statements: [], figures: []}))
    const doors = {correcting: correctingAt(desk)}
    served = await serve({app: makeApp({answers: desk.answers, webRoot: browser.webRoot, doors}), port: 0})
  })
  afterAll(async () => {
    await browser?.close()
    await served?.close()
    await desk?.close()
    rmSync(folder, {recursive: true, force: true})
  })
  afterEach(() => context?.close())

  const exported = () =>
    Promise.all(
      [`a/${doc}/records.csv`, 'r/CHL-NOR/incidents.csv', 'r/CHL-NOR/months.csv', 'r/CHL-NOR/statements.csv'].map(
        path => fetch(served.url + path).then(r => r.text()),
      ),
    )

  async function open(): Promise<void> {
    ;({page, context, complaints} = await browser.open(`${served.url}a/${doc}`, {bypassCSP: true}))
    await page.locator('.text [data-sentence]').first().waitFor()
  }

  /** Marks words as a mouse would, and asks for one of the things to do with them. */
  async function mark(words: string, what: string): Promise<void> {
    await page.evaluate(wanted => {
      const walk = document.createTreeWalker(document.querySelector('.text')!, NodeFilter.SHOW_TEXT)
      const nodes: {node: Node; from: number}[] = []
      let all = ''
      for (let node = walk.nextNode(); node; node = walk.nextNode()) {
        nodes.push({node, from: all.length})
        all += node.textContent
      }
      const at = all.indexOf(wanted)
      const place = (offset: number) => {
        const {node, from} = nodes.findLast(each => each.from <= offset)!
        return [node, offset - from] as const
      }
      getSelection()!.setBaseAndExtent(...place(at), ...place(at + wanted.length))
      document.querySelector('.text-pane')!.dispatchEvent(new PointerEvent('pointerup', {bubbles: true}))
    }, words)
    await page.locator('.mark-menu').getByText(what).click()
    await page.locator('.mark-menu form').waitFor()
  }
  const menu = () => page.locator('.mark-menu')
  const save = async () => {
    await menu().getByRole('button', {name: 'Save'}).evaluate(twice)
    await menu().locator('.saved').waitFor()
  }

  test('an act is added with what it does to the index, shown, exported, and taken back', async () => {
    const before = await exported()
    await open()
    await mark('a cold shoulder', 'Something was missed')
    await expect.poll(() => menu().getByLabel('By whom', {exact: false}).inputValue()).toBe('Norway')
    expect(await menu().getByLabel('To whom').inputValue()).toBe('Chile')
    expect(await menu().getByLabel('First day').inputValue()).toBe('2019-06-04')
    await menu().getByLabel('What was done').selectOption('REJECT')
    await menu().getByLabel('How').selectOption('meet')
    await menu().getByLabel('Themes', {exact: false}).fill('diplomatic, human rights')
    await menu().getByLabel('Why').fill('it is plain to read')
    await menu().getByLabel('Your name').fill('Mira')
    await menu()
      .locator('.effects')
      .getByText(/add REJECT\/meet NOR > CHL/)
      .waitFor()
    await expect.poll(() => menu().locator('.effects').innerText()).toMatch(/CHL–NOR Jun 2019 .+ → .+/)
    expect(await violationsOf(page)).toEqual([])
    await save()
    await page
      .locator('.records [data-select][aria-pressed="true"]')
      .filter({hasText: 'Norway refuses to meet Chile'})
      .waitFor()
    await page.locator('.panel').getByText('added by Mira').first().waitFor()
    await page.locator('.text .part-cue', {hasText: 'a cold shoulder'}).first().waitFor()
    const after = await exported()
    expect(after[0]).toContain('a cold shoulder')
    expect(after[1]).toContain('REJECT')
    expect(after[1]).toMatch(/diplomatic.human_rights/)
    await menu().getByRole('button', {name: 'Undo'}).click()
    await expect.poll(exported).toEqual(before)
    await expect.poll(() => page.locator('.records [data-select]', {hasText: 'refuses to meet'}).count()).toBe(0)
    expect(complaints).toEqual([])
  })

  test('a quotation in two parts is kept to the letter, and undone from the log', async () => {
    const before = await exported()
    await open()
    await mark('“No boats in the autumn,” was painted on the quay, “and none in the spring.”', 'Something was missed')
    await expect.poll(() => menu().getByLabel('What was missed').inputValue()).toBe('statement')
    await menu().getByLabel('Who says it', {exact: false}).fill('~Kari the pilot (person, NOR)')
    await menu().getByLabel('The words of saying', {exact: false}).fill('was painted')
    await menu().getByLabel('Of whom it speaks', {exact: false}).fill('Norway, CHL')
    await menu().getByLabel('For or against', {exact: false}).selectOption('against')
    await menu()
      .locator('.effects')
      .getByText(/add statement of ~kari-the-pilot/)
      .waitFor()
    await save()
    await page.locator('.records [data-select][aria-pressed="true"]').filter({hasText: 'Kari the pilot'}).waitFor()
    const twin = await fetch(`${served.url}a/${doc}.json`).then(r => r.json())
    const added = twin.reading.statements.find((each: {id: string}) => /_[0-9a-f]{10}$/.test(each.id))
    const slices = added.content.map(({start, end}: {start: number; end: number}) => twin.doc.text.slice(start, end))
    expect(slices).toEqual(['No boats in the autumn,', 'and none in the spring.'])
    await page.goto(`${served.url}inbox`)
    await page.locator('[data-correction]').first().getByText('undo', {exact: true}).click()
    await page.locator('[data-correction]').first().filter({hasText: 'undone'}).waitFor()
    expect(await exported()).toEqual(before)
  })

  test('by keyboard: a sentence is marked and narrowed to a number, which counts for an act', async () => {
    const before = await exported()
    await open()
    await page.keyboard.press('j')
    await page.locator('.sentence.current').waitFor()
    await page.keyboard.press('w')
    await menu().getByRole('button', {name: 'Something was missed'}).focus()
    await page.keyboard.press('Enter')
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe('SELECT')
    await page.keyboard.press('a')
    await menu().getByLabel('What was missed').selectOption('figure')
    await menu().getByLabel('The number as printed').fill('12')
    await menu().getByText('These words do not stand in what you marked.').waitFor()
    await menu().getByLabel('The number as printed').fill('2019')
    await menu().getByLabel('What it counts').selectOption('troops')
    await menu().getByLabel('In digits, from').fill('2019')
    await menu()
      .locator('.effects')
      .getByText(/add figure troops 2019/)
      .waitFor()
    await save()
    await expect.poll(async () => (await desk.answers.article(doc)).reading.figures.map(({low}) => low)).toContain(2019)
    await menu().getByRole('button', {name: 'Undo'}).click()
    await expect.poll(exported).toEqual(before)
  })

  test('somebody else is meant: the act moves to them and comes back', async () => {
    const before = await exported()
    await open()
    await mark('Norway', 'Somebody else is meant')
    await menu().getByText('is read as').waitFor()
    await menu().getByLabel('Names or codes', {exact: false}).fill('Sweden')
    await menu()
      .locator('.effects')
      .getByText(/is SWE, not NOR/)
      .waitFor()
    await save()
    await page.locator('.records [data-select]').filter({hasText: 'Sweden supports Chile'}).waitFor()
    await menu().getByRole('button', {name: 'Undo'}).click()
    await page.locator('.records [data-select]').filter({hasText: 'Norway supports Chile'}).first().waitFor()
    await expect.poll(exported).toEqual(before)
  })
})
