import {randomBytes} from 'node:crypto'
import {type Context, Hono, type MiddlewareHandler} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {DetenteError, type HookAnswer} from '../../model/index.ts'
import type {Given} from '../../answer/index.ts'
import {type Adding, mostBytes, readFeedAddress, readSent} from './adding.ts'
import type {Correcting} from './correcting.ts'
import type {Forecasting} from './forecasting.ts'
import {onlyOwnPages} from './guard.ts'
import {type ErasKeeping, readOwnEra} from './own-eras.ts'
import {type Naming, readDropped, readNames} from './naming.ts'
import {readPair} from './parameters.ts'

/** What may be written; a door that is not given stays shut. */
export interface Doors {
  readonly adding?: Adding
  readonly correcting?: Correcting
  readonly forecasting?: Forecasting
  readonly naming?: Naming
  readonly eras?: ErasKeeping
  readonly hook?: HookDoor
}

/** The webhook as a page may see it and set it going; where it is told is set on this machine alone. */
export interface HookDoor {
  /** `null`: none is set. */
  state(): HookAnswer | null
  /** Sends what has not arrived; done when each was tried. */
  again(): Promise<void>
}

/** The addresses that write, and `/session.json`, which tells a page of this workbench its token and what it may do. */
export function writing({adding, correcting, forecasting, naming, eras, hook}: Doors): Hono {
  const token = randomBytes(24).toString('base64url')
  const app = new Hono()
  app.get('/session.json', c => {
    c.header('cache-control', 'no-store')
    return c.json({
      token,
      adds: adding !== undefined,
      corrects: correcting !== undefined,
      forecasts: forecasting !== undefined,
      names: naming !== undefined,
      eras: eras !== undefined,
      hooks: hook !== undefined && hook.state() !== null,
    })
  })
  const own = onlyOwnPages(token)
  if (adding) addTo(app, adding, own)
  if (correcting) correctTo(app, correcting, own)
  if (forecasting) forecastTo(app, forecasting, own)
  if (naming) nameTo(app, naming, own)
  if (eras) keepErasOf(app, eras, own)
  if (hook) hookTo(app, hook, own)
  return app
}

/** Most bytes of what is not a source. */
const mostOfWords = 64_000

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
  app.post('/add/feed', own, tooLarge(mostOfWords), async c =>
    c.json(await adding.feed(readFeedAddress(await c.req.formData()))),
  )
  app.post('/runs/:run/retry', own, async c => {
    await adding.retry(c.req.param('run'))
    return state(c)
  })
  app.post('/adding/cancel', own, c => {
    adding.cancel()
    return state(c)
  })
}

async function given(c: Context): Promise<Given> {
  const body: unknown = await c.req.json().catch(() => null)
  if (typeof body === 'object' && body !== null && !Array.isArray(body)) return body as Given
  throw new DetenteError('usage/argument', 'expected an object in JSON, found something else')
}

function correctTo(app: Hono, correcting: Correcting, own: MiddlewareHandler): void {
  const limit = tooLarge(mostOfWords)
  app.post('/corrections/preview', own, limit, async c => c.json(await correcting.preview(await given(c))))
  app.post('/corrections', own, limit, async c => c.json(await correcting.apply(await given(c))))
  app.post('/corrections/:id/undo', own, limit, async c =>
    c.json(await correcting.undo({...(await given(c)), id: c.req.param('id')})),
  )
}

function forecastTo(app: Hono, forecasting: Forecasting, own: MiddlewareHandler): void {
  app.post('/r/:pair/forecasts', own, async c => c.json(await forecasting.issue(readPair(c.req.param('pair')))))
  app.post('/scoreboard/settle', own, async c => c.json(await forecasting.settle()))
}

function nameTo(app: Hono, naming: Naming, own: MiddlewareHandler): void {
  const limit = tooLarge(mostOfWords)
  app.post('/names/preview', own, limit, async c => c.json(await naming.preview(readNames(await given(c)))))
  app.post('/names', own, limit, async c => c.json(await naming.keep(readNames(await given(c)))))
  app.post('/names/drop', own, limit, async c => c.json(await naming.drop(readDropped(await given(c)))))
}

function hookTo(app: Hono, hook: HookDoor, own: MiddlewareHandler): void {
  const state = (c: Context) => {
    c.header('cache-control', 'no-store')
    return c.json({webhook: hook.state()})
  }
  app.get('/webhook.json', state)
  app.post('/webhook/again', own, async c => {
    await hook.again()
    return state(c)
  })
}

function keepErasOf(app: Hono, eras: ErasKeeping, own: MiddlewareHandler): void {
  app.post('/r/:pair/eras', own, tooLarge(mostOfWords), async c => {
    await eras.add(readPair(c.req.param('pair')), readOwnEra(await given(c)))
    return c.json({})
  })
}
