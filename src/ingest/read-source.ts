import {intake} from '../intake/index.ts'
import type {Day, Reading} from '../model/index.ts'
import {type Engine, loadEngine} from './engine.ts'

export interface SourceOptions {
  /** Day of publication, when the caller knows it better than the page. */
  readonly published?: Day | null
  readonly url?: string | null
  readonly allowPrivate?: boolean
}

/** Reads one file, address or standard input (`-`) and keeps nothing. Throws `intake/…` errors. */
export async function readSource(
  source: string,
  options: SourceOptions = {},
  engine: Engine = loadEngine(),
): Promise<Reading> {
  const {doc} = await intake(source, options)
  return engine.read(doc)
}
