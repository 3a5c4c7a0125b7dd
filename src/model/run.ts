import type {ErrorCode} from './error.ts'

/** A source that could not be read. */
export interface FailedSource {
  /** Path, address or name. */
  readonly source: string
  readonly code: ErrorCode
  /** What was expected, what was found and where. */
  readonly message: string
}

/** One time that sources were read into the record. */
export interface Run {
  /** `run_7`. */
  readonly id: string
  /** ISO 8601 in UTC. */
  readonly started: string
  readonly ended: string
  /** How many sources it was given. */
  readonly sources: number
  /** Docs kept, and Docs that were there already. */
  readonly added: number
  readonly known: number
  readonly failed: readonly FailedSource[]
  readonly stopped: boolean
  /** Version of the reading rules. */
  readonly reader: string
}
