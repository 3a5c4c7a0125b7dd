import {existsSync, readFileSync, writeFileSync} from 'node:fs'
import {DetenteError} from '../model/index.ts'
import {ownEraLine, type OwnEraRow, ownErasHeader, readOwnEras} from './own-eras.ts'

/** The table of own eras that lies beside a record: `record.duckdb` → `record.eras.tsv`. */
export function erasBeside(recordPath: string): string {
  return `${recordPath.replace(/\.duckdb$/, '')}.eras.tsv`
}

/** The table of own eras that an option names, or the one beside the record, if there is one. Throws `usage/argument`. */
export function ownErasAt(recordPath: string, file?: string): OwnEraRow[] {
  const at = file ?? erasBeside(recordPath)
  if (file === undefined && !existsSync(at)) return []
  return readOwnEras(readText(at), at)
}

/** Writes an era into a table of own eras, which is made when there is none. Throws `usage/argument`. */
export function addOwnEra(at: string, row: OwnEraRow): void {
  const kept = existsSync(at) ? readText(at) : ownErasHeader
  readOwnEras(kept, at)
  const end = kept.endsWith('\n') ? '' : '\n'
  writeFileSync(at, `${kept}${end}${ownEraLine(row)}`)
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (cause) {
    throw new DetenteError('usage/argument', `--eras: expected a table that can be read, found ${path}`, {
      cause,
      hint: 'npx detente eras add writes one',
    })
  }
}
