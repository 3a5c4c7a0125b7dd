import type {IndexPoint} from '../../../model/index.ts'
import {count, signed} from '../format.ts'

interface SparkProps {
  readonly points: readonly IndexPoint[]
  /** Months that all of them show, so that they stand on one scale. */
  readonly months: number
  readonly low: number
  readonly high: number
}

const [width, height] = [200, 70]

/** The index of one era by months since its start, on the scale that all share. */
export function Spark({points, months, low, high}: SparkProps) {
  const x = (n: number) => (n / Math.max(1, months - 1)) * (width - 4) + 2
  const y = (level: number) => height - 4 - ((level - low) / (high - low || 1)) * (height - 8)
  const line = points.map((p, n) => `${x(n).toFixed(1)},${y(p.level).toFixed(1)}`).join(' ')
  const [first, last] = [points[0], points.at(-1)]
  return (
    <svg
      class="spark"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={
        first && last
          ? `from ${signed(first.level)} to ${signed(last.level)} in ${count(points.length, 'month')}`
          : 'no months'
      }
    >
      <line class="zero" x1="0" x2={width} y1={y(0)} y2={y(0)} />
      <polyline points={line} />
    </svg>
  )
}
