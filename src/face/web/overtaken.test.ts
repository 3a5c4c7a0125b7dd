import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {onSite} from './on-site.testing.ts'

/** Keeps back what the page asks for at addresses that `held` fits, until it is let go. */
async function holding(page: Page, held: RegExp): Promise<() => void> {
  let letGo = () => {}
  const free = new Promise<void>(resolve => {
    letGo = resolve
  })
  await page.route(held, async route => {
    await free
    await route.continue().catch(() => {})
  })
  return letGo
}

onSite('answers that come late, in Chromium', ({open, url}) => {
  const at = (page: Page) => new URL(page.url()).pathname

  test('who has gone elsewhere is not taken along by an answer that comes late', async () => {
    const page = await open('/')
    const letGo = await holding(page, /\/q\.json/)
    await page.locator('#box').fill('the envoys of Utopia')
    await page.keyboard.press('Enter')
    await page.locator('.rail').getByText('Network').click()
    await page.locator('.network').waitFor()
    const answered = page.waitForResponse(/\/q\.json/)
    letGo()
    await (await answered).finished()
    await page.evaluate(() => new Promise(drawn => requestAnimationFrame(() => setTimeout(drawn))))
    expect(at(page)).toBe('/network')
  })

  test('a tab that is still to come is waited for', async () => {
    const page = await open('/')
    const letGo = await holding(page, /\/background\.json/)
    await page.goto(`${url()}r/USA-PAK?tab=eras`)
    await page.locator('.tabs [role="status"]').waitFor()
    expect(await page.locator('tr[data-incident]').count()).toBe(0)
    letGo()
    await page.locator('#tab-eras[aria-selected="true"]').waitFor()
    await page.locator('[data-own-era]').first().waitFor()
  })

  test('only the record that is selected is corrected, not the one before it', async () => {
    const page = await open('/')
    await page.route(/\/session\.json/, route =>
      route.fulfill({json: {token: 't', adds: false, corrects: true, forecasts: false, names: false, eras: false}}),
    )
    await page.goto(`${url()}r/USA-PAK?sel=inc_expel`)
    await page.locator('.evidence[data-record="inc_expel"] .correct button').first().waitFor()
    const letGo = await holding(page, /\/e\/inc_attack/)
    await page.locator('.lane [data-incident="inc_attack"]').click()
    await page.locator('.panel-body[aria-busy="true"] .correct[inert]').waitFor({state: 'attached'})
    await page.keyboard.press('n')
    letGo()
    await page.locator('.evidence[data-record="inc_attack"] .correct:not([inert])').waitFor()
    expect(await page.locator('.correct form').count()).toBe(0)
    await page.keyboard.press('n')
    await page.locator('.correct form').waitFor()
  })

  test('the focus stays on the part of a question that is set right', async () => {
    const page = await open('/q?text=Will+Pakistan+and+the+US+get+close+again%3F')
    const kind = page.getByLabel('Kind of question')
    await kind.waitFor()
    const letGo = await holding(page, /\/q\.json.*kind=rupture/)
    await kind.focus()
    await kind.selectOption('rupture')
    await page.locator('.asked[aria-busy="true"]').waitFor()
    const focused = () => page.evaluate(() => (document.activeElement as HTMLSelectElement | null)?.value)
    await expect.poll(focused).toBe('rupture')
    letGo()
    await page.locator('.asked[aria-busy="false"]').waitFor()
    expect(await focused()).toBe('rupture')
  })
})
