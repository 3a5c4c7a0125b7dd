import type {Corrections, Desk, Given} from '../../answer/index.ts'
import {correctionsOf, readCorrection, readUndoing} from '../../answer/index.ts'
import type {CorrectionEntry, CorrectionPreview} from '../../model/index.ts'
import type {Sender} from './webhook/index.ts'

/** The one way to change over HTTP what the record says. What comes is not trusted: each part is read and named when it is wrong. */
export interface Correcting {
  /** What a correction, or with `id` taking one back, would do. Writes nothing. */
  preview(given: Given): Promise<CorrectionPreview>
  apply(given: Given): Promise<CorrectionEntry>
  undo(given: Given): Promise<CorrectionEntry>
}

/**
 * Corrections to a desk's record, of which the webhook is told where there is one. The moment is the server's; who and why come with the
 * request.
 */
export function correctingAt(desk: Desk, hook: Sender | null = null): Correcting {
  /** What it does can only be told from before it is done. */
  const telling = async (
    corrections: Corrections,
    wanted: Parameters<Corrections['preview']>[0],
    write: () => Promise<CorrectionEntry>,
  ) => {
    const preview = hook && (await corrections.preview(wanted))
    const entry = await write()
    if (preview) hook?.told(entry, preview)
    return entry
  }
  const now = (given: Given): Given => ({...given, at: new Date().toISOString()})
  return {
    preview: given =>
      desk.read(async record =>
        correctionsOf(record, desk.lexicon).preview(
          given.id === undefined ? await readCorrection(record, desk.lexicon, now(given)) : readUndoing(now(given)),
        ),
      ),
    apply: given =>
      desk.write(async record => {
        const corrections = correctionsOf(record, desk.lexicon)
        const wanted = await readCorrection(record, desk.lexicon, now(given))
        return telling(corrections, wanted, () => corrections.apply(wanted))
      }),
    undo: given =>
      desk.write(async record => {
        const corrections = correctionsOf(record, desk.lexicon)
        const wanted = readUndoing(now(given))
        return telling(corrections, wanted, () => corrections.undo(wanted))
      }),
  }
}
