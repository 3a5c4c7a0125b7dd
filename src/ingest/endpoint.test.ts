import type {IncomingMessage, ServerResponse} from 'node:http'
import {createServer} from 'node:http'
import type {AddressInfo} from 'node:net'
import {gzipSync} from 'node:zlib'
import {afterAll, beforeAll, beforeEach, expect, test} from 'vitest'
import {loadLexicon} from '../lexicon/index.ts'
import {formatOf, importFacts, queryAddress, sourceText} from './lexicon-additions.ts'

/** Answers as the query service of Wikidata does: its headers, its JSON, its ways to refuse. */
const value = (text: string, type = 'literal') => ({type, value: text})
const label = (text: string) => ({...value(text), 'xml:lang': 'en'})
const item = (id: string) => value(`http://www.wikidata.org/entity/${id}`, 'uri')
const day = (text: string) => ({...value(text), datatype: 'http://www.w3.org/2001/XMLSchema#dateTime'})
const bindings = [
  {
    person: item('Q900000001'),
    personLabel: label('Ana Dobre'),
    positionLabel: label('Prime Minister of Romania'),
    start: day('2031-01-02T00:00:00Z'),
    iso: value('ROU'),
  },
  {
    person: item('Q900000002'),
    personLabel: label('Radu Ene'),
    positionLabel: label('President of Romania'),
    start: day('2031-03-04T00:00:00Z'),
    end: {type: 'bnode', value: 't1234'},
    iso: value('ROU'),
  },
  {person: item('Q900000003'), personLabel: value('Q900000003'), positionLabel: label('President of Romania')},
]
const result = JSON.stringify({
  head: {vars: ['person', 'personLabel', 'positionLabel', 'start', 'end', 'iso']},
  results: {bindings},
})

const json = (answer: ServerResponse) =>
  answer
    .setHeader('content-type', 'application/sparql-results+json;charset=utf-8')
    .setHeader('content-encoding', 'gzip')
    .setHeader('x-served-by', 'wdqs1016')
    .setHeader('cache-control', 'public, max-age=300')

let asked: IncomingMessage[] = []
const routes: {readonly [path: string]: (answer: ServerResponse) => void} = {
  '/sparql': answer => json(answer).end(gzipSync(result)),
  '/busy': answer =>
    asked.length < 3
      ? answer.writeHead(429, {'retry-after': '7', 'content-type': 'text/html'}).end('<h1>Too Many Requests</h1>')
      : json(answer).end(gzipSync(result)),
  '/always-busy': answer => answer.writeHead(429, {'retry-after': '1'}).end(),
  '/banned': answer => answer.writeHead(429, {'retry-after': '86400'}).end(),
  '/busy-day': answer =>
    asked.length < 2
      ? answer
          .writeHead(503, {date: 'Mon, 02 Jun 2031 10:00:00 GMT', 'retry-after': 'Mon, 02 Jun 2031 10:00:30 GMT'})
          .end()
      : json(answer).end(gzipSync(result)),
  '/malformed': answer =>
    answer
      .writeHead(400, {'content-type': 'text/plain;charset=utf-8'})
      .end(
        'SPARQL-QUERY: queryStr=SELEC ?x\njava.util.concurrent.ExecutionException: org.openrdf.query.MalformedQueryException: Encountered "SELEC" at line 1\n\tat java.util.concurrent.FutureTask.report(FutureTask.java:122)\n',
      ),
  '/overlong': answer =>
    answer
      .writeHead(500, {'content-type': 'text/plain'})
      .end(
        'SPARQL-QUERY: queryStr=SELECT *\njava.util.concurrent.TimeoutException\n\tat java.util.concurrent.FutureTask.get\n',
      ),
  '/cut-off': answer =>
    json(answer).end(gzipSync(`${result.slice(0, -60)}\njava.util.concurrent.TimeoutException\n\tat com.bigdata\n`)),
  '/forbidden': answer =>
    answer.writeHead(403, {'content-type': 'text/html'}).end('<p>Please follow the user agent policy</p>'),
  '/html': answer => answer.setHeader('content-type', 'text/html').end('<h1>Wikimedia Error</h1>'),
  '/silent': () => {},
  '/nobody': answer => json(answer).end(gzipSync('{"head":{"vars":["x"]},"results":{"bindings":[]}}')),
}
const server = createServer((request, answer) => {
  asked.push(request)
  const route = routes[new URL(request.url ?? '/', 'http://x').pathname]
  if (route) route(answer)
  else answer.writeHead(404).end()
})
let base = ''
beforeAll(async () => {
  await new Promise<void>(resolve => void server.listen(0, '127.0.0.1', () => resolve()))
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})
let waited: number[] = []
beforeEach(() => {
  asked = []
  waited = []
})
const wait = (ms: number) => {
  waited.push(ms)
  return Promise.resolve()
}
const query = 'SELECT ?personLabel WHERE {?person p:P39 ?term # “heads”\n}'
const ask = (path: string, timeoutMs?: number) =>
  sourceText(queryAddress(base + path, query), {allowPrivate: true, wait, ...(timeoutMs && {timeoutMs})})

