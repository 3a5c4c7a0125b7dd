import type {Context} from 'hono'
import {stream} from 'hono/streaming'
import {breath} from '../../model/turns.ts'

/** Characters of a piece. */
const size = 64_000

/** Answers with plain data as JSON. A large one goes out in pieces, between which others get their turn. */
export async function sendJson(c: Context, value: unknown): Promise<Response> {
  c.header('content-type', 'application/json; charset=utf-8')
  const pieces = jsonPieces(value)
  const first = pieces.next()
  if (first.done) return c.body(first.value)
  return stream(c, async out => {
    await out.write(first.value)
    for (let piece = pieces.next(); ; piece = pieces.next()) {
      await out.write(piece.value)
      if (piece.done || out.aborted) return
      await breath()
    }
  })
}

/** JSON of plain data, the same as `JSON.stringify` gives; what is returned at the end is its last piece. */
export function* jsonPieces(value: unknown): Generator<string, string> {
  let piece = ''
  for (const part of partsOf(value, 3)) {
    piece += part
    if (piece.length < size) continue
    yield piece
    piece = ''
  }
  return piece
}

function* partsOf(value: unknown, deep: number): Generator<string> {
  if (deep === 0 || typeof value !== 'object' || value === null) {
    yield JSON.stringify(value) ?? 'null'
  } else if (Array.isArray(value)) {
    yield '['
    for (let n = 0; n < value.length; n++) {
      if (n > 0) yield ','
      yield* partsOf(value[n], deep - 1)
    }
    yield ']'
  } else {
    let before = '{'
    for (const [name, each] of Object.entries(value)) {
      if (each === undefined) continue
      yield `${before}${JSON.stringify(name)}:`
      yield* partsOf(each, deep - 1)
      before = ','
    }
    yield before === '{' ? '{}' : '}'
  }
}
