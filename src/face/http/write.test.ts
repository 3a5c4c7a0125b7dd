import {mkdtempSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {expect, test} from 'vitest'
import {DetenteError} from '../../model/index.ts'
import {fixtureAnswers} from '../web/fixtures/index.ts'
import type {Adding} from './adding.ts'
import {makeApp} from './app.ts'
import type {Correcting} from './correcting.ts'
import type {Forecasting} from './forecasting.ts'

const webRoot = mkdtempSync(join(tmpdir(), 'detente-site-'))
writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>shell</title>')

const orders: {names: string[]; addresses: readonly string[]}[] = []
const adding: Adding = {
  add: ({sent, addresses}) => {
    orders.push({names: sent.map(({name}) => name), addresses})
  },
  feed: async url => ({url, title: 'Harbour', entries: [], without: 0}),
  retry: async run => {
    throw new DetenteError('record/not-found', `no run ${run}`)
  },
  cancel: () => {},
  state: () => null,
}
const corrected: unknown[] = []
const correcting: Correcting = {
  preview: async given => {
    corrected.push(['preview', given])
    return {} as never
  },
  apply: async given => {
    corrected.push(['apply', given])
    return {} as never
  },
  undo: async given => {
    corrected.push(['undo', given])
    return {} as never
  },
}
const forecasting: Forecasting = {
  issue: async pair => ({issued: pair.length}),
  settle: async () => ({settled: 1}),
}
const app = makeApp({answers: fixtureAnswers, webRoot, doors: {adding, correcting, forecasting}})
const {token} = (await (await app.request('/session.json')).json()) as {token: string}

const form = (fields: readonly (readonly [string, string | File])[]) => {
  const filled = new FormData()
  for (const [name, value] of fields) filled.append(name, value)
  return filled
}
const post = (path: string, headers: {[name: string]: string}, body?: FormData) =>
  app.request(path, {method: 'POST', headers, body})
const own = () => ({'x-detente-token': token})

test('a text, files and addresses of an own page reach the door', async () => {
  const body = form([
    ['text', '  Talks were held.  '],
    ['text', ' '],
    ['file', new File(['<p>a'], '../../etc/a.html')],
    ['address', 'https://a.example/1\n https://a.example/2'],
  ])
  const sent = {...own(), origin: 'http://localhost', 'sec-fetch-site': 'same-origin'}
  expect((await post('/add', sent, body)).status).toBe(200)
  expect(orders.pop()).toEqual({
    names: ['pasted: Talks were held.', '../../etc/a.html'],
    addresses: ['https://a.example/1', 'https://a.example/2'],
  })
})

test('forecasts are written down and settled through their door; a feed is looked at', async () => {
  expect(await (await post('/r/USA-PAK/forecasts', own())).json()).toEqual({issued: 2})
  expect(await (await post('/scoreboard/settle', own())).json()).toEqual({settled: 1})
  for (const path of ['/r/USA-PAK/forecasts', '/scoreboard/settle', '/add/feed'])
    expect([path, (await post(path, {})).status]).toEqual([path, 403])
  const found = await post('/add/feed', own(), form([['feed', ' https://a.example/feed ']]))
  expect(await found.json()).toMatchObject({url: 'https://a.example/feed', title: 'Harbour'})
  expect((await post('/add/feed', own(), form([['feed', 'file:///etc/passwd']]))).status).toBe(400)
})

test('without the token, or from another origin, nothing is written', async () => {
  const body = () => form([['text', 'Talks were held.']])
  for (const headers of [
    {},
    {'x-detente-token': `${token}x`},
    {...own(), origin: 'https://evil.example'},
    {...own(), origin: 'null'},
    {...own(), origin: 'http://localhost:81'},
    {...own(), 'sec-fetch-site': 'cross-site'},
    {...own(), 'sec-fetch-site': 'same-site'},
  ] as {[name: string]: string}[])
    for (const path of [
      '/add',
      '/adding/cancel',
      '/runs/run_1/retry',
      '/corrections/preview',
      '/corrections',
      '/corrections/cor_1/undo',
    ])
      expect([path, headers, (await post(path, headers, body())).status]).toEqual([path, headers, 403])
  expect([...orders, ...corrected]).toEqual([])
})

test('corrections are objects in JSON; an undoing is of the one in the address', async () => {
  const send = (path: string, body: string) =>
    app.request(path, {method: 'POST', headers: {...own(), 'content-type': 'application/json'}, body})
  for (const body of ['', '[]', 'null', '{', '"x"'])
    expect([body, (await send('/corrections', body)).status]).toEqual([body, 400])
  expect((await send('/corrections', JSON.stringify({why: 'x'.repeat(70_000)}))).status).toBe(413)
  await send('/corrections/preview', '{"kind":"reject"}')
  await send('/corrections/cor_1/undo', '{"id":"cor_2","by":"M"}')
  expect(corrected).toEqual([
    ['preview', {kind: 'reject'}],
    ['undo', {id: 'cor_1', by: 'M'}],
  ])
})

test('what is no source is refused, and too much of it', async () => {
  for (const fields of [[], [['address', 'file:///etc/passwd']], [['address', 'javascript:1']], [['text', ' ']]])
    expect([fields, (await post('/add', own(), form(fields as [string, string][]))).status]).toEqual([fields, 400])
  expect((await post('/add', own(), form([['text', 'x'.repeat(33_000_000)]]))).status).toBe(413)
  expect((await post('/runs/run_9/retry', own())).status).toBe(404)
  expect(orders).toEqual([])
})

test('the token is told to no other site and kept by no cache; another server has another', async () => {
  const response = await app.request('/session.json')
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('access-control-allow-origin')).toBeNull()
  const other = await makeApp({answers: fixtureAnswers, webRoot, doors: {adding}}).request('/session.json')
  expect(((await other.json()) as {token: string}).token).not.toBe(token)
})

test('a workbench without doors writes nothing', async () => {
  const shut = makeApp({answers: fixtureAnswers, webRoot})
  const session = (await (await shut.request('/session.json')).json()) as {token: string; adds: boolean}
  expect(session.adds).toBe(false)
  const headers = {'x-detente-token': session.token}
  expect((await shut.request('/add', {method: 'POST', headers, body: form([['text', 'a']])})).status).toBe(405)
})

test('with a password, nothing at all is shown without it', async () => {
  const locked = makeApp({answers: fixtureAnswers, webRoot, password: 'open sesame ü', doors: {adding}})
  const basic = (password: string) => ({authorization: `Basic ${Buffer.from(`me:${password}`).toString('base64')}`})
  for (const path of ['/', '/index.json', '/session.json', '/assets/x.js', '/nothing']) {
    const response = await locked.request(path)
    expect([path, response.status, response.headers.get('www-authenticate')]).toEqual([
      path,
      401,
      'Basic realm="detente", charset="UTF-8"',
    ])
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
  }
  expect((await locked.request('/index.json', {headers: basic('open sesame')})).status).toBe(401)
  const there = {...basic('open sesame ü'), host: 'desk.example'}
  expect((await locked.request('/index.json', {headers: there})).status).toBe(200)
})
