import {type Context, Hono} from 'hono'
import {compress} from 'hono/compress'
import {DetenteError} from '../../model/index.ts'
import {
  type Answers,
  entityView,
  incidentPage,
  questionView,
  relationPage,
  relationView,
  spoken,
} from '../../answer/index.ts'
import {onlyHosts, onlyWith, secure} from './guard.ts'
import {answerMarkdown} from './answer-page.ts'
import {
  readAll,
  readAsked,
  readDay,
  readKnown,
  readNetworkQuery,
  readPaging,
  readPair,
  readRelationQuery,
  readSpan,
} from './parameters.ts'
import {feeds} from './feeds.ts'
import {sendJson} from './json.ts'
import {readSite} from './site.ts'
import {tables} from './tables.ts'
import {describeError} from './status.ts'
import {type Doors, writing} from './write.ts'

export interface AppOptions {
  readonly answers: Answers
  /** Folder that `vite build src/face/web` wrote. */
  readonly webRoot: string
  /** Host names besides loopback under which the app may be reached, in lower case. */
  readonly hosts?: readonly string[]
  /** Asked of everyone, when given; then any host name will do. */
  readonly password?: string
  /** What may be written over HTTP; nothing when left out. */
  readonly doors?: Doors
  /** Told of every fault of ours, for the terminal. */
  readonly onFault?: (error: unknown) => void
}

type Reply = (c: Context) => Promise<unknown>

/** Cuts `.json` off the last part of the path, as the twin of each page has it. */
const untwin = (c: Context, name: string) => (c.req.param(name) ?? '').replace(/\.json$/, '')

/** Pages of the workbench: each path serves the page, and with `.json` at its end the data that the page shows. */
export function routes(
  answers: Answers,
): readonly {readonly page: string | null; readonly twin: string; reply: Reply}[] {
  return [
    {page: '/', twin: '/index.json', reply: c => answers.home(...readKnown(c.req.query()))},
    {
      page: '/r/:pair',
      twin: '/r/:pair{[^/]+\\.json}',
      reply: async c => {
        const search = c.req.query()
        const query = readRelationQuery(untwin(c, 'pair'), search)
        const paging = search.limit === undefined && search.offset === undefined ? null : readPaging(search)
        const answer = await answers.relation(query)
        return paging === null ? answer : relationPage(answer, paging)
      },
    },
    {
      page: '/a/:doc',
      twin: '/a/:doc{[^/]+\\.json}',
      reply: c => answers.article(untwin(c, 'doc'), ...readKnown(c.req.query())),
    },
    {
      page: '/x/:entity',
      twin: '/x/:entity{[^/]+\\.json}',
      reply: c => answers.entity(untwin(c, 'entity'), ...readKnown(c.req.query())),
    },
    {
      page: null,
      twin: '/x/:entity/view.json',
      reply: async c => {
        const search = c.req.query()
        const answer = await answers.entity(c.req.param('entity') ?? '', ...readKnown(search))
        return entityView(answer, readAll('statements', search.statements))
      },
    },
    {
      page: '/q',
      twin: '/q.json',
      reply: async c => questionView(await answers.ask(...readAsked(c.req.query()))),
    },
    {
      page: '/r/:pair/compare',
      twin: '/r/:pair/background.json',
      reply: c => answers.background(readPair(c.req.param('pair') ?? ''), ...readKnown(c.req.query())),
    },
    {
      page: null,
      twin: '/r/:pair/outside.json',
      reply: c => answers.outside(readRelationQuery(c.req.param('pair') ?? '', c.req.query())),
    },
    {
      page: null,
      twin: '/r/:pair/view.json',
      reply: async c => {
        const query = readRelationQuery(c.req.param('pair') ?? '', c.req.query())
        // Asked for without its months, so that one answer serves every change that is asked about.
        return relationView(await answers.relation({...query, from: null, to: null}), query.from, query.to)
      },
    },
    {
      page: null,
      twin: '/r/:pair/incidents.json',
      reply: async c => {
        const query = readRelationQuery(c.req.param('pair') ?? '', c.req.query())
        const paging = readPaging(c.req.query())
        return incidentPage(await answers.relation({...query, from: null, to: null}), paging)
      },
    },
    {
      page: null,
      twin: '/r/:pair/statements.json',
      reply: async c => {
        const query = readRelationQuery(c.req.param('pair') ?? '', c.req.query())
        const {statements, quotations} = await answers.relation({...query, from: null, to: null})
        return {statements, quotations}
      },
    },
    {
      page: null,
      twin: '/r/:pair/spoken.json',
      reply: async c => {
        const query = readRelationQuery(c.req.param('pair') ?? '', c.req.query())
        const answer = await answers.relation({...query, from: null, to: null})
        return spoken(answer, readAll('statements', c.req.query('statements')))
      },
    },
    {
      page: null,
      twin: '/r/:pair/months.json',
      reply: async c => {
        const query = readRelationQuery(c.req.param('pair') ?? '', c.req.query())
        const {pair, index} = await answers.relation({...query, from: null, to: null})
        return {names: pair.map(({name}) => name), index}
      },
    },
    {
      page: null,
      twin: '/r/:pair/forecasts.json',
      reply: c => answers.forecasts(readPair(c.req.param('pair') ?? ''), readDay('asof', c.req.query('asof'))),
    },
    {
      page: '/scoreboard',
      twin: '/scoreboard.json',
      reply: c => answers.scoreboard(readDay('asof', c.req.query('asof'))),
    },
    {page: '/network', twin: '/network.json', reply: c => answers.network(readNetworkQuery(c.req.query()))},
    {page: '/map', twin: '/map.json', reply: c => answers.map(readSpan(c.req.query()))},
    {page: '/inbox', twin: '/inbox.json', reply: c => answers.inbox(...readKnown(c.req.query()))},
    {page: '/runs', twin: '/runs.json', reply: c => answers.runs(...readKnown(c.req.query()))},
    {page: null, twin: '/e/:id{.+\\.json}', reply: c => answers.evidence(untwin(c, 'id'), ...readKnown(c.req.query()))},
  ]
}

