import type {IncomingMessage, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {brotliCompressSync, deflateSync, gzipSync} from 'node:zlib'
import {afterAll, beforeAll, expect, test} from 'vitest'
import {fetchDoc} from './web.ts'

const page = `<html><head><title>The pass is open</title></head><body><h1>The pass is open</h1>
<p>Border guards of the two republics opened the pass on Sunday, for the first time since the snow, a spokeswoman said.</p>
<p>Lorries had waited for six days on either side, she added, and most of them were through by the evening.</p></body></html>`

const routes: {readonly [path: string]: (response: ServerResponse, request: IncomingMessage) => void} = {
  '/page': answer => answer.setHeader('content-type', 'text/html; charset=utf-8').end(page),
  '/gzip': answer =>
    answer.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end(gzipSync(page)),
  '/br': answer =>
    answer.setHeader('content-type', 'text/html').setHeader('content-encoding', 'br').end(brotliCompressSync(page)),
  '/deflate': answer =>
    answer.setHeader('content-type', 'text/html').setHeader('content-encoding', 'deflate').end(deflateSync(page)),
  '/broken': answer =>
    answer.setHeader('content-type', 'text/html').setHeader('content-encoding', 'gzip').end('not gzip'),
  '/odd-coding': answer =>
    answer.setHeader('content-type', 'text/html').setHeader('content-encoding', 'zstd').end(page),
  '/bomb': answer =>
    answer
      .setHeader('content-type', 'text/html')
      .setHeader('content-encoding', 'gzip')
      .end(gzipSync(Buffer.alloc(30_000_000, 32))),
  '/big': answer => answer.setHeader('content-type', 'text/html').end(Buffer.alloc(300_000, 32)),
  '/endless': answer => {
    answer.setHeader('content-type', 'text/html')
    const more = () => {
      while (!answer.destroyed && answer.write('<p>more</p>'.repeat(1000)));
      if (!answer.destroyed) answer.once('drain', more)
    }
    more()
  },
  '/slow': answer => void answer.setHeader('content-type', 'text/html').write('<p>wait'),
  '/silent': () => {},
  '/pdf': answer => answer.setHeader('content-type', 'application/pdf').end('%PDF-1.7'),
  '/lying-pdf': answer => answer.setHeader('content-type', 'text/html').end('%PDF-1.7 and more'),
  '/empty': answer => answer.setHeader('content-type', 'text/html').end(),
  '/missing': answer => answer.writeHead(404).end('no'),
  '/latin': answer =>
    answer
      .setHeader('content-type', 'text/plain; charset=iso-8859-1')
      .end(
        Buffer.from('Caf\u00e9\n\nThe caf\u00e9 of the two ministers is closed for good, its owner said.', 'latin1'),
      ),
  '/hop': answer => answer.writeHead(302, {location: '/page'}).end(),
  '/round': answer => answer.writeHead(302, {location: '/round'}).end(),
  '/inward': answer => answer.writeHead(302, {location: 'http://inside.example/secret'}).end(),
  '/to-file': answer => answer.writeHead(302, {location: 'file:///etc/passwd'}).end(),
}
const server = createServer((request, response) => {
  const route = routes[request.url ?? '']
  if (route) route(response, request)
  else response.writeHead(404).end()
})
let base = ''

beforeAll(async () => {
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.closeAllConnections()
  await new Promise(done => server.close(done))
})

const local = {allowPrivate: true, timeoutMs: 120_000}

test.each(['/page', '/gzip', '/br', '/deflate', '/hop'])('reads %s', async path => {
  const {doc, url, bytes} = await fetchDoc(base + path, {...local, fetched: '2024-05-01'})
  expect(doc.title).toBe('The pass is open')
  expect(doc.blocks).toHaveLength(2)
  expect(doc.published).toMatchObject({day: null, bounds: {first: null, last: '2024-05-01'}})
  expect(url).toBe(path === '/hop' ? `${base}/page` : base + path)
  expect(bytes.length).toBe(page.length)
})

test('believes the charset that the server says', async () => {
  const {doc} = await fetchDoc(`${base}/latin`, local)
  expect(doc.title).toBe('Caf\u00e9')
  expect(doc.snapshot).toMatchObject({charset: 'windows-1252', mediaType: 'text/plain'})
})

test.each([
  ['/broken', 'intake/fetch'],
  ['/odd-coding', 'intake/fetch'],
  ['/bomb', 'intake/too-large'],
  ['/endless', 'intake/too-large'],
  ['/pdf', 'intake/media-type'],
  ['/lying-pdf', 'intake/media-type'],
  ['/empty', 'intake/empty'],
  ['/missing', 'intake/fetch'],
  ['/round', 'intake/fetch'],
  ['/to-file', 'intake/address'],
])('%s is %s', async (path, code) => {
  await expect(fetchDoc(base + path, local)).rejects.toMatchObject({code})
})

test('the limit is the caller\u2019s', async () => {
  await expect(fetchDoc(`${base}/big`, {...local, maxBytes: 100_000})).rejects.toMatchObject({code: 'intake/too-large'})
})

test.each(['/slow', '/silent'])('%s is given up in time', async path => {
  await expect(fetchDoc(base + path, {...local, timeoutMs: 300})).rejects.toMatchObject({code: 'intake/too-slow'})
})

test('this machine is not fetched from unless asked for', async () => {
  await expect(fetchDoc(`${base}/page`)).rejects.toMatchObject({code: 'intake/address'})
})

test('every redirect is resolved and checked again', async () => {
  const asked: string[] = []
  const resolve = async (host: string) => {
    asked.push(host)
    return []
  }
  await expect(fetchDoc(`${base}/inward`, {...local, resolve})).rejects.toMatchObject({code: 'intake/fetch'})
  expect(asked).toEqual(['inside.example'])
})

test('a name inside a private network is refused before anything is sent', async () => {
  const resolve = async () => [{address: '192.168.7.7', family: 4 as const}]
  await expect(fetchDoc('http://inside.example/x', {resolve})).rejects.toMatchObject({code: 'intake/address'})
})

test('connects to the address that was checked, whatever the name means a moment later', async () => {
  const port = new URL(base).port
  let asked = 0
  const resolve = async () => {
    asked++
    return [{address: '127.0.0.1', family: 4 as const}]
  }
  const {doc} = await fetchDoc(`http://no-such-name.example:${port}/page`, {...local, resolve})
  expect(doc.title).toBe('The pass is open')
  expect(asked).toBe(1)
})
