import {listValue} from '@duckdb/node-api'
import type {CorrectionEntry} from '../../model/index.ts'
import type {Change} from '../database.ts'
import type {Telling} from '../incidents/telling.ts'
import type {AnchoredDoc} from './links.ts'

/** The Docs that merges and splits hang on, by the hash of their snapshot. */
export async function anchoredDocs(
  database: Pick<Change, 'rows'>,
  entries: readonly CorrectionEntry[],
): Promise<Map<string, AnchoredDoc>> {
  const hashes = entries
    .filter(({kind}) => kind === 'merge' || kind === 'split')
    .flatMap(({anchors}) => anchors.map(({sha256}) => sha256))
  const docs = new Map<string, AnchoredDoc>()
  if (hashes.length === 0) return docs
  const rows = await database.rows<{sha256: string; text: string; telling: string | null}>(
    `SELECT d.sha256, d.text, e.telling FROM docs d LEFT JOIN events e ON e.doc = d.id
     WHERE d.sha256 IN (SELECT unnest(CAST($1 AS VARCHAR[]))) ORDER BY d.sha256, e.id`,
    [listValue([...new Set(hashes)])],
  )
  for (const {sha256, text, telling} of rows) {
    const doc = docs.get(sha256) ?? {sha256, text, tellings: []}
    const told = telling === null ? [] : [JSON.parse(telling) as Telling]
    docs.set(sha256, {...doc, tellings: [...doc.tellings, ...told]})
  }
  return docs
}