/** The workbench over HTTP. Needs no socket: `makeApp(…).request('/r/USA-PAK.json')` answers as a server would. */
export function makeApp({answers, webRoot, hosts = [], password, doors = {}, onFault}: AppOptions): Hono {
  const site = readSite(webRoot)
  const app = new Hono()
  app.use(secure)
  app.use(compress({encoding: 'gzip'}))
  app.use(password === undefined ? onlyHosts(hosts) : onlyWith(password))

  const shell = (c: Context, status: 200 | 404) => {
    c.header('cache-control', 'no-cache')
    return c.html(site.shell, status)
  }

  for (const {page, twin, reply} of routes(answers)) {
    app.get(twin, async c => {
      c.header('cache-control', 'no-cache')
      return sendJson(c, await reply(c))
    })
    if (page !== null) app.get(page, c => shell(c, 200))
  }
  app.get('/q.md', async c => {
    const answer = await answers.ask(...readAsked(c.req.query()))
    c.header('content-type', 'text/markdown; charset=utf-8')
    c.header('content-disposition', 'attachment; filename="answer.md"')
    c.header('cache-control', 'no-cache')
    return c.body(answerMarkdown(answer))
  })
  app.route('/', feeds(answers))
  app.route('/', tables(answers))
  app.get('/add', c => shell(c, 200))
  app.route('/', writing(doors))

  app.get('/assets/:name', c => {
    const asset = site.assets.get(c.req.param('name'))
    if (!asset) return c.notFound()
    const zip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
    c.header('content-type', asset.type)
    c.header('cache-control', 'public, max-age=31536000, immutable')
    c.header('vary', 'accept-encoding')
    if (zip) c.header('content-encoding', 'gzip')
    return c.body(zip ? asset.zipped : asset.bytes)
  })

  app.notFound(c => {
    if (c.req.method !== 'GET' && c.req.method !== 'HEAD')
      throw new DetenteError('http/method', `expected GET or HEAD, found ${c.req.method}`)
    if (/\btext\/html\b/.test(c.req.header('accept') ?? '') && !c.req.path.startsWith('/assets/')) return shell(c, 404)
    const {status, body} = describeError(
      new DetenteError('http/no-page', `expected the address of a page, found "${c.req.path.slice(0, 80)}"`, {
        hint: 'begin at /',
      }),
    )
    return c.json(body, status)
  })
  app.onError((error, c) => {
    const {status, body} = describeError(error)
    if (status === 500) onFault?.(error)
    if (status === 405) c.header('allow', 'GET, HEAD')
    if (status === 401) c.header('www-authenticate', 'Basic realm="detente", charset="UTF-8"')
    return c.json(body, status)
  })
  return app
}
