import {workerData} from 'node:worker_threads'
import {loadEngine} from './engine.ts'
import {type ReadSource, readInFull} from './read-in-full.ts'

/** What a reading thread is told when it starts. */
export interface ThreadData {
  readonly allowPrivate: boolean
  /** Hashes of the snapshots that need no reading. */
  readonly known: ReadonlySet<string>
}

const {allowPrivate, known}: ThreadData = workerData
const engine = loadEngine()

/** The work of a thread: one source from bytes to reading. */
export default (source: string): Promise<ReadSource> => readInFull(source, {engine, allowPrivate, known})
