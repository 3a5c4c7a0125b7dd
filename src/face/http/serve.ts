import type {AddressInfo} from 'node:net'
import {createAdaptorServer, type ServerType} from '@hono/node-server'
import type {Hono} from 'hono'
import {DetenteError} from '../../model/index.ts'

export interface ServeOptions {
  readonly app: Hono
  /** First port to try; 0: any free one. */
  readonly port: number
  readonly host?: string
}

export interface Served {
  readonly url: string
  readonly port: number
  close(): Promise<void>
}

const portsTried = 50

function listen(server: ServerType, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      server.off('error', reject)
      resolve(server.address() as AddressInfo)
    })
  })
}

function isTaken(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'EADDRINUSE'
}

/** Serves on `port`, or on the next one that is free. Throws `http/no-port` when none of 50 is. */
export async function serve({app, port, host = '127.0.0.1'}: ServeOptions): Promise<Served> {
  for (let tried = port; tried < Math.min(port + portsTried, 65536); tried++) {
    const server = createAdaptorServer({fetch: app.fetch, overrideGlobalObjects: false})
    try {
      const address = await listen(server, tried, host)
      const name = host.includes(':') ? `[${host}]` : host
      return {
        url: `http://${name}:${address.port}/`,
        port: address.port,
        close: () =>
          new Promise(resolve => {
            server.close(() => resolve())
            if ('closeAllConnections' in server) server.closeAllConnections()
          }),
      }
    } catch (cause) {
      if (!isTaken(cause))
        throw new DetenteError('http/no-port', `cannot listen on ${host}:${tried}`, {
          hint: 'choose another host or port',
          cause,
        })
    }
  }
  throw new DetenteError('http/no-port', `expected a free port from ${port} on, found ${portsTried} taken`, {
    hint: 'choose another port',
  })
}
