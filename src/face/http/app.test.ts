import {mkdtempSync, mkdirSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {DetenteError} from '../../model/index.ts'
import {fixtureAnswers} from '../web/fixtures/index.ts'
import type {Answers} from '../../answer/index.ts'
import {makeApp} from './app.ts'

function makeSite(): string {
  const root = mkdtempSync(join(tmpdir(), 'detente-site-'))
  mkdirSync(join(root, 'assets'))
  writeFileSync(join(root, 'index.html'), '<!doctype html><title>shell</title>')
  writeFileSync(join(root, 'assets', 'index-abc.js'), 'console.log(1)')
  writeFileSync(join(root, 'secret.txt'), 'secret')
  return root
}

const webRoot = makeSite()
const faults: unknown[] = []
const app = makeApp({answers: fixtureAnswers, webRoot, onFault: error => faults.push(error)})
const ask = (path: string, init?: RequestInit) => app.request(path, init)

test('the outer surface: pages and their twins', async () => {
  for (const page of [
    '/',
    '/r/USA-PAK/compare',
    '/map',
    '/scoreboard',
    '/inbox',
    '/network',
    '/runs',
    '/add',
    '/r/USA-PAK',
    '/a/doc_1111111111111111',
    '/x/PAK',
    '/q?text=hello',
  ]) {
    const response = await ask(page)
    expect([page, response.status, await response.text()]).toEqual([page, 200, '<!doctype html><title>shell</title>'])
  }
  const twins = [
    ['/index.json', 'coverage'],
    ['/r/USA-PAK.json', 'index'],
    ['/a/doc_1111111111111111.json', 'reading'],
    ['/x/PAK.json', 'entity'],
    ['/x/PAK/view.json?statements=all', 'about'],
    ['/runs.json', 'sources'],
    ['/r/USA-PAK/background.json', 'eras'],
    ['/r/USA-PAK/outside.json?direction=a-to-b', 'tellings'],
    ['/r/USA-PAK/months.json', 'index'],
    ['/r/USA-PAK/view.json?from=2023-01&to=2024-02', 'counts'],
    ['/r/USA-PAK/incidents.json?only=figures&limit=1', 'total'],
    ['/r/USA-PAK/statements.json', 'quotations'],
    ['/r/USA-PAK/spoken.json', 'stances'],
    ['/r/USA-PAK.json?limit=1', 'total'],
    ['/r/USA-PAK/forecasts.json', 'ahead'],
    ['/scoreboard.json', 'forecasts'],
    ['/inbox.json', 'items'],
    ['/map.json?since=2020-01-01', 'places'],
    ['/network.json?since=2020-01-01&most=12', 'ties'],
    ['/q.json?text=Will+Pakistan+and+the+US+agree%3F', 'blocks'],
    ['/e/inc_agree.json', 'evidence'],
    ['/e/doc_1111111111111111/ev_1.json', 'evidence'],
    ['/e/doc_1111111111111111%2Fst_1.json', 'statement'],
  ]
  for (const [twin, key] of twins) {
    const response = await ask(twin)
    expect([twin, response.status]).toEqual([twin, 200])
    expect(response.headers.get('content-type')).toMatch(/^application\/json/)
    expect(await response.json()).toHaveProperty(key)
  }
})

test('the query string of a relation reaches the answer', async () => {
  const asked: unknown[] = []
  const answers: Answers = {
    ...fixtureAnswers,
    relation: async query => {
      asked.push(query)
      return fixtureAnswers.relation(query)
    },
  }
  const own = makeApp({answers, webRoot})
  await own.request(
    '/r/USA-PAK.json?direction=b-to-a&theme=terrorism&from=2023-01&to=2024-02&asof=2024-01-31&readby=2024-02-01',
  )
  await own.request('/r/taliban,islamic-state.json')
  await own.request('/r/~some-group-USA.json')
  expect(asked).toEqual([
    {
      pair: ['USA', 'PAK'],
      direction: 'b-to-a',
      theme: 'terrorism',
      from: '2023-01',
      to: '2024-02',
      asOf: '2024-01-31',
      readBy: '2024-02-01',
    },
    {
      pair: ['taliban', 'islamic-state'],
      direction: 'both',
      theme: null,
      from: null,
      to: null,
      asOf: null,
      readBy: null,
    },
    {pair: ['~some-group', 'USA'], direction: 'both', theme: null, from: null, to: null, asOf: null, readBy: null},
  ])
})

test('a bad parameter is named, with what was expected', async () => {
  for (const [path, name] of [
    ['/r/nonsense.json', 'pair'],
    ['/r/USA-USA.json', 'pair'],
    ['/r/USA-PAK.json?direction=up', 'direction'],
    ['/r/USA-PAK.json?from=2024', 'from'],
    ['/r/USA-PAK.json?from=2024-13', 'from'],
    ['/r/USA-PAK.json?from=2024-05&to=2024-01', 'to'],
    ['/r/USA-PAK.json?theme=%3Cscript%3E', 'theme'],
    ['/r/USA-PAK.json?asof=2024-02-30', 'asof'],
    ['/q.json?text=a&asof=yesterday', 'asof'],
    ['/e/inc_1.json?readby=yesterday', 'readby'],
    ['/network.json?since=2020-01-02&until=2020-01-01', 'until'],
    ['/network.json?most=1e9', 'most'],
    ['/scoreboard/forecasts.csv?state=won', 'state'],
    ['/q.json', 'text'],
    [`/q.json?text=${'a'.repeat(600)}`, 'text'],
  ]) {
    const response = await ask(path)
    const body = (await response.json()) as {error: {code: string; message: string; hint: string}}
    expect([path, response.status, body.error.code]).toEqual([path, 400, 'usage/argument'])
    expect(body.error.message).toMatch(new RegExp(`^${name}: expected `))
    expect(body.error.hint).toContain(name)
  }
})

test('an answer leaves as Markdown with the words behind each line as a footnote', async () => {
  const response = await ask('/q.md?text=Will+Pakistan+and+the+US+agree%3F')
  expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8')
  expect(response.headers.get('content-disposition')).toBe('attachment; filename="answer.md"')
  const text = await response.text()
  expect(text).toMatch(/^# Will Pakistan and the US agree\?\n/)
  expect(text).toMatch(/\n\[\^2\]: “/)
  expect((await ask('/q.md')).status).toBe(400)
})

test('the outer surface: every table as CSV, JSON Lines and Parquet', async () => {
  const tables = [
    ['/relations', 'a,b,a_name'],
    ['/articles', 'id,title,outlet'],
    ['/r/USA-PAK/incidents', 'id,first_day'],
    ['/r/USA-PAK/statements', 'id,speaker'],
    ['/r/USA-PAK/figures', 'incident,what'],
    ['/r/USA-PAK/months', 'month,level'],
    ['/r/USA-PAK/shares?from=2022-01&to=2024-04', 'incident,month'],
    ['/r/USA-PAK/eras', 'first,last,name'],
    ['/r/USA-PAK/drivers', 'kind,id,lag'],
    ['/r/USA-PAK/analogues', 'a,b,first'],
    ['/r/USA-PAK/ahead', 'horizon,origin,due'],
    ['/r/USA-PAK/forecasts', 'id,issued,a,b'],
    ['/a/doc_1111111111111111/records', 'id,kind,actors'],
    ['/x/PAK/statements', 'id,speaker'],
    ['/x/PAK/offices', 'entity,role,of'],
    ['/x/PAK/partners', 'entity,name'],
    ['/network/ties', 'a,b,incidents'],
    ['/map/places', 'name,country'],
    ['/inbox/doubts', 'incident,first_day'],
    ['/inbox/corrections', 'id,kind,by'],
    ['/runs/sources', 'outlet,docs'],
    ['/runs/failures', 'run,started,source'],
    ['/runs/imports', 'file,form,tellings,left_out'],
    ['/scoreboard/scores', 'horizon,issued'],
    ['/scoreboard/forecasts?state=settled', 'id,issued,a,b'],
  ]
  for (const [table, columns] of tables) {
    const [path, search = ''] = table.split('?')
    const file = async (ending: string) => {
      const response = await ask(`${path}.${ending}?${search}`)
      expect([path, response.status, response.headers.get('content-disposition')]).toEqual([
        path,
        200,
        expect.stringMatching(new RegExp(`^attachment; filename="[\\w,-]+\\.${ending}"$`)),
      ])
      return Buffer.from(await response.arrayBuffer())
    }
    const csv = (await file('csv')).toString()
    expect([path, csv.startsWith(columns), csv.split('\r\n').length > 2]).toEqual([path, true, true])
    const lines = (await file('jsonl')).toString().trim().split('\n')
    expect(Object.keys(JSON.parse(lines[0]))).toEqual(csv.split('\r\n')[0].split(','))
    expect((await file('parquet')).subarray(0, 4).toString()).toBe('PAR1')
  }
})

test('unknown ids and addresses are 404 in the one error shape', async () => {
  for (const path of [
    '/a/doc_0.json',
    '/x/ZZZ.json',
    '/e/inc_none.json',
    '/nothing',
    '/assets/none.js',
    '/e/inc_agree',
  ]) {
    const response = await ask(path)
    const body = (await response.json()) as {error: object}
    expect([path, response.status]).toEqual([path, 404])
    expect(Object.keys(body.error)).toEqual(['code', 'message', 'hint'])
  }
  const page = await ask('/nothing', {headers: {accept: 'text/html'}})
  expect([page.status, await page.text()]).toEqual([404, '<!doctype html><title>shell</title>'])
})

test('a fault of ours tells nothing and is told to the terminal', async () => {
  const answers: Answers = {
    ...fixtureAnswers,
    home: async () => {
      throw new Error('/home/someone/secret')
    },
    article: async () => {
      throw new DetenteError('record/held', 'another process has it')
    },
  }
  const own = makeApp({answers, webRoot, onFault: error => faults.push(error)})
  const response = await own.request('/index.json')
  expect(response.status).toBe(500)
  expect(await response.text()).not.toContain('secret')
  expect(faults).toHaveLength(1)
  expect((await own.request('/a/doc_1.json')).status).toBe(503)
})

test('every response carries the security headers', async () => {
  for (const path of ['/', '/index.json', '/nothing', '/assets/index-abc.js', '/r/nonsense.json']) {
    const {headers} = await ask(path)
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; font-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
    )
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('no-referrer')
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin')
    expect(headers.get('cross-origin-resource-policy')).toBe('same-origin')
    expect(headers.get('access-control-allow-origin')).toBeNull()
  }
})

test('only loopback hosts are answered', async () => {
  for (const host of ['localhost', 'localhost:4747', '127.0.0.1:4747', '[::1]:4747', 'LOCALHOST'])
    expect([host, (await ask('/index.json', {headers: {host}})).status]).toEqual([host, 200])
  for (const host of ['evil.example', 'localhost.evil.example', '127.0.0.1.evil.example', '192.168.0.2:4747', '[::2]'])
    expect([host, (await ask('/index.json', {headers: {host}})).status]).toEqual([host, 421])
  const open = makeApp({answers: fixtureAnswers, webRoot, hosts: ['desk.example']})
  expect((await open.request('/index.json', {headers: {host: 'desk.example:80'}})).status).toBe(200)
})

test('only GET and HEAD', async () => {
  for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
    const response = await ask('/index.json', {method})
    expect([method, response.status, response.headers.get('allow')]).toEqual([method, 405, 'GET, HEAD'])
  }
  const head = await ask('/index.json', {method: 'HEAD'})
  expect([head.status, await head.text()]).toEqual([200, ''])
})

