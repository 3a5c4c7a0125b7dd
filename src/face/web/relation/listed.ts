import {useState} from 'preact/hooks'
import type {IncidentLine, IncidentPage} from '../../../model/index.ts'
import {useLoaded} from '../load.ts'
import {withSearch} from '../router.ts'

/** Rows that a list shows at first, and by how many it grows. */
const step = 200

/** The head of a list of incidents, newest first, that grows when asked. */
export interface Listed<T> {
  readonly rows: readonly T[]
  /** How many there are; `null`: not known yet. */
  readonly total: number | null
  readonly failed: boolean
  /** Loads more; does nothing when all are there. */
  more(): void
}

/** The incidents of a relation at `path`; `first`, where it is given, is what the page has of them already. */
export function useListed<T extends IncidentLine = IncidentLine>(
  path: string,
  search: string,
  only: 'moving' | 'figures' | null,
  first: {readonly rows: readonly T[]; readonly total: number} | null,
): Listed<T> {
  const key = `${path}${search} ${only}`
  const [wanted, setWanted] = useState({key, limit: step})
  const limit = wanted.key === key ? wanted.limit : step
  const there = first !== null && first.rows.length >= Math.min(limit, first.total)
  const loaded = useLoaded<IncidentPage>(
    there ? null : `${path}/incidents.json${withSearch(search, {only, limit: String(limit)})}`,
  )
  const page = there || loaded.state === 'failed' ? null : loaded.state === 'there' ? loaded.value : loaded.last
  const total = first?.total ?? page?.total ?? null
  const rows = there ? first.rows : ((page?.incidents as readonly T[] | undefined) ?? first?.rows ?? [])
  return {
    rows: rows.slice(0, limit),
    total,
    failed: !there && loaded.state === 'failed',
    more: () => {
      if (total !== null && limit < total) setWanted({key, limit: limit + step})
    },
  }
}
