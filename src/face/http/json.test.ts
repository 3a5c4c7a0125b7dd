import {Hono} from 'hono'
import {expect, test} from 'vitest'
import {jsonPieces, sendJson} from './json.ts'

const whole = (value: unknown) => {
  const pieces = jsonPieces(value)
  let text = ''
  let piece = pieces.next()
  for (; !piece.done; piece = pieces.next()) text += piece.value
  return text + piece.value
}

test('pieces are what JSON.stringify gives, together', () => {
  const values = [
    null,
    1,
    'a “b”',
    [],
    {},
    {a: undefined},
    [undefined, null],
    {a: [], b: {}, c: [{d: [{e: [1, [2, {f: '\u2028</script>'}]]}]}], g: undefined, h: null},
  ]
  for (const value of values) expect(whole(value)).toBe(JSON.stringify(value))
})

test('a large answer goes out in pieces, and others get their turn between them', async () => {
  const value = {rows: Array.from({length: 40_000}, (_, n) => ({id: `row_${n}`, words: 'x'.repeat(50)}))}
  const app = new Hono().get('/', c => sendJson(c, value)).get('/small', c => sendJson(c, {a: 1}))
  let turns = 0
  let going = true
  const turn = () => {
    turns++
    if (going) setImmediate(turn)
  }
  turn()
  const response = await app.request('/')
  const before = turns
  const text = await response.text()
  going = false
  expect(text).toBe(JSON.stringify(value))
  expect(turns - before).toBeGreaterThan(10)
  const small = await app.request('/small')
  expect([small.headers.get('content-type'), await small.text()]).toEqual([
    'application/json; charset=utf-8',
    '{"a":1}',
  ])
})
