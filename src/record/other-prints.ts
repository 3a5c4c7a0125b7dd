import type {OtherPrint} from '../model/index.ts'
import type {Database} from './database.ts'
import {type RefRow, refColumns, refOf} from './docs.ts'

/** Days by which an original and its translation may be apart. */
const apart = 7
const most = 10

/**
 * Docs that may be the same article in other words: other snapshots of its address, newest first, and what its outlet printed within
 * a week in another language, which may be its original or a translation of it. `words`: whether they stand in each, to the letter.
 */
export async function readOtherPrints(database: Database, id: string, words: string | null): Promise<OtherPrint[]> {
  const rows = await database.rows<RefRow & {language: string; same: boolean; holds: boolean | null}>(
    `SELECT ${refColumns}, d.language, coalesce(d.url = o.url, false) AS same, contains(d.text, $2) AS holds
     FROM docs o JOIN docs d ON d.id <> o.id LEFT JOIN snapshots s ON s.sha256 = d.sha256
     WHERE o.id = $1 AND (d.url = o.url
       OR (d.language <> o.language AND d.outlet = o.outlet AND abs(date_diff('day', d.published, o.published)) <= $3))
     ORDER BY same DESC, s.came DESC NULLS LAST, d.published DESC NULLS LAST, d.id LIMIT $4`,
    [id, words, apart, most],
  )
  return rows.map(row => ({
    doc: refOf(row),
    language: row.language,
    why: row.same ? 'same-address' : 'other-language',
    holds: row.holds,
  }))
}
