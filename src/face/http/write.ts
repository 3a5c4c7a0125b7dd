import {randomBytes} from 'node:crypto'
import {type Context, Hono, type MiddlewareHandler} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {DetenteError} from '../../model/index.ts'
import type {Given} from '../../answer/index.ts'
import {type Adding, mostBytes, readSent} from './adding.ts'
import type {Correcting} from './correcting.ts'
import {onlyOwnPages} from './guard.ts'

/** What may be written; a door that is not given stays shut. */
export interface Doors {
  readonly adding?: Adding
  readonly correcting?: Correcting
}

/** The addresses that write, and `/session.json`, which tells a page of this workbench its token and what it may do. */
export function writing({adding, correcting}: Doors): Hono {
  const token = randomBytes(24).toString('base64url')
  const app = new Hono()
  app.get('/session.json', c => {
    c.header('cache-control', 'no-store')
    return c.json({token, adds: adding !== undefined, corrects: correcting !== undefined})
  })
  const own = onlyOwnPages(token)
  if (adding) addTo(app, adding, own)
  if (correcting) correctTo(app, correcting, own)
  return app
}

function tooLarge(maxSize: number): MiddlewareHandler {
  return bodyLimit({
    maxSize,
    onError: () => {
      throw new DetenteError('http/too-large', `expected at most ${maxSize} bytes`, {
        hint: 'send fewer files at a time, or use `detente add FOLDER`',
      })
    },
  })
}

function addTo(app: Hono, adding: Adding, own: MiddlewareHandler): void {
  const state = (c: Context) => {
    c.header('cache-control', 'no-store')
    return c.json(adding.state())
  }
  app.get('/adding.json', state)
  app.post('/add', own, tooLarge(mostBytes), async c => {
    adding.add(await readSent(await c.req.formData()))
    return state(c)
  })
  app.post('/runs/:run/retry', own, async c => {
    await adding.retry(c.req.param('run'))
    return state(c)
  })
  app.post('/adding/cancel', own, c => {
    adding.cancel()
    return state(c)
  })
}

const mostOfCorrection = 64_000

function correctTo(app: Hono, correcting: Correcting, own: MiddlewareHandler): void {
  const given = async (c: Context): Promise<Given> => {
    const body: unknown = await c.req.json().catch(() => null)
    if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Given
    throw new DetenteError('usage/argument', 'expected an object in JSON, found something else')
  }
  const limit = tooLarge(mostOfCorrection)
  app.post('/corrections/preview', own, limit, async c => c.json(await correcting.preview(await given(c))))
  app.post('/corrections', own, limit, async c => c.json(await correcting.apply(await given(c))))
  app.post('/corrections/:id/undo', own, limit, async c =>
    c.json(await correcting.undo({...(await given(c)), id: c.req.param('id')})),
  )
}
