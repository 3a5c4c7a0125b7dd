import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {statements} from '../fixtures/index.ts'
import {onSite} from '../on-site.testing.ts'

const question = '/q?text=Will+Pakistan+and+the+US+get+close+again%3F'

onSite('the question, in Chromium', ({open}) => {
  test('quotation marks of an answer hold exactly the words of the record', async () => {
    const page = await open(question)
    await page.locator('.block').first().waitFor()
    const quotes = await page.locator('[data-quote]').allTextContents()
    expect(quotes.length).toBeGreaterThan(2)
    for (const quote of quotes) expect(statements.some(s => s.evidence.words === quote)).toBe(true)
    await page.locator('.block button[data-record]').first().click()
    await page.locator('.evidence').waitFor()
  })

  test('the answer is taken along: its address, Markdown with footnotes, paper', async () => {
    const page = await open(question, {acceptDownloads: true, permissions: ['clipboard-read', 'clipboard-write']})
    await page.locator('.block').first().waitFor()
    await page.getByRole('button', {name: 'Copy link'}).click()
    await page.getByText('Link copied').waitFor()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(page.url())
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByText('Markdown with footnotes').click()])
    expect(file.suggestedFilename()).toBe('answer.md')
    expect(readFileSync(await file.path(), 'utf8')).toMatch(/\[\^1\]: /)
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('.rail').isVisible()).toBe(false)
    expect(await page.locator('.take-along').isVisible()).toBe(false)
    expect(await page.locator('.block').first().isVisible()).toBe(true)
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
})
