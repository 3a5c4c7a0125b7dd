import {Piscina} from 'piscina'
import type {Engine} from './engine.ts'
import {type ReadSource, readInFull} from './read-in-full.ts'
import type {ThreadData} from './reader-thread.ts'

/** Below this many sources, starting threads (each loads model and lexicon) costs more than it saves. */
const worthThreads = 40

/** Reads sources one by one, here or in threads. */
export interface Reader {
  /** How many sources to hand over before the first is back. */
  readonly ahead: number
  read(source: string): Promise<ReadSource>
  close(): Promise<void>
}

export function readerOf({
  engine,
  allowPrivate,
  known,
  threads,
  sources,
}: Omit<ThreadData, 'additions'> & {engine: Engine; threads: number; sources: number}): Reader {
  const here = (source: string) => readInFull(source, {engine, allowPrivate, known})
  // A thread cannot be started from TypeScript: run from source, everything is read here.
  const built = import.meta.url.endsWith('.js')
  if (!built || threads < 2 || sources < worthThreads) return {ahead: 1, read: here, close: async () => {}}
  const data: ThreadData = {allowPrivate, known, additions: engine.lexicon.additions}
  const pool = new Piscina({
    filename: new URL('./reader-thread.js', import.meta.url).href,
    minThreads: threads,
    maxThreads: threads,
    workerData: data,
  })
  return {
    ahead: threads * 3,
    read: source => (source === '-' ? here(source) : pool.run(source)),
    close: () => pool.destroy(),
  }
}