test('an answer becomes rows; the query and who asks arrive whole', async () => {
  const text = await ask('/sparql')
  expect(formatOf(text)).toBe('wikidata')
  const {rows, left} = importFacts(text, 'wikidata', 'x', loadLexicon())
  expect(rows.people).toMatchObject([
    {id: 'ana-dobre', country: 'ROU', wikidata: 'Q900000001'},
    {id: 'radu-ene', country: 'ROU', wikidata: 'Q900000002'},
  ])
  expect(rows.roles).toMatchObject([
    {entity: 'ana-dobre', role: 'prime minister', of: 'ROU', since: '2031-01-02', until: ''},
    {entity: 'radu-ene', role: 'president', of: 'ROU', since: '2031-03-04', until: ''},
  ])
  expect(left).toEqual(['row 3: expected a name, found Q900000003'])
  const [{url, headers}] = asked
  expect(new URL(url!, base).searchParams.get('query')).toBe(query)
  expect(headers.accept).toContain('application/sparql-results+json')
  expect(headers['user-agent']).toMatch(/^detente\/\d/)
})

test('an endpoint that asks to come back is asked again after as long', async () => {
  expect(await ask('/busy')).toBe(result)
  expect(waited).toEqual([7000, 7000])
  asked = []
  waited = []
  expect(await ask('/busy-day')).toBe(result)
  expect(waited).toEqual([30_000])
})

test('but not for ever, and not for a day', async () => {
  await expect(ask('/always-busy')).rejects.toThrow(/found 429/)
  expect(asked).toHaveLength(3)
  asked = []
  await expect(ask('/banned')).rejects.toMatchObject({code: 'intake/fetch', hint: 'Ask again in 86400 seconds.'})
  expect(asked).toHaveLength(1)
})

test('what the endpoint says of a query is told', async () => {
  await expect(ask('/malformed')).rejects.toThrow(/found 400: .*MalformedQueryException: Encountered "SELEC"/)
  await expect(ask('/overlong')).rejects.toThrow(/found 500: .*“TimeoutException”/)
})

test('a result that was cut off is no table', async () => {
  const text = await ask('/cut-off')
  expect(formatOf(text)).toBe('wikidata')
  expect(() => importFacts(text, 'wikidata', 'x', loadLexicon())).toThrow(/expected the JSON of a SPARQL result/)
})

test('pages of error, silence and refusals are errors of the intake', async () => {
  await expect(ask('/html')).rejects.toMatchObject({code: 'intake/media-type'})
  await expect(ask('/forbidden')).rejects.toMatchObject({code: 'intake/fetch'})
  await expect(ask('/silent', 200)).rejects.toMatchObject({code: 'intake/too-slow'})
})

test('nobody found is no error', async () => {
  const found = importFacts(await ask('/nobody'), 'wikidata', 'x', loadLexicon())
  expect(found.rows).toEqual({people: [], entities: [], roles: [], names: []})
})
