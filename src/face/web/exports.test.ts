import {readFileSync} from 'node:fs'
import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {everyPage, settled} from './browser.ts'
import {hostileWords, incidents, statements} from './fixtures/index.ts'
import {onSite} from './on-site.testing.ts'

onSite('what leaves the pages as files', ({open, complaints, url}) => {
  async function saved(page: Page, press: () => Promise<void>): Promise<{name: string; bytes: Buffer}> {
    const [download] = await Promise.all([page.waitForEvent('download'), press()])
    return {name: download.suggestedFilename(), bytes: readFileSync(await download.path())}
  }

  test('the rows of a file are the rows that are shown', async () => {
    const page = await open('/r/USA-PAK')
    const link = (format: string) => page.locator('#tab-body .exports').getByText(format).click()
    const csv = await saved(page, () => link('CSV'))
    expect(csv.name).toBe('USA-PAK-incidents.csv')
    expect(csv.bytes.toString().trim().split('\r\n')).toHaveLength(
      1 + (await page.locator('tr[data-incident]').count()),
    )
    await page.locator('#tab-body .note input').check()
    await expect.poll(() => page.locator('tr[data-incident]').count()).toBeLessThan(incidents.length)
    const ids = await page
      .locator('tr[data-incident]')
      .evaluateAll(rows => rows.map(r => r.getAttribute('data-incident')))
    const lines = (await saved(page, () => link('JSON Lines'))).bytes.toString().trim().split('\n')
    expect(lines.map(line => JSON.parse(line).id).sort()).toEqual([...ids].sort())
    expect(await page.locator('#tab-body .exports').innerText()).toContain(`${ids.length} rows`)
    expect((await saved(page, () => link('Parquet'))).bytes.subarray(0, 4).toString()).toBe('PAR1')
    await page.getByRole('tab', {name: /^Statements/}).click()
    await page.locator('#tab-statements[aria-selected="true"]').waitFor()
    const said = (await saved(page, () => link('JSON Lines'))).bytes.toString().trim().split('\n')
    expect(said.map(line => JSON.parse(line).id).sort()).toEqual(statements.map(({id}) => id).sort())
  })

  test('a chart is saved as SVG and PNG with the line that says where it is from; hostile names stay text', async () => {
    for (const [path, name] of [
      ['/r/USA-PAK', 'USA-PAK-index'],
      ['/network', 'network'],
      ['/map', 'map'],
    ]) {
      const page = await open(path)
      await page.locator('.save-picture').waitFor()
      const svg = await saved(page, () => page.locator('.save-picture').getByText('SVG').click())
      expect(svg.name).toBe(`${name}.svg`)
      const text = svg.bytes.toString()
      expect(text).toContain('Détente · ')
      expect(text).toContain(`${url().slice(0, -1)}${path}`)
      expect(text).not.toMatch(/<script|<img|var\(--|NaN/)
      if (name === 'network') expect(text).toContain(hostileWords.slice(0, 5).replace('<', '&lt;'))
      const png = await saved(page, () => page.locator('.save-picture').getByText('PNG').click())
      expect([png.name, png.bytes.subarray(1, 4).toString(), png.bytes.length > 10_000]).toEqual([
        `${name}.png`,
        'PNG',
        true,
      ])
      expect(complaints()).toEqual([])
      await page.context().close()
    }
  })

  test.each(everyPage)('every table says how many rows it has and leaves as a file with as many: %s', async path => {
    const page = await open(path)
    await settled(page)
    const bare = await page
      .locator('main table.rows')
      .evaluateAll(
        tables =>
          tables.filter(
            table =>
              table.closest('details') === null &&
              !table.closest('section:not(.wide-table):not(.scrolls), [role=tabpanel]')?.querySelector('.exports'),
          ).length,
      )
    expect(bare).toBe(0)
    const files = await page.locator('main .exports').evaluateAll(lines =>
      Promise.all(
        lines.map(async line => {
          const [, rows] = /^(\d+) row/.exec(line.textContent) ?? []
          const {href} = [...line.querySelectorAll('a')].find(link => link.textContent === 'CSV')!
          const csv = await fetch(href).then(response => response.text())
          return {href, told: Number(rows), held: csv.trim().split('\r\n').length - 1}
        }),
      ),
    )
    expect(files.filter(({told, held}) => told !== held)).toEqual([])
  })

  test('the article behind a record is cited in three formats', async () => {
    const page = await open('/r/USA-PAK?sel=inc_agree')
    await page.locator('.evidence').waitFor()
    for (const [format, ending] of [
      ['BibTeX', 'bib'],
      ['RIS', 'ris'],
      ['CSL', 'json'],
    ]) {
      const file = await saved(page, () => page.locator('.actions').getByText(format).click())
      expect(file.name).toBe(`doc_1111111111111111.${ending}`)
      expect(file.bytes.toString()).toContain('Border post reopens after talks')
    }
  })
})
