import {PassThrough} from 'node:stream'
import {eventColumns} from './events-read.ts'
import {exportRows} from './export.ts'
import type {OpenRecord} from './open.ts'

/** Everything that a record can put out, in one text, for tests that compare two. */
export async function exportedWhole(record: OpenRecord): Promise<string> {
  const stream = new PassThrough()
  for (const format of ['csv', 'jsonl'] as const) await exportRows(await record.events(), eventColumns, format, stream)
  stream.end()
  const rest = [await record.incidents(), await record.statements(), await record.docs(), await record.entities()]
  return (await stream.toArray()).join('') + JSON.stringify(rest)
}
