import {expect, test} from 'vitest'
import {onSite} from '../on-site.testing.ts'

onSite('the map, in Chromium', ({open}) => {
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
})
