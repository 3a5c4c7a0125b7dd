import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {createServer, type Server} from 'node:http'
import type {AddressInfo} from 'node:net'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {parseFeed} from 'feedsmith'
import type {Hono} from 'hono'
import {afterAll, afterEach, beforeAll, beforeEach, expect, test} from 'vitest'
import {type Desk, openDesk} from '../../../answer/index.ts'
import {ingestInto} from '../../../ingest/index.ts'
import type {HookAnswer} from '../../../model/index.ts'
import {correctingAt, makeApp} from '../index.ts'
import type {HookMessage} from './message.ts'
import {dropHook, hookState, type Sender, sendingFor, setHook, signatureOf} from './index.ts'

const folder = mkdtempSync(join(tmpdir(), 'detente-webhook-'))
const path = join(folder, 'record.duckdb')
const webRoot = join(folder, 'web')
const secret = 'a secret of the test'
let desk: Desk
let press: Server
/** What came, whatever was answered to it. */
let came: {readonly message: HookMessage; readonly signed: boolean}[] = []
/** What the next ones are answered; 0: nothing at all. */
let replies: number[] = []
let sender: Sender
let app: Hono

beforeAll(async () => {
  mkdirSync(join(webRoot, 'assets'), {recursive: true})
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html>')
  const texts = [
    'LAHORE, 6 May 2019 — India and Pakistan signed an accord on 4 May 2019.',
    'LAHORE, 9 June 2019 — Pakistan attacked India on 8 June 2019.',
    'DELHI, 2 July 2019 — India thanked Pakistan on 1 July 2019.',
  ]
  for (const [n, text] of texts.entries()) writeFileSync(join(folder, `${n}.txt`), `Report ${n}\n\n${text}\n`)
  await ingestInto(
    path,
    texts.map((_, n) => join(folder, `${n}.txt`)),
  )
  desk = await openDesk(path)
  press = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    const {'x-detente-signature': signature, 'x-detente-moment': moment} = request.headers
    came.push({
      message: JSON.parse(body) as HookMessage,
      signed: signature === signatureOf(secret, String(moment), body),
    })
    const status = replies.shift() ?? 204
    if (status === 0) return
    response.writeHead(status, status === 302 ? {location: '/elsewhere'} : {}).end()
  })
  await new Promise<void>(resolve => press.listen(0, '127.0.0.1', resolve))
})
afterAll(async () => {
  press.closeAllConnections()
  press.close()
  await desk.close()
  rmSync(folder, {recursive: true, force: true})
})
beforeEach(() => {
  came = []
  replies = []
})
afterEach(async () => {
  await sender?.close()
  dropHook(path)
})

const url = () => `http://127.0.0.1:${(press.address() as AddressInfo).port}/told?by=detente`

function begin(waits: readonly number[] = [5, 5]): void {
  sender = sendingFor(path, {waits, onFault: fault => expect(fault).toBe(null)})
  app = makeApp({
    answers: desk.answers,
    webRoot,
    doors: {
      correcting: correctingAt(desk, sender),
      hook: {state: () => hookState(path), again: () => sender.again()},
    },
  })
}

async function write(address: string, body: object): Promise<{id: string}> {
  const session = (await (await app.request('/session.json')).json()) as {token: string}
  const response = await app.request(address, {
    method: 'POST',
    headers: {'x-detente-token': session.token, 'content-type': 'application/json'},
    body: JSON.stringify(body),
  })
  expect([address, response.status]).toEqual([address, 200])
  return (await response.json()) as {id: string}
}

const text = async (address: string) => (await app.request(`http://127.0.0.1${address}`)).text()
const tables = ['incidents', 'statements', 'figures', 'months', 'eras', 'drivers', 'ahead']
/** All that leaves the workbench of the relation, byte for byte. */
const everything = () =>
  Promise.all([
    ...tables.flatMap(name => ['csv', 'jsonl'].map(format => text(`/r/IND-PAK/${name}.${format}`))),
    text('/r/IND-PAK.json'),
    text('/r/IND-PAK/feed.atom'),
    text('/r/IND-PAK/feed.json'),
    text('/q.json?text=Will+India+and+Pakistan+get+closer%3F'),
  ])
const entries = async () => {
  const {format, feed} = parseFeed(await text('/r/IND-PAK/feed.atom'))
  if (format !== 'atom') throw new Error(format)
  return new Map(feed.entries!.map(({id, title, content, updated}) => [id, JSON.stringify([title, content, updated])]))
}
const attack = async () => {
  const {incidents} = await desk.answers.relation({
    pair: ['IND', 'PAK'],
    direction: 'both',
    theme: null,
    from: null,
    to: null,
    asOf: null,
  })
  return incidents.find(({event}) => event === 'ASSAULT')!
}
const planned = async () => ({
  kind: 'reality',
  record: (await attack()).tellings[0],
  reality: 'future',
  by: 'Mira',
  why: 'the text says would',
})
const hook = async () => ((await (await app.request('/webhook.json')).json()) as {webhook: HookAnswer}).webhook

