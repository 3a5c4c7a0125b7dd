import {createWriteStream} from 'node:fs'
import type {Writable} from 'node:stream'
import {DuckDBInstance, listValue} from '@duckdb/node-api'
import {DetenteError} from '../model/index.ts'
import {breath} from '../model/turns.ts'
import type {Row} from './database.ts'

export type ExportFormat = 'csv' | 'jsonl' | 'parquet'

/** Rows that are written before others get their turn. */
const turn = 500

/**
 * Writes flat rows. CSV is RFC 4180 in UTF-8, lists joined by `;`. Parquet needs a path and keeps lists, numbers and truth values.
 * The same rows give the same bytes.
 */
export async function exportRows(
  rows: readonly Row[],
  columns: readonly string[],
  format: ExportFormat,
  to: string | Writable,
): Promise<void> {
  if (format === 'parquet') {
    if (typeof to !== 'string')
      throw new DetenteError('usage/argument', 'Parquet is written to a file, not to a stream', {
        hint: 'Give --out PATH.',
      })
    return writeParquet(rows, columns, to)
  }
  const line = format === 'csv' ? csvLine : jsonLine
  const out = typeof to === 'string' ? createWriteStream(to) : to
  const written = new Promise<void>((resolve, reject) => {
    out.once('error', reject)
    if (typeof to === 'string') out.once('close', resolve)
  }).catch(cause => {
    throw typeof to === 'string' ? notWritten(to, cause) : cause
  })
  // Heard of where it is waited for; until then it must not count as unhandled.
  written.catch(() => {})
  if (format === 'csv') out.write(`${columns.map(csvCell).join(',')}\r\n`)
  for (const [n, row] of rows.entries()) {
    if (n % turn === turn - 1) await breath()
    if (!out.write(line(row, columns))) await Promise.race([drained(out), written])
  }
  if (typeof to !== 'string') return
  out.end()
  await written
}

const drained = (out: Writable) => new Promise<void>(resolve => out.once('drain', resolve))

const csvLine = (row: Row, columns: readonly string[]) => `${columns.map(column => csvCell(row[column])).join(',')}\r\n`
const jsonLine = (row: Row, columns: readonly string[]) =>
  `${JSON.stringify(Object.fromEntries(columns.map(column => [column, row[column] ?? null])))}\n`

function csvCell(value: unknown): string {
  const text = value === null || value === undefined ? '' : Array.isArray(value) ? value.join(';') : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Through a DuckDB in memory: the type of a column is that of its first value. */
async function writeParquet(rows: readonly Row[], columns: readonly string[], path: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', {threads: '1'})
  const connection = await instance.connect()
  try {
    const list = columns.map(column => `${named(column)} ${typeOf(rows, column)}`)
    await connection.run(`CREATE TABLE given (${list.join(', ')})`)
    const appender = await connection.createAppender('given')
    const types = columns.map((_, i) => appender.columnType(i))
    for (const [n, row] of rows.entries()) {
      if (n % turn === turn - 1) await breath()
      columns.forEach((column, i) => {
        const value = row[column]
        if (value === null || value === undefined) appender.appendNull()
        else appender.appendValue((Array.isArray(value) ? listValue(value) : value) as never, types[i])
      })
      appender.endRow()
    }
    appender.closeSync()
    await connection.run(`COPY given TO ${quoted(path)} (FORMAT parquet, COMPRESSION zstd)`)
  } catch (cause) {
    throw new DetenteError(
      'usage/argument',
      `${path} could not be written: ${cause instanceof Error ? cause.message : cause}`,
      {cause},
    )
  } finally {
    connection.closeSync()
    instance.closeSync()
  }
}

function notWritten(path: string, cause: unknown): DetenteError {
  const said = cause instanceof Error ? cause.message : String(cause)
  return new DetenteError('usage/argument', `${path} could not be written: ${said}`, {cause})
}

function typeOf(rows: readonly Row[], column: string): string {
  const values = rows.map(row => row[column]).filter(value => value !== null && value !== undefined)
  const [first] = values
  if (Array.isArray(first)) return 'VARCHAR[]'
  if (typeof first === 'boolean') return 'BOOLEAN'
  if (typeof first === 'number') return values.every(value => Number.isInteger(value)) ? 'BIGINT' : 'DOUBLE'
  return 'VARCHAR'
}

// COPY and CREATE take no parameters for names and paths.
const named = (column: string) => `"${column.replaceAll('"', '""')}"`
const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`
