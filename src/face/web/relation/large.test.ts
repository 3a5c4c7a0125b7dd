import {expect, test} from 'vitest'
import type {Answers} from '../../../answer/index.ts'
import type {Incident} from '../../../model/index.ts'
import {fixtureAnswers, incidents} from '../fixtures/index.ts'
import {onSite} from '../on-site.testing.ts'

const size = 2500
const pattern = incidents[0]

/** Many incidents, a day apart; every fifth did not happen, every tenth holds a number. */
const many: Incident[] = Array.from({length: size}, (_, n) => {
  const day = new Date(Date.UTC(2017, 0, 1) + n * 86_400_000).toISOString().slice(0, 10)
  const figure = {what: 'killed', low: n, high: n, approx: false, unit: null, who: null, giver: null} as const
  return {
    ...pattern,
    id: `inc_${String(n).padStart(4, '0')}`,
    event: n % 2 === 0 ? 'AGREE' : 'ASSAULT',
    days: n === 7 ? {first: null, last: null} : {first: day, last: day},
    precision: 'day',
    reality: n % 5 === 0 ? 'future' : 'occurred',
    denied: null,
    figures: n % 10 === 0 ? [{...figure, doc: pattern.evidence.doc, span: pattern.evidence.span}] : [],
  }
})
const moving = many.filter(({reality, days}) => reality === 'occurred' && days.first !== null).length
const answers = {
  ...fixtureAnswers,
  relation: async (asked: Parameters<typeof fixtureAnswers.relation>[0]) => ({
    ...(await fixtureAnswers.relation(asked)),
    incidents: many,
  }),
} as unknown as Answers

onSite(
  'a very large relation, in Chromium',
  ({open, url}) => {
    const rows = (page: Awaited<ReturnType<typeof open>>) => page.locator('tr[data-incident]')

    test('the newest are listed, more on demand; the count is of all, and so is the file', async () => {
      const page = await open('/r/USA-PAK')
      await expect.poll(() => rows(page).count()).toBe(200)
      expect(await rows(page).first().getAttribute('data-incident')).toBe('inc_2499')
      expect(await page.getByRole('tab', {name: /^Incidents/}).innerText()).toContain(String(size))
      await page.getByRole('button', {name: 'Show 200 more'}).click()
      await expect.poll(() => rows(page).count()).toBe(400)
      const file = await page.locator('#tab-body .exports a').first().getAttribute('href')
      const csv = await page.evaluate(address => fetch(address).then(r => r.text()), file!)
      expect(csv.trim().split('\n').length).toBe(size + 1)
      await page.getByLabel(/only the/).check()
      await expect.poll(() => page.locator('#tab-body .exports').innerText()).toContain(`${moving} rows`)
      await page.locator('.more').getByText(`The newest 200 of ${moving}`).waitFor()
      await expect.poll(() => page.locator('tr[data-incident] .badge', {hasText: 'planned'}).count()).toBe(0)
    })

    test('the key for the next incident goes on beyond what is listed', async () => {
      const page = await open('/r/USA-PAK?sel=inc_2300')
      await expect.poll(() => rows(page).count()).toBe(200)
      await page.keyboard.press(',')
      await expect.poll(() => new URL(page.url()).searchParams.get('sel')).toBe('inc_2299')
      await expect.poll(() => rows(page).count()).toBe(400)
    })

    test('incidents are drawn by month; a click on a month shows each', async () => {
      const page = await open('/r/USA-PAK')
      await page.locator('.lane [data-month="2021-03"]').waitFor()
      expect(await page.locator('.lane [data-incident]').count()).toBe(0)
      expect(await page.locator('.lane-legend').innerText()).toContain('1 without a day')
      expect(await page.locator('.lane [data-month="2021-03"] title').textContent()).toMatch(
        /^Mar 2021: \d+ of cooperation, \d+ of conflict; \d+ that did not happen$/,
      )
      await page.locator('.lane [data-month="2021-03"]').first().click()
      await expect.poll(() => new URL(page.url()).searchParams.get('t')).toBe('2020-12-01..2021-06-30')
      await page.locator('.lane [data-incident]').first().waitFor()
      const inside = many.filter(
        ({days}) => days.first !== null && days.first >= '2020-12-01' && days.first <= '2021-06-30',
      )
      const drawn = await page.locator('.lane [data-incident]').count()
      const hidden = Number(/(\d+) more than fit/.exec(await page.locator('.lane-legend').innerText())?.[1] ?? 0)
      expect(drawn + hidden).toBe(inside.length)
    })

    test('numbers are listed with how many there are; the largest shares and the sum of the others add up', async () => {
      const page = await open('/r/USA-PAK?tab=figures')
      await page.locator('.more').getByText('Those of the newest 200 of 250 incidents').waitFor()
      await page.goto(`${url()}r/USA-PAK?from=2022-01&to=2023-01`)
      await page.locator('.waterfall tfoot').waitFor()
      await page.getByRole('button', {name: /smaller ones$/}).click()
      await page.getByText(/smaller ones, in the file below/).waitFor()
      const number = (text: string) => Number(text.replace('−', '-').replace('+', ''))
      const shares = await page.locator('.waterfall tbody td:nth-child(4)').allTextContents()
      const sum = number((await page.locator('.waterfall tfoot td.number').textContent())!)
      expect(Math.abs(shares.map(number).reduce((a, b) => a + b, 0) - sum)).toBeLessThan(0.001 * shares.length)
    })

    test('what the page asks for is small, and the twin comes in parts', async () => {
      const fetched = async (path: string) => (await fetch(url() + path)).text()
      expect((await fetched('r/USA-PAK/view.json')).length).toBeLessThan(250_000)
      const first = JSON.parse(await fetched('r/USA-PAK.json?limit=3'))
      const next = JSON.parse(await fetched('r/USA-PAK.json?limit=3&offset=3&only=moving'))
      const ids = (part: {incidents: {id: string}[]}) => part.incidents.map(({id}) => id)
      expect([first.total, first.offset, ids(first)]).toEqual([size, 0, ['inc_2499', 'inc_2498', 'inc_2497']])
      expect([next.total, next.offset, next.incidents.length]).toEqual([moving, 3, 3])
      expect(JSON.parse(await fetched('r/USA-PAK.json')).incidents).toHaveLength(size)
      const window = JSON.parse(await fetched('r/USA-PAK/incidents.json?t=2021-03-01..2021-03-31&limit=5'))
      expect(window.incidents).toHaveLength(5)
      expect(window.total).toBe(many.filter(({days}) => days.first?.startsWith('2021-03')).length)
      for (const wrong of ['limit=-1', 'limit=1e3', 'offset=x', 'only=all', 't=2021', 't=2021-01-01'])
        expect([wrong, (await fetch(`${url()}r/USA-PAK/incidents.json?${wrong}`)).status]).toEqual([wrong, 400])
    })
  },
  answers,
)
