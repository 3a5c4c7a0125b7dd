import type {Contribution} from '../../../model/index.ts'

export interface Shares {
  /** Largest first, by size. */
  readonly shown: readonly Contribution[]
  readonly others: {readonly count: number; readonly share: number}
  /** Sum of all shares, shown and others. */
  readonly sum: number
}

/** The largest contributions and the rest in one figure, so that what is shown still adds up to the change. */
export function sortShares(contributions: readonly Contribution[], most: number): Shares {
  const sorted = [...contributions].sort(
    (a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.incident < b.incident ? -1 : 1),
  )
  const add = (rows: readonly Contribution[]) => rows.reduce((sum, c) => sum + c.share, 0)
  const shown = sorted.slice(0, most)
  const rest = sorted.slice(most)
  return {shown, others: {count: rest.length, share: add(rest)}, sum: add(shown) + add(rest)}
}
