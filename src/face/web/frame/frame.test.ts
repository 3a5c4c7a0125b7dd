import {expect, test} from 'vitest'
import {evidenceOf} from '../fixtures/index.ts'
import {onSite} from '../on-site.testing.ts'

const border = 'doc_1111111111111111'

onSite('the frame, in Chromium', ({open, url}) => {
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
    const palette = async () => {
      await page.keyboard.press('Control+k')
      await page.locator('.palette[open]').waitFor()
    }
    await palette()
    await page.keyboard.type('envoys')
    await page.keyboard.press('Enter')
    await expect.poll(at).toBe('/a/doc_2222222222222222')
    await palette()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect.poll(at).toBe('/q')
    await palette()
    await page.keyboard.type('Will they meet?')
    await page.keyboard.press('Enter')
    await expect.poll(() => new URL(page.url()).searchParams.get('text')).toBe('Will they meet?')
    await palette()
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
    await expect.poll(day).toBe('2023-12-31')
    await page.locator('.as-of-bar button').click()
    await expect.poll(day).toBeNull()
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
      await page.goto(url())
    }
  })

  test('light and dark follow the system, and the choice is kept', async () => {
    const page = await open('/', {colorScheme: 'dark'})
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
    const dark = await paper()
    await page.keyboard.press('t')
    await expect.poll(paper).not.toBe(dark)
    const light = await paper()
    await page.reload()
    await page.locator('main h1').waitFor()
    await expect.poll(paper).toBe(light)
  })
})
