import {type Context, Hono} from 'hono'
import type {Answers, List} from '../../answer/index.ts'
import * as answer from '../../answer/index.ts'
import type {ForecastState} from '../../model/index.ts'
import {
  readDay,
  readForecastState,
  readKnown,
  readNetworkQuery,
  readPair,
  readRelationQuery,
  readSpan,
} from './parameters.ts'

const formats = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const
type Format = keyof typeof formats

interface Asked {
  /** The part of the path that names a pair, entity or article; empty where there is none. */
  readonly id: string
  readonly search: {readonly [name: string]: string | undefined}
}

interface TablesBeside {
  /** Path of the page. */
  readonly page: string
  readonly tables: {readonly [name: string]: (asked: Asked) => Promise<List>}
}

/** Every table of the pages, by the page beside which it lies. */
function tablesOf(answers: Answers): readonly TablesBeside[] {
  const relation = ({id, search}: Asked) => answers.relation(readRelationQuery(id, search))
  // Only shares need the months; without them one answer serves all tables.
  const whole = ({id, search}: Asked) => answers.relation({...readRelationQuery(id, search), from: null, to: null})
  const entity = ({id, search}: Asked) => answers.entity(id, ...readKnown(search))
  const background = ({id, search}: Asked) => answers.background(readPair(id), ...readKnown(search))
  const board = ({search}: Asked) => answers.scoreboard(readDay('asof', search.asof))
  const inState = <T extends {readonly state: ForecastState}>(forecasts: readonly T[], {search}: Asked) => {
    const state = readForecastState(search.state)
    return state === null ? forecasts : forecasts.filter(forecast => forecast.state === state)
  }
  return [
    {
      page: '',
      tables: {
        relations: async ({search}) => answer.pairTable(await answers.home(...readKnown(search))),
        articles: async ({search}) => answer.articleTable(await answers.home(...readKnown(search))),
      },
    },
    {
      page: '/r/:id',
      tables: {
        incidents: async asked => {
          const {incidents} = await whole(asked)
          return answer.incidentTable(asked.search.only === 'moving' ? incidents.filter(answer.counts) : incidents)
        },
        statements: async asked => {
          const {statements, quotations} = await whole(asked)
          return answer.statementTable(statements, quotations)
        },
        figures: async asked => answer.figureTable((await whole(asked)).incidents),
        months: async asked => answer.monthTable((await whole(asked)).index),
        shares: async asked => answer.shareTable(await relation(asked)),
        eras: async asked => {
          const {eras, own} = await background(asked)
          const chosen = asked.search.e?.split(',')
          if (!chosen) return answer.eraTable({eras, own})
          return answer.eraTable({
            eras: eras.filter(({first}) => chosen.includes(first)),
            own: own.filter(({first, last}) => chosen.includes(`own:${first}..${last}`)),
          })
        },
        drivers: async asked => answer.driverTable(await background(asked)),
        analogues: async asked => answer.analogueTable(await background(asked)),
        ahead: async ({id, search}) =>
          answer.aheadTable((await answers.forecasts(readPair(id), readDay('asof', search.asof))).ahead),
        forecasts: async asked => {
          const {issued} = await answers.forecasts(readPair(asked.id), readDay('asof', asked.search.asof))
          return answer.forecastTable(inState(issued, asked))
        },
      },
    },
    {
      page: '/a/:id',
      tables: {records: async ({id, search}) => answer.readTable(await answers.article(id, ...readKnown(search)))},
    },
    {
      page: '/x/:id',
      tables: {
        statements: async asked => answer.statementTable((await entity(asked)).statements),
        about: async asked => answer.statementTable((await entity(asked)).about),
        offices: async asked => answer.roleTable(await entity(asked)),
        partners: async asked => answer.partnerTable(await entity(asked)),
      },
    },
    {
      page: '/network',
      tables: {
        ties: async ({search}) => {
          const {ties} = await answers.network(readNetworkQuery(search))
          const {who} = search
          return answer.tieTable({ties: who ? ties.filter(({pair}) => pair.includes(who)) : ties})
        },
      },
    },
    {page: '/map', tables: {places: async ({search}) => answer.placeTable(await answers.map(readSpan(search)))}},
    {
      page: '/inbox',
      tables: {
        doubts: async ({search}) => answer.doubtTable(await answers.inbox(...readKnown(search))),
        corrections: async ({search}) => answer.correctionTable(await answers.inbox(...readKnown(search))),
      },
    },
    {
      page: '/runs',
      tables: {
        sources: async ({search}) => answer.sourceTable(await answers.runs(...readKnown(search))),
        failures: async ({search}) => answer.failureTable(await answers.runs(...readKnown(search))),
        imports: async ({search}) => answer.importTable(await answers.runs(...readKnown(search))),
      },
    },
    {
      page: '/scoreboard',
      tables: {
        scores: async asked => answer.scoreTable((await board(asked)).rows),
        forecasts: async asked => answer.forecastTable(inState((await board(asked)).forecasts, asked)),
      },
    },
  ]
}

/** The tables of the pages as files, with exactly the rows that the page shows at the same address. */
export function tables(answers: Answers): Hono {
  const app = new Hono()
  for (const {page, tables} of tablesOf(answers))
    for (const [name, table] of Object.entries(tables))
      app.get(`${page}/:table{${name}\\.(?:csv|jsonl|parquet)}`, async c => {
        const id = c.req.param('id') ?? ''
        const list = await table({id, search: c.req.query()})
        return send(c, id === '' ? name : `${id}-${name}`, list)
      })
  return app
}

async function send(c: Context, name: string, table: List): Promise<Response> {
  const format = c.req.path.split('.').pop() as Format
  c.header('content-type', formats[format])
  c.header('content-disposition', `attachment; filename="${name.replace(/[^\w,-]+/g, '_')}.${format}"`)
  c.header('cache-control', 'no-cache')
  return c.body(await answer.fileOf(table, format))
}