test('assets are served from memory, for ever, zipped where asked; nothing else is', async () => {
  const plain = await ask('/assets/index-abc.js')
  expect([plain.headers.get('content-type'), await plain.text()]).toEqual([
    'text/javascript; charset=utf-8',
    'console.log(1)',
  ])
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
  const zipped = await ask('/assets/index-abc.js', {headers: {'accept-encoding': 'br, gzip'}})
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  for (const path of ['/secret.txt', '/assets/../secret.txt', '/assets/..%2Fsecret.txt', '/assets/%2e%2e%2fsecret.txt'])
    expect([path, (await ask(path)).status]).toEqual([path, 404])
})

test('hostile words come as JSON, never as markup', async () => {
  const response = await ask('/a/doc_3333333333333333.json')
  expect(response.headers.get('content-type')).toMatch(/^application\/json/)
  expect(((await response.json()) as {doc: {title: string}}).doc.title).toContain('<script>')
  const shell = await ask('/r/%3Cscript%3Ealert(1)%3C%2Fscript%3E?sel=%3Cscript%3E')
  expect(await shell.text()).toBe('<!doctype html><title>shell</title>')
})

test('a folder without a built workbench is refused', () => {
  expect(() => makeApp({answers: fixtureAnswers, webRoot: tmpdir()})).toThrow(/expected a folder with index.html/)
})

