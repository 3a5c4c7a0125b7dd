import {
  type DuckDBAppender,
  type DuckDBConnection,
  DuckDBDateValue,
  DuckDBInstance,
  DuckDBListValue,
  type DuckDBType,
  type DuckDBValue,
  LIST,
  listValue,
  VARCHAR,
} from '@duckdb/node-api'
import {breath} from '../model/turns.ts'
import {memoryFaultOf} from './fault.ts'

/** What a column may be given: days as `YYYY-MM-DD` into DATE columns, bytes into BLOB, lists into `[]` columns. */
export type Cell = string | number | boolean | null | Uint8Array | readonly string[] | readonly number[]
export interface Row {
  readonly [column: string]: unknown
}

/** One open DuckDB file: reads go beside the writer and see only what is committed; writes go one after another. */
export class Database {
  readonly #instance: DuckDBInstance
  readonly #writer: DuckDBConnection
  readonly #reader: DuckDBConnection
  readonly #whole: boolean
  #last: Promise<unknown> = Promise.resolve()

  private constructor(instance: DuckDBInstance, writer: DuckDBConnection, reader: DuckDBConnection, whole = true) {
    this.#instance = instance
    this.#writer = writer
    this.#reader = reader
    this.#whole = whole
  }

  static async open(path: string, readOnly: boolean, memory: string | null = null): Promise<Database> {
    // The same on any machine: no extension is fetched, no home folder is read.
    const instance = await DuckDBInstance.create(path, {
      access_mode: readOnly ? 'READ_ONLY' : 'READ_WRITE',
      autoinstall_known_extensions: 'false',
      preserve_insertion_order: 'true',
      // Rows of other projects are packed with zstd, which records of older versions do not know.
      storage_compatibility_version: 'v1.2.0',
      threads: '2',
      ...(memory !== null && {memory_limit: memory}),
    })
    const writer = await instance.connect()
    // Temporary tables, which a read-only record needs, belong to one connection.
    return new Database(instance, writer, readOnly ? writer : await instance.connect())
  }

  /** The same file by a connection of its own, for temporary tables and views that hide those of the file. To be closed before this. */
  async beside(): Promise<Database> {
    const own = await this.#instance.connect()
    return new Database(this.#instance, own, own, false)
  }

  /** Whether nothing that is read of it can change while it is open. */
  get still(): boolean {
    return this.#reader === this.#writer
  }

  /** Rows of a query; numbered parameters `$1`, `$2`, … Between one lot of some two thousand and the next, others get their turn. */
  async rows<T extends object>(sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
    const all: T[] = []
    for await (const lot of this.lots<T>(sql, values)) for (const row of lot) all.push(row)
    return all
  }

  /** The same, one lot after another. */
  async *lots<T extends object>(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<T[]> {
    try {
      const result = await this.#reader.run(sql, [...values], typesOf(values))
      for await (const rows of result.yieldRowObjectJs()) yield rows as unknown as T[]
    } catch (cause) {
      throw memoryFaultOf(cause) ?? cause
    }
  }

  /** Rows of a query, some thousand at a time, for what is too much to hold. */
  async *stream<T extends object>(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<T[]> {
    const own = await this.#instance.connect()
    try {
      const result = await own.stream(sql, [...values], typesOf(values))
      for await (const rows of result.yieldRowObjectJs()) yield rows as unknown as T[]
    } catch (cause) {
      throw memoryFaultOf(cause) ?? cause
    } finally {
      own.closeSync()
    }
  }

  /** Runs `work` as one transaction, whole or not at all, after those that were asked for before. */
  transact<T>(work: (change: Change) => Promise<T>): Promise<T> {
    const turn = this.#last.then(async () => {
      await this.#writer.run('BEGIN TRANSACTION')
      try {
        const result = await work(new Change(this.#writer))
        await this.#writer.run('COMMIT')
        return result
      } catch (error) {
        await this.#writer.run('ROLLBACK').catch(() => {})
        throw error
      }
    })
    this.#last = turn.catch(() => {})
    return turn
  }

  async close(): Promise<void> {
    await this.#last
    if (this.#reader !== this.#writer) this.#reader.closeSync()
    this.#writer.closeSync()
    if (this.#whole) this.#instance.closeSync()
  }
}

/** An empty list does not tell what it is a list of; ours hold ids. The binding takes a type where there is one. */
function typesOf(values: readonly DuckDBValue[]): DuckDBType[] {
  return values.map(value =>
    value instanceof DuckDBListValue && value.items.length === 0 ? LIST(VARCHAR) : undefined,
  ) as DuckDBType[]
}

/** What may be done inside a transaction. */
export class Change {
  readonly #connection: DuckDBConnection

  constructor(connection: DuckDBConnection) {
    this.#connection = connection
  }

  async run(sql: string, values: readonly DuckDBValue[] = []): Promise<void> {
    await this.#connection.run(sql, [...values], typesOf(values))
  }

  async rows<T extends object>(sql: string, values: readonly DuckDBValue[] = []): Promise<T[]> {
    const all: T[] = []
    for await (const lot of this.lots<T>(sql, values)) for (const row of lot) all.push(row)
    return all
  }

  /** The same, one lot after another. */
  async *lots<T extends object>(sql: string, values: readonly DuckDBValue[] = []): AsyncGenerator<T[]> {
    const result = await this.#connection.run(sql, [...values], typesOf(values))
    for await (const rows of result.yieldRowObjectJs()) yield rows as unknown as T[]
  }

  /** Adds rows, with cells in the order of the table's columns; `temporary`: a table of this connection alone. */
  async add(table: string, rows: readonly (readonly Cell[])[], temporary = false): Promise<void> {
    if (rows.length === 0) return
    const appender = await this.#connection.createAppender(table, 'main', temporary ? 'temp' : null)
    const types = Array.from({length: appender.columnCount}, (_, i) => appender.columnType(i))
    for (const [n, row] of rows.entries()) {
      if (n % 2000 === 1999) await breath()
      if (row.length !== types.length) throw new Error(`${table}: ${types.length} columns, ${row.length} cells`)
      row.forEach((cell, i) => {
        append(appender, cell, types[i])
      })
      appender.endRow()
    }
    appender.closeSync()
  }
}

function append(appender: DuckDBAppender, cell: Cell, type: DuckDBType): void {
  if (cell === null) appender.appendNull()
  else if (cell instanceof Uint8Array) appender.appendBlob(cell)
  else if (typeof cell === 'object') appender.appendValue(listValue([...cell]), type)
  else if (String(type) === 'DATE') appender.appendDate(dateOf(String(cell)))
  else appender.appendValue(cell, type)
}

function dateOf(day: string): DuckDBDateValue {
  const [year, month, date] = day.split('-').map(Number)
  const moment = new Date(0)
  moment.setUTCFullYear(year, month - 1, date)
  return new DuckDBDateValue(Math.round(moment.getTime() / 86_400_000))
}
