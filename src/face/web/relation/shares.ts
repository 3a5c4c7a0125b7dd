import type {Contribution} from '../../../model/index.ts'

export interface Shares {
  /** Largest first, by size. */
  readonly shown: readonly Contribution[]
  readonly others: {readonly count: number; readonly share: number}
  /** Sum of all shares, shown and others. */
  readonly sum: number
}

/** The largest contributions and the rest, with those that were not told one by one, in one figure, so that what is shown still adds up to the change. */
export function sortShares(
  contributions: readonly Contribution[],
  most: number,
  untold: Shares['others'] = {count: 0, share: 0},
): Shares {
  const sorted = [...contributions].sort(
    (a, b) => Math.abs(b.share) - Math.abs(a.share) || (a.incident < b.incident ? -1 : 1),
  )
  const add = (rows: readonly Contribution[]) => rows.reduce((sum, c) => sum + c.share, 0)
  const shown = sorted.slice(0, most)
  const rest = sorted.slice(most)
  const others = {count: rest.length + untold.count, share: add(rest) + untold.share}
  return {shown, others, sum: add(shown) + others.share}
}
