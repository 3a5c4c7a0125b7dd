import {randomBytes} from 'node:crypto'
import {type Context, Hono} from 'hono'
import {bodyLimit} from 'hono/body-limit'
import {DetenteError} from '../../model/index.ts'
import {type Adding, mostBytes, readSent} from './adding.ts'
import {onlyOwnPages} from './guard.ts'

/** What may be written; a door that is not given stays shut. */
export interface Doors {
  readonly adding?: Adding
}

/** The addresses that write, and `/session.json`, which tells a page of this workbench its token and what it may do. */
export function writing({adding}: Doors): Hono {
  const token = randomBytes(24).toString('base64url')
  const app = new Hono()
  app.get('/session.json', c => {
    c.header('cache-control', 'no-store')
    return c.json({token, adds: adding !== undefined})
  })
  const own = onlyOwnPages(token)
  const limit = bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw new DetenteError('http/too-large', `expected at most ${mostBytes} bytes`, {
        hint: 'send fewer files at a time, or use `detente add FOLDER`',
      })
    },
  })
  if (!adding) return app
  const state = (c: Context) => {
    c.header('cache-control', 'no-store')
    return c.json(adding.state())
  }
  app.get('/adding.json', state)
  app.post('/add', own, limit, async c => {
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
  return app
}
