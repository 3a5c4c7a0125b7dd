import type {Column} from '../tables.ts'

/** Columns of version 3: where corrections hang, and when snapshots came. */
export const correctionColumns: readonly (readonly [table: string, columns: readonly Column[]])[] = [
  [
    'corrections',
    [
      ['anchors', 'VARCHAR', 'JSON of the words that it hangs on: snapshot, span, words and what stands around them.'],
      ['undoes', 'VARCHAR', 'Correction that it takes back.'],
      ['n', 'INTEGER', 'Place in the log, from 0.'],
    ],
  ],
  ['snapshots', [['came', 'VARCHAR', 'When it first came into the record, ISO 8601 in UTC; null: not known.']]],
]
