import {intake} from '../intake/index.ts'
import {DetenteError, type Doc, type ErrorCode, type Reading} from '../model/index.ts'
import type {Engine} from './engine.ts'

/** What became of a source: read, known already, or why it could not be read. */
export type ReadSource =
  | {readonly kind: 'read'; readonly bytes: Uint8Array; readonly reading: Reading}
  | {readonly kind: 'known'}
  | {readonly kind: 'failed'; readonly code: ErrorCode; readonly message: string}

/** Takes a source in and reads it, unless its bytes are among the `known`. Only faults that do not lie in the source are thrown. */
export async function readInFull(
  source: string,
  {engine, allowPrivate, known}: {engine: Engine; allowPrivate: boolean; known: ReadonlySet<string>},
): Promise<ReadSource> {
  try {
    const {doc, bytes} = await intake(source, {allowPrivate})
    if (known.has(doc.snapshot.sha256)) return {kind: 'known'}
    return {kind: 'read', bytes, reading: readOrSay(engine, doc)}
  } catch (error) {
    if (!(error instanceof DetenteError) || !/^(?:intake|read)\//.test(error.code)) throw error
    return {kind: 'failed', code: error.code, message: error.message}
  }
}

/** A page on which the reader breaks is a fault of ours; it must not cost the other pages. */
function readOrSay(engine: Engine, doc: Doc): Reading {
  try {
    return engine.read(doc)
  } catch (cause) {
    const [message, at] = cause instanceof Error ? (cause.stack ?? cause.message).split('\n') : [String(cause)]
    throw new DetenteError('read/failed', `${message} ${at?.trim() ?? ''}`.trim(), {
      hint: 'Please report it, with the page.',
      cause,
    })
  }
}
