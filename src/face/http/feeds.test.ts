import {mkdirSync, mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseFeed} from 'feedsmith'
import {expect, test} from 'vitest'
import {fixtureAnswers} from '../web/fixtures/index.ts'
import {makeApp} from './app.ts'

const webRoot = mkdtempSync(join(tmpdir(), 'detente-site-'))
mkdirSync(join(webRoot, 'assets'))
writeFileSync(join(webRoot, 'index.html'), '<!doctype html>')
const app = makeApp({answers: fixtureAnswers, webRoot})
const get = (path: string) => app.request(`http://127.0.0.1${path}`)

test('a relation is a feed: acts in words, their evidence, an address that opens it', async () => {
  const relation = await fixtureAnswers.relation({pair: ['USA', 'PAK'], direction: 'both', theme: null} as never)
  for (const [path, type, format] of [
    ['/r/USA-PAK/feed.atom', 'application/atom+xml', 'atom'],
    ['/r/USA-PAK/feed.json', 'application/feed+json', 'json'],
  ]) {
    const response = await get(path)
    expect([path, response.status]).toEqual([path, 200])
    expect(response.headers.get('content-type')).toContain(type)
    const text = await response.text()
    const parsed = parseFeed(text)
    expect(parsed.format).toBe(format)
    for (const {id, evidence} of relation.incidents.slice(0, 3)) {
      expect(text).toContain(`urn:detente:${id}`)
      expect(text).toContain(`sel=${id}`)
      expect(text).toContain(evidence.words.slice(0, 12).replace(/[<&"].*/, ''))
    }
  }
  const themed = await (await get('/r/USA-PAK/feed.json?theme=diplomatic')).text()
  expect(themed).toContain('urn:detente:inc_e00')
  expect(themed).not.toContain('urn:detente:inc_e01')
})

test('hostile words stay text, and a wrong filter is said', async () => {
  const text = await (await get('/r/USA-PAK/feed.atom')).text()
  expect(text.replace(/<!\[CDATA\[.*?\]\]>/gs, '')).not.toMatch(/<(?:script|img|b)\b/)
  expect((await get('/r/USA-PAK/feed.atom?asof=yesterday')).status).toBe(400)
})
