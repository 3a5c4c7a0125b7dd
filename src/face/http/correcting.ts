import type {Desk, Given} from '../../answer/index.ts'
import {correctionsOf, readCorrection, readUndoing} from '../../answer/index.ts'
import type {CorrectionEntry, CorrectionPreview} from '../../model/index.ts'

/** The one way to change over HTTP what the record says. What comes is not trusted: each part is read and named when it is wrong. */
export interface Correcting {
  /** What a correction, or with `id` taking one back, would do. Writes nothing. */
  preview(given: Given): Promise<CorrectionPreview>
  apply(given: Given): Promise<CorrectionEntry>
  undo(given: Given): Promise<CorrectionEntry>
}

/** Corrections to a desk's record. The moment is the server's; who and why come with the request. */
export function correctingAt(desk: Desk): Correcting {
  const now = (given: Given): Given => ({...given, at: new Date().toISOString()})
  return {
    preview: given =>
      desk.read(async record =>
        correctionsOf(record, desk.lexicon).preview(
          given.id === undefined ? await readCorrection(record, desk.lexicon, now(given)) : readUndoing(now(given)),
        ),
      ),
    apply: given =>
      desk.write(async record =>
        correctionsOf(record, desk.lexicon).apply(await readCorrection(record, desk.lexicon, now(given))),
      ),
    undo: given => desk.write(async record => correctionsOf(record, desk.lexicon).undo(readUndoing(now(given)))),
  }
}
