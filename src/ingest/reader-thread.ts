import {workerData} from 'node:worker_threads'
import type {Additions} from '../lexicon/index.ts'
import {loadEngine} from './engine.ts'
import {type ReadSource, readInFull} from './read-in-full.ts'

/** What a reading thread is told when it starts. */
export interface ThreadData {
  readonly allowPrivate: boolean
  /** Hashes of the snapshots that need no reading. */
  readonly known: ReadonlySet<string>
  /** What was added to the built-in tables. */
  readonly additions: Additions
}

const {allowPrivate, known, additions}: ThreadData = workerData
const engine = loadEngine(additions)

/** The work of a thread: one source from bytes to reading. */
export default (source: string): Promise<ReadSource> => readInFull(source, {engine, allowPrivate, known})
