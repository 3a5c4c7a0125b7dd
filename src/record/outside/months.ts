import type {DuckDBValue} from '@duckdb/node-api'
import {listValue} from '@duckdb/node-api'
import type {Day, Direction, EntityId, EventCode, OutsideFormat, OutsideMonth} from '../../model/index.ts'
import type {Database} from '../database.ts'
import {Conditions} from '../filter.ts'
import {setMeta} from '../migrations.ts'

export interface OutsideFilter {
  readonly pair: readonly [EntityId, EntityId]
  readonly direction?: Direction
  /** Only tables of these forms. */
  readonly formats?: readonly OutsideFormat[] | null
  /** Only what had happened by that day. */
  readonly until?: Day | null
}

const month = (day: string) => `year(${day}) * 12 + month(${day}) - 1`

// Tellings of one pair, day, type and mode cannot be told apart without a text: they are one happening.
const counted = (
  where: string | Conditions,
) => `SELECT actor, recipient, ${month('first_day')} AS first, ${month('last_day')} AS last,
    event, mode, count(*) AS happenings, sum(tellings) AS tellings
  FROM (SELECT actor, recipient, first_day, last_day, event, mode, count(*) AS tellings FROM outside ${where}
    GROUP BY actor, recipient, first_day, last_day, event, mode)
  GROUP BY actor, recipient, first, last, event, mode`

const sided = 'actor <> recipient AND event IS NOT NULL'

/** Counts all outside tellings by month anew, when some came since. */
export async function countMonths(database: Database): Promise<void> {
  if (await isCounted(database)) return
  await database.transact(async change => {
    await change.run('DELETE FROM outside_months')
    await change.run(
      `INSERT INTO outside_months ${counted(`WHERE ${sided}`)} ORDER BY actor, recipient, first, last, event, mode`,
    )
    await setMeta(change, 'counted', 'yes')
  })
}

async function isCounted(database: Database): Promise<boolean> {
  const [row] = await database.rows<{value: string}>("SELECT value FROM meta WHERE key = 'counted'")
  return row?.value !== 'no'
}

/** Happenings that outside tellings tell of between two sides, by month, type and mode; in order. */
export async function readMonths(database: Database, filter: OutsideFilter): Promise<OutsideMonth[]> {
  const {pair, direction = 'both', formats = null, until = null} = filter
  const where = new Conditions()
  const [a, b] = pair
  if (direction === 'both') where.add('actor = ? AND recipient = ? OR actor = ? AND recipient = ?', a, b, b, a)
  else where.add('actor = ? AND recipient = ?', ...(direction === 'a-to-b' ? [a, b] : [b, a]))
  let from = `outside_months ${where}`
  if (formats !== null || until !== null || !(await isCounted(database))) {
    where.add(sided)
    if (until !== null) where.add('last_day <= CAST(? AS DATE)', until)
    if (formats !== null)
      where.add(
        'file IN (SELECT id FROM outside_files WHERE list_contains(CAST(? AS VARCHAR[]), format))',
        listValue([...formats]),
      )
    from = `(${counted(where)})`
  }
  const rows = await database.rows<MonthRow>(
    `SELECT first, last, event, mode, sum(happenings)::DOUBLE AS happenings, sum(tellings)::DOUBLE AS tellings FROM ${from}
     GROUP BY first, last, event, mode ORDER BY first, last, event, mode NULLS FIRST`,
    where.values as DuckDBValue[],
  )
  return rows.map(({first, last, ...rest}) => ({first: named(Number(first)), last: named(Number(last)), ...rest}))
}

interface MonthRow {
  first: number | bigint
  last: number | bigint
  event: EventCode
  mode: string | null
  happenings: number
  tellings: number
}

const named = (at: number) =>
  `${String(Math.floor(at / 12)).padStart(4, '0')}-${String((at % 12) + 1).padStart(2, '0')}`
