import {listValue} from '@duckdb/node-api'
import type {Day, EntityId, Statement, StatementRow} from '../model/index.ts'
import type {Database} from './database.ts'
import {type RefRow, refColumns, refOf} from './docs.ts'
import {Conditions, type Known} from './filter.ts'
import type {StoredStatement} from './flatten.ts'

/** Which statements. What is left out does not narrow. */
export interface StatementFilter extends Known {
  /** Those that speak of how close the two are, or are about both. */
  readonly pair?: readonly [EntityId, EntityId] | null
  /** Who is quoted. */
  readonly source?: EntityId | null
  readonly about?: EntityId | null
  readonly stance?: Statement['stance'] | null
  readonly form?: Statement['form'] | null
  readonly doc?: string | null
  /** Days of publication, both included; Docs without one are left out when either is given. */
  readonly since?: Day | null
  readonly until?: Day | null
  readonly ids?: readonly string[] | null
}

/** Statements by day of publication, unknown ones last, then by Doc and place in it. */
export async function readStatements(database: Database, filter: StatementFilter = {}): Promise<StatementRow[]> {
  const where = new Conditions()
  const {pair, source, about, stance, form, doc, since, until, ids} = filter
  if (pair) {
    const [a, b] = pair[0] < pair[1] ? pair : [pair[1], pair[0]]
    where.add('(dyad_a = ? AND dyad_b = ?) OR (list_contains(about, ?) AND list_contains(about, ?))', a, b, a, b)
  }
  if (source) where.add('s.speaker = ?', source)
  if (about) where.add('list_contains(s.about, ?)', about)
  if (stance) where.add('s.stance = ?', stance)
  if (form) where.add('s.form = ?', form)
  if (doc) where.add('s.doc = ?', doc)
  if (since) where.add('d.published >= CAST(? AS DATE)', since)
  if (until) where.add('d.published <= CAST(? AS DATE)', until)
  if (ids) where.add('s.id IN (SELECT unnest(CAST(? AS VARCHAR[])))', listValue([...ids]))
  const rows = await database.rows<RefRow & {shown: string; sha256: string}>(
    `SELECT s.shown, d.sha256, ${refColumns} FROM statements s JOIN docs d ON d.id = s.doc ${where}
     ORDER BY d.published NULLS LAST, d.id, s.span_start, s.id`,
    where.values,
  )
  return rows.map(row => {
    const shown = JSON.parse(row.shown) as StoredStatement
    return {...shown, evidence: {doc: refOf(row), sha256: row.sha256, ...shown.evidence}}
  })
}
