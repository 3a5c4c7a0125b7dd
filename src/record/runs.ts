import type {ErrorCode, Run} from '../model/index.ts'
import type {Database} from './database.ts'
import type {Table} from './tables.ts'

/** Tables of version 2: what was read when, and what failed. */
export const runTables: readonly Table[] = [
  {
    name: 'runs',
    about: 'Readings into the record: one row for each time that sources were added. A log, not ground state.',
    columns: [
      ['id', 'VARCHAR!', 'run_ and a number, in order of time.'],
      ['started', 'VARCHAR!', 'When it began, ISO 8601 in UTC.'],
      ['ended', 'VARCHAR!', 'When it ended, ISO 8601 in UTC.'],
      ['sources', 'INTEGER!', 'Sources that it was given.'],
      ['added', 'INTEGER!', 'Docs kept.'],
      ['known', 'INTEGER!', 'Docs that were there already.'],
      ['stopped', 'BOOLEAN!', 'Whether it was stopped before its end.'],
      ['reader', 'VARCHAR!', 'Version of the reading rules.'],
    ],
  },
  {
    name: 'run_failures',
    about: 'Sources that could not be read, and why.',
    columns: [
      ['run', 'VARCHAR!', 'Run.'],
      ['n', 'INTEGER!', 'Place in the run, from 0.'],
      ['source', 'VARCHAR!', 'Path, address or name of the source.'],
      ['code', 'VARCHAR!', 'Error code, as in docs/errors.md.'],
      ['message', 'VARCHAR!', 'What was expected, what was found and where.'],
    ],
  },
]

/** Writes a run down and gives it its id. */
export function logRun(database: Database, run: Omit<Run, 'id'>): Promise<Run> {
  return database.transact(async change => {
    const [{n}] = await change.rows<{n: bigint}>('SELECT count(*) AS n FROM runs')
    const id = `run_${Number(n) + 1}`
    const {started, ended, sources, added, known, stopped, reader, failed} = run
    await change.add('runs', [[id, started, ended, sources, added, known, stopped, reader]])
    await change.add(
      'run_failures',
      failed.map(({source, code, message}, i) => [id, i, source, code, message]),
    )
    return {id, ...run}
  })
}

/** The runs, newest first. */
export async function readRuns(database: Database, limit: number): Promise<Run[]> {
  const runs = await database.rows<Omit<Run, 'failed'>>(
    `SELECT id, started, ended, sources, added, known, stopped, reader FROM runs
     ORDER BY CAST(substr(id, 5) AS INTEGER) DESC LIMIT $1`,
    [limit],
  )
  const failures = await database.rows<{run: string; source: string; code: ErrorCode; message: string}>(
    'SELECT run, source, code, message FROM run_failures ORDER BY run, n',
  )
  return runs.map(run => ({
    ...run,
    failed: failures
      .filter(failure => failure.run === run.id)
      .map(({source, code, message}) => ({source, code, message})),
  }))
}
