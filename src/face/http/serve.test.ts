import {createServer} from 'node:net'
import type {AddressInfo} from 'node:net'
import {request} from 'node:http'
import {Hono} from 'hono'
import {expect, test} from 'vitest'
import {onlyHosts} from './guard.ts'
import {serve} from './serve.ts'

const app = new Hono().get('/', c => c.text('here'))

test('serves on loopback, and on the next port when one is taken', async () => {
  const taken = createServer()
  await new Promise<void>(resolve => taken.listen(0, '127.0.0.1', resolve))
  const {port} = taken.address() as AddressInfo
  const served = await serve({app, port})
  try {
    expect(served.port).toBeGreaterThan(port)
    expect(served.url).toBe(`http://127.0.0.1:${served.port}/`)
    expect(await (await fetch(served.url)).text()).toBe('here')
  } finally {
    await served.close()
    taken.close()
  }
})

test('a name pointed at this machine is refused', async () => {
  const guarded = new Hono().use(onlyHosts([])).get('/', c => c.text('here'))
  guarded.onError((_, c) => c.text('refused', 421))
  const served = await serve({app: guarded, port: 0})
  const status = await new Promise(resolve =>
    request({host: '127.0.0.1', port: served.port, headers: {host: 'rebound.example'}}, r =>
      resolve(r.statusCode),
    ).end(),
  )
  await served.close()
  expect(status).toBe(421)
})

test('a host that is not of this machine is an error, not a hang', async () => {
  await expect(serve({app, port: 0, host: '203.0.113.9'})).rejects.toMatchObject({code: 'http/no-port'})
})
