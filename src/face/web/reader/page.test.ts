import {expect, test} from 'vitest'
import {violationsOf} from '../browser.ts'
import {article} from '../fixtures/index.ts'
import {onSite} from '../on-site.testing.ts'

const border = 'doc_1111111111111111'
const hostile = 'doc_3333333333333333'

onSite('the reader, in Chromium', ({open}) => {
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
    expect(await page.locator('.records [aria-pressed="true"]').innerText()).toContain('Northern Front attacks')
  })

  test('another snapshot of its address is told of at the words, and read beside it, also on a phone', async () => {
    for (const viewport of [
      {width: 1440, height: 900},
      {width: 390, height: 844},
    ]) {
      const page = await open(`/a/${border}?sel=${border}/ev_2`, {viewport, bypassCSP: true})
      await page.getByText('there these words do not stand').waitFor()
      await page.getByRole('link', {name: 'the two side by side'}).click()
      await page.locator('.beside-pane .text').waitFor()
      expect(await page.locator('.beside-pane .text').innerText()).toContain(
        article('doc_2222222222222222').doc.text.slice(0, 40),
      )
      expect(await violationsOf(page)).toEqual([])
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(viewport.width)
      await page.getByLabel('Close the article beside').click()
      await expect.poll(() => page.locator('.beside-pane').count()).toBe(0)
      await page.context().close()
    }
  })

  test('the body on the page is the body as kept, to the letter', async () => {
    for (const id of [border, 'doc_2222222222222222', hostile]) {
      const page = await open(`/a/${id}`)
      const shown = await page.locator('.text > *').allTextContents()
      expect(shown.join('\n\n')).toBe(article(id).doc.text)
      await page.context().close()
    }
  })
})
