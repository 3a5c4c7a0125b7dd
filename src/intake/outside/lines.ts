import {isUtf8} from 'node:buffer'
import type {Readable} from 'node:stream'

/** Lines of a table as they follow one another. */
export interface Lines {
  /** Number of the first, from 1. */
  readonly from: number
  readonly texts: readonly string[]
  /** Physical lines that each takes; more than one where a quoted cell holds breaks. */
  readonly heights: readonly number[] | null
  /** Whether control characters or carriage returns stand anywhere in them, the ends of lines included. */
  readonly odd: boolean
  /** Bytes of the stream that are done. */
  readonly unpacked: number
}

/**
 * Lines of a stream, many at a time, without their ends (`\n` or `\r\n`). What is not UTF-8 is read as Latin-1 (ISO 8859-1),
 * line by line. `quoted`: a line goes on while its double quotes are not closed.
 */
export async function* linesOf(stream: Readable, quoted: boolean): AsyncGenerator<Lines> {
  let rest: Buffer[] = []
  let from = 1
  let unpacked = 0
  for await (const part of stream) {
    const bytes = part as Buffer
    unpacked += bytes.length
    const end = bytes.lastIndexOf(10)
    if (end < 0) {
      rest.push(bytes)
      continue
    }
    const whole = rest.length > 0 ? Buffer.concat([...rest, bytes.subarray(0, end)]) : bytes.subarray(0, end)
    rest = end + 1 < bytes.length ? [bytes.subarray(end + 1)] : []
    const texts = textsOf(whole)
    const odd = isOdd(whole)
    if (!quoted) {
      yield {from, texts, heights: null, odd, unpacked}
      from += texts.length
      continue
    }
    const joined = joinQuoted(texts)
    if (joined.open.length > 0) rest.unshift(Buffer.from(`${joined.open.join('\n')}\n`))
    yield {from, texts: joined.texts, heights: joined.heights, odd, unpacked}
    from += texts.length - joined.open.length
  }
  if (rest.length === 0) return
  const last = Buffer.concat(rest)
  const texts = textsOf(last)
  if (texts.at(-1) === '') texts.pop()
  if (texts.length === 0) return
  const odd = isOdd(last)
  yield quoted
    ? {from, texts: [texts.join('\n')], heights: [texts.length], odd, unpacked}
    : {from, texts, heights: null, odd, unpacked}
}

const isOdd = (bytes: Buffer) => [0, 1, 2, 3, 13].some(byte => bytes.includes(byte))

function textsOf(bytes: Buffer): string[] {
  const text = isUtf8(bytes) ? bytes.toString('utf8') : mixed(bytes)
  const texts = text.split('\n')
  if (text.includes('\r'))
    for (let n = 0; n < texts.length; n++) if (texts[n].endsWith('\r')) texts[n] = texts[n].slice(0, -1)
  return texts
}

function mixed(bytes: Buffer): string {
  const texts: string[] = []
  for (let start = 0; start <= bytes.length; ) {
    const found = bytes.indexOf(10, start)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(start, end)
    texts.push(line.toString(isUtf8(line) ? 'utf8' : 'latin1'))
    start = end + 1
  }
  return texts.join('\n')
}

function joinQuoted(lines: readonly string[]): {texts: string[]; heights: number[]; open: string[]} {
  const texts: string[] = []
  const heights: number[] = []
  let open: string[] = []
  let inside = false
  for (const line of lines) {
    open.push(line)
    for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) inside = !inside
    if (inside) continue
    texts.push(open.join('\n'))
    heights.push(open.length)
    open = []
  }
  return {texts, heights, open}
}