test('one event marked as planned changes index, answer, feed and webhook once, with its cause; taken back, every byte is as before', async () => {
  setHook(path, url(), secret)
  begin()
  const [before, told] = [await everything(), await entries()]
  const {id} = await write('/corrections', await planned())
  const after = await everything()
  const [index, answer] = [tables.indexOf('months') * 2, before.length - 1]
  expect(after[index]).not.toBe(before[index])
  expect(after[answer]).not.toBe(before[answer])

  const changed = [...(await entries())].filter(([entry, words]) => told.get(entry) !== words)
  expect(changed).toHaveLength(1)
  expect(changed[0][1]).toContain('planned: Pakistan attacks India')
  expect(changed[0][1]).toMatch(/Corrected by Mira on \d+ \w+ \d{4}: .*, because the text says would/)

  await expect.poll(() => hookState(path)?.deliveries.map(({state}) => state)).toEqual(['sent'])
  expect(came).toHaveLength(1)
  const [{message, signed}] = came
  expect(signed).toBe(true)
  expect(message).toMatchObject({
    id,
    what: 'corrected',
    cause: {kind: 'reality', by: 'Mira', why: 'the text says would'},
  })
  expect(message.cause.anchors[0].words).toContain('attacked India')
  expect(message.effects[0]).toMatchObject({pair: ['IND', 'PAK'], month: expect.stringMatching(/^2019-0/)})

  await write(`/corrections/${id}/undo`, {by: 'Mira', why: 'it did'})
  expect(await everything()).toEqual(before)
  await expect.poll(() => came.length).toBe(2)
  expect(came[1].message).toMatchObject({what: 'undone', cause: {undoes: id, why: 'it did'}})
  expect(came[1].message.effects[0]).toMatchObject({
    from: message.effects[0].to,
    to: message.effects[0].from,
  })
})

test('what does not arrive is tried again with the same id, is seen to have failed, and goes out when it is told to', async () => {
  setHook(path, url(), secret)
  replies = [500, 302, 404]
  begin()
  const {id} = await write('/corrections', await planned())
  await expect.poll(async () => (await hook()).deliveries[0]?.state, {timeout: 5000}).toBe('failed')
  // A redirect leads to nobody who was not named.
  expect(came.map(({message}) => message.id)).toEqual([id, id, id])
  expect(await hook()).toMatchObject({
    to: new URL(url()).origin,
    deliveries: [{id, attempts: 3, fault: 'it answered 404', next: null, by: 'Mira'}],
  })
  await write('/webhook/again', {})
  expect((await hook()).deliveries).toMatchObject([{id, state: 'sent', fault: null}])
  await write(`/corrections/${id}/undo`, {by: 'Mira', why: ''})
})

test('nobody waits for one who does not answer; what was left is sent by the next server', async () => {
  setHook(path, url(), secret)
  replies = [0]
  begin([60_000])
  const began = performance.now()
  const {id} = await write('/corrections', await planned())
  expect(await text('/r/IND-PAK/months.csv')).toContain('month')
  expect(performance.now() - began).toBeLessThan(8000)
  await expect.poll(() => came.length).toBe(1)
  press.closeAllConnections()
  await expect.poll(async () => (await hook()).deliveries[0].fault).toMatch(/could not be reached/)
  await sender.close()
  begin()
  await sender.again()
  expect(came.map(({message}) => message.id)).toEqual([id, id])
  expect((await hook()).deliveries[0].state).toBe('sent')
  await write(`/corrections/${id}/undo`, {by: 'Mira', why: ''})
})

test('nobody is told until a person says whom; then only over https or on this machine', async () => {
  begin()
  const {id} = await write('/corrections', await planned())
  await write(`/corrections/${id}/undo`, {by: 'Mira', why: ''})
  expect(hookState(path)).toBe(null)
  expect(came).toEqual([])
  for (const wrong of [
    'http://example.org/',
    'ftp://localhost/',
    'file:///etc/passwd',
    'nonsense',
    'https://a:b@example.org/',
  ])
    expect(() => setHook(path, wrong)).toThrow(/expected an/)
  expect(() => setHook(path, url(), 'short')).toThrow(/16 characters/)
  expect(setHook(path, 'https://example.org/told').secret.length).toBeGreaterThan(30)
})
