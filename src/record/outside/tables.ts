import type {Table} from '../tables.ts'

/** Tables of what other projects tell: rows without a text. */
export const outsideTables: readonly Table[] = [
  {
    name: 'outside_files',
    about: 'Tables of other projects that were imported, one row each.',
    columns: [
      ['id', 'UINTEGER!', 'Number of the file, in order of import.'],
      ['sha256', 'VARCHAR!', 'SHA-256 of the file as it lay on the disk; of an archive of several, with the entry.'],
      ['name', 'VARCHAR!', 'Path that it was imported from.'],
      ['format', 'VARCHAR!', 'gdelt, gdelt-1, gdelt-mentions, icews, icews-brief, polecat, plover or ucdp-ged.'],
      ['rows', 'UBIGINT!', 'Rows kept.'],
      ['bad', 'UBIGINT!', 'Rows left out.'],
      ['lines', 'UBIGINT!', 'Lines of the file that are done.'],
      ['complete', 'BOOLEAN!', 'false: stopped; the same import goes on where it stopped.'],
    ],
  },
  {
    name: 'outside',
    about: 'Outside tellings: events as other projects coded them, without a text behind them.',
    columns: [
      ['file', 'UINTEGER!', 'Row of outside_files.'],
      ['line', 'UINTEGER!', 'Line of the file, from 1.'],
      ['id', 'VARCHAR', 'Id that the project gave; not always unique. null: it gives none.'],
      ['first_day', 'DATE!', 'First day on which it can have happened.'],
      ['last_day', 'DATE!', 'Last day on which it can have happened.'],
      ['actor', 'VARCHAR', 'Side that acts: a state for all who act for it, or a group; null: not known here.'],
      ['recipient', 'VARCHAR', 'Side acted on.'],
      ['cameo', 'VARCHAR', 'CAMEO code; text, with its leading zero.'],
      [
        'event',
        'VARCHAR',
        'PLOVER type, printed or by the crosswalk; null: statements, appeals and what did not happen.',
      ],
      ['mode', 'VARCHAR', 'PLOVER mode.'],
      ['row', 'VARCHAR! USING COMPRESSION zstd', 'The row as it came, in the order of its form’s columns.'],
    ],
  },
  {
    name: 'outside_bad',
    about: 'Rows of imported tables that were left out, and why.',
    columns: [
      ['file', 'UINTEGER!', 'Row of outside_files.'],
      ['line', 'UBIGINT!', 'Line of the file, from 1.'],
      ['why', 'VARCHAR!', 'What was expected and what was found.'],
    ],
  },
  {
    name: 'outside_months',
    about:
      'Outside tellings counted by month, derived from outside, so that an index of millions of rows is quick. Sorted by pair.',
    columns: [
      ['actor', 'VARCHAR!', 'Side that acts.'],
      ['recipient', 'VARCHAR!', 'Side acted on.'],
      ['first', 'USMALLINT!', 'First month: 12 × year + month − 1.'],
      ['last', 'USMALLINT!', 'Last month.'],
      ['event', 'VARCHAR!', 'PLOVER type.'],
      ['mode', 'VARCHAR', 'PLOVER mode.'],
      ['happenings', 'UINTEGER!', 'Days with such tellings: those of one day, type and mode count as one.'],
      ['tellings', 'UINTEGER!', 'Rows.'],
    ],
  },
]