test('the incidents of a relation come in parts that make up the whole, newest first', async () => {
  const json = async (path: string) => (await (await ask(path)).json()) as {total: number; incidents: {id: string}[]}
  const whole = await json('/r/USA-PAK.json')
  const parts: string[] = []
  for (let offset = 0; offset < whole.incidents.length; offset += 4) {
    const part = await json(`/r/USA-PAK/incidents.json?limit=4&offset=${offset}`)
    expect(part.total).toBe(whole.incidents.length)
    expect((await json(`/r/USA-PAK.json?limit=4&offset=${offset}`)).incidents.map(({id}) => id)).toEqual(
      part.incidents.map(({id}) => id),
    )
    parts.push(...part.incidents.map(({id}) => id))
  }
  expect([...parts].sort()).toEqual(whole.incidents.map(({id}) => id).sort())
  expect((await json(`/r/USA-PAK.json?offset=${whole.incidents.length}`)).incidents).toEqual([])
})

test('a view counts all and is without the words of its incidents', async () => {
  const view = await (await ask('/r/USA-PAK/view.json')).json()
  expect(view.ticks).toHaveLength(view.counts.incidents)
  expect(view.change).toBe(null)
  for (const left of ['evidence', 'docs', 'tellings']) expect(view.incidents[0]).not.toHaveProperty(left)
})
