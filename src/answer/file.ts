import {mkdtemp, readFile, rm} from 'node:fs/promises'
import {tmpdir} from 'node:os'
import {join} from 'node:path'
import {Writable} from 'node:stream'
import {type ExportFormat, exportRows} from '../record/index.ts'
import type {List} from './lists.ts'

/** A table as the bytes of a CSV, JSON Lines or Parquet file. The same table gives the same bytes. */
export async function fileOf({columns, rows}: List, format: ExportFormat): Promise<Uint8Array<ArrayBuffer>> {
  if (format === 'parquet') {
    const folder = await mkdtemp(join(tmpdir(), 'detente-export-'))
    try {
      const path = join(folder, 'rows.parquet')
      await exportRows(rows, columns, format, path)
      return new Uint8Array(await readFile(path))
    } finally {
      await rm(folder, {recursive: true, force: true})
    }
  }
  const parts: Buffer[] = []
  const sink = new Writable({
    write: (part: Buffer, _, done) => {
      parts.push(part)
      done()
    },
  })
  await exportRows(rows, columns, format, sink)
  return new Uint8Array(Buffer.concat(parts))
}
