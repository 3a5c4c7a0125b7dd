import {closeSync, openSync, rmSync, writeFileSync} from 'node:fs'
import type {BadRow, EntityId, EventCode, OutsideTelling} from '../../model/index.ts'

/** A telling with its sides and type known. */
export interface Placed {
  readonly actor: EntityId | null
  readonly recipient: EntityId | null
  readonly event: EventCode | null
  readonly mode: string | null
}

/** Between cells; no row holds it. */
export const mark = '\u0001'
/** Stand for `\n` and `\r` in a row. */
const breaks = /[\n\r]/g
const part = 2048

/** Rows on their way into the record, in a file beside it that DuckDB reads in one go. */
export class Slice {
  readonly path: string
  readonly bad: BadRow[] = []
  rows = 0
  bytes = 0
  /** Whether rows hold line breaks, written as marks. */
  broken = false
  #lines: string[] = []
  readonly #file: number
  readonly #fault: (cause: unknown) => never

  /** `fault` puts what the disk says into the words of this project. */
  constructor(path: string, fault: (cause: unknown) => never) {
    this.path = path
    this.#fault = fault
    try {
      this.#file = openSync(path, 'w')
    } catch (cause) {
      fault(cause)
    }
  }

  add({told, line, row}: OutsideTelling, {actor, recipient, event, mode}: Placed): void {
    let text = row
    if (row.includes('\n') || row.includes('\r')) {
      this.broken = true
      text = row.replace(breaks, found => (found === '\n' ? '\u0002' : '\u0003'))
    }
    const cells = `${line}${mark}${told.id ?? ''}${mark}${told.first}${mark}${told.last}${mark}${actor ?? ''}${mark}${recipient ?? ''}`
    this.#lines.push(`${cells}${mark}${told.cameo ?? ''}${mark}${event ?? ''}${mark}${mode ?? ''}${mark}${text}\n`)
    this.rows++
    this.bytes += text.length
    if (this.#lines.length === part) this.#write()
  }

  /** Nothing is added after it. */
  end(): void {
    this.#write()
    closeSync(this.#file)
  }

  remove(): void {
    rmSync(this.path, {force: true})
  }

  #write(): void {
    try {
      if (this.#lines.length > 0) writeFileSync(this.#file, this.#lines.join(''))
    } catch (cause) {
      this.#fault(cause)
    }
    this.#lines = []
  }
}
