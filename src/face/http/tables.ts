import {type Context, Hono} from 'hono'
import {
  type Answers,
  counts,
  fileOf,
  figureTable,
  incidentTable,
  type List,
  monthTable,
  sourceTable,
  statementTable,
  tieTable,
} from '../../answer/index.ts'
import {readNetworkQuery, readRelationQuery} from './parameters.ts'

const formats = {
  csv: 'text/csv; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
} as const
type Format = keyof typeof formats

/** The tables of the pages as files, with exactly the rows that the page shows at the same address. */
export function tables(answers: Answers): Hono {
  const app = new Hono()
  const send = async (c: Context, name: string, table: List) => {
    const format = c.req.path.split('.').pop() as Format
    c.header('content-type', formats[format])
    c.header('content-disposition', `attachment; filename="${name.replace(/[^\w,-]+/g, '_')}.${format}"`)
    c.header('cache-control', 'no-cache')
    return c.body(await fileOf(table, format))
  }
  app.get('/r/:pair/:table{(?:incidents|statements|figures|months)\\.(?:csv|jsonl|parquet)}', async c => {
    const pair = c.req.param('pair')
    const search = c.req.query()
    const {incidents, statements, index} = await answers.relation(readRelationQuery(pair, search))
    const [name] = c.req.param('table').split('.')
    const shown = search.only === 'moving' ? incidents.filter(counts) : incidents
    const table = {
      incidents: () => incidentTable(shown),
      statements: () => statementTable(statements),
      figures: () => figureTable(incidents),
      months: () => monthTable(index),
    }[name as 'incidents']
    return send(c, `${pair}-${name}`, table())
  })
  app.get('/network/:table{ties\\.(?:csv|jsonl|parquet)}', async c =>
    send(c, 'ties', tieTable(await answers.network(readNetworkQuery(c.req.query())))),
  )
  app.get('/runs/:table{sources\\.(?:csv|jsonl|parquet)}', async c =>
    send(c, 'sources', sourceTable(await answers.runs())),
  )
  return app
}
