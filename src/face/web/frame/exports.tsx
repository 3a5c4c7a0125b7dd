import {count} from '../format.ts'

interface ExportsProps {
  /** Address of the table without its ending: `/r/USA-PAK/incidents`. */
  readonly path: string
  readonly search: string
  readonly rows: number
  /** What a row is, where the page folds some into one. */
  readonly note?: string
  /** Address of the same as a feed, without its ending. */
  readonly feed?: string
}

const formats = [
  ['csv', 'CSV'],
  ['jsonl', 'JSON Lines'],
  ['parquet', 'Parquet'],
] as const

/** The rows that are shown, as files. */
export function Exports({path, search, rows, note, feed}: ExportsProps) {
  if (rows === 0) return null
  return (
    <p class="exports">
      {count(rows, 'row')}
      {note && ` (${note})`} as{' '}
      {formats.map(([ending, name], n) => (
        <>
          {n > 0 && ' · '}
          <a key={ending} href={`${path}.${ending}${search}`} download="">
            {name}
          </a>
        </>
      ))}
      {feed !== undefined && (
        <>
          {' '}
          as a feed: <a href={`${feed}.atom${search}`}>Atom</a> · <a href={`${feed}.json${search}`}>JSON Feed</a>
        </>
      )}
    </p>
  )
}
