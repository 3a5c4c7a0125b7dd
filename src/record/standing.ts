import type {Database} from './database.ts'
import {addKnownBy, Conditions, type Known} from './filter.ts'
import {createTable} from './migrations.ts'
import {joinInto} from './rejoin.ts'
import {tables} from './tables.ts'

/** Most days that are kept at hand. */
const most = 4

interface Standing {
  readonly made: Promise<Database>
  /** Reads that go on, and whether to close when the last of them is done. */
  readers: number
  dropped: boolean
}

/**
 * The record as it stood on past days. Each is a connection of its own whose views hide the tables of the file: they hold the Docs
 * known by that day, and incidents joined of those alone, so that what came later neither joins two of them nor parts them.
 * Corrections hold for every day.
 */
export class Standings {
  readonly #all = new Map<string, Standing>()
  #closing: Promise<unknown> = Promise.resolve()

  /** Reads the record as it stood; it is made when first asked for. */
  async read<T>(database: Database, known: Known, work: (then: Database) => Promise<T>): Promise<T> {
    const key = `${known.asOf ?? ''} ${known.readBy ?? ''}`
    const standing = this.#all.get(key) ?? {made: stood(database, known), readers: 0, dropped: false}
    standing.readers++
    // Those asked for last stand last.
    this.#all.delete(key)
    this.#all.set(key, standing)
    for (const oldest of this.#all.keys()) {
      if (this.#all.size <= most) break
      this.#drop(oldest)
    }
    // What could not be made is tried anew.
    standing.made.catch(() => this.#drop(key))
    try {
      return await work(await standing.made)
    } finally {
      standing.readers--
      this.#close(standing)
    }
  }

  /** After a change to the record, nothing stands as it was made. */
  async clear(): Promise<void> {
    for (const key of [...this.#all.keys()]) this.#drop(key)
    await this.#closing
  }

  #drop(key: string): void {
    const standing = this.#all.get(key)
    if (!standing) return
    this.#all.delete(key)
    standing.dropped = true
    this.#close(standing)
  }

  #close({made, readers, dropped}: Standing): void {
    if (!dropped || readers > 0) return
    const closed = made.then(
      database => database.close(),
      () => {},
    )
    this.#closing = Promise.all([this.#closing, closed])
  }
}

async function stood(database: Database, known: Known): Promise<Database> {
  const where = addKnownBy(new Conditions(), known)
  const docs = await database.rows<{id: string}>(`SELECT d.id FROM docs d ${where}`, where.values)
  const then = await database.beside()
  try {
    await then.transact(async change => {
      const [{catalog}] = await change.rows<{catalog: string}>('SELECT current_database() AS catalog')
      // A name takes no parameter; it is that of the file.
      const file = `"${catalog.replaceAll('"', '""')}"`
      await change.run('CREATE TEMPORARY TABLE known_docs (id VARCHAR NOT NULL)')
      await change.add(
        'known_docs',
        docs.map(({id}) => [id]),
        true,
      )
      for (const {name, columns} of tables) {
        const by = name === 'docs' ? 'id' : columns.some(([column]) => column === 'doc') ? 'doc' : null
        if (name === 'incidents' || name === 'incident_tellings') await change.run(createTable(name, columns, true))
        else if (by !== null)
          await change.run(
            `CREATE TEMPORARY VIEW ${name} AS SELECT * FROM ${file}.main.${name} WHERE ${by} IN (SELECT id FROM temp.main.known_docs)`,
          )
      }
      await joinInto(change, true)
    })
    return then
  } catch (cause) {
    await then.close()
    throw cause
  }
}
