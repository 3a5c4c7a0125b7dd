import type {Page} from 'playwright-core'
import {expect, test} from 'vitest'
import {article, evidenceOf, incidents, statements} from '../fixtures/index.ts'
import {onSite} from '../on-site.testing.ts'

const words = (page: Page) => page.locator('.panel [data-words]').first().textContent()

onSite('the relation page, in Chromium', ({open, url}) => {
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
      await page.goto(`${url()}r/USA-PAK?sel=${encodeURIComponent(id)}`)
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
    const all = await page.locator('.lane [data-incident]').count()
    await page.mouse.move(box.x + 200, box.y + 50)
    await page.mouse.down()
    await page.mouse.move(box.x + 400, box.y + 60, {steps: 5})
    await page.mouse.up()
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toMatch(/^\d{4}-\d\d-\d\d\.\.\d{4}-\d\d-\d\d$/)
    await expect.poll(() => page.locator('.lane [data-incident]').count()).toBeLessThan(all)
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
    await page.getByLabel(/After the raid/).check()
    await expect.poll(() => page.locator('.compare-table thead th.own').count()).toBe(1)
    expect(await page.locator('.compare-table').innerText()).toMatch(/You did.*Jan 2022, 11 months later/)
    const file = await page.locator('.compare .exports a').first().getAttribute('href')
    const rows = await page.evaluate(address => fetch(address).then(r => r.text()), file!)
    expect(
      rows
        .trim()
        .split('\n')
        .map(row => row.split(',')[3]),
    ).toEqual(['by', 'computed', 'computed', 'computed', 'own'])
    await page.getByLabel(/After the raid/).uncheck()
    await page.getByLabel(/first cabinet/).uncheck()
    await expect.poll(() => page.locator('.compare-table thead th').count()).toBe(2)
    expect(new URL(page.url()).searchParams.get('e')).toBe('2019-07,2022-01')
  })

  test('an era of one’s own stands dashed above the chart and in the list; another relation stands beside, saved as a picture', async () => {
    const page = await open('/r/USA-PAK?tab=eras', {acceptDownloads: true})
    await page.locator('.era-strip.own [data-era="2021-02"]').click()
    await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBe('2021-02-01..2022-12-31')
    expect(await page.locator('[data-own-era="2021-02"]').innerText()).toContain('Jan 2022, 11 months later')
    expect(await page.locator('#tab-body .exports').innerText()).toContain('4 rows')
    await page.getByLabel('Beside another relation').selectOption({index: 1})
    await expect.poll(() => new URL(page.url()).searchParams.get('with')).toBe('AFG-PAK')
    await expect.poll(() => page.locator('.multiples polyline').count()).toBe(1)
    await expect.poll(() => page.locator('.multiples').textContent()).toContain('nothing in this span')
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.locator('.others .save-picture').getByText('SVG').click(),
    ])
    expect(file.suggestedFilename()).toBe('relations.svg')
    await page.getByRole('button', {name: /^leave out/}).click()
    await expect.poll(() => new URL(page.url()).searchParams.get('with')).toBeNull()
  })

  test('what is to be expected stands beside its yardsticks, and leads to the scoreboard', async () => {
    const page = await open('/r/USA-PAK?tab=forecasts')
    await page.locator('.ahead').waitFor()
    expect(await page.locator('.ahead [data-horizon="6"]').innerText()).toMatch(/41 %[\s\S]*44 %[\s\S]*30 %/)
    expect(await page.locator('.cautions').innerText()).toContain('It does not beat the base rate here.')
    expect(await page.locator('[data-forecast]').count()).toBe(2)
    await page.getByText('How such forecasts did').click()
    await page.locator('.scores').waitFor()
    expect(await page.locator('.scores [data-horizon="3"]').innerText()).toContain('does not beat persistence here')
    await expect.poll(() => page.locator('[data-forecast]').count()).toBe(3)
    await page.getByLabel('Shown').selectOption('settled')
    await expect.poll(() => page.locator('[data-forecast]').count()).toBe(1)
    expect(new URL(page.url()).searchParams.get('state')).toBe('settled')
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
    await page.goto(`${url()}a/doc_none`)
    expect(await page.locator('[role="alert"]').innerText()).toContain('doc_none')
    await page.goto(`${url()}r/nonsense`)
    expect(await page.locator('[role="alert"]').innerText()).toContain('expected two ids')
  })
})
