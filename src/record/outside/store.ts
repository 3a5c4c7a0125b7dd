import type {OutsideEvent, OutsideFile, OutsideFormat, OutsideMonth} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {beginFile, listBad, listFiles} from './files.ts'
import {keepSlice} from './load.ts'
import {countMonths, type OutsideFilter, readMonths} from './months.ts'
import {outsideEvents, outsideRows} from './rows.ts'
import {Slice} from './slice.ts'

/** What other projects tell, kept beside what was read here and never mixed with it. */
export interface OutsideStore {
  files(): Promise<OutsideFile[]>
  /** The file of that hash as far as it is done, or a new one. */
  begin(file: Pick<OutsideFile, 'sha256' | 'name' | 'format'>): Promise<OutsideFile>
  /** An empty slice; `n` tells those apart that are filled at the same time. */
  slice(n: number): Slice
  /** Keeps a slice, whole or not at all; `lines` and `complete` say how far the file is done with it. */
  keep(file: OutsideFile, slice: Slice, lines: number, complete: boolean): Promise<OutsideFile>
  /** Counts by month anew what came since. */
  count(): Promise<void>
  months(filter: OutsideFilter): Promise<OutsideMonth[]>
  bad(file: number): Promise<{line: number; why: string}[]>
  /** Rows of a form as they came, in the order of files and lines. */
  rows(format: OutsideFormat): AsyncGenerator<string>
  /** Every outside telling between two known sides, by day. */
  events(formats?: readonly OutsideFormat[] | null): AsyncGenerator<OutsideEvent>
}

export function outsideOn(database: Database, path: string, mayWrite: () => void, fault: (cause: unknown) => never) {
  const store: OutsideStore = {
    files: () => listFiles(database),
    begin: async file => {
      mayWrite()
      return beginFile(database, file).catch(fault)
    },
    slice: n => {
      mayWrite()
      return new Slice(`${path}.slice-${n}`, fault)
    },
    keep: async (file, slice, lines, complete) => {
      try {
        slice.end()
        return await keepSlice(database, file, slice, lines, complete)
      } catch (cause) {
        return fault(cause)
      } finally {
        slice.remove()
      }
    },
    count: async () => {
      mayWrite()
      await countMonths(database).catch(fault)
    },
    months: filter => readMonths(database, filter),
    bad: file => listBad(database, file),
    rows: format => outsideRows(database, format),
    events: formats => outsideEvents(database, formats ?? null),
  }
  return store
}
