import {expect, test} from 'vitest'
import {onSite} from '../on-site.testing.ts'

onSite('the network, in Chromium', ({open}) => {
  test('the network: a party stands out by a key, the table below holds the same, a line leads to its relation', async () => {
    const page = await open('/network')
    await page.locator('[data-tie]').first().waitFor()
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
})
