import {type CorrectionEntry, DetenteError, type Maker} from '../../model/index.ts'
import {notFound} from '../docs.ts'
import {entryOf, takenBack} from './log.ts'

/** Which correction is taken back, by whom, when and why. */
export interface Undoing extends Maker {
  readonly id: string
}

/** The line in the log that takes another back. Throws `record/not-found`, and `usage/argument` when it is taken back already. */
export function entryToUndo({id, by: who, at, why}: Undoing, log: readonly CorrectionEntry[]): CorrectionEntry {
  const undone = log.find(entry => entry.id === id)
  if (!undone) throw notFound(id)
  const by = takenBack(log).get(id)
  if (by)
    throw new DetenteError('usage/argument', `${id} is undone already, by ${by}`, {
      hint: `Undo ${by} to put it in force again.`,
    })
  return entryOf(
    {by: who, at, why, kind: 'undo', anchors: [], before: undone.after, after: undone.before, undoes: id},
    log,
  )
}
